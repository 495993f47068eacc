"""Matter 依据: the claims of a document and the figures they are held against."""

from dataclasses import replace

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.interval import Interval
from mingzhang.audit.prose.agree import step
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.said import Text
from mingzhang.disclosure.address import ACTUAL, Address
from mingzhang.disclosure.claim import Amount
from mingzhang.disclosure.document import Disclosure


class _Memo:
    """The text of the last document: every check asks for the same one."""

    document: Disclosure | None = None
    text: Text = Text()
    asked: tuple[Grid, Context] | None = None
    matter: tuple[Text, Figures] | None = None


def text_of(document: Disclosure | None) -> Text:
    """The claims of a document, read once for all checks."""
    if document is not _Memo.document:
        _Memo.document, _Memo.text = document, Text.of(document)
    return _Memo.text


def matter(grid: Grid, context: Context) -> tuple[Text, Figures]:
    """What a document's prose says, and what it can be held against: the same for every check."""
    asked = _Memo.asked
    if _Memo.matter is None or asked is None or asked[0] is not grid or asked[1] is not context:
        _Memo.asked, _Memo.matter = (grid, context), _matter(grid, context)
    return _Memo.matter


def _matter(grid: Grid, context: Context) -> tuple[Text, Figures]:
    """What is said is held against no statement left empty by mistake; where one is missing, prose speaks for it."""
    text = text_of(context.document)
    told = {c.fact.statement for _, c in text.claims(Amount) if c.value and c.fact.phase == ACTUAL}
    figures = Figures(grid, context, frozenset(s for s in told if is_blank(s, grid)))
    return text, replace(figures, told=_told(text, figures))


def _told(text: Text, figures: Figures) -> dict[Address, tuple[Interval, ...]]:
    found: dict[Address, tuple[Interval, ...]] = {}
    for said, claim in text.claims(Amount):
        if said.number and (figures.is_stated_only(claim.fact) or figures.is_missing(claim.fact.statement)):
            interval = Interval.around(claim.value, step(said.number) // 2)
            found[claim.fact] = (*found.get(claim.fact, ()), interval)
    return found


def is_blank(statement: str, grid: Grid) -> bool:
    """Whether a statement prints no digit at all though it has cells for them."""
    table = grid.tables.get((statement, ACTUAL))
    facts = [fact for row in table.rows.values() for fact in row.values()] if table else []
    return bool(facts) and all(fact.printed is not None and not fact.printed.strip() for fact in facts)
