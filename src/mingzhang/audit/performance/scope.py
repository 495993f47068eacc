"""Scope 口径: money said to be that of projects is not the money of everything."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.performance.gather import Passage, passages
from mingzhang.audit.performance.quantity import Quantity, is_slip, number
from mingzhang.audit.performance.verdict import broken, passed, silent
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.address import TOTAL, Address
from mingzhang.disclosure.fact import Fact
from mingzhang.terms.printed import Printed, number_of, plain

_MONEY: Final = r"\d[\d,]*(?:\.\d+)?\s*(?:万元|亿元|元)"
_ABOUT: Final = (
    r"[^。；;整]{0,24}(?:绩效自评|绩效评价|开展自评)[^。；;整]{0,16}?涉及(?:财政|预算)?(?:资金|金额)\s*(?P<amount>"
    + _MONEY
    + ")"
)
_PROJECTS: Final = re.compile("项目支出" + _ABOUT)
_WHOLE: Final = re.compile("整体支出" + _ABOUT)
_WHOLES: Final = (("T3", "本年支出合计"), ("T5", "小计"), ("T5", "合计"), ("T5", "本年支出合计"))
_PARTED: Final = re.compile(
    rf"支出(?:合计|总额|决算)?\s*(?:为|是|:|：)?\s*(?P<total>{_MONEY})\s*[，,（(。]?\s*(?:其中)?\s*[:：]?\s*"
    rf"基本支出\s*(?:为|是|:|：)?\s*(?P<basic>{_MONEY})[^。；;\d]{{0,12}}?[，,、；;]\s*项目支出\s*(?:为|是|:|：)?\s*(?P<project>{_MONEY})"
)


def project_money(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Money said to be that of projects is not that of everything, nor the other way round."""
    seen = False
    for passage in passages(context.document) if context.document else ():
        for pattern, swapped in ((_PROJECTS, False), (_WHOLE, True)):
            for found in pattern.finditer(plain(passage.text)):
                printed = number_of(found["amount"])
                if printed:
                    seen = True
                    yield _judge(rule, grid, passage, found, printed, swapped)
    if not seen:
        yield silent(rule, "没有写明自评涉及的资金")


def report_money(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """支出 A，其中基本支出 B，项目支出 C: the sum holds, and where two of them are the statement's the third is too."""
    for passage in passages(context.document) if context.document else ():
        for found in _PARTED.finditer(plain(passage.text)):
            printed = {name: number for name in _PARTS if (number := number_of(found[name]))}
            yield _parted(rule, grid, passage, found, printed)


_PARTS: Final = {"total": "", "basic": "基本支出", "project": "项目支出"}


def _parted(rule: Rule, grid: Grid, passage: Passage, found: re.Match[str], printed: dict[str, Printed]) -> Result:
    for statement in ("T3", "T5"):
        stated = {name: _facts(grid, statement, column) for name, column in _PARTS.items()}
        wrong = [name for name, facts in stated.items() if facts and not any(_equal(printed[name], f) for f in facts)]
        if all(stated.values()) and len(wrong) == 1:
            return _unlike(rule, passage, found, printed[wrong[0]], wrong[0], stated[wrong[0]][0])
        if all(stated.values()) and not wrong:
            return passed(rule)
    gap = printed["total"].fen - printed["basic"].fen - printed["project"].fen
    if abs(gap) <= sum(number.spread for number in printed.values()):
        return silent(rule, "文中的支出与支出决算表不同，口径可能不同")
    return broken(
        rule,
        f"支出{printed['total'].text}，基本支出{printed['basic'].text}与项目支出{printed['project'].text}之和与它不等",
        quote=passage.text[found.start() : found.end()],
        position=passage.position(found.start()),
        where=passage.heading,
        printed=printed["total"].text,
    )


def _unlike(rule: Rule, passage: Passage, found: re.Match[str], printed: Printed, name: str, fact: Fact) -> Result:
    expected = f"{fact.shown}{fact.unit.name}"
    return broken(
        rule,
        f"文中{_PARTS[name] or '支出'}{printed.text}，支出决算表为{expected}",
        quote=passage.text[found.start() : found.end()],
        position=passage.position(found.start(name)),
        where=passage.heading,
        printed=printed.text,
        expected=expected,
    )


def _facts(grid: Grid, statement: str, column: str) -> list[Fact]:
    """The figures of a statement's total row under a column; without a column those of all spending."""
    columns = [column] if column else [name for table, name in _WHOLES if table == statement]
    return [fact for name in columns if (fact := _fact(grid, statement, name))]


def _judge(rule: Rule, grid: Grid, passage: Passage, found: re.Match[str], printed: Printed, swapped: bool) -> Result:
    projects = [fact for statement in ("T3", "T5") for fact in _facts(grid, statement, "项目支出")]
    wholes = [fact for statement in ("T3", "T5") for fact in _facts(grid, statement, "")]
    meant, other = (wholes, projects) if swapped else (projects, wholes)
    if not meant or not other:
        return silent(rule, "没有读到支出决算表的项目支出")
    if any(_same(printed, fact) for fact in meant):
        return passed(rule)
    if not any(_same(printed, fact) for fact in other):
        return _mistyped(rule, passage, found, printed, meant)
    said, instead = ("整体支出", "项目支出") if swapped else ("项目支出", "整体支出")
    expected = f"{meant[0].shown}{meant[0].unit.name}"
    return broken(
        rule,
        f"写的是{said}自评，涉及资金{printed.text}却是{instead}的决算数，{said}为{expected}",
        quote=passage.text[found.start() : found.end()],
        position=passage.position(found.start("amount")),
        where=passage.heading,
        printed=printed.text,
        expected=f"{expected}，或改写为{instead}",
    )


def _fact(grid: Grid, statement: str, column: str) -> Fact | None:
    table = grid.tables.get((statement, Address(statement, TOTAL, column).phase))
    fact = table.rows.get(TOTAL, {}).get(column) if table else None
    return fact if fact and fact.is_readable else None


def _mistyped(rule: Rule, passage: Passage, found: re.Match[str], printed: Printed, meant: list[Fact]) -> Result:
    """Another amount may have another scope; one that differs by a single digit is mistyped."""
    said = number(printed.text)
    near = next((fact for fact in meant if said and _is_near(said, fact)), None)
    if near is None:
        return silent(rule, "自评涉及的资金与支出决算不同，口径可能不同")
    expected = f"{near.shown}{near.unit.name}"
    return broken(
        rule,
        f"自评涉及资金{printed.text}，与决算数{expected}只差一个数字",
        quote=passage.text[found.start() : found.end()],
        position=passage.position(found.start("amount")),
        where=passage.heading,
        printed=printed.text,
        expected=expected,
    )


def _is_near(said: Quantity, fact: Fact) -> bool:
    stated = number(f"{fact.shown}{fact.unit.name}")
    return stated is not None and is_slip(said, stated)


def stated_spending(grid: Grid) -> list[tuple[int, int]]:
    """All spending as the statements state it, in fen with its spread."""
    return [(fact.value, fact.spread) for statement in ("T3", "T5") for fact in _facts(grid, statement, "")]


def _equal(printed: Printed, fact: Fact) -> bool:
    """Digit for digit where both are printed with the same places."""
    return printed.fen == fact.value if printed.spread == fact.spread else _same(printed, fact)


def _same(printed: Printed, fact: Fact) -> bool:
    return abs(printed.fen - fact.value) <= printed.spread + fact.spread
