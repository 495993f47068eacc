"""Files to audit, made on the spot: a small clean one, the same with one figure changed, and files that mean harm."""

import io
import zipfile
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook

_SMALL = """# {unit}{year}年度{kind}决算公开

# 第一部分 {unit}概况

## 一、主要职能

负责本区的信息化工作。

## 二、单位构成

{structure}

# 第二部分 {year}年度{kind}决算表

## {year}年度支出决算表（表3）

部门：{unit}

金额单位：万元

项目		本年支出合计	基本支出	项目支出	上缴上级支出	经营支出	对附属单位补助支出
科目编码	科目名称
栏次		1	2	3	4	5	6
{rows}

# 第三部分 {year}年度{kind}决算情况说明

## 三、支出决算情况说明

{said}
"""
_ROWS = (
    ("合计", "", "193.13", "128.13", "65.00"),
    ("208", "社会保障和就业支出", "180.22", "115.22", "65.00"),
    ("20801", "人力资源和社会保障管理事务", "180.22", "115.22", "65.00"),
    ("2080108", "信息化建设", "65.00", "", "65.00"),
    ("2080150", "事业运行", "115.22", "115.22", ""),
    ("210", "卫生健康支出", "12.91", "12.91", ""),
    ("21011", "行政事业单位医疗", "12.91", "12.91", ""),
    ("2101102", "事业单位医疗", "12.91", "12.91", ""),
)
FIGURE = "T3[2080150].基本支出"
RIGHT, WRONG = "115.22", "151.22"
UNIT = "甲市乙区丙局"


def small(
    to: Path, printed: str = RIGHT, unit: str = UNIT, year: int = 2024, kind: str = "部门",
    structure: str = "无下属单位。", said: str = "本年支出合计193.13万元。", times: int = 1,
) -> Path:  # fmt: skip
    """A document of one statement, in which FIGURE is printed so; all figures are multiplied by `times`."""
    rows = [[cell and f"{Decimal(cell) * times:.2f}" if "." in cell else cell for cell in row] for row in _ROWS]
    rows[4][3] = printed if times == 1 else rows[4][3]
    words = said if times == 1 else ""
    text = _SMALL.format(
        unit=unit, year=year, kind=kind, structure=structure, said=words, rows="\n".join("\t".join(r) for r in rows)
    )
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(text, encoding="utf-8")
    return to


def line_of(path: Path) -> int:
    """The line on which FIGURE stands."""
    return next(n for n, line in enumerate(path.read_text("utf-8").splitlines(), 1) if line.startswith("2080150"))


CELL = "D11"
"""In the centre's fifth statement: 2080199 基本支出, of which the sums above are made."""


def spoilt(workbook: Path, to: Path, printed: float = 40.15) -> Path:
    """A published workbook with one figure of the fifth statement overwritten, and nothing else."""
    book = load_workbook(workbook, data_only=True)
    book.worksheets[5][CELL].value = printed
    del book["数据"]
    book.save(to)
    return to


def bomb(to: Path) -> Path:
    """A workbook whose one part unpacks to a thousand times its size."""
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("xl/workbook.xml", "<workbook/>")
        with package.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _ in range(32):
                part.write(b" " * (1 << 20))
    return to


def encrypted_package(to: Path) -> Path:
    """An office file behind a password: a compound file with an encrypted stream."""
    data = bytearray(bytes.fromhex("d0cf11e0a1b11ae1").ljust(2048, b"\0"))
    name = "EncryptedPackage".encode("utf-16-le")
    data[1024 : 1024 + len(name)] = name
    to.write_bytes(bytes(data))
    return to


def truncated(whole: Path, to: Path) -> Path:
    """The first half of a file."""
    data = whole.read_bytes()
    to.write_bytes(data[: len(data) // 2])
    return to


def pdf(to: Path, pages: int = 1, words: str = "", *, encrypt: bool = False, loop: bool = False) -> Path:
    """A PDF written by hand: many pages, a password nobody knows, or a tree of pages that leads back to itself."""
    out = io.BytesIO()
    objects: list[bytes] = []
    kids = b" ".join(b"%d 0 R" % (index + 4) for index in range(pages))
    kids = b"2 0 R " * 3 if loop else kids
    content = b"BT /F1 12 Tf 72 720 Td (%s) Tj ET" % words.encode("latin-1", "replace")
    objects.append(b"<< /Type /Catalog /Pages 2 0 R >>")
    objects.append(b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages))
    objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    objects += [b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>"] * pages
    out.write(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    lock = b" /Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >> /ID [<00> <00>]" % (
        b"11" * 32, b"22" * 32,
    ) if encrypt else b""  # fmt: skip
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.write(b"".join(b"%010d 00000 n \n" % place for place in places))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, lock, start))
    to.write_bytes(out.getvalue())
    return to
