"""Fitting 合不合体系: what of one evaluation does not fit its framework, its money or its weights, all at once."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from mingzhang.books.fault import Fault, Gravity
from mingzhang.books.plan import Indicator, Plan, Undertaking, Weighted
from mingzhang.disclosure.evaluation import Scope
from mingzhang.performance.asked import near
from mingzhang.performance.framework import Framework, Frameworks
from mingzhang.performance.funding import Treasury
from mingzhang.performance.oddity import oddities
from mingzhang.performance.plan_fault import plan_fault
from mingzhang.performance.weights import Problem, Share, problems, shown


def undertaking_faults(
    undertaking: Undertaking, scope: Scope, frameworks: Frameworks, plan: Plan, treasury: Treasury
) -> Iterator[Fault]:
    """What is wrong with one evaluation."""
    table = "whole" if scope is Scope.WHOLE else "project"
    for one in _undertaking(undertaking, frameworks, plan, treasury):
        yield plan_fault(table, undertaking.id, one.key, one.value, one.message, one.mend, one.gravity)


@dataclass(frozen=True, slots=True)
class _Finding:
    """A problem of one key of an evaluation."""

    key: str
    value: str
    message: str
    mend: str
    gravity: Gravity = Gravity.ERROR


def _undertaking(
    undertaking: Undertaking, frameworks: Frameworks, plan: Plan, treasury: Treasury
) -> Iterator[_Finding]:
    known = {one.id: one for one in plan.indicators}
    yield from _listed(undertaking, known)
    yield from _lines(undertaking, treasury)
    framework = frameworks.get(undertaking.framework)
    if framework is None:
        mend = f"本年可用的有：{'、'.join(frameworks)}"
        yield _Finding("framework", undertaking.framework, "本年没有这个指标体系", mend)
        return
    yield from _names(undertaking, framework)
    placed = [(known[item.indicator], item) for item in undertaking.indicators if item.indicator in known]
    found = [finding for one, item in placed for finding in (*_headings(one, item, framework), *_bands(one, framework))]
    yield from found
    if not any(finding.key == "first" for finding in found):
        yield from (_Finding("indicators", *problem) for problem in _weights(placed, framework))


def _lines(undertaking: Undertaking, treasury: Treasury) -> Iterator[_Finding]:
    wrong = [problem for line in undertaking.lines for problem in treasury.problems(line)]
    yield from (_Finding("lines", *problem) for problem in wrong)
    if undertaking.lines and not wrong:
        yield from (_Finding("lines", *problem, Gravity.WARNING) for problem in oddities(undertaking.lines, treasury))


def _listed(undertaking: Undertaking, known: Mapping[str, Indicator]) -> Iterator[_Finding]:
    for identity, count in Counter(item.indicator for item in undertaking.indicators).items():
        if identity not in known:
            yield _Finding("indicators", identity, "没有这个指标", near(identity, known))
        if count > 1:
            yield _Finding("indicators", identity, "指标列了不止一次", "只列一次")
    if not undertaking.indicators:
        yield _Finding("indicators", "", "没有列指标", "在 indicators 里列出指标的编号")


def _headings(one: Indicator, item: Weighted, framework: Framework) -> Iterator[_Finding]:
    first, second = item.first or one.first, item.second or one.second
    level = framework.level(first)
    if level is None:
        message = f"“{framework.label}”没有这个一级指标（指标“{one.id}”）"
        mend = f"用{'、'.join(known.name for known in framework.levels)}之一；可在 indicators 里另写 first、second"
        yield _Finding("first", first, message, mend)
    elif not level.has(second):
        message = f"“{level.name}”之下一般没有这个二级指标（指标“{one.id}”）"
        yield _Finding("second", second, message, f"一般用{'、'.join(level.seconds)}", Gravity.WARNING)


def _bands(one: Indicator, framework: Framework) -> Iterator[_Finding]:
    judged = one.judged
    band = framework.band(judged.attainment) if judged else None
    if judged and band and not band.takes(judged.share):
        message = f"指标“{one.id}”的得分比例不在“{band.attainment.value}”的区间里"
        yield _Finding("share", _percent(judged.share), message, f"{_percent(band.highest)}至{_percent(band.lowest)}")


def _names(undertaking: Undertaking, framework: Framework) -> Iterator[_Finding]:
    """Lines of money, first levels and indicators are told apart by their names in addresses."""
    listed = {item.indicator for item in undertaking.indicators}
    names = [*listed, *(line.label for line in undertaking.lines), *(level.name for level in framework.levels)]
    for name, count in Counter(names).items():
        if count > 1:
            yield _Finding("indicators", name, "指标编号、资金名称、一级指标不能同名", "给其中一个换个名称")
    if framework.execution and not undertaking.lines:
        message = f"没有资金，{framework.execution.label}不能评分"
        yield _Finding("lines", "", message, "在 lines 里写 label、budget 和 executed")


def _weights(placed: list[tuple[Indicator, Weighted]], framework: Framework) -> Iterator[Problem]:
    levels = [(framework.level(item.first or one.first), item.weight) for one, item in placed]
    return problems([Share(level, weight) for level, weight in levels if level], framework)


def _percent(share: Fraction) -> str:
    return f"{shown(share * 100)}%"
