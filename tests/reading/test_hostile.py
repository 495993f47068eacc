"""Files made to do harm: bounded, refused with a reason, and nothing of them read."""

import io
import struct
import time
import zipfile
from pathlib import Path

import pytest

from mingzhang.books.fault import Gravity
from tests.reading.ledgers import VOUCHERS, as_csv, as_xlsx, read

SHEET = '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def repacked(path: Path, sheet: bytes, claimed: int | None = None) -> Path:
    """A workbook whose first sheet is replaced; `claimed` is the unpacked size the directory lies about."""
    as_xlsx(VOUCHERS, path)
    source, target = zipfile.ZipFile(path), io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name in source.namelist():
            package.writestr(name, sheet if name == "xl/worksheets/sheet1.xml" else source.read(name))
    data = target.getvalue()
    if claimed is not None:
        data = data.replace(struct.pack("<I", len(sheet)), struct.pack("<I", claimed))
    path.write_bytes(data)
    return path


def refusal(path: Path) -> str:
    """Why a file is refused; it must be refused whole and at once."""
    started = time.monotonic()
    postings, faults = read(path)
    assert postings == []
    assert time.monotonic() - started < 10
    return next(fault.message for fault in faults if fault.gravity is Gravity.ERROR)


def test_a_workbook_that_swells_is_not_opened(tmp_path: Path) -> None:
    path = repacked(tmp_path / "a.xlsx", SHEET.encode() + b" " * 50_000_000)
    assert refusal(path) == "工作簿解压后异常地大，没有打开"


def test_a_workbook_that_lies_about_its_size_is_found_out(tmp_path: Path) -> None:
    path = repacked(tmp_path / "a.xlsx", SHEET.encode() + b" " * 50_000_000, claimed=1_000)
    assert refusal(path) == "工作簿已损坏或加了密码"


def test_two_cells_at_the_ends_of_a_sheet_do_not_fill_the_memory(tmp_path: Path) -> None:
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    path = repacked(tmp_path / "a.xlsx", f"{SHEET}{cells}</sheetData></worksheet>".encode())
    assert refusal(path) == "工作表的范围异常地大"


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><总账>&b;</总账>',
        "<!DOCTYPE html><html></html>",
        '<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd"><总账/>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_an_xml_with_a_document_type_is_not_read(declared: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_bytes(declared.encode(encoding))
    assert refusal(path) == "XML 文件带有 DOCTYPE 声明，出于安全不读取"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<总账>" + "<a>" * 5_000, "XML 不完整或有语法错误"),
        ("<总账><记账凭证><科目编号>" + "9" * 11_000_000 + "</科目编号></记账凭证></总账>", "XML 不完整或有语法错误"),
        ("<html><body>登录</body></html>", "不是可读的 XML"),
        ("<总账></总账>", "没有一行凭证或余额"),
    ],
    ids=["deep", "long", "web page", "empty"],
)
def test_an_xml_that_is_no_ledger(content: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(content, "utf-8")
    assert refusal(path) == message


@pytest.mark.parametrize(
    ("tail", "message"),
    [
        ('2021-03-05,记-9,1,"没有配对' + "的引号\n" * 60_000, "一个单元格过长，多半是前面有一个双引号没有配对"),
        ("x" * 2_000_000, "一行过长"),
        ("2021-03-05,\0", "文件里有空字符，不是文本文件或已损坏"),
    ],
    ids=["open quote", "endless line", "zero byte"],
)
def test_a_csv_that_is_spoiled(tail: str, message: str, tmp_path: Path) -> None:
    path = as_csv(VOUCHERS, tmp_path / "a.csv")
    path.write_bytes(path.read_bytes() + tail.encode())
    _, faults = read(path)
    assert message in [fault.message for fault in faults]


@pytest.mark.parametrize("encoding", ["big5", "shift_jis"])
def test_bytes_of_no_known_encoding_are_refused(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("凭證日期,凭證號\n".encode(encoding, "ignore") + b"\xff\xff\n")
    assert refusal(path) == "文件的编码不对或文件已损坏"


@pytest.mark.parametrize(
    ("head", "message"),
    [(b"%PDF-1.7 ...", "这是 PDF，不是账"), (b"\x1f\x8b123", "这是压缩包"), (b"\x89PNG123", "这是图片")],
)
def test_other_things_are_called_by_their_name(head: bytes, message: str, tmp_path: Path) -> None:
    path = tmp_path / "vouchers.csv"
    path.write_bytes(head)
    assert refusal(path) == message


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    assert refusal(tmp_path / "missing.csv").startswith("打不开文件")
