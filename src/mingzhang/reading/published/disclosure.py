"""Disclosure 公开文本: everything that was read of a file, put together as the document it is."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from mingzhang.books.fault import Fault
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.statement import Statement
from mingzhang.disclosure.table import Table
from mingzhang.reading.published.furniture import without_furniture
from mingzhang.reading.published.identity import Identity, identity_of
from mingzhang.reading.published.information import information
from mingzhang.reading.published.kinds import Forms
from mingzhang.reading.published.margins import unwrapped, within_margins
from mingzhang.reading.published.outline import FlowItem, Mark, parts_of
from mingzhang.reading.published.passage import Passage, passages_of
from mingzhang.reading.published.statements import Statements, statements_in
from mingzhang.reading.published.unfold import unfolded
from mingzhang.reading.transcript import Item, TextLine, Transcript
from mingzhang.terms.unit import WAN, Unit

_TITLE_LINES: Final = 12
_LONGEST_TITLE: Final = 60


@dataclass(frozen=True)
class Published:
    """A document that was read, and the figures in it that nobody can place."""

    document: Disclosure
    faults: tuple[Fault, ...]


def disclosure_of(transcript: Transcript, forms: Callable[[int], Forms]) -> Disclosure:
    """The document a transcript is of; `forms` gives what is known of the statements of a year (0: not known)."""
    return published(transcript, forms).document


def published(transcript: Transcript, forms: Callable[[int], Forms]) -> Published:
    """The same with what could not be made out."""
    items = unfolded(within_margins(unwrapped(without_furniture(transcript.items))))
    passages = list(passages_of(item for item in items if isinstance(item, TextLine)))
    known = forms(_identity(passages, ()).year)
    found = statements_in(items, known)
    identity = _identity(passages, found.statements)
    document = Disclosure(
        identity.entity,
        identity.year,
        "",
        identity.title,
        identity.dated,
        parts_of(list(_flow(items, found))),
        found.statements,
        _with_exact({**information(items, _unit(found)), **found.facts}, transcript),
        transcript.recognised,
    )
    return Published(document, found.faults)


def _identity(passages: Sequence[Passage], statements: Sequence[Statement]) -> Identity:
    titles = [p.text for p in passages[:_TITLE_LINES]]
    later = (p for p in passages[_TITLE_LINES:] if p.level or len(p.text) <= _LONGEST_TITLE)
    titles += [p.text for p in later if "决算" in p.text or "概况" in p.text]
    captions = [text for statement in statements for pair in statement.lines for text in pair if text]
    return identity_of([*titles, *(s.caption for s in statements)], captions, [p.text for p in passages])


def _unit(found: Statements) -> Unit:
    """The unit of the statements, for amounts in tables that say none."""
    return found.statements[0].unit if found.statements else WAN


def _flow(items: Sequence[Item], found: Statements) -> Iterator[FlowItem]:
    """Paragraphs, other tables, and a mark where each statement stands; its own lines belong to it."""
    by_id = {statement.id: statement for statement in found.statements}
    told: set[str] = set()
    lines: list[TextLine] = []
    for place, item in enumerate(items):
        owner = found.owners.get(place)
        if owner is None and isinstance(item, TextLine):
            lines.append(item)
            continue
        if owner is None or owner not in told:
            yield from passages_of(lines)
            lines = []
        if owner is None and isinstance(item, Table):
            yield item
        elif owner is not None and owner not in told:
            told.add(owner)
            statement = by_id[owner]
            yield Mark(owner, statement.caption or statement.title, statement.position or item.position)
    yield from passages_of(lines)


def _with_exact(facts: Mapping[Address, Fact], transcript: Transcript) -> dict[Address, Fact]:
    """The facts as printed; where the file's own anchors know more than the digits say, what they know."""
    merged = dict(facts)
    for address, exact in (transcript.exact or {}).items():
        printed = facts.get(address)
        if printed is None:
            merged[address] = exact
        elif printed.is_readable and abs(exact.value - printed.value) <= printed.spread:
            merged[address] = replace(printed, value=exact.value, spread=exact.spread)
    return merged
