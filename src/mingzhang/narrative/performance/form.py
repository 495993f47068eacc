"""Form 自评表: one evaluation as the table in which it is published: who, money, goals, indicators, score, grade."""

from collections.abc import Iterator, Sequence
from typing import Final

from mingzhang.disclosure.appraisal import Appraisal
from mingzhang.disclosure.evaluation import Scope
from mingzhang.disclosure.table import Table
from mingzhang.narrative.block import Slots
from mingzhang.narrative.context import Context
from mingzhang.narrative.passage import Passage
from mingzhang.narrative.performance import named, totals
from mingzhang.narrative.performance.figures import points
from mingzhang.narrative.performance.form_indicators import HEADS, indicators
from mingzhang.narrative.performance.form_money import monies
from mingzhang.narrative.performance.grid import MADE, Row, head, label, laid, number, text
from mingzhang.narrative.performance.shape import SCORE, WEIGHT, Shape, shape_of
from mingzhang.narrative.performance.slots import filled

SENTENCES: Slots = {
    "form.whole": "",
    "form.project": "",
    **dict.fromkeys(HEADS, ""),
    "form.why": "",
    "form.money": "unit",
    "form.reason": "reason",
    "form.remedy": "remedy",
    "form.problems": "",
    "form.improvements": "",
}
_SHORT: Final = 24
"""How many characters a detail may have to share its row with another."""


def form(c: Context, appraisal: Appraisal) -> Table:
    """The table of an evaluation."""
    shape = shape_of(appraisal)
    rows = (
        *_identity(c, appraisal, shape),
        *monies(c, appraisal, shape),
        *_goals(c, appraisal, shape),
        *indicators(c, appraisal, shape),
        *_foot(c, appraisal, shape),
    )
    title = c.say("form.whole" if appraisal.scope is Scope.WHOLE else "form.project").text
    return Table(laid(rows, shape.width), MADE, title=title, widths=shape.widths)


def _identity(c: Context, a: Appraisal, shape: Shape) -> Iterator[Row]:
    is_whole = a.scope is Scope.WHOLE
    yield _said("单位名称" if is_whole else "项目名称", c.entity.name if is_whole else a.name, shape)
    waiting: list[tuple[str, Passage]] = []
    for name, words in a.details:
        passage = filled(c, words)
        if len(passage.text) > _SHORT:
            yield _said(name, passage, shape)
            continue
        waiting.append((name, passage))
        if len(waiting) == 2:
            yield _paired(waiting, shape)
            waiting.clear()
    for name, passage in waiting:
        yield _said(name, passage, shape)


def _said(name: str, words: Passage | str, shape: Shape) -> Row:
    return label(name, 2), text(words, shape.width - 2)


def _paired(pairs: Sequence[tuple[str, Passage]], shape: Shape) -> Row:
    (one, first), (other, second) = pairs
    return label(one, 2), text(first, 2), label(other, 2), text(second, shape.width - 6)


def _goals(c: Context, a: Appraisal, shape: Shape) -> Iterator[Row]:
    if not a.expected and not a.actual:
        return
    left = (shape.width - 2) // 2
    right = shape.width - 2 - left
    yield label("年度总体目标", 2, 2), head("预期目标", left), head("实际完成情况", right)
    yield text(filled(c, a.expected, a.achievements), left), text(filled(c, a.actual, a.achievements), right)


def _foot(c: Context, a: Appraisal, shape: Shape) -> Iterator[Row]:
    if a.total is not None:
        yield _total(c, a, shape)
    if a.grade:
        yield _said("自评等级", a.grade, shape)
    for key, words in (("form.problems", a.problems), ("form.improvements", a.improvements)):
        if words.strip():
            yield _said(c.say(key).text, filled(c, words, a.achievements), shape)


def _total(c: Context, a: Appraisal, shape: Shape) -> Row:
    """Full mark and total under their columns, or beside their names where the table lacks one of these."""
    marks = {WEIGHT: points(c, totals.full(a.id), a.full, ""), SCORE: points(c, named.of(a.id, "总分"), a.total, "")}
    if marks.keys() <= set(shape.points):
        under = (number(marks.get(column, "")) for column in shape.points)
        return label("总分", shape.before_points), *under, text("")
    return label("总分", 2), number(marks[WEIGHT]), label("总得分", 2), number(marks[SCORE], shape.width - 5)
