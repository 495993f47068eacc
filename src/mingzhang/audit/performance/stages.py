"""Stages: how many projects and how much money had targets set, were tracked, were evaluated."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.performance.gather import Passage, passages
from mingzhang.audit.performance.quantity import Quantity, quantities
from mingzhang.audit.performance.verdict import broken, passed, silent
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.terms.printed import plain

SET, TRACKED, EVALUATED = "编报绩效目标", "绩效跟踪", "绩效自评"
_STAGE: Final = re.compile(
    r"(?P<stage>编[报制]\S{0,4}绩效目标|绩效(?:运行)?(?:跟踪|监控)(?:评价)?|绩效自评)(?:价)?的?[^；;。\d]{0,8}(?:20\d\d\s*年度?)?"
    r"[^；;。\d]{0,8}项目\s*(?P<count>\d+)\s*个"
    r"(?:[^；;。\d]{0,12}(?P<amount>\d[\d,]*(?:\.\d+)?\s*(?:万元|亿元|元)))?"
)
_TURNED: Final = re.compile(
    r"(?P<count>\d+)\s*个项目(?:均|都|全部)?(?:开展|进行|编制|编报|申报|实施|组织)了?[^，。；;\d]{0,10}?"
    r"(?P<stage>绩效目标(?!完成)|绩效(?:运行)?(?:跟踪|监控)|绩效自评|(?:绩效目标完成情况)?自评)"
    r"(?:[^；;。\d]{0,12}(?P<amount>\d[\d,]*(?:\.\d+)?\s*(?:万元|亿元|元)))?"
)


_EXPLAINED: Final = re.compile(r"原因|由于|因为|调整|取消|追加|压减|不含|不包括|差异|除外|涉密|未纳入|年中|合并|撤销")


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage: how many projects, how much money, where it is said."""

    name: str
    count: int
    amount: Quantity | None
    text: str
    start: int
    end: int


def stages(passage: Passage) -> tuple[Stage, ...]:
    """The stages a passage counts."""
    text = plain(passage.text)
    found = [*_STAGE.finditer(text), *_TURNED.finditer(text)]
    return tuple(_stage(match) for match in sorted(found, key=lambda match: match.start()))


def coverage(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Every project with targets is evaluated; the same projects have the same money."""
    found = False
    for passage in _passages(context):
        mine = {stage.name: stage for stage in reversed(stages(passage))}
        planned, done = mine.get(SET), mine.get(EVALUATED)
        if not planned or not done:
            continue
        found = True
        yield from _coverage(rule, passage, planned, done, mine.get(TRACKED))
    if not found:
        yield silent(rule, "没有编报、自评的项目数")


def _passages(context: Context) -> tuple[Passage, ...]:
    return passages(context.document) if context.document else ()


def _stage(found: re.Match[str]) -> Stage:
    word = found["stage"]
    name = EVALUATED if "自评" in word else TRACKED if "跟踪" in word or "监控" in word else SET
    amount = next(iter(quantities(found["amount"])), None) if found["amount"] else None
    return Stage(name, int(found["count"]), amount, found[0], *found.span())


def _coverage(rule: Rule, passage: Passage, planned: Stage, done: Stage, tracked: Stage | None) -> Iterator[Result]:
    between = passage.text[planned.start : done.end + 60]
    if _EXPLAINED.search(between.replace("调整预算", "")):
        yield passed(rule)
        return
    if planned.count != done.count:
        note = f"编报绩效目标的项目{planned.count}个，绩效自评的项目{done.count}个，两者不同而没有说明（自评应全覆盖）"
        yield _at(rule, passage, done, note, str(done.count), str(planned.count))
        return
    others = [s for s in (tracked, done) if s and s.count == planned.count and _differs(planned.amount, s.amount)]
    for stage in others:
        one, other = _said(planned), _said(stage)
        note = f"同为{planned.count}个项目，{planned.name}涉及金额{one}，{stage.name}涉及金额{other}，没有说明"
        yield _at(rule, passage, stage, note, other, one)
    if tracked and tracked.count != planned.count:
        note = f"编报绩效目标的项目{planned.count}个，绩效跟踪的项目{tracked.count}个"
        yield _at(rule, passage, tracked, note, str(tracked.count), str(planned.count), hint=True)
    elif not others:
        yield passed(rule)


def _said(stage: Stage) -> str:
    return stage.amount.text if stage.amount else ""


def _differs(one: Quantity | None, other: Quantity | None) -> bool:
    return bool(one and other and one.unit == other.unit and one.value != other.value)


def _at(
    rule: Rule, passage: Passage, stage: Stage, note: str, printed: str, expected: str, *, hint: bool = False
) -> Result:
    return broken(
        rule,
        note,
        quote=passage.text[stage.start : stage.end],
        position=passage.position(stage.start),
        where=passage.heading,
        printed=printed,
        expected=expected,
        hint=hint,
    )
