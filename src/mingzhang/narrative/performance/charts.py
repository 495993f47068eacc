"""Charts of a self-evaluation: value over target, points over weight, this year over last, each told in words too."""

from collections.abc import Iterable, Iterator, Sequence

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.appraisal import Achievement, Appraisal, Performance
from mingzhang.disclosure.chart import Chart, ChartKind, Point
from mingzhang.disclosure.evaluation import Scope
from mingzhang.narrative.context import Context
from mingzhang.narrative.performance import named
from mingzhang.narrative.performance.figures import scored


def of_appraisal(c: Context, appraisal: Appraisal) -> tuple[Chart, ...]:
    """Values over targets, and points by first level."""
    what = "" if appraisal.scope is Scope.WHOLE else f"“{appraisal.name}”"
    return (
        *_attained(c, f"{what}绩效目标完成情况", appraisal.achievements),
        *_levels(c, f"{what}一级指标得分情况", appraisal),
    )


def of_works(c: Context, performance: Performance) -> tuple[Chart, ...]:
    """Values over targets of the key work."""
    ones = {one.indicator: one for work in performance.works for one in work.achievements}
    return _attained(c, "重点工作目标完成情况", tuple(ones.values()))


def of_trend(c: Context, appraisal: Appraisal) -> tuple[Chart, ...]:
    """This year's values over last year's."""
    pairs = [(one, one.fact, named.last(one.fact)) for one in appraisal.achievements if one.fact]
    known = [(one, now, before) for one, now, before in pairs if now in c.facts and before in c.facts]
    told = "，".join(f"{one.name}上年{one.prior}、本年{one.actual}" for one, _, _ in known)
    points = tuple(Point(one.name, now, base=before) for one, now, before in known)
    what = "" if appraisal.scope is Scope.WHOLE else f"“{appraisal.name}”"
    return _chart(f"{what}主要指标与上年比较", points, f"对比图：{told}。")


def _attained(c: Context, title: str, ones: Sequence[Achievement]) -> tuple[Chart, ...]:
    known = tuple(_pairs(c, ones))
    told = "，".join(f"{one.name}目标{one.target}、完成{one.actual}" for one, _, _ in known)
    points = tuple(_point(one, fact, goal) for one, fact, goal in known)
    return _chart(title, points, f"完成图：{told}。")


def _point(one: Achievement, fact: Address, goal: Address) -> Point:
    """The figures alone cannot tell whether an upper limit was kept."""
    return Point(one.name, fact, base=goal, goal=one.target, met=not one.is_missed)


def _pairs(c: Context, ones: Iterable[Achievement]) -> Iterator[tuple[Achievement, Address, Address]]:
    """The indicators whose value and target are both figures; a target of nothing can be no measure of length."""
    for one in ones:
        goal = named.target(one.indicator)
        if one.fact in c.facts and one.fact and c.value(goal):
            yield one, one.fact, goal


def _levels(c: Context, title: str, appraisal: Appraisal) -> tuple[Chart, ...]:
    names = [(money.label, "预算执行率") for money in appraisal.monies if money.weight is not None]
    names += [(level, level) for level in appraisal.levels]
    sides = [
        (shown, named.of(appraisal.id, "得分", part), named.of(appraisal.id, "分值", part)) for part, shown in names
    ]
    known = [(shown, score, weight) for shown, score, weight in sides if score in c.facts and c.value(weight)]
    told = "，".join(f"{name}分值{scored(c, w).text}、得分{scored(c, s).text}" for name, s, w in known)
    points = tuple(Point(name, score, base=weight) for name, score, weight in known)
    return _chart(title, points, f"得分图：{told}。")


def _chart(title: str, points: tuple[Point, ...], alternative: str) -> tuple[Chart, ...]:
    return (Chart(0, title, ChartKind.ATTAINMENT, points, alternative),) if points else ()
