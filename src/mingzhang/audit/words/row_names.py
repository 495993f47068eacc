"""Row names 报表科目名称: the names beside the codes against the list of the year, and class names of former years."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.finding import Outcome
from mingzhang.audit.grid import Grid
from mingzhang.audit.result import Result, plain
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.path import bare_name, plain_name
from mingzhang.audit.words.rows import Rows
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.statement import Figure, Label
from mingzhang.disclosure.trace import Stated
from mingzhang.terms.classification import Code, CodeList, Standing

_SURE: Final = frozenset("AB")
_BASIC: Final = "T6"
_NAMED: Final = 4
_ENDING: Final = re.compile(r"(?:经费|费用|支出|费)$")
_BY_CLASS: Final = ("T1", "T4")
_ORDINAL: Final = re.compile(r"^[一二三四五六七八九十]+、")


def official_names(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Every name beside a function code is the official one of the year; where the list is not sure, a hint at most."""
    if context.document is None or not context.functions.codes:
        yield plain(rule, Outcome.NOT_APPLICABLE, "没有可比的科目名称")
        return
    rows = Rows.of(context, context.document)
    for (statement, code), name in rows.names.items():
        if statement in {"T2", "T3", "T5", "T8", "T9"} and name:
            yield _name(rule, statement, code, name, rows)
        elif statement == _BASIC and name:
            yield _item(rule, code, name, context)
    yield from _classes(rule, context, context.document)


def _name(rule: Rule, statement: str, code: str, name: str, rows: Rows) -> Result:
    official = rows.context.functions.find(code, rows.context.year)
    if official is None or plain_name(official.name).startswith(plain_name(name)):
        return plain(rule, Outcome.PASSED)
    former = _former(code, name, rows.context.functions)
    sure = official.confidence in _SURE and (former is None or former.confidence in _SURE)
    if not sure or _is_inconsistent(statement, code, name, rows):
        return plain(rule, Outcome.PASSED)
    old = "（以前年度的名称）" if former else ""
    note = f"{code}在{rows.context.year}年度的科目名称是“{official.name}”，表中写作“{name}”{old}"
    return _result(rule, Address(statement, code, ""), note, name, official.name, _row_position(statement, code, rows))


def _item(rule: Rule, code: str, name: str, context: Context) -> Result:
    """An economic item with another ending than its own, 工会费用, or one character changed; cut-off names pass."""
    official = context.economics.find(code, context.year)
    known = {bare_name(line.name) for line in context.economics.codes}
    said, right = bare_name(name), bare_name(official.name) if official else ""
    if official is None or official.confidence not in _SURE or said in known or not _is_slip(said, right):
        return plain(rule, Outcome.PASSED)
    note = f"{code}的科目名称是“{official.name}”，表中写作“{name}”"
    facts = context.document.facts if context.document else {}
    cells = (fact for at, fact in facts.items() if (at.statement, at.row) == (_BASIC, code))
    at = next((fact.trace.position for fact in cells if isinstance(fact.trace, Stated)), None)
    return _result(rule, Address(_BASIC, code, ""), note, name, official.name, at)


def _is_slip(said: str, right: str) -> bool:
    if right.startswith(said) or said.startswith(right):
        return False
    stem = _ENDING.sub("", right)
    if len(stem) >= 2 and _ENDING.sub("", said) == stem:
        return bool(_ENDING.search(said))
    odd = [a != b for a, b in zip(said, right, strict=True)] if len(said) == len(right) >= _NAMED else []
    return sum(odd) == 1


def _former(code: str, name: str, codes: CodeList) -> Code | None:
    """The line of another year by which this code was so called."""
    lines = (line for line in codes.codes if line.code == code)
    return next((line for line in lines if plain_name(line.name) == plain_name(name)), None)


def _is_inconsistent(statement: str, code: str, name: str, rows: Rows) -> bool:
    """Whether other statements call it rightly: then the rule on equal names has already said so."""
    others = {plain_name(n) for (s, c), n in rows.names.items() if c == code and s != statement and n}
    return bool(others - {plain_name(name)})


def _row_position(statement: str, code: str, rows: Rows) -> Position | None:
    facts = rows.figures.get((statement, code), [])
    return next((f.trace.position for f in facts if isinstance(f.trace, Stated)), None)


def _classes(rule: Rule, context: Context, document: Disclosure) -> Iterator[Result]:
    """The 类 by name in T1 and T4 of a year that no longer has it under that name."""
    now = {plain_name(c.name) for c in context.functions.codes if len(c.code) == 3 and context.year in c.span}
    past = {
        plain_name(c.name): context.functions.name(c.code, context.year)
        for c in context.functions.codes
        if len(c.code) == 3 and context.functions.standing(c.code, context.year) is not Standing.UNKNOWN
        and c.confidence in _SURE and plain_name(c.name) not in now
    }  # fmt: skip
    for statement in document.statements:
        for row in statement.body if statement.id in _BY_CLASS else ():
            figure = next((cell for cell in row if isinstance(cell, Figure)), None)
            for label in (cell for cell in row if isinstance(cell, Label)):
                name = _ORDINAL.sub("", label.text.strip())
                if past.get(plain_name(name)):
                    right = past[plain_name(name)]
                    note = f"“{name}”是以前年度的科目名称，{context.year}年度是“{right}”"
                    fact = document.facts.get(figure.address) if figure else None
                    at = fact.trace.position if fact and isinstance(fact.trace, Stated) else statement.position
                    yield _result(rule, Address(statement.id, name, ""), note, name, right, at)


def _result(rule: Rule, place: Address, note: str, printed: str, right: str, at: Position | None) -> Result:
    quote = printed if len(printed) >= 12 else f"{place.row} {printed}" if place.row.isdigit() else printed
    return Result(
        rule, Outcome.VIOLATED, rule.severity, note, place, printed=printed, expected=right,
        quote=quote, position=at, root=f"{rule.id}:{printed}",
    )  # fmt: skip
