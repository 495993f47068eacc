"""Formulas: an indicator's value is what its name says, and the money of the whole is the statement's; hints only."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.performance.gather import evaluations
from mingzhang.audit.performance.heads import squeezed
from mingzhang.audit.performance.marks import value
from mingzhang.audit.performance.money import whole_line
from mingzhang.audit.performance.quantity import Quantity, is_slip, single
from mingzhang.audit.performance.scope import stated_spending
from mingzhang.audit.performance.verdict import broken, open_, passed, title
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.evaluation import Evaluation, Funding, Indicator, Scope

_COMPLETION: Final = re.compile("(?:部门|单位)?预算(?:资金)?(?:完成|执行)率")
_HUNDRED: Final = 100


def adjustment(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """预算调整率 is what was adjusted over the budget, not what of it was left unspent."""
    for evaluation in _all(context):
        rates = [rate for funding in evaluation.fundings if (rate := value(funding.rate))]
        for indicator in evaluation.indicators:
            adjusted = single(indicator.actual.text) if indicator.actual else None
            if "调整率" in indicator.name and adjusted and rates:
                yield _adjustment(rule, evaluation, indicator, adjusted, rates)


def completion(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """预算完成率 of an indicator is the rate of the money above it; only a slip of a digit is more than a hint."""
    for evaluation in _all(context):
        rates = [rate for funding in evaluation.fundings if (rate := value(funding.rate))]
        for indicator in evaluation.indicators:
            done = single(indicator.actual.text) if indicator.actual else None
            if _COMPLETION.fullmatch(squeezed(indicator.name)) and done and done.unit == "%" and rates:
                yield _completion(rule, evaluation, indicator, done, rates)


def _completion(
    rule: Rule, evaluation: Evaluation, indicator: Indicator, done: Quantity, rates: list[Quantity]
) -> Result:
    if any(abs(done.value - rate.value) <= done.spread + rate.spread for rate in rates):
        return passed(rule)
    slip = next((rate for rate in rates if is_slip(done, rate)), None)
    right = slip or rates[0]
    return broken(
        rule,
        f"“{indicator.name}”的完成值{done.text}，与本表的执行率{right.text}不同",
        quote=indicator.quote,
        position=indicator.actual.position if indicator.actual else indicator.position,
        where=title(evaluation),
        printed=done.text,
        expected=right.text if slip else "",
        hint=slip is None,
    )


def whole_money(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """What the whole body spent is the spending of the statements; another figure may have another scope."""
    for evaluation in _all(context):
        whole = whole_line(evaluation)
        executed = value(whole.executed) if whole else None
        if evaluation.scope is not Scope.WHOLE or whole is None or executed is None:
            continue
        stated = stated_spending(grid)
        if not stated:
            yield open_(rule, "没有读到支出决算表的本年支出")
            continue
        yield _money(rule, evaluation, whole, executed, stated)


def _all(context: Context) -> tuple[Evaluation, ...]:
    return evaluations(context.document) if context.document else ()


def _adjustment(
    rule: Rule, evaluation: Evaluation, indicator: Indicator, adjusted: Quantity, rates: list[Quantity]
) -> Result:
    if all(adjusted.value + rate.value != _HUNDRED for rate in rates) or not adjusted.value:
        return passed(rule)
    return broken(
        rule,
        f"“{indicator.name}”{adjusted.text}恰为100%减执行率，这是未执行率；调整率 = |调整后预算 − 年初预算| ÷ 年初预算",
        quote=indicator.quote,
        position=indicator.position,
        where=title(evaluation),
        printed=adjusted.text,
    )


def _money(
    rule: Rule, evaluation: Evaluation, funding: Funding, executed: Quantity, stated: list[tuple[int, int]]
) -> Result:
    """Against every spending of the statements, the amount taken as 万元 and as 元."""
    spread = int(executed.spread * 1_000_000)
    for scale in (100, 1_000_000):
        if any(abs(executed.value * scale - fen) <= spread + slack for fen, slack in stated):
            return passed(rule)
    return broken(
        rule,
        f"整体支出执行数{executed.text}与支出决算表的本年支出不同，请核对口径",
        quote=funding.quote,
        position=funding.position,
        where=title(evaluation),
        printed=executed.text,
    )
