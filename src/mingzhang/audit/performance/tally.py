"""Tally: the grades, the average and the problems told of the projects evaluated fit each other."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.performance.gather import Passage, passages
from mingzhang.audit.performance.grades import Scale, scales
from mingzhang.audit.performance.quantity import shown
from mingzhang.audit.performance.stages import EVALUATED, SET, Stage, stages
from mingzhang.audit.performance.verdict import broken, open_, passed
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.terms.printed import plain

_GRADED: Final = re.compile(
    r"(?<![其当])[“\"「『]?(?P<word>优秀|优|良好|良|中等|中|基本合格|不合格|合格|较差|差)[”\"」』]?\s*(?:等级|等次|级|档)?"
    r"\s*(?:的)?\s*(?:项目)?\s*(?:有|共)?\s*(?P<count>\d+)\s*个"
)
_AVERAGE: Final = re.compile(r"平均(?:得?分|分数)\s*(?:数|值)?\s*(?:为|是|:|：)?\s*(?P<score>\d+(?:\.\d+)?)\s*分?")
_ISSUES: Final = re.compile(
    r"发现\S{0,4}问题\s*(?P<found>\d+)\s*[个项条](?P<between>[^。；;\d]{0,12}?)(?:整改|完成整改)的?(?:了|完成|到位)?\s*(?P<done>\d+)\s*[个项条]"
    r"(?:[^。；;\d]{0,4}?正在整改的?\s*(?P<doing>\d+)\s*[个项条])?"
)


_STOP: Final = re.compile(
    r"发现|。(?![^（(]*[）)])(?!\s*(?:其中|按|从评|在评|经评|评定|评价等?[级次]|评价?结[果论]|自评[等结]|绩效评[级价]|等[级次]))"
)
"""Where what is said of all projects ends: at a sentence that does not go on with their grades."""
_WHOLE_BODIES: Final = re.compile(r"(?P<count>\d+)\s*个(?:部门|单位)?整体支出")


def graded(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """The projects of all grades are the projects evaluated."""
    for passage in _passages(context):
        for stage, counts, end in _graded(passage):
            total = sum(counts.values())
            if total in {stage.count, stage.count + _bodies(passage), _planned(passage)}:
                yield passed(rule)
                continue
            said = " + ".join(f"{word}{count}" for word, count in counts.items())
            text = passage.text[stage.start : end]
            note = f"绩效自评项目{stage.count}个，各等级项目数之和为{said} = {total}"
            yield broken(
                rule,
                note,
                quote=text,
                position=passage.position(stage.start),
                where=passage.heading,
                printed=str(total),
                expected=str(stage.count),
            )


def averaged(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """The average score is possible with these grades."""
    known = scales(rule.arguments)
    for passage in _passages(context):
        for stage, counts, _ in _graded(passage):
            average = _AVERAGE.search(plain(passage.text), stage.start)
            if average and sum(counts.values()) == stage.count and stage.count:
                yield _averaged(rule, passage, average, counts, known)


def rectified(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """发现问题 = 已整改 + 正在整改, and never more mended than found."""
    for passage in _passages(context):
        for found in _ISSUES.finditer(plain(passage.text)):
            yield _rectified(rule, passage, found)


def _passages(context: Context) -> tuple[Passage, ...]:
    return passages(context.document) if context.document else ()


def _bodies(passage: Passage) -> int:
    """How many bodies are evaluated as a whole beside the projects, and may be graded with them."""
    found = _WHOLE_BODIES.search(plain(passage.text))
    return int(found["count"]) if found else 0


def _planned(passage: Passage) -> int:
    """The number of projects with targets: grades that fit it are right, and the number evaluated is wrong."""
    return next((stage.count for stage in stages(passage) if stage.name == SET), -1)


def _graded(passage: Passage) -> Iterator[tuple[Stage, dict[str, int], int]]:
    """The evaluated projects with the counts by grade that follow in the same sentence or bracket."""
    text = plain(passage.text)
    for stage in stages(passage):
        if stage.name != EVALUATED:
            continue
        stop = _STOP.search(text, stage.end)
        end = stop.start() if stop else len(text)
        found = list(_GRADED.finditer(text, stage.end, end))
        counts = {match["word"]: int(match["count"]) for match in found}
        if counts and len(counts) == len(found):
            yield stage, counts, found[-1].end()


def _averaged(
    rule: Rule, passage: Passage, average: re.Match[str], counts: dict[str, int], known: tuple[Scale, ...]
) -> Result:
    score = Fraction(average["score"])
    ranges = [r for scale in known if (r := _range(scale, counts))]
    if not ranges:
        return open_(rule, f"不认识等级“{'、'.join(counts)}”")
    if any(low <= score <= high for low, high in ranges):
        return passed(rule)
    low, high = ranges[0]
    said = "、".join(f"{word}{count}个" for word, count in counts.items())
    expected = f"{shown(low)}至{shown(high)}分"
    return broken(
        rule,
        f"平均得分{average['score']}分，按等级（{said}）应在{expected}之间",
        quote=passage.text[max(average.start() - 12, 0) : average.end()],
        position=passage.position(average.start()),
        where=passage.heading,
        printed=average["score"],
        expected=expected,
    )


def _range(scale: Scale, counts: dict[str, int]) -> tuple[Fraction, Fraction] | None:
    """The lowest and highest average these grades allow; None when the scale lacks one of the words."""
    if not scale.words >= counts.keys():
        return None
    number = sum(counts.values())
    low = sum(scale.limits(word)[0] * count for word, count in counts.items())
    high = sum(scale.limits(word)[1] * count for word, count in counts.items())
    return Fraction(low, number), Fraction(high, number)


def _rectified(rule: Rule, passage: Passage, found: re.Match[str]) -> Result:
    total, done = int(found["found"]), int(found["done"])
    doing = int(found["doing"]) if found["doing"] else None
    if done + (doing or 0) == total or (doing is None and done <= total):
        return passed(rule)
    parts = f"{done} + {doing}" if doing is not None else f"{done}"
    return broken(
        rule,
        f"发现问题{total}个，已整改与正在整改的为{parts}",
        quote=passage.text[found.start() : found.end()],
        position=passage.position(found.start()),
        where=passage.heading,
        printed=str(total),
        expected=str(done + (doing or 0)),
    )
