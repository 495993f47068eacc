"""Results: numbers are answered with numbers, missed targets have their reasons and cost points."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.performance.causes import explains_weight
from mingzhang.audit.performance.gather import evaluations
from mingzhang.audit.performance.marks import value
from mingzhang.audit.performance.quantity import shown
from mingzhang.audit.performance.reached import Comparison, Standing, compared, is_numeric_target, is_partly, is_wordy
from mingzhang.audit.performance.verdict import broken, passed, title
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.evaluation import Entry, Evaluation, Indicator
from mingzhang.disclosure.position import Position

_MOST: Final = 5
_NO_REASON: Final = frozenset({"", "无", "—", "-", "/", "——", "--", "无偏差", "暂无", "否"})


def quantified(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """A target in numbers is answered with a number."""
    for evaluation, indicator in _lines(rule, context):
        if is_numeric_target(indicator) and indicator.actual and indicator.actual.text:
            if is_wordy(indicator.actual):
                yield _unquantified(rule, evaluation, indicator)
            else:
                yield passed(rule)


def explained(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """A target missed or reached in part needs points taken off and a reason."""
    for evaluation, indicator in _lines(rule, context):
        comparison = compared(indicator)
        missed = comparison is not None and comparison.standing is Standing.MISSED
        if not missed and not is_partly(indicator.actual):
            continue
        if is_numeric_target(indicator) and is_wordy(indicator.actual):
            continue  # said by quantified
        if not _may_lack(evaluation, indicator):
            yield passed(rule)
            continue
        yield _unexplained(rule, evaluation, indicator)


def lost_points(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """得分 < 分值 needs a reason where the table has a column for it; one finding for one table."""
    for evaluation in evaluations(context.document) if context.document else ():
        lines = [indicator for indicator in evaluation.indicators if _may_lose(evaluation, indicator)]
        unsaid = [indicator for indicator in lines if _loses(indicator) and _is_unsaid(indicator.reason)]
        if unsaid and not evaluation.reason:
            yield _unsaid(rule, evaluation, unsaid)
        elif lines:
            yield passed(rule)


def _may_lose(evaluation: Evaluation, indicator: Indicator) -> bool:
    """Whether points and the column for their reason are there to be looked at."""
    reason = indicator.reason
    there = value(indicator.weight) and value(indicator.score) and reason and not reason.shared and not reason.doubtful
    return bool(there) and not explains_weight(evaluation, indicator)


def _loses(indicator: Indicator) -> bool:
    weight, score = value(indicator.weight), value(indicator.score)
    return weight is not None and score is not None and score.value < weight.value


def _unsaid(rule: Rule, evaluation: Evaluation, lines: list[Indicator]) -> Result:
    said = "；".join(f"“{line.name}”分值{_text(line.weight)}、得分{_text(line.score)}" for line in lines[:_MOST])
    more = f"等{len(lines)}项" if len(lines) > _MOST else ""
    note = f"{said}{more}，没有写扣分的原因和改进措施"
    first = lines[0]
    return _at(rule, evaluation, first, note, first.quote, _text(first.score), "写明偏差原因及改进措施")


def fair_scores(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """A target missed by numbers cannot have full marks."""
    for evaluation, indicator in _lines(rule, context):
        comparison, weight, score = compared(indicator), value(indicator.weight), value(indicator.score)
        if not comparison or not weight or not score or comparison.standing is Standing.UNKNOWN:
            continue
        if comparison.standing is Standing.MISSED and score.value == weight.value and weight.value:
            note = f"“{indicator.name}”{_gap(comparison)}，却得满分{score.text}"
            yield _at(rule, evaluation, indicator, note, "", score.text, f"小于{weight.text}")
        else:
            yield passed(rule)


def overshot(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """A result far above its target: the target was set too low, or it needs explaining; a hint."""
    limit = Fraction(rule.arguments[0])
    for evaluation, indicator in _lines(rule, context):
        comparison = compared(indicator)
        share = comparison.share if comparison else None
        if comparison is None or share is None or comparison.target.bound in {"≤", "<"}:
            continue
        if share <= limit or comparison.target.unit == "%" or not _is_unsaid(indicator.reason):
            yield passed(rule)
            continue
        percent = shown(share * 100, 1)
        note = f"“{indicator.name}”完成{comparison.actual.text}，为目标的{percent}%，目标值可能偏低，应说明"
        yield _at(rule, evaluation, indicator, note, "", comparison.actual.text, "")


def _lines(rule: Rule, context: Context) -> Iterator[tuple[Evaluation, Indicator]]:
    found = evaluations(context.document) if context.document else ()
    for evaluation in found:
        for indicator in evaluation.indicators:
            yield evaluation, indicator


def _unquantified(rule: Rule, evaluation: Evaluation, indicator: Indicator) -> Result:
    target, actual = _text(indicator.target), _text(indicator.actual)
    note = f"“{indicator.name or target}”目标值为“{target}”，完成值写“{actual}”，不是数字，无法对照"
    return _at(rule, evaluation, indicator, note, f"{target}\t{actual}", actual, "填写实际数值")


def _may_lack(evaluation: Evaluation, indicator: Indicator) -> bool:
    """Whether a missed target goes without reason and without points taken off."""
    if evaluation.reason and not _is_unsaid(evaluation.reason):
        return False
    if not _is_unsaid(indicator.reason):
        return False
    weight, score, deduction = value(indicator.weight), value(indicator.score), value(indicator.deduction)
    if deduction and deduction.value:
        return indicator.reason is not None
    if weight and score and (score.value < weight.value or compared(indicator)):
        return False  # said by lost_points or fair_scores
    return indicator.reason is not None or indicator.score is not None or indicator.deduction is not None


def _unexplained(rule: Rule, evaluation: Evaluation, indicator: Indicator) -> Result:
    target, actual = _text(indicator.target), _text(indicator.actual)
    note = f"“{indicator.name}”目标“{target}”，完成情况“{actual}”，没有扣分，也没有写未完成的原因"
    return _at(rule, evaluation, indicator, note, f"{target}\t{actual}", actual, "写明实际值、扣分、原因和改进措施")


def _at(
    rule: Rule, evaluation: Evaluation, indicator: Indicator, note: str, quote: str, printed: str, expected: str
) -> Result:
    said = quote or f"{_text(indicator.target)}\t{_text(indicator.actual)}"
    return broken(
        rule,
        note,
        quote=_lengthened(said, indicator),
        position=_position(indicator),
        where=title(evaluation),
        printed=printed,
        expected=expected,
    )


def _lengthened(said: str, indicator: Indicator) -> str:
    """A short quote with what stands before it in the row, so that it can be found."""
    if len(said) >= 12 or said not in indicator.quote:
        return said if said in indicator.quote else indicator.quote
    start = indicator.quote.index(said)
    return indicator.quote[indicator.quote.rfind("\t", 0, max(start - 1, 0)) + 1 : start + len(said)]


def _position(indicator: Indicator) -> Position:
    entry = indicator.actual or indicator.target
    return entry.position if entry else indicator.position


def _gap(comparison: Comparison) -> str:
    return f"目标{comparison.target.text}、完成{comparison.actual.text}"


def _is_unsaid(entry: Entry | None) -> bool:
    return entry is None or (not entry.shared and entry.text.strip() in _NO_REASON)


def _text(entry: Entry | None) -> str:
    return entry.text if entry else ""
