"""Scoring: scores lie within their weights, weights make the full mark, scores make the total, the total the grade."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.performance.funding import spread, value
from mingzhang.audit.performance.gather import evaluations
from mingzhang.audit.performance.grades import Scale, scales
from mingzhang.audit.performance.quantity import Quantity, shown
from mingzhang.audit.performance.verdict import broken, open_, passed, title
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.evaluation import Entry, Evaluation, Funding, Indicator

_FULL: Final = 100
_MONEY_WEIGHTS: Final = (10, 20)
"""What the execution of the budget weighs: 10, in some regions 20."""


def scores(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """0 ≤ 得分 ≤ 分值, 0 ≤ 扣分 ≤ 分值, and 得分 + 扣分 = 分值 where all three are printed."""
    for evaluation in _all(context):
        items: list[Indicator | Funding] = [*evaluation.indicators, *evaluation.fundings]
        for item in items:
            weight, score = value(item.weight), value(item.score)
            deduction = value(item.deduction) if isinstance(item, Indicator) else None
            if weight and (score or deduction):
                yield _bounded(rule, evaluation, item.quote, item.score, (weight, score, deduction))


def weights(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """The weights of indicators and of execution make the full mark."""
    for evaluation in _all(context):
        parts = _column(evaluation, "weight")
        if parts is None or not parts:
            continue
        total = sum((part.value for part in parts), Fraction(0))
        full = value(evaluation.full)
        if total == _FULL or (full and total == full.value):
            yield passed(rule)
        elif _may_lack_money(evaluation, (full.value if full else Fraction(_FULL)) - total, "weight"):
            yield open_(rule, f"{title(evaluation)}分值合计{shown(total)}，预算执行的分值没有列出")
        elif full or _is_whole(evaluation):
            yield _weights(rule, evaluation, total, full)
        else:
            yield open_(rule, f"{title(evaluation)}没有合计行，分值合计{shown(total)}")


def totals(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """总分 = Σ得分."""
    for evaluation in _all(context):
        parts, total = _column(evaluation, "score"), value(evaluation.total)
        if not parts or not total or evaluation.total is None:
            continue
        actual = sum((part.value for part in parts), Fraction(0))
        slack = spread(total) + sum((spread(part) for part in parts if part.places), Fraction(0))
        if abs(total.value - actual) <= (slack if total.places or any(p.places for p in parts) else 0):
            yield passed(rule)
            continue
        if _may_lack_money(evaluation, total.value - actual, "score"):
            yield open_(rule, f"{title(evaluation)}各项得分之和{shown(actual)}，预算执行的得分没有列出")
            continue
        expected = shown(actual)
        note = f"总分印为{total.text}，各项得分之和为{expected}"
        yield broken(
            rule,
            note,
            quote=evaluation.total.row,
            position=evaluation.total.position,
            where=title(evaluation),
            printed=total.text,
            expected=expected,
        )


def grades(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """The printed grade is the one that the total earns on some scale in use."""
    known = scales(rule.arguments)
    for evaluation in _all(context):
        total, grade = value(evaluation.total), evaluation.grade
        if total and grade and not grade.doubtful:
            full = value(evaluation.full)
            share = total.value * _FULL / full.value if full and full.value else total.value
            yield judge_grade(rule, grade.text, share, known, f"总分{total.text}", grade, title(evaluation))


def judge_grade(
    rule: Rule, word: str, score: Fraction, known: tuple[Scale, ...], said: str, entry: Entry, where: str
) -> Result:
    """Whether a grade fits a score out of 100."""
    fitting = [scale for scale in known if word in scale.words]
    if not fitting:
        return open_(rule, f"不认识等级“{word}”")
    if any(scale.word(score) == word for scale in fitting):
        return passed(rule)
    expected = fitting[0].word(score)
    note = f"{said}应评为“{expected}”，印为“{word}”"
    return broken(
        rule, note, quote=entry.row or entry.text, position=entry.position, where=where, printed=word, expected=expected
    )


def _all(context: Context) -> tuple[Evaluation, ...]:
    return evaluations(context.document) if context.document else ()


def _bounded(
    rule: Rule,
    evaluation: Evaluation,
    quote: str,
    entry: Entry | None,
    printed: tuple[Quantity, Quantity | None, Quantity | None],
) -> Result:
    weight, score, deduction = printed
    note = expected = ""
    if score and score.value > weight.value:
        note, expected = f"得分{score.text}大于分值{weight.text}", f"不大于{weight.text}"
    elif deduction and deduction.value > weight.value:
        note, expected = f"扣分{deduction.text}大于分值{weight.text}", f"不大于{weight.text}"
    elif score and deduction and score.value + deduction.value != weight.value and deduction.value:
        note = f"得分{score.text} + 扣分{deduction.text}不等于分值{weight.text}"
        expected = shown(weight.value - deduction.value)
    if not note:
        return passed(rule)
    text = (score or deduction or weight).text
    position = entry.position if entry else None
    return broken(rule, note, quote=quote, position=position, where=title(evaluation), printed=text, expected=expected)


def _column(evaluation: Evaluation, name: str) -> list[Quantity] | None:
    """The numbers of a column, money first; None when one of them cannot be relied on."""
    entries: list[Entry | None] = [getattr(item, name) for item in (*evaluation.fundings, *evaluation.indicators)]
    own = [entry for entry in entries if entry and not entry.shared and entry.text not in _NOTHING]
    numbers = [value(entry) for entry in own]
    if any(n is None for n in numbers) or any(entry.doubtful for entry in own):
        return None
    return [n for n in numbers if n]


_NOTHING: Final = frozenset({"", "—", "-", "－", "——", "--", "/", "－－", "―"})


def _may_lack_money(evaluation: Evaluation, gap: Fraction, column: str) -> bool:
    """Whether what is missing may be the execution of the budget, which the table does not score in a cell."""
    stated = any(value(getattr(funding, column)) for funding in evaluation.fundings)
    return not stated and (gap in _MONEY_WEIGHTS if column == "weight" else 0 < gap <= max(_MONEY_WEIGHTS))


def _is_whole(evaluation: Evaluation) -> bool:
    """Whether money and indicators of both halves carry weights, so that nothing is missing."""
    has_money = any(value(funding.weight) for funding in evaluation.fundings)
    firsts = "".join({indicator.first for indicator in evaluation.indicators})
    return has_money and "产出" in firsts and ("效" in firsts or "满意" in firsts)


def _weights(rule: Rule, evaluation: Evaluation, total: Fraction, full: Quantity | None) -> Result:
    head = evaluation.column("weight")
    entry = evaluation.full or head
    declared = full.text if full else str(_FULL)
    note = f"分值合计应为{declared}，各项分值之和为{shown(total)}"
    return broken(
        rule,
        note,
        quote=evaluation.full.row if evaluation.full else "\t".join(entry.text for _, entry in evaluation.columns),
        position=entry.position if entry else evaluation.position,
        where=title(evaluation),
        printed=full.text if full else shown(total),
        expected=shown(total) if full else declared,
    )
