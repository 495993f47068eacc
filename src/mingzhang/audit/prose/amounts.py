"""Amounts 金额: a printed amount must be its figure, as some statement prints it."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.prose.agree import ABOUT, agrees, shown
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.guess import guess
from mingzhang.audit.prose.matter import matter
from mingzhang.audit.prose.outcome import broken, idle, nearly, open_, passed
from mingzhang.audit.prose.said import Said, Text
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule, Severity
from mingzhang.disclosure.claim import Amount
from mingzhang.disclosure.fact import Fact

_TELLING: Final = 4
_EACH: Final = re.compile(r"人均|车均|[批次日年月]均|平均|每(?:人|辆|车|批|次|个|台|年|月)")


def amounts(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Each amount of the sections in the arguments; what only prose states is compared elsewhere."""
    text, figures = matter(grid, context)
    for said, claim in text.claims(Amount, rule.arguments):
        if not said.number or figures.is_stated_only(claim.fact):
            continue
        yield idle(rule, "说的是平均数") if _is_average(said) else _judge(rule, said, claim, figures, text)


def _judge(rule: Rule, said: Said, claim: Amount, figures: Figures, text: Text) -> Result:
    cells = figures.cells(claim.fact)
    if not cells:
        return open_(rule, figures.lack(claim.fact))
    fit = next((cell for cell in cells if says(said, claim, cell)), None)
    if fit is not None:
        return passed(rule) if fit is cells[0] else _beside(rule, said, cells[0], figures)
    if figures.is_doubted(claim.fact) or any(figures.is_doubted(cell.address) for cell in cells):
        return open_(rule, f"“{figures.name(claim.fact)}”本身有疑问，不据以判断文字")
    if _may_be_beside(said, claim, figures, text):
        return open_(rule, f"{said.spot.where}的{said.text.strip()}可能说的是同表的另一个数")
    return _wrong(rule, said, claim, cells, figures, text)


def _may_be_beside(said: Said, claim: Amount, figures: Figures, text: Text) -> bool:
    """Whether the sentence names another column of the same row, which prints this very number and is told nowhere."""
    at, told = claim.fact, {other.fact for other in text.beside(said)}
    table = figures.grid.tables.get((at.statement, at.phase))
    row = table.rows.get(at.row, {}) if table else {}
    return any(
        says(said, claim, fact) and column in said.before and fact.address not in told
        for column, fact in row.items()
        if column != at.column and len(column) >= _TELLING and claim.value
    )


def _is_average(said: Said) -> bool:
    """Whether it is what one car, guest or group cost on average."""
    return _EACH.search(said.clause) is not None


def says(said: Said, claim: Amount, fact: Fact) -> bool:
    """Whether the amount is the figure at the precision it is printed with."""
    number = said.number
    if number is None:
        return claim.value == fact.value
    about = said.before.endswith(ABOUT) or said.text_after.startswith(("左右", "余", "多"))
    return agrees(claim.value, number, fact, about=about)


def is_wrong(said: Said, figures: Figures) -> bool:
    """Whether an amount that a statement prints is stated otherwise."""
    claim = said.claim
    if not isinstance(claim, Amount) or said.number is None or figures.is_stated_only(claim.fact) or _is_average(said):
        return False
    cells = figures.cells(claim.fact)
    return bool(cells) and not any(says(said, claim, cell) for cell in cells)


def root_of(said: Said) -> str:
    """The cause that all places with the same wrong amount share."""
    return f"prose:{said.fact}:{said.digits}"


def _beside(rule: Rule, said: Said, cell: Fact, figures: Figures) -> Result:
    note = f"{said.spot.where}“{figures.name(cell.address)}”写{said.digits}，该表印{cell.shown}，他表所印与文字相同"
    return nearly(rule, said, note)


def _wrong(rule: Rule, said: Said, claim: Amount, cells: tuple[Fact, ...], figures: Figures, text: Text) -> Result:
    number, cell = said.number, cells[0]
    if number is None:
        return idle(rule, "没有印出数字")
    slip = guess(claim, number, cells, figures)
    tables = "、".join(dict.fromkeys(f"{figures.name(c.address)} {c.shown or '（空白）'}" for c in cells))
    note = f"{said.spot.where}写{said.text.strip()}，而{tables}{slip.note}{_elsewhere(said, claim, text)}"
    expected = said.digits + slip.unit if slip.unit else shown(cell.value, number, max(number.places, 2))
    printed = number.text if slip.unit else ""
    scope, mild = _other_scope(said, claim, figures)
    return broken(rule, said, note + scope, printed, expected, root_of(said), severity=mild)


def _other_scope(said: Said, claim: Amount, figures: Figures) -> tuple[str, Severity | None]:
    """年初预算 beside a T7 that prints 全年预算数: another scope and perhaps no error at all."""
    if (claim.fact.statement, claim.fact.row) != ("T7", "预算数") or "年初" not in said.before:
        return "", None
    document = figures.context.document
    notes = "".join(s.note for s in document.statements if s.id == "T7") if document else ""
    if "全年预算" in notes:
        return "；表中预算数为全年预算数，与年初预算口径不同", Severity.INFO
    return "；如表中为全年预算数，口径与年初预算不同，应当注明", Severity.MEDIUM


def _elsewhere(said: Said, claim: Amount, text: Text) -> str:
    """How often prose says the same in other places: then it may be the statement that is wrong."""
    same = [o for o, c in text.claims(Amount) if o.spot.section != said.spot.section and c == claim]
    return f"；正文另有{len(same)}处也写此数，也可能是表中的数有误，请核对" if same else ""
