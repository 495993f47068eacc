"""The law of both directions: the claims that were written are the claims that are read, number by number."""

import re
from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings

from mingzhang.disclosure.claim import Amount, Change, Claim, Comparison, Completion, Count, Naming, Share
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.section import Paragraph, Part, Section, Words
from mingzhang.narrative.context import Context
from mingzhang.narrative.prose import understand
from mingzhang.narrative.write import Narrative, write
from mingzhang.standards.codes import economic_codes, function_codes
from mingzhang.terms.printed import number_of
from tests.depth import examples
from tests.narrative.reading import all_paragraphs
from tests.narrative.test_laws import contexts

PARTS = ("overview", "narrative")


def bare(section: Section) -> Section:
    """The section as a reader would find it: words alone."""
    blocks = tuple(Paragraph((Words(b.text),)) if isinstance(b, Paragraph) else b for b in section.blocks)
    return replace(section, blocks=blocks, sections=tuple(map(bare, section.sections)))


def printed(context: Context, written: Narrative) -> Disclosure:
    """The published text with the figures that its statements print."""
    parts = tuple(
        Part(part.id, part.heading, tuple(map(bare, part.sections))) for part in written.parts if part.id in PARTS
    )
    facts = {a: fact for a, fact in context.facts.items() if not a.phase and a.statement != "S"}
    return Disclosure(context.entity, context.year, "", "", "", parts, (), facts)


def read_back(context: Context, written: Narrative) -> Disclosure:
    """The same, understood."""
    return understand(printed(context, written), function_codes(), economic_codes())


Placed = tuple[int, int, str, Claim]
INCOMPARABLE = re.compile("上年为(0|负数)，不可比")


def placed(paragraph: Paragraph) -> list[Placed]:
    """The claims of a paragraph with their places, without names of items and without what is not comparable."""
    spans = [found.span() for found in INCOMPARABLE.finditer(paragraph.text)]
    return [
        (start, start + len(m.text), m.text, m.claim)
        for start, m in paragraph.mentions()
        if not isinstance(m.claim, Naming) and not any(first <= start < last for first, last in spans)
    ]


def as_printed(text: str, claim: Claim, *, wrote: bool) -> object:
    """What a claim says once its figures are printed: the same whether it was written or read."""
    number = number_of(text)
    match claim:
        case Amount(fact, value):
            return "amount", fact, number.fen if wrote and number else value
        case Count(fact, value):
            return "count", fact, value
        case Share(one, other, ratio) | Completion(one, other, ratio):
            return type(claim).__name__, one, other, number.value / 100 if wrote and number else ratio
        case Comparison(fact, base, sign):
            return "sign", fact, base, sign
        case Change(fact, base):
            return _change(text, claim, number.value if number else None, wrote)
    return claim


def _change(text: str, claim: Change, number: Fraction | None, wrote: bool) -> object:
    """A change as its mention prints it: an amount, a rate, a sign or a level."""
    if number is None:
        sign = 0 if text == "持平" else 1 if claim.amount > 0 else -1
        return ("level" if text == "持平" else "sign", claim.fact, claim.base, sign)
    if "%" in text:
        sign = 1 if claim.amount > 0 or (claim.rate or 0) > 0 else -1
        size = number / 200 if "不足" in text else number / 100
        return "rate", claim.fact, claim.base, sign * size if wrote else claim.rate
    sign = 1 if claim.amount > 0 else -1
    found = number_of(text)
    return "delta", claim.fact, claim.base, sign * found.fen if wrote and found else claim.delta


def compared(wrote: Paragraph, read: Paragraph) -> None:
    """Every claim of one paragraph is in the other, at the same place."""
    assert read.text == wrote.text
    expected = [(end, as_printed(text, claim, wrote=True)) for _, end, text, claim in placed(wrote)]
    found = [(end, as_printed(text, claim, wrote=False)) for _, end, text, claim in placed(read)]
    assert found == expected, (
        wrote.text,
        [x for x in expected if x not in found],
        [x for x in found if x not in expected],
    )


@settings(max_examples=examples(12), deadline=None)
@given(contexts())
def test_what_was_written_is_what_is_read(context: Context) -> None:
    written = write(context)
    read = read_back(context, written)
    before = [p for part in written.parts if part.id in PARTS for p in all_paragraphs([part])]
    after = list(all_paragraphs(read.parts))
    assert len(before) == len(after)
    for one, other in zip(before, after, strict=True):
        compared(one, other)
