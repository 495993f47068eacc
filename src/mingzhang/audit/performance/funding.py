"""Funding: money of an evaluation adds up, and its execution rate and score follow from it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.interval import Fit, Interval, NoRatio, fit_share
from mingzhang.audit.performance.gather import evaluations
from mingzhang.audit.performance.heads import squeezed
from mingzhang.audit.performance.marks import value
from mingzhang.audit.performance.quantity import Quantity, shown
from mingzhang.audit.performance.verdict import broken, passed, silent, title
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.evaluation import Entry, Evaluation, Funding

_WHOLE: Final = re.compile(r"总额|总金额|合计|总计|资金$|整体支出")
_PARTS: Final = (
    ("财政拨款", r"财政拨款|财政资金|预算拨款"),
    ("结转", r"结转"),
    ("其他", r"其他|单位资金|自筹|事业收入|专户"),
)
_NESTED: Final = re.compile(r"中央|省|市|县|区|本级|上级|一般公共预算|政府性基金|国有资本|补助")
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


def sources(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """年度资金总额 = 当年财政拨款 + 上年结转 + 其他资金, in every column."""
    for evaluation in _all(context):
        whole, parts = _whole_and_parts(evaluation)
        if whole and parts:
            for column in ("opening", "budget", "executed"):
                yield from _sum(rule, evaluation, whole, parts, column)


def parts_within(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """其中 of the money is not more than all money, in every column."""
    for evaluation in _all(context):
        if _whole_and_parts(evaluation)[0]:
            continue  # said by sources
        whole = whole_line(evaluation)
        parts = [line for line in evaluation.fundings if line is not whole and squeezed(line.label).startswith("其中")]
        for part in parts if whole else ():
            for name in ("opening", "budget", "executed"):
                yield from _within(rule, evaluation, getattr(whole, name), getattr(part, name), part)


def _within(
    rule: Rule, evaluation: Evaluation, whole: Entry | None, part: Entry | None, line: Funding
) -> Iterator[Result]:
    most, printed = value(whole), value(part)
    if not most or not printed or whole is None:
        return
    if printed.value <= most.value + most.spread + printed.spread:
        yield passed(rule)
        return
    yield broken(
        rule,
        f"{line.label}{printed.text}大于资金总额{most.text}",
        quote=line.quote,
        position=line.position,
        where=title(evaluation),
        printed=printed.text,
        expected=f"不大于{most.text}",
        root=f"PF.money:{title(evaluation)}:{most.text}",
    )


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
        hint=any(fit is not Fit.WRONG for fit in fits),
    )


def _follows(evaluation: Evaluation, funding: Funding, rate: Quantity) -> bool:
    """Whether the rate fits the sums of the sources, so that not it but the line of all money is wrong."""
    whole, parts = _whole_and_parts(evaluation)
    if whole is not funding:
        return False
    executed, budget = (_added(whole, parts, name) for name in ("executed", "budget"))
    fit = _fit(rate, executed, budget) if executed and budget else None
    return fit is not None and fit is not Fit.WRONG


def _added(whole: Funding, parts: list[Funding], name: str) -> Quantity | None:
    """What the sources of a column add up to, in the places of the line of all money."""
    total = value(getattr(whole, name))
    addends = [addend for part in parts if (addend := value(getattr(part, name)))]
    return replace(total, value=sum((a.value for a in addends), Fraction(0))) if total and addends else None


def _fit(rate: Quantity, executed: Quantity, base: Quantity) -> Fit | None:
    """How the printed rate fits; a rate without % may be a plain ratio."""
    printed = rate.value * (1 if rate.unit == "%" or rate.value > 2 else 100)
    places = rate.places if printed == rate.value else max(rate.places - 2, 0)
    try:
        return fit_share(printed, places, around(executed), around(base))
    except NoRatio:
        return None


def whole_line(evaluation: Evaluation) -> Funding | None:
    """The line of all money: the only one, or the first that is labelled so."""
    if len(evaluation.fundings) == 1:
        return evaluation.fundings[0]
    labels = ((line, re.sub(r"[(].*?[)]|:", "", squeezed(line.label))) for line in evaluation.fundings)
    return next((line for line, label in labels if _WHOLE.search(label) and not label.startswith("其中")), None)


def added(evaluation: Evaluation, name: str) -> list[Fraction]:
    """What the sources of a column of money add up to, where the table has them."""
    whole, parts = _whole_and_parts(evaluation)
    summed = _added(whole, parts, name) if whole else None
    return [summed.value] if summed else []


def around(quantity: Quantity) -> Interval:
    """The true amounts behind a printed one."""
    return Interval.around(quantity.value, quantity.spread)


def _whole_and_parts(evaluation: Evaluation) -> tuple[Funding | None, list[Funding]]:
    """The line of all money and the lines of its sources; none where a source stands twice or is parted further."""
    whole = whole_line(evaluation)
    parts = [f for f in evaluation.fundings if f is not whole]
    kinds = [_kind(squeezed(part.label)) for part in parts]
    clear = whole and len(parts) >= 2 and all(kinds) and len(set(kinds)) == len(kinds) and "财政拨款" in kinds
    return (whole, parts) if clear else (None, [])


def _kind(label: str) -> str:
    if _NESTED.search(label):
        return ""
    return next((kind for kind, pattern in reversed(_PARTS) if re.search(pattern, label)), "")


def _sum(rule: Rule, evaluation: Evaluation, whole: Funding, parts: list[Funding], column: str) -> Iterator[Result]:
    entry = getattr(whole, column)
    total, addends = value(entry), [value(getattr(part, column)) for part in parts]
    known = [addend for addend in addends if addend]
    complete = all(addend or _is_empty(getattr(part, column)) for addend, part in zip(addends, parts, strict=True))
    if not total or not known or not complete:
        return
    actual = sum((addend.value for addend in known), Fraction(0))
    slack = total.spread + sum((addend.spread for addend in known), Fraction(0))
    if abs(total.value - actual) <= slack:
        yield passed(rule)
        return
    expected = shown(actual, max(total.places, *(addend.places for addend in known)))
    note = f"年度资金总额{total.text}，各来源之和为{' + '.join(a.text for a in known)} = {expected}"
    yield broken(
        rule,
        note,
        quote=whole.quote,
        position=entry.position,
        where=title(evaluation),
        printed=total.text,
        expected=expected,
    )


def _is_empty(entry: Entry | None) -> bool:
    """Whether nothing, or a mark for nothing, stands where a source has no money."""
    return entry is None or entry.text.strip() in {"", "—", "-", "－", "/", "——", "--", "无"}


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
