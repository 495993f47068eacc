"""重点工作: the titles of the year's key work, then what was to be done and what was done, piece by piece."""

from collections.abc import Iterator

from mingzhang.disclosure.appraisal import Achievement, Performance, Work
from mingzhang.disclosure.claim import addresses
from mingzhang.disclosure.section import Mention
from mingzhang.disclosure.table import Table
from mingzhang.narrative.block import BlockKind, Piece
from mingzhang.narrative.context import Context
from mingzhang.narrative.numerals import numbered
from mingzhang.narrative.passage import EMPTY, Passage, joined, words
from mingzhang.narrative.performance import charts
from mingzhang.narrative.performance.figures import actual, target
from mingzhang.narrative.performance.grid import MADE, Row, head, label, laid, text
from mingzhang.narrative.performance.slots import filled
from mingzhang.narrative.performance.told import told
from mingzhang.narrative.texts import full_sentence

_HEADS = ("序号", "重要事项", "工作内容及目标", "完成情况")
_WIDTHS = (3, 11, 14, 26)
ADMITTED = {"work.missed": "items", "work.missed.item": "item target actual", "work.unmeasured.item": "item target"}


def titles(c: Context, performance: Performance) -> tuple[Piece, ...]:
    """The titles, numbered."""
    pattern = c.wording.style.subsection
    return tuple(
        words(f"{numbered(pattern, n)}{full_sentence(work.title)}") for n, work in enumerate(performance.works, 1)
    )


def table(c: Context, performance: Performance) -> tuple[Piece, ...]:
    """What was to be done and what was done; then a chart of the targets that are numbers."""
    if not performance.works:
        return ()
    rows = (tuple(head(name) for name in _HEADS), *_rows(c, performance))
    title = c.say("work.table").text
    made = Table(laid(rows, len(_HEADS)), MADE, title=title, head=1, widths=_WIDTHS)
    return (made, *charts.of_works(c, performance))


def _rows(c: Context, performance: Performance) -> Iterator[Row]:
    for n, work in enumerate(performance.works, 1):
        goal, done = filled(c, work.goal, work.achievements), complete(c, work, work.done)
        yield label(str(n)), label(work.title), text(goal), text(done)


def complete(c: Context, work: Work, words_: str) -> Passage:
    """What was done, in the unit's own words; a target missed that these do not tell is added."""
    own = filled(c, full_sentence(words_), work.achievements)
    silent = [one for one in work.achievements if one.is_missed and not _tells(own, one)]
    items = joined((_missed(c, one) for one in silent), "；")
    return own + (c.say("work.missed", items=items) if items.runs else EMPTY)


def _tells(passage: Passage, one: Achievement) -> bool:
    """Whether words state the value of an indicator; of one that has none, nobody can tell."""
    mentions = (run for run in passage.runs if isinstance(run, Mention))
    return one.fact is not None and any(one.fact in addresses(mention.claim) for mention in mentions)


def _missed(c: Context, one: Achievement) -> Passage:
    if not one.actual:
        return c.say("work.unmeasured.item", item=one.name, target=target(c, one))
    return c.say("work.missed.item", item=one.name, target=target(c, one), actual=actual(c, one))


BLOCKS = {
    "work.titles": BlockKind(told(titles), {}),
    "work.table": BlockKind(told(table), {"work.table": "", **ADMITTED}),
}
