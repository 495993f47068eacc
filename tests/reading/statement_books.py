"""Statements written into workbooks with the habits of different programs: units, merges, code columns, blanks."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import xlsxwriter

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.statement import Figure, Label, Statement
from mingzhang.disclosure.trace import Computed
from mingzhang.publishing.grid import place_body, place_head
from mingzhang.standards.codes import economic_codes, function_codes
from mingzhang.standards.forms import forms
from mingzhang.standards.profiles import load
from mingzhang.statements.form import Axis, Form
from mingzhang.statements.layout import lay_out
from mingzhang.terms.unit import Unit

EDITIONS = (("hubei-2021", 2021), ("shanghai-2024", 2024), ("central", 2020), ("central", 2023))
FUNCTIONS = ("208", "20801", "2080150", "2080108", "210", "21011", "2101102")


@dataclass(frozen=True)
class Habit:
    """How a program writes its statements."""

    unit: str = "万元"
    merged: bool = True
    one_sheet: bool = False
    sheet_titles: bool = False
    split_codes: bool = False
    as_text: bool = False
    zero: str = ""
    shuffled: bool = False


HABITS = {
    "as published": Habit(),
    "from the ministry's program": Habit(unit="元", sheet_titles=True, zero="0.00", shuffled=True),
    "without merged cells": Habit(merged=False),
    "all on one sheet": Habit(one_sheet=True, zero="—"),
    "codes in three columns": Habit(split_codes=True, unit="元"),
    "numbers typed as text": Habit(as_text=True, zero="-"),
}


def edition(profile: str, year: int) -> tuple[Form, ...]:
    """The forms of a region and year."""
    return forms(load(profile, year))


def invented(printed: Sequence[Form], seed: int = 1) -> dict[Address, int]:
    """A figure in whole hundredths of 万元 for every printed cell, some of them nothing, some below it."""
    chance = random.Random(seed)
    lanes = [(form, lane, column) for form in printed for lane in form.lanes for column in lane.columns]
    values: dict[Address, int] = {}
    for form, lane, column in lanes:
        rows = [item.name for item in (*lane.items, *([lane.foot] if lane.foot else [])) if item.name]
        rows += FUNCTIONS if lane.axis is Axis.FUNCTION else lane.always if lane.axis is Axis.ECONOMIC else ()
        for row in [column.row] if column.row else rows:
            digits = chance.choice((0, 1, 5_000, 99_999_999, -123))
            values[Address(form.id, row, column.name)] = chance.randint(min(digits, 0), max(digits, 0)) * 10_000
    return values


def laid_out(printed: Sequence[Form], values: Mapping[Address, int], year: int) -> list[Statement]:
    """The statements as they are printed."""
    facts = {address: Fact(address, value, form_unit(printed), Computed(())) for address, value in values.items()}
    lists = {Axis.FUNCTION: function_codes(), Axis.ECONOMIC: economic_codes()}
    return [lay_out(form, facts, lambda axis, code: lists[axis].name(code, year), "某单位", year) for form in printed]


def form_unit(printed: Sequence[Form]) -> Unit:
    """The unit the forms print in."""
    return printed[0].unit


def write(path: Path, statements: Sequence[Statement], values: Mapping[Address, int], year: int, habit: Habit) -> Path:
    """The statements as a workbook written with a habit."""
    book = xlsxwriter.Workbook(str(path))
    sheet, top = None, 0
    order = list(statements)
    if habit.shuffled:
        random.Random(7).shuffle(order)
    for number, statement in enumerate(order, 1):
        if sheet is None or not habit.one_sheet:
            name = f"{statement.title}(财决公开{number:02d}表)" if habit.sheet_titles else f"表{number}"
            sheet, top = book.add_worksheet(name[:31]), 0
        top = _Writer(sheet, statement, values, habit, top).write(year)
    book.close()
    return path


class _Writer:
    def __init__(
        self,
        sheet: xlsxwriter.worksheet.Worksheet,
        statement: Statement,
        values: Mapping[Address, int],
        habit: Habit,
        top: int,
    ) -> None:
        self.sheet, self.statement, self.values, self.habit, self.top = sheet, statement, values, habit, top

    def write(self, year: int) -> int:
        """Write the statement; the row behind it."""
        row = self.top
        if not self.habit.sheet_titles:
            self.sheet.write_string(row, 0, f"{year}年度{self.statement.title}（表{self.statement.number}）")
        self.sheet.write_string(row + 1, 0, "部门：某单位")
        self.sheet.write_string(row + 1, 3, f"金额单位：{self.habit.unit}")
        row += 2
        for head in place_head(self.statement.head):
            self._cell(row + head.row, head.column, head.rows, head.cell.columns, head.cell.text)
        row += len(self.statement.head)
        for body in place_body(self.statement):
            if isinstance(body.cell, Figure):
                self._figure(row + body.row, body.column, body.cell)
            else:
                self._label(row + body.row, body.column, body.cell)
        row += len(self.statement.body)
        self.sheet.write_string(row, 0, "注：本表反映部门本年度的收支情况 2021 年。")
        return row + 2

    def _shift(self, column: int) -> int:
        """Codes in three columns push everything behind them two columns to the right."""
        is_coded = self.statement.id in ("T2", "T3", "T5", "T8", "T9")
        return column + 2 if self.habit.split_codes and is_coded and column else column

    def _cell(self, row: int, column: int, rows: int, columns: int, text: str) -> None:
        first, last = self._shift(column), self._shift(column + columns - 1)
        if self.habit.split_codes and self._shift(1) == 3 and column == 0:
            last = self._shift(columns - 1) if columns > 1 else 2
        if self.habit.merged and (rows > 1 or last > first):
            self.sheet.merge_range(row, first, row + rows - 1, last, text)
        else:
            self.sheet.write_string(row, first, text)

    def _label(self, row: int, column: int, label: Label) -> None:
        text = label.text
        if self.habit.split_codes and self._shift(1) == 3 and column == 0 and text.isdigit():
            parts = [part for part in (text[:3], text[3:5], text[5:7]) if part]
            for place, part in enumerate(parts):
                self.sheet.write_string(row, place, part)
        elif text.isdigit():
            self.sheet.write_number(row, self._shift(column), int(text))
        else:
            self._cell(row, column, 1, label.columns, "　" * label.indent + text)

    def _figure(self, row: int, column: int, figure: Figure) -> None:
        value, place = self.values.get(figure.address, 0), self._shift(column)
        amount = Decimal(value) / (100 if self.habit.unit == "元" else 1_000_000)
        if not value:
            self.sheet.write_string(row, place, self.habit.zero)
        elif self.habit.as_text:
            self.sheet.write_string(row, place, f"{amount:,.2f}")
        else:
            self.sheet.write_number(row, place, amount)
