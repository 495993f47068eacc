"""Scope 口径: money said to be that of projects is not the money of everything."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.performance.gather import Passage, passages
from mingzhang.audit.performance.verdict import broken, passed, silent
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.address import TOTAL, Address
from mingzhang.disclosure.fact import Fact
from mingzhang.terms.printed import Printed, number_of, plain

_PROJECTS: Final = re.compile(
    r"项目支出[^。；;整]{0,24}(?:绩效自评|绩效评价|开展自评)[^。；;整]{0,16}?涉及(?:财政|预算)?(?:资金|金额)\s*(?P<amount>\d[\d,]*(?:\.\d+)?\s*(?:万元|亿元|元))"
)
_WHOLES: Final = (("T3", "本年支出合计"), ("T5", "小计"), ("T5", "合计"), ("T5", "本年支出合计"))
_PROJECT: Final = "项目支出"


def project_money(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Money of project self-evaluations that equals all spending, while 项目支出 is another figure, is mistaken."""
    seen = False
    for passage in passages(context.document) if context.document else ():
        for found in _PROJECTS.finditer(plain(passage.text)):
            printed = number_of(found["amount"])
            if printed:
                seen = True
                yield _judge(rule, grid, passage, found, printed)
    if not seen:
        yield silent(rule, "没有写明项目支出自评涉及的资金")


def _judge(rule: Rule, grid: Grid, passage: Passage, found: re.Match[str], printed: Printed) -> Result:
    projects = [fact for statement in ("T3", "T5") if (fact := _fact(grid, statement, _PROJECT))]
    wholes = [fact for statement, column in _WHOLES if (fact := _fact(grid, statement, column))]
    if not projects or not wholes:
        return silent(rule, "没有读到支出决算表的项目支出")
    if any(_same(printed, fact) for fact in projects):
        return passed(rule)
    if not any(_same(printed, fact) for fact in wholes):
        return silent(rule, "自评资金与项目支出决算不同，口径可能不同")
    fact = projects[0]
    expected = f"{fact.shown}{fact.unit.name}"
    note = f"写的是项目支出自评，涉及资金{printed.text}却等于全部支出，项目支出决算为{expected}"
    return broken(
        rule,
        note,
        quote=passage.text[found.start() : found.end()],
        position=passage.position(found.start("amount")),
        where=passage.heading,
        printed=printed.text,
        expected=f"{expected}，或改写为整体支出",
    )


def _fact(grid: Grid, statement: str, column: str) -> Fact | None:
    table = grid.tables.get((statement, Address(statement, TOTAL, column).phase))
    fact = table.rows.get(TOTAL, {}).get(column) if table else None
    return fact if fact and fact.is_readable else None


def _same(printed: Printed, fact: Fact) -> bool:
    return abs(printed.fen - fact.value) <= printed.spread + fact.spread
