"""Readers of our own files, small and apart from the writers, to prove that what is written can be read back."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Decimal

from lxml import etree
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Facts
from mingzhang.publishing.csv_files import unguard
from mingzhang.terms.money import parse_yuan

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

Row = list[str]


def csv_rows(data: bytes) -> list[Row]:
    """The rows of a CSV file with Chinese in it."""
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def csv_facts(data: bytes, facts: Facts | None = None) -> dict[Address, int]:
    """The values of facts.csv or supplement.csv as facts hold them; `facts` tell how fine other units are."""
    header, *rows = csv_rows(data)
    return dict(_csv_fact(dict(zip(header, row, strict=True)), facts or {}) for row in rows)


def _csv_fact(row: dict[str, str], facts: Facts) -> tuple[Address, int]:
    address = Address(row["statement"], unguard(row["row"]), unguard(row["column"]), row.get("phase", ""))
    if row["unit"] == "元":
        return address, parse_yuan(row["value"])
    exact = Decimal(row["value"]) * (facts[address].unit.scale if address in facts else 1)
    assert exact == int(exact)
    return address, int(exact)


def xlsx_listing(data: bytes) -> list[dict[str, object]]:
    """The rows of the sheet 数据."""
    header, *rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("数据").to_python()
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def xlsx_facts(data: bytes, scales: dict[Address, int]) -> dict[Address, int]:
    """The value in the cell that prints each fact: what Excel shows and what a formula last came to."""
    sheets = load_workbook(io.BytesIO(data), data_only=True)
    found = {}
    for row in xlsx_listing(data):
        if row["位置"]:
            sheet, _, cell = str(row["位置"]).rpartition("!")
            address = Address.parse(str(row["数据项"]))
            found[address] = _whole(sheets[sheet.strip("'")][cell].value, scales[address])
    return found


def _whole(number: object, scale: int) -> int:
    exact = Decimal(str(number)) * scale
    return int(exact.quantize(Decimal(1), ROUND_HALF_EVEN))


def docx_part(data: bytes, name: str) -> etree._Element:
    """A part of a Word file as XML."""
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def docx_facts(data: bytes) -> dict[Address, str]:
    """What stands inside the bookmark of each fact."""
    listing = docx_part(data, "customXml/item1.xml")
    names = {str(fact.get("bookmark")): Address.parse(str(fact.get("address"))) for fact in listing}
    found = {}
    for start in docx_part(data, "word/document.xml").iter(f"{W}bookmarkStart"):
        name = str(start.get(f"{W}name"))
        if name in names:
            found[names[name]] = _until_end(start)
    return found


def _until_end(start: etree._Element) -> str:
    texts: list[str] = []
    for sibling in start.itersiblings():
        if sibling.tag == f"{W}bookmarkEnd" and sibling.get(f"{W}id") == start.get(f"{W}id"):
            return "".join(texts)
        texts += [t.text or "" for t in sibling.iter(f"{W}t")]
    raise AssertionError("a bookmark without an end")


def docx_paragraphs(data: bytes) -> list[tuple[str, str]]:
    """Style and text of every paragraph of a Word file, tables included."""
    body = docx_part(data, "word/document.xml")
    return [(_style(p), _text(p.iter(f"{W}t", f"{W}br"))) for p in body.iter(f"{W}p")]


def _style(element: etree._Element) -> str:
    found = element.find(f"{W}pPr/{W}pStyle")
    return str(found.get(f"{W}val")) if found is not None else ""


def _text(parts: Iterable[etree._Element]) -> str:
    return "".join("\n" if part.tag == f"{W}br" else part.text or "" for part in parts)


def squeezed(text: str) -> str:
    """The text without white space."""
    return re.sub(r"\s", "", text)
