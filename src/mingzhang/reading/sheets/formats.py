"""Formats 数字格式: which number format each cell of a workbook has; the cell library does not tell."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from lxml import etree

from mingzhang.reading.package import Package
from mingzhang.reading.refusal import Refused
from mingzhang.reading.sheets.shown import built_in
from mingzhang.reading.sheets.xls_formats import xls_formats

Codes = Mapping[tuple[int, int], str]
"""The codes of a sheet by row and column, both from 1."""

_CELL: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def formats_of(path: Path) -> Mapping[str, Codes]:
    """The codes of the numeric cells, by sheet; empty for what does not say."""
    with path.open("rb") as file:
        packed = file.read(2) == b"PK"
    try:
        if not packed:
            return xls_formats(path)
        with Package(path) as package:
            return _formats(package)
    except Refused:
        return {}


def _formats(package: Package) -> dict[str, Codes]:
    book, links = package.xml("xl/workbook.xml"), package.xml("xl/_rels/workbook.xml.rels")
    styles = package.xml("xl/styles.xml")
    if book is None or links is None or styles is None:
        return {}
    codes = _styles(styles)
    targets = {str(link.get("Id")): str(link.get("Target")) for link in links}
    found: dict[str, Codes] = {}
    for sheet in book.iterfind(".//{*}sheet"):
        target = targets.get(str(sheet.get(_RELATION)), "")
        part = package.xml(target if target.startswith("/") else f"xl/{target}")
        found[str(sheet.get("name"))] = {} if part is None else _cells(part, codes)
    return found


def _styles(root: etree._Element) -> list[str]:
    """The code of each cell style in order."""
    own = {str(each.get("numFmtId")): str(each.get("formatCode")) for each in root.iterfind("{*}numFmts/{*}numFmt")}
    numbers = [str(each.get("numFmtId") or "0") for each in root.iterfind("{*}cellXfs/{*}xf")]
    return [own.get(number) or (built_in(int(number)) if number.isdecimal() else "") for number in numbers]


def _cells(sheet: etree._Element, codes: list[str]) -> Codes:
    found = {}
    for cell in sheet.iterfind("{*}sheetData/{*}row/{*}c"):
        style = str(cell.get("s") or "")
        place = _CELL.fullmatch(str(cell.get("r") or ""))
        if place and style.isdecimal() and int(style) < len(codes) and (code := codes[int(style)]):
            found[int(place[2]), column_number(place[1])] = code
    return found


def column_number(letters: str) -> int:
    """The number of a column named by letters, from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def column_letters(number: int) -> str:
    """The letters of a column, counted from 1."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
