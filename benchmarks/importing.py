"""Importing 导入: voucher lines out of CSV, XLSX and GB/T 24589 XML, against reading the same bytes and no more."""

from collections.abc import Callable
from pathlib import Path

from benchmarks.books import books_of_one_unit
from benchmarks.exports import lines, write_csv, write_xlsx, write_xml
from benchmarks.timing import Contender, Measured, measure, script
from mingzhang.engines.snapshot import Snapshot
from mingzhang.engines.synthetic import UNITS

READ, STORE, FLOOR = "读入并核对", "读入、核对并冻结", "下限：只过一遍"
OPENINGS = 4
"""Opening balances that the invented books hold beside the voucher lines."""

WRITERS: dict[str, Callable[[Snapshot, Path], None]] = {"csv": write_csv, "xlsx": write_xlsx, "xml": write_xml}


def run(sizes: tuple[int, ...], work: Path, say: Callable[[str], None]) -> list[Measured]:
    """Measure all formats at all sizes; counts and sums must be those of the books the files were made from."""
    found: list[Measured] = []
    for size in sizes:
        say(f"准备 {size:,} 行凭证的三种文件")
        snapshot = books_of_one_unit(size + OPENINGS, work)
        expected = _sums(snapshot)
        for ending, write in WRITERS.items():
            path = work / f"vouchers-{size}.{ending}"
            if not path.exists():
                write(snapshot, path)
            found += measure(_contenders(ending, path, expected, size), size, say)
    return found


def label(ending: str, step: str) -> str:
    """The name under which a format and a step are reported."""
    return f"{ending.upper()} {step}"


def _contenders(ending: str, path: Path, expected: tuple[int, int, int], size: int) -> list[Contender]:
    rounds, warm = (2, False) if size >= 500_000 else (5, True)
    found = [
        Contender(label(ending, READ), script("import_read", path, UNITS[0]), _prints(expected), rounds, warm),
        Contender(label(ending, FLOOR), script(f"scan_{ending}", path), _prints(expected[0]), rounds, warm),
        Contender(
            label(ending, STORE), script("import_store", path, UNITS[0], path.parent), _prints(expected), 1, warm
        ),
    ]
    return found


def _sums(snapshot: Snapshot) -> tuple[int, int, int]:
    count = debit = credit = 0
    for line in lines(snapshot):
        count, debit, credit = count + 1, debit + line.debit, credit + line.credit
    return count, debit, credit


def _prints(expected: object) -> Callable[[str], None]:
    def check(output: str) -> None:
        assert output.strip() == str(expected), output

    return check
