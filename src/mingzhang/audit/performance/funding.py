"""Funding: the execution of the budget: its rate and its score follow from the money."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.interval import Fit, Interval, NoRatio, fit_share
from mingzhang.audit.performance.gather import evaluations
from mingzhang.audit.performance.marks import value
from mingzhang.audit.performance.money import summed, whole_and_parts
from mingzhang.audit.performance.quantity import Quantity, shown
from mingzhang.audit.performance.verdict import broken, passed, silent, title
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.evaluation import Evaluation, Funding

_MOST_OFF: Final = Fraction(1, 10)
"""Local scales of the execution score (full marks from 95 %) stay inside a tenth of its weight."""
_NEARLY_ALL: Final = Fraction(9, 10)
"""Below this rate some scales give nothing at all."""


def execution_rates(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """执行率 = 执行数 ÷ 预算数, within what rounding allows."""
    lines = [(e, f) for e in _all(context) for f in e.fundings]
    for evaluation, funding in lines:
        result = _rate(rule, evaluation, funding)
        if result:
            yield result
    if not lines:
        yield silent(rule, "没有绩效自评的资金表")


def execution_scores(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """执行得分 = 分值 × 执行率, at most the weight; smaller differences are a local scale."""
    for evaluation in _all(context):
        for funding in evaluation.fundings:
            result = _score(rule, evaluation, funding)
            if result:
                yield result


def _all(context: Context) -> tuple[Evaluation, ...]:
    return evaluations(context.document) if context.document else ()


def _rate(rule: Rule, evaluation: Evaluation, funding: Funding) -> Result | None:
    executed, rate = value(funding.executed), value(funding.rate)
    bases = [base for base in (value(funding.budget), value(funding.opening)) if base]
    if not executed or not rate or not bases:
        return None
    fits = [fit for base in bases if (fit := _fit(rate, executed, base))]
    if not fits or (fits[0] is Fit.WRONG and _follows(evaluation, funding, rate)):
        return None
    if fits[0] is not Fit.WRONG:
        return passed(rule)
    expected = shown(executed.value / bases[0].value * 100) + "%"
    note = f"执行率印为{rate.text}，按执行数{executed.text}÷预算数{bases[0].text}应为{expected}"
    return broken(
        rule,
        note,
        quote=funding.quote,
        position=funding.rate.position if funding.rate else funding.position,
        where=title(evaluation),
        printed=rate.text,
        expected=expected,
        hint=any(fit in {Fit.EXACT, Fit.ROUNDING} for fit in fits),
    )


def _follows(evaluation: Evaluation, funding: Funding, rate: Quantity) -> bool:
    """Whether the rate fits the sums of the sources, so that not it but the line of all money is wrong."""
    whole, parts = whole_and_parts(evaluation)
    if whole is not funding:
        return False
    executed, budget = (summed(whole, parts, name) for name in ("executed", "budget"))
    fit = _fit(rate, executed, budget) if executed and budget else None
    return fit is not None and fit is not Fit.WRONG


def _fit(rate: Quantity, executed: Quantity, base: Quantity) -> Fit | None:
    """How the printed rate fits; a rate without % may be a plain ratio."""
    printed = rate.value * (1 if rate.unit == "%" or rate.value > 2 else 100)
    places = rate.places if printed == rate.value else max(rate.places - 2, 0)
    try:
        return fit_share(printed, places, around(executed), around(base))
    except NoRatio:
        return None


def around(quantity: Quantity) -> Interval:
    """The true amounts behind a printed one."""
    return Interval.around(quantity.value, quantity.spread)


def _score(rule: Rule, evaluation: Evaluation, funding: Funding) -> Result | None:
    weight, score = value(funding.weight), value(funding.score)
    executed, base = value(funding.executed), value(funding.budget)
    if not weight or not score or not executed or not base or not base.value or not weight.value:
        return None
    expected = weight.value * min(executed.value / base.value, Fraction(1))
    off = score.value - expected
    if abs(off) <= score.spread + Fraction(1, 100):
        return passed(rule)
    hint = -_MOST_OFF <= off / weight.value <= _MOST_OFF or (off < 0 and executed.value < _NEARLY_ALL * base.value)
    text = shown(expected)
    note = f"预算执行得分{score.text}，按分值{weight.text}×执行率（{executed.text}÷{base.text}）应为{text}"
    return broken(
        rule,
        note,
        quote=funding.quote,
        position=funding.score.position if funding.score else funding.position,
        where=title(evaluation),
        printed=score.text,
        expected=text,
        hint=hint,
    )
