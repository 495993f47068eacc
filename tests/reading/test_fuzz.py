"""Whatever a file contains, a door gives postings or faults: never another error, never a hang."""

import random
import zipfile
from pathlib import Path

import pytest

from tests.reading.ledgers import DOORS, VOUCHERS, read


def spoiled(data: bytes, seed: int) -> bytes:
    """The bytes truncated, with bits flipped, a block repeated or replaced by noise."""
    chance = random.Random(seed)
    content = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        place = chance.randrange(max(1, len(content)))
        match chance.randrange(5):
            case 0:
                content = content[:place]
            case 1 if content:
                content[min(place, len(content) - 1)] ^= 1 << chance.randrange(8)
            case 2:
                content[place:place] = chance.randbytes(chance.randint(1, 40))
            case 3:
                content[place:place] = content[place : place + chance.randint(1, 200)]
            case _:
                del content[place : place + chance.randint(1, 60)]
    return bytes(content)


def attempt(door: str, data: bytes, folder: Path, seed: int) -> None:
    """Read one spoiled file."""
    path = folder / f"f{seed}.{door}"
    path.write_bytes(spoiled(data, seed))
    postings, faults = read(path)
    assert postings or faults
    assert all(fault.message and fault.mend for fault in faults)


@pytest.mark.parametrize("door", DOORS)
def test_a_spoiled_file_gives_postings_or_faults(door: str, tmp_path: Path) -> None:
    data = DOORS[door](VOUCHERS, tmp_path / f"good.{door}").read_bytes()
    for seed in range(25):
        attempt(door, data, tmp_path, seed)


@pytest.mark.slow
@pytest.mark.parametrize("door", DOORS)
def test_a_thousand_spoiled_files(door: str, tmp_path: Path) -> None:
    data = DOORS[door](VOUCHERS, tmp_path / f"good.{door}").read_bytes()
    for seed in range(1_000, 2_000):
        attempt(door, data, tmp_path, seed)


NONSENSE = (
    b"\0" * 100,
    b"PK\x03\x04",
    b"<",
    b"<a>" * 2_000,
    b"PAR1PAR1",
    "名".encode("gb18030") * 500,
    b"\xff\xfe\xff",
    b"," * 5_000,
)


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.xls", "a.xml", "a.parquet"])
@pytest.mark.parametrize("data", NONSENSE, ids=range(len(NONSENSE)))
def test_nonsense_under_any_name_is_a_fault(name: str, data: bytes, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    postings, faults = read(path)
    assert postings == []
    assert faults


@pytest.mark.parametrize("quote", ['"', "'"])
def test_a_cell_far_out_is_refused_before_the_range_is_laid_out(quote: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    good = DOORS["xlsx"](VOUCHERS, tmp_path / "good.xlsx")
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            data = source.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                far = f"<row r={quote}1048576{quote}><c r={quote}XFD1048576{quote}><v>1</v></c></row></sheetData>"
                data = data.replace(b"</sheetData>", far.encode())
            target.writestr(part.filename, data)
    assert [fault.message for fault in read(path)[1]] == ["工作表的范围异常地大"]
