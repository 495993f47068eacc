"""Files of every kind behind the third door: XLSX and XLS give figures, all others faults and never an exception."""

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from mingzhang.books.fault import Gravity
from mingzhang.reading.statements_workbook import StatementsReading
from tests.reading.statements import sheets
from tests.reading.statements.sheets import ALL, Rows, read, type_out
from tests.reading.statements.xls import type_out_xls


def refused(read: StatementsReading) -> bool:
    """Whether nothing was read, and every fault says what to do."""
    errors = [fault for fault in read.faults if fault.gravity is Gravity.ERROR]
    return not read.figures and bool(errors) and all(fault.mend for fault in errors)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A good workbook."""
    return type_out(tmp_path_factory.mktemp("good") / "a.xlsx", ALL).read_bytes()


@pytest.mark.parametrize("name", ["statements.xls", "statements.xlsx"])
def test_the_old_format_is_read_under_either_name(name: str, tmp_path: Path) -> None:
    old, new = read(type_out_xls(tmp_path / name, ALL)), read(type_out(tmp_path / "new.xlsx", ALL))
    assert old.faults == ()
    assert {a: (f.value, f.spread) for a, f in old.figures.items()} == {
        a: (f.value, f.spread) for a, f in new.figures.items()
    }


def bomb() -> bytes:
    """A package that claims to unpack to far more than any workbook."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/worksheets/sheet1.xml", b"\0" * (24 << 20))
    return stream.getvalue()


OTHERS: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda good: b"",
    "only zeros": lambda good: b"\0" * 4_096,
    "text": lambda good: "报表,行,栏次\n".encode(),
    "a web page": lambda good: b"<html><table><tr><td>1</td></tr></table></html>",
    "a PDF": lambda good: b"%PDF-1.7\n",
    "a package of something else": lambda good: b"PK\x03\x04" + b"x" * 200,
    "a bomb": lambda good: bomb(),
    "the first half": lambda good: good[: len(good) // 2],
    "without its end": lambda good: good[:-30],
    "an old workbook cut off": lambda good: bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600,
}


@pytest.mark.parametrize("spoil", OTHERS.values(), ids=OTHERS)
def test_what_is_no_workbook_gives_a_fault(spoil: Callable[[bytes], bytes], good: bytes, tmp_path: Path) -> None:
    path = tmp_path / "statements.xlsx"
    path.write_bytes(spoil(good))
    assert refused(read(path))


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    assert refused(read(tmp_path / "statements.xlsx"))


def flipped(data: bytes, chance: random.Random) -> bytes:
    """The bytes with some bits turned over, cut or repeated."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    if chance.random() < 0.3:
        del changed[chance.randrange(len(changed)) :]
    return bytes(changed)


def inside(data: bytes, chance: random.Random) -> bytes:
    """The package with one of its parts damaged, so that the damage passes the checks of the package."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        chosen = chance.choice(old.namelist())
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, flipped(part, chance) if name == chosen and part else part)
    return stream.getvalue()


CELLS: tuple[str | float | None, ...] = (
    None, "", "合计", "总计", "208", "2080108", "302", "收入支出决算总表", "支出决算表", "单位：元", "单位：万元",
    "预算数", "决算数", "小计", "项目", "栏次", "注：", "其中：", "一、", "—", "1,2,3", "(5)", "9" * 70, "×" * 500,
    -1, 0.1 + 0.2, 1e15, 1e300, True,
)  # fmt: skip


def mutated(chance: random.Random) -> dict[str, Rows]:
    """The nine statements with cells overwritten, rows lost, doubled and moved, columns cut."""
    book: dict[str, Rows] = {}
    for name, rows in ALL.items():
        cells = [list(row) for row in rows]
        for _ in range(chance.randint(0, 6)):
            row = chance.choice(cells)
            row[chance.randrange(len(row))] = chance.choice(CELLS)
        if chance.random() < 0.3:
            cells.insert(chance.randrange(len(cells)), chance.choice(cells))
        if chance.random() < 0.3:
            del cells[chance.randrange(len(cells))]
        if chance.random() < 0.2:
            cells = [row[: chance.randint(1, 9)] for row in cells]
        book[name] = cells
    return book


def attempt(good: bytes, path: Path, seed: int) -> None:
    """Read one spoiled workbook: figures or faults, never an exception."""
    chance = random.Random(seed)
    kind = seed % 4
    if kind == 0:
        path.write_bytes(flipped(good, chance))
    elif kind == 1:
        path.write_bytes(inside(good, chance))
    elif kind == 2:
        ranges = [f"{chr(65 + chance.randrange(4))}{r}:{chr(70 + chance.randrange(3))}{r + 1}" for r in (3, 6)]
        type_out(path, mutated(chance), {"T5": ranges, "T7": ranges[:1]})
    else:
        path.write_bytes(flipped(type_out_xls(path, mutated(chance)).read_bytes(), chance))
    got = read(path)
    assert got.figures or got.faults
    assert all(fault.message and fault.mend and fault.file for fault in got.faults)


def test_spoiled_workbooks_give_figures_or_faults(good: bytes, tmp_path: Path) -> None:
    for seed in range(40):
        attempt(good, tmp_path / "a.xlsx", seed)


@pytest.mark.slow
def test_thousands_of_spoiled_workbooks(good: bytes, tmp_path: Path) -> None:
    for seed in range(1_000, 4_000):
        attempt(good, tmp_path / "a.xlsx", seed)


def test_a_formula_never_worked_out_is_no_zero(good: bytes, tmp_path: Path) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet5.xml":
                assert b'<c r="C5"><v>193.13</v></c>' in part
                part = part.replace(b'<c r="C5"><v>193.13</v></c>', b'<c r="C5"><f>SUM(C6:C6)</f></c>')
            new.writestr(name, part)
    path = tmp_path / "a.xlsx"
    path.write_bytes(stream.getvalue())
    assert [(f.place, f.message) for f in read(path).faults] == [("T5!C5", "单元格的公式还没有算出值")]


def test_a_hidden_sheet_is_mentioned_and_not_read(tmp_path: Path) -> None:
    import openpyxl

    path = type_out(tmp_path / "a.xlsx", {**ALL, "旧": sheets.T5})
    book = openpyxl.load_workbook(path)
    book["旧"].sheet_state = "hidden"
    book.save(path)
    assert [(f.place, f.gravity) for f in read(path).faults] == [("旧", Gravity.WARNING)]
