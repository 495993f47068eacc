"""fiscal.csv: income and spending by function code, one amount a line, for comparing many units.

Only the codes of the lowest level (项) appear, and only columns that are not sums, so that adding up counts nothing
twice. Columns follow the ColumnTypes of the Fiscal Data Package (specs.frictionlessdata.io, taxonomies/fiscal).
"""

from collections.abc import Iterator
from typing import Final

from mingzhang.disclosure.address import ACTUAL
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.statement import Figure, Label
from mingzhang.publishing.csv_files import Row, guard, to_bytes
from mingzhang.terms.classification import FUNCTION_LENGTHS
from mingzhang.terms.money import to_yuan

COLUMNS: Final = {
    "year": "date:fiscal-year",
    "entity_code": "administrative-classification:generic:code",
    "entity": "administrative-classification:generic:label",
    "direction": "direction",
    "phase": "phase:id",
    "function_code": "functional-classification:generic:code",
    "function": "functional-classification:generic:label",
    "kind": "expenditure-type:label",
    "value": "value",
}
"""Each column with its ColumnType; `kind` is 基本支出, 项目支出 … or the source of income; value in yuan."""

_DIRECTIONS: Final = {"T2": "revenue", "T3": "expenditure"}
_SUMS: Final = ("本年收入合计", "本年支出合计")


def fiscal_csv(disclosure: Disclosure) -> bytes:
    """The file; only its header where neither T2 nor T3 was published."""
    return to_bytes([tuple(COLUMNS), *_rows(disclosure)])


def _rows(disclosure: Disclosure) -> Iterator[Row]:
    names = _names(disclosure)
    for fact in disclosure.facts.values():
        at = fact.address
        lowest = at.row.isdecimal() and len(at.row) == FUNCTION_LENGTHS[-1]
        if at.statement in _DIRECTIONS and at.phase == ACTUAL and lowest and at.column not in _SUMS and fact.value:
            yield _row(disclosure, fact, names.get(at.row, ""))


def _row(disclosure: Disclosure, fact: Fact, function: str) -> Row:
    at, entity = fact.address, disclosure.entity
    who = (str(disclosure.year), guard(entity.code), guard(entity.name))
    what = (_DIRECTIONS[at.statement], "executed", at.row, guard(function), guard(at.column))
    return (*who, *what, str(to_yuan(fact.value)))


def _names(disclosure: Disclosure) -> dict[str, str]:
    """The printed name of each function code: the label next to it."""
    names = {}
    for statement in disclosure.statements:
        for row in statement.body:
            labels = [cell.text for cell in row if isinstance(cell, Label)]
            code = next((cell.address.row for cell in row if isinstance(cell, Figure)), "")
            if code in labels[:-1]:
                names[code] = labels[labels.index(code) + 1]
    return names
