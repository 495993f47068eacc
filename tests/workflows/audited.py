"""Files to audit, made on the spot: a small clean one, the same with one figure changed, and files that mean harm."""

import io
import zipfile
from pathlib import Path

from openpyxl import load_workbook

_SMALL = """# {unit}{year}年度部门决算公开

## {year}年度支出决算表（表3）

部门：{unit}

金额单位：万元

项目		本年支出合计	基本支出	项目支出	上缴上级支出	经营支出	对附属单位补助支出
科目编码	科目名称
栏次		1	2	3	4	5	6
合计		193.13	128.13	65.00
208	社会保障和就业支出	180.22	115.22	65.00
20801	人力资源和社会保障管理事务	180.22	115.22	65.00
2080108	信息化建设	65.00		65.00
2080150	事业运行	115.22	{printed}
210	卫生健康支出	12.91	12.91
21011	行政事业单位医疗	12.91	12.91
2101102	事业单位医疗	12.91	12.91
"""
FIGURE = "T3[2080150].基本支出"
RIGHT, WRONG = "115.22", "151.22"
LINE = 16
UNIT = "甲市乙区丙局"


def small(to: Path, printed: str = RIGHT, unit: str = UNIT, year: int = 2024) -> Path:
    """A document of one statement, in which FIGURE is printed so."""
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(_SMALL.format(unit=unit, year=year, printed=printed), encoding="utf-8")
    return to


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
