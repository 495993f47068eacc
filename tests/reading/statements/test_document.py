"""From printed statements in 万元 with two decimals to the whole document: rounding never becomes an error."""

import csv
import shutil
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from mingzhang.disclosure.trace import Stated
from mingzhang.publishing.grid import place_body, place_head, printed
from mingzhang.workflows.build import Built, build
from tests.conftest import CENTRE, DEPARTMENT
from tests.reading.statements.xls import type_out_xls


def printed_rows(built: Built) -> dict[str, list[list[str | float | None]]]:
    """The statements cell by cell as they are printed: what a reader would type off the page."""
    sheets: dict[str, list[list[str | float | None]]] = {}
    for statement in built.accounts.statements:
        width = len(statement.widths)
        head = [[""] * width for _ in statement.head]
        for placed in place_head(statement.head):
            head[placed.row][placed.column] = placed.cell.text
        body = [[""] * width for _ in statement.body]
        for cell in place_body(statement):
            body[cell.row][cell.column] = printed(statement, built.accounts.facts, cell.cell)
        above = [[statement.caption], *([left, *[""] * (width - 2), right] for left, right in statement.lines)]
        sheets[statement.id] = [list(row) for row in (*above, *head, *body, [statement.note])]
    return sheets


def as_numbers(rows: list[list[str | float | None]]) -> list[list[str | float | None]]:
    """The amounts as numbers, as a spreadsheet would keep them."""
    return [[float(c) if isinstance(c, str) and "." in c and _is_amount(c) else c for c in row] for row in rows]


def _is_amount(text: str) -> bool:
    return text.replace(".", "", 1).removeprefix("-").isdigit()


def directory(built: Built, example: Path, target: Path, *, old: bool) -> Path:
    """The example's directory with its printed statements in place of its books."""
    target.mkdir()
    for name in ("budget.csv", "prior.csv", "texts.toml"):
        shutil.copy(example / name, target / name)
    unit = (example / "unit.toml").read_text("utf-8").splitlines()
    (target / "unit.toml").write_text("\n".join(line for line in unit if not line.startswith("members")), "utf-8")
    sheets = {name: as_numbers(rows) for name, rows in printed_rows(built).items()}
    if old:
        type_out_xls(target / "statements.xls", sheets)
        return target
    with xlsxwriter.Workbook(str(target / "statements.xlsx")) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    sheet.write(number, column, cell)
    return target


@pytest.mark.parametrize("old", [False, True], ids=["xlsx", "xls"])
def test_the_centre_is_published_from_its_printed_statements(centre: Built, old: bool, tmp_path: Path) -> None:
    again = build(directory(centre, CENTRE, tmp_path / "in", old=old), tmp_path / "out", ("csv", "json", "html"))
    assert not again.stopped
    assert {finding.level.value for finding in again.report.findings} <= {"info"}
    assert {path.name for path in again.files} >= {"facts.csv", "disclosure.json", "findings.json"}
    with (tmp_path / "out" / "facts.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {f"{row['statement']}[{row['row']}].{row['column']}": row for row in csv.DictReader(file)}
    assert rows["T5[2080108].项目支出"]["value"] == "650000.00"
    assert rows["T5[2080108].项目支出"]["trace"].startswith("stated:")


@pytest.mark.slow
def test_the_department_is_published_from_its_printed_statements(department: Built, tmp_path: Path) -> None:
    again = build(directory(department, DEPARTMENT, tmp_path / "in", old=False), tmp_path / "out", ("json",))
    assert not again.stopped
    assert {finding.level.value for finding in again.report.findings} <= {"info"}


def test_every_printed_figure_is_the_ledgers_within_half_of_its_last_place(centre: Built, tmp_path: Path) -> None:
    again = build(directory(centre, CENTRE, tmp_path / "in", old=False), tmp_path / "out", ("json",))
    stated = {a: fact for a, fact in again.accounts.facts.items() if isinstance(fact.trace, Stated)}
    assert stated
    for address, fact in stated.items():
        true = centre.accounts.facts[address]
        assert fact.shown == true.shown, address
        assert abs(fact.value - true.value) <= 5_000, address


def test_a_figure_that_is_truly_wrong_is_still_found(centre: Built, tmp_path: Path) -> None:
    folder = directory(centre, CENTRE, tmp_path / "in", old=False)
    book = openpyxl.load_workbook(folder / "statements.xlsx")
    cell = next(c for row in book["T5"].iter_rows() for c in row if c.value == 65.0)
    cell.value = 66.0
    book.save(folder / "statements.xlsx")
    again = build(folder, tmp_path / "out", ("json",))
    assert again.stopped
    wrong = [finding for finding in again.report.findings if finding.level.value == "error"]
    assert {finding.statement for finding in wrong} == {"T5"}
