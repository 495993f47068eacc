"""Documents of a few lines: headings with #, paragraphs a line each, figures by address."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Claim
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import Mention, Paragraph, Part, Section, Words
from mingzhang.disclosure.trace import Stated
from mingzhang.narrative.prose import understand
from mingzhang.standards.codes import economic_codes, function_codes
from mingzhang.terms.entity import Entity, EntityKind
from mingzhang.terms.unit import WAN

UNIT = Entity("1", "江城市云溪区统计局", EntityKind.ADMINISTRATIVE)
FILE = "例.md"


def document(text: str, facts: Mapping[str, float] = MappingProxyType({}), year: int = 2024) -> Disclosure:
    """An unread narrative part; `facts` in ten thousand yuan by written address."""
    lines = [(n, line.strip()) for n, line in enumerate(text.strip().splitlines(), 1) if line.strip()]
    values = {Address.parse(a): round(v * 1_000_000) for a, v in facts.items()}
    known = {a: Fact(a, v, WAN, Stated(Position(FILE)), 5_000, f"{v / 1e6:.2f}") for a, v in values.items()}
    sections = tuple(_sections(lines, 1))
    return Disclosure(UNIT, year, "", "", "", (Part("narrative", "第三部分 情况说明", sections),), (), known)


def _sections(lines: list[tuple[int, str]], depth: int) -> Iterator[Section]:
    mark = "#" * depth + " "
    starts = [i for i, (_, line) in enumerate(lines) if line.startswith(mark)]
    if not starts and lines:
        yield Section("", tuple(_paragraph(n, line) for n, line in lines))
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        own = lines[start + 1 : end]
        first = next((i for i, (_, line) in enumerate(own) if line.startswith("#")), len(own))
        inner = tuple(_sections(own[first:], depth + 1)) if own[first:] else ()
        number, heading = lines[start]
        blocks = tuple(_paragraph(n, line) for n, line in own[:first])
        yield Section(heading.removeprefix(mark), blocks, inner, position=Position(FILE, line=number))


def _paragraph(number: int, line: str) -> Paragraph:
    return Paragraph((Words(line),), ((0, Position(FILE, line=number)),))


def understood(text: str, facts: Mapping[str, float] = MappingProxyType({}), year: int = 2024) -> Disclosure:
    """The same, understood."""
    return understand(document(text, facts, year), function_codes(), economic_codes())


def mentions(read: Disclosure) -> list[tuple[str, Claim]]:
    """Every mention with its text, in reading order."""
    return [(m.text, m.claim) for m in all_mentions(read)]


def all_mentions(read: Disclosure) -> Iterator[Mention]:
    """Every mention in reading order."""
    for _, block in read.blocks():
        if isinstance(block, Paragraph):
            yield from (mention for _, mention in block.mentions())
