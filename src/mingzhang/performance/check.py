"""Checking a plan 编报差错: names and indicators that do not do by themselves, and reasons that are owed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from mingzhang.books.fault import Fault, Gravity
from mingzhang.books.plan import Indicator, Measure, Plan
from mingzhang.disclosure.appraisal import Achievement, Performance, State
from mingzhang.performance.asked import near
from mingzhang.performance.plan_fault import plan_fault
from mingzhang.performance.weights import Problem
from mingzhang.terms.target import Aim, Target

_BRACKETS: Final = "[]"
_CLOSED: Final = "[]/"


def indicator_faults(plan: Plan) -> Iterator[Fault]:
    """What is wrong with indicators by themselves."""
    measures = {one.id: one for one in plan.measures}
    for identity, count in Counter(one.id for one in plan.indicators).items():
        if count > 1:
            yield plan_fault("indicator", identity, "id", identity, "编号重复", "每个 [[indicator]] 的 id 各不相同")
    for one in plan.indicators:
        for key, (value, message, mend) in _indicator(one, measures):
            yield plan_fault("indicator", one.id, key, value, message, mend)


def _indicator(one: Indicator, measures: Mapping[str, Measure]) -> Iterator[tuple[str, Problem]]:
    measure = measures.get(one.measure or "")
    if one.measure and measure is None:
        yield "measure", (one.measure, "没有这个完成值", near(one.measure, measures))
    if isinstance(one.target, Target) and one.judged:
        yield "result", (one.judged.text, "数量目标要用数量回答", "写 measure，或把 target 改成 aim")
    if isinstance(one.target, Aim) and one.measure:
        yield "measure", (one.measure, "定性目标不能用数量判定", "写 result，或把 aim 改成 target")
    if isinstance(one.target, Target) and measure and measure.unit.name != one.target.unit.name:
        message = f"目标值的计量单位与完成值的“{measure.unit.name}”不同"
        yield "target", (one.target.text, message, "改成同一个计量单位")


def name_faults(plan: Plan) -> Iterator[Fault]:
    """Evaluations of one name, and names that addresses cannot hold."""
    undertakings = (*((plan.whole,) if plan.whole else ()), *plan.projects)
    for identity, count in Counter(one.id for one in undertakings).items():
        if count > 1:
            mend = "每个 [[project]] 的 id 各不相同，也不用“整体”"
            yield plan_fault("project", identity, "id", identity, "编号重复", mend)
    yield from _unfit("measure", "id", [one.id for one in plan.measures], _CLOSED)
    yield from _unfit("indicator", "id", [one.id for one in plan.indicators], _CLOSED)
    yield from _unfit("project", "id", [one.id for one in undertakings], _CLOSED)
    yield from _unfit("project", "label", [line.label for one in undertakings for line in one.lines], _BRACKETS)


def _unfit(table: str, key: str, names: Iterable[str], signs: str) -> Iterator[Fault]:
    for name in dict.fromkeys(names):
        if not name.strip() or set(name) & set(signs):
            message = f"编号和名称不能空着，也不能有 {' '.join(signs)}"
            yield plan_fault(table, name, key, name, message, "换一个编号或名称")


def work_faults(plan: Plan) -> Iterator[Fault]:
    """Key work that names indicators that do not exist, or answers to none."""
    known = [one.id for one in plan.indicators]
    for work in plan.works:
        for identity in work.indicators:
            if identity not in known:
                yield plan_fault("work", work.title, "indicators", identity, "没有这个指标", near(identity, known))


def owed_faults(performance: Performance) -> Iterator[Fault]:
    """Reasons and measures that have to be given and are not: hints, for the document is made all the same."""
    achievements = [one for appraisal in performance.appraisals for one in appraisal.achievements]
    achievements += [one for work in performance.works for one in work.achievements]
    for one in {one.indicator: one for one in reversed(achievements) if one.is_owed or _loses(one)}.values():
        yield _owed(one)


def _loses(one: Achievement) -> bool:
    """Whether points were lost and nobody says why, though the target counts as met."""
    return bool(one.deduction) and not one.reason


def _owed(one: Achievement) -> Fault:
    told = f"目标{one.target}，完成{one.actual}"
    what = {
        State.MET: f"得分少于分值（{told}）",
        State.UNMEASURED: "没有完成值",
        State.MISSED: f"没有达到目标（{told}）",
        State.SURPASSED: f"完成值远超目标（{told}）",
    }[one.state]
    mend = "写 reason（原因）和 remedy（改进措施）" if one.is_missed else "写 reason（偏差原因）"
    return plan_fault("indicator", one.indicator, "reason", "", f"{what}，没有说明", mend, Gravity.WARNING)
