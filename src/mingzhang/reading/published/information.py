"""Information 信息表: the counts and amounts of tables printed beside the statements, as facts of 补充资料."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.table import Table, TableCell
from mingzhang.disclosure.trace import Stated
from mingzhang.reading.published.information_words import MONEY, Meaning, matter_of, meaning
from mingzhang.reading.published.number import Number, number_in, usual_places
from mingzhang.reading.stated.words import unit_named
from mingzhang.reading.transcript import Item, TextLine
from mingzhang.terms.unit import MONEY_UNITS, Unit, counting

_ABOVE: Final = 6
"""So many lines above a table may tell its title and unit."""
_TITLE: Final = re.compile(r"[^。；，]{2,40}表(?:[（(][^（）()]*[）)])?")
_FORM: Final = re.compile(r"\s|公开\d+表|(?:金额)?单位[:：].*")
_OTHERS: Final = re.compile(r"一级指标|绩效指标|目标值")
_NO_VALUE: Final = re.compile(r"行次|栏次|序号|预算|年初|上年|增减|备注|编码|代码")
_VALUE: Final = re.compile(r"决算|统计数|实有|期末|年末|金额|数量|总计|合计|支出")
_ALL: Final = re.compile(r"合\s*计|总\s*计|本部门|数量|金额")
_PLACES: Final = 2
_LEAST: Final = 2


@dataclass(frozen=True, slots=True)
class _Spot:
    """A cell with the figure it states."""

    meaning: Meaning
    cell: TableCell
    number: Number


def information(items: Sequence[Item], unit: Unit) -> dict[Address, Fact]:
    """The figures of 补充资料 that tables print; `unit` is that of amounts in a table that says none."""
    facts: dict[Address, Fact] = {}
    matter = ""
    for place, item in enumerate(items):
        if isinstance(item, Table) and not _OTHERS.search(item.text):
            above = _above(items, place)
            matter = _titled(above, matter)
            said = next((found for text in (*reversed(above), item.text) if (found := unit_named(text))), "")
            for address, fact in _facts(item, matter, MONEY_UNITS.get(said, unit)).items():
                facts.setdefault(address, fact)
    return facts


def _above(items: Sequence[Item], place: int) -> list[str]:
    lines: list[str] = []
    for item in reversed(items[max(0, place - _ABOVE) : place]):
        if not isinstance(item, TextLine):
            break
        lines.insert(0, item.text)
    return lines


def _titled(above: list[str], before: str) -> str:
    """What the table is about; one without a title goes on with the matter of the one before."""
    bare = (_FORM.sub("", text) for text in reversed(above))
    title = next((text for text in bare if _TITLE.fullmatch(text)), "")
    return matter_of(title) if title or above else before


def _facts(table: Table, matter: str, unit: Unit) -> dict[Address, Fact]:
    found = list(_beside(table, matter)) or list(_below(table, matter))
    places = usual_places((spot.number for spot in found if spot.meaning.unit == MONEY), _PLACES)
    facts: dict[Address, Fact] = {}
    contradicted: set[Address] = set()
    for spot in found:
        fact = _fact(spot, unit, places)
        before = facts.setdefault(fact.address, fact)
        if before.value != fact.value:
            contradicted.add(fact.address)
    return {address: fact for address, fact in facts.items() if address not in contradicted}


def _fact(spot: _Spot, unit: Unit, places: int) -> Fact:
    own, number, cell = spot.meaning.unit, spot.number, spot.cell
    trace = Stated(cell.position)
    if own == MONEY:
        spread = number.spread(unit, places)
        return Fact(spot.meaning.address, number.fen(unit), number.unit or unit, trace, spread, cell.text.strip())
    return Fact(spot.meaning.address, int(number.value or 0), counting(own), trace, 0, cell.text.strip())


def _beside(table: Table, matter: str) -> Iterator[_Spot]:
    """Labels with their number to the right: one in a row or several."""
    heads = _heads(table)
    for cells in table.rows:
        words = [(column, cell) for column, cell in enumerate(cells) if cell.text.strip() and not cell.is_covered]
        first = words[0][1].text if words else ""
        if matter_of(first) and not re.match(r"\s*(?:其中|\d|[（(]\d)", first):
            matter = matter_of(first)
        labels = [i for i, (_, cell) in enumerate(words) if _is_label(cell.text)]
        for i, after in pairwise((*labels, len(words))):
            known = meaning(words[i][1].text, matter)
            value = _value(words[i + 1 : after], heads) if known else None
            if known and value and _fits(known, value[1]):
                yield _Spot(known, *value)


def _value(cells: list[tuple[int, TableCell]], heads: Mapping[int, str]) -> tuple[TableCell, Number] | None:
    """The number of a label: the only one, or the only one under the head of final accounts."""
    found = [(column, cell, number_in(cell.text)) for column, cell in cells if not cell.doubtful]
    found = [(c, cell, n) for c, cell, n in found if n.value is not None and not _NO_VALUE.search(heads.get(c, ""))]
    if len(found) > 1:
        found = [(c, cell, n) for c, cell, n in found if _VALUE.search(heads.get(c, ""))]
    return (found[0][1], found[0][2]) if len(found) == 1 else None


def _below(table: Table, matter: str) -> Iterator[_Spot]:
    """Labels in the head of a table with one row of numbers, or one row of 合计 among others."""
    first = _first_numbers(table)
    numbered = table.rows[first:]
    row = next((r for r in numbered if _ALL.fullmatch(r[0].text.strip())), numbered[0] if len(numbered) == 1 else None)
    if row is None or not first:
        return
    heads = _heads(table)
    columns = {c: m for c, head in heads.items() if (m := _lowest(head, matter))}
    for column, known in columns.items() if len(columns) >= _LEAST else ():
        number = number_in(row[column].text)
        if number.value is not None and not row[column].doubtful and _fits(known, number):
            yield _Spot(known, row[column], number)


def _lowest(head: str, matter: str) -> Meaning | None:
    """What a column means by its lowest head, or by that and the one above: 车辆 小计."""
    parts = head.split("\n")
    if parts[-1].strip() in {"合计", "小计", "总数"} and len(parts) > 1:
        return meaning(f"{parts[-2]}合计", matter) or meaning(parts[-1], matter)
    return meaning(parts[-1], matter)


def _heads(table: Table) -> dict[int, str]:
    """For each column the words above its first numbers, from the top."""
    heads: dict[int, list[str]] = {}
    first = _first_numbers(table)
    for row, column, cell in table.cells():
        if row < first and cell.text.strip():
            for each in range(column, column + cell.columns):
                heads.setdefault(each, []).append(cell.text.strip().replace("\n", ""))
    return {column: "\n".join(words) for column, words in heads.items()}


def _first_numbers(table: Table) -> int:
    """The first row with a number that no head has: not the numbers of columns."""
    for index, cells in enumerate(table.rows):
        values = [n for cell in cells if (n := number_in(cell.text)).value is not None]
        if values and not (len(values) > 1 and [n.value for n in values] == list(range(1, len(values) + 1))):
            return index
    return len(table.rows)


def _is_label(text: str) -> bool:
    return number_in(text).value is None and re.search(r"[\u4e00-\u9fff]", text) is not None


def _fits(known: Meaning, number: Number) -> bool:
    return known.unit == MONEY or (number.places == 0 and (number.value or 0) >= 0)
