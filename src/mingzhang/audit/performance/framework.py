"""Framework 指标体系: indicators stand under the headings they belong to."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.performance.gather import evaluations
from mingzhang.audit.performance.heads import squeezed
from mingzhang.audit.performance.marks import value
from mingzhang.audit.performance.quantity import shown, single
from mingzhang.audit.performance.verdict import broken, passed, title
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.evaluation import Evaluation, Indicator

_SATISFACTION: Final = "满意"
_OTHER_FRAME: Final = re.compile("决策|过程|投入|履职|管理")
"""First levels of the frameworks for whole bodies, in which satisfaction is one of the effects."""
_FEWEST: Final = 3


def satisfaction_apart(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """服务对象满意度 is a first-level heading of its own, not one of 效益指标."""
    for evaluation in _all(context):
        if any(_OTHER_FRAME.match(indicator.first) for indicator in evaluation.indicators):
            continue
        for indicator in evaluation.indicators:
            if not _is_satisfaction_heading(indicator.second) or not indicator.first or _is_doubtful(indicator):
                continue
            if not indicator.first.startswith(rule.arguments):
                yield passed(rule)
                continue
            note = f"“{indicator.second}”列在“{indicator.first}”之下，应单列一级指标“满意度指标”"
            yield _at(rule, evaluation, indicator, note, indicator.second, "满意度指标")


def right_heading(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """What measures satisfaction does not stand under 数量, 质量, 时效 or 成本."""
    for evaluation in _all(context):
        for indicator in evaluation.indicators:
            if not indicator.second or _is_doubtful(indicator):
                continue
            if not _measures_satisfaction(indicator) or not indicator.second.startswith(rule.arguments):
                yield passed(rule)
                continue
            target = indicator.target.text if indicator.target else ""
            note = f"“{indicator.name}”的目标“{target}”是满意度，却列为“{indicator.second}”，应归入满意度指标"
            yield _at(rule, evaluation, indicator, note, indicator.second, "满意度指标")


def complete(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """The second-level headings the framework asks for; a missing one is a hint."""
    wanted = dict(_wanted(text) for text in rule.arguments)
    for evaluation in _all(context):
        if len(evaluation.indicators) < _FEWEST:
            continue
        for first, seconds in wanted.items():
            mine = [i for i in evaluation.indicators if i.first.startswith(first) and i.second]
            if mine:
                yield _complete(rule, evaluation, first, seconds, mine)


def usual_weights(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """The weights of the first level are those of a framework in use; another share is a hint."""
    frames = [dict(_share(part) for part in text.split()) for text in rule.arguments]
    for evaluation in _all(context):
        mine = _first_level(evaluation, {first for frame in frames for first in frame})
        if len(mine) < _FEWEST:
            continue
        if mine in frames:
            yield passed(rule)
            continue
        said = "、".join(f"{first}{shown(weight)}" for first, weight in mine.items())
        yield broken(
            rule,
            f"一级指标分值为{said}，与常用的{'；'.join(rule.arguments)}都不同",
            quote=evaluation.indicators[0].quote,
            position=evaluation.position,
            where=title(evaluation),
            printed=said,
            root=f"{rule.id}:{title(evaluation)}",
        )


def _share(text: str) -> tuple[str, Fraction]:
    name = text.rstrip("0123456789")
    return name, Fraction(text[len(name) :])


def _first_level(evaluation: Evaluation, names: set[str]) -> dict[str, Fraction]:
    """The weights by first-level heading; nothing where a heading or a weight is not known."""
    sums: dict[str, Fraction] = {}
    for indicator in evaluation.indicators:
        name = next((name for name in names if indicator.first.startswith(name)), "")
        weight = value(indicator.weight)
        if not name or weight is None:
            return {}
        sums[name] = sums.get(name, Fraction(0)) + weight.value
    return sums


def _all(context: Context) -> tuple[Evaluation, ...]:
    """The evaluations whose rows are sure: drawn tables, and text files, where tabs part the cells."""
    found = evaluations(context.document) if context.document else ()
    return tuple(evaluation for evaluation in found if evaluation.ruled or evaluation.position.line is not None)


def _is_doubtful(indicator: Indicator) -> bool:
    """Whether the row was made out too badly to be held against anyone."""
    return any(entry is not None and entry.doubtful for entry in (indicator.target, indicator.actual))


def _is_satisfaction_heading(second: str) -> bool:
    return _SATISFACTION in second and len(squeezed(second)) <= 16


def _measures_satisfaction(indicator: Indicator) -> bool:
    """Whether the target itself is a rate of satisfaction, with nothing else beside it."""
    target = indicator.target.text if indicator.target else ""
    rated = single(target)
    own_words = f"{target} {indicator.name}" if rated and rated.unit == "%" else target
    return "满意度" in own_words and rated is not None and rated.unit == "%"


def _wanted(text: str) -> tuple[str, tuple[str, ...]]:
    first, _, seconds = text.partition(" ")
    return first, tuple(seconds.split())


def _complete(
    rule: Rule, evaluation: Evaluation, first: str, seconds: tuple[str, ...], mine: list[Indicator]
) -> Result:
    there = "".join(indicator.second for indicator in mine)
    missing = [second for second in seconds if second not in there]
    if not missing:
        return passed(rule)
    return broken(
        rule,
        f"“{mine[0].first}”没有{'、'.join(missing)}指标",
        quote=mine[0].quote,
        position=mine[0].position,
        where=title(evaluation),
        printed=mine[0].first,
        expected="、".join(seconds),
        root=f"{rule.id}:{title(evaluation)}:{first}",
    )


def _at(rule: Rule, evaluation: Evaluation, indicator: Indicator, note: str, printed: str, expected: str) -> Result:
    target = indicator.target.text if indicator.target else ""
    return broken(
        rule,
        note,
        quote="\t".join(part for part in (indicator.second, indicator.name, target) if part),
        position=indicator.position,
        where=title(evaluation),
        printed=printed,
        expected=expected,
    )
