"""Names 名称: a figure's address in the words its statement prints."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from mingzhang.disclosure.address import TOTAL, Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.evaluation import Scope
from mingzhang.disclosure.statement import Cell, Figure, Label, Statement
from mingzhang.publishing.grid import heads_over, is_numbering, place_head, place_row

_SUPPLEMENT = "补充资料"
PERFORMANCE: Final = {"P": "绩效指标", "E": "绩效评价"}
"""What the figures of indicators and of evaluations belong to."""


@dataclass(frozen=True)
class Names:
    """The words for rows, columns and statements of one document."""

    statements: dict[str, Statement]
    rows: dict[tuple[str, str], str]
    columns: dict[Address, str]

    def row(self, address: Address) -> str:
        """The row: a code with its name, 合计, or the official name."""
        if address.statement in PERFORMANCE:
            return self.rows.get((address.statement, address.row)) or address.row.replace("/", "：")
        if address.row == TOTAL:
            return "合计"
        name = self.rows.get((address.statement, address.row), "")
        if address.row.isdigit():
            return f"{address.row} {name}".strip()
        return address.row.replace("年初-", "年初结转：").replace("年末-", "年末结转：")

    def column(self, address: Address) -> str:
        """The column with the headings above it, outermost first."""
        return self.columns.get(address.at(""), address.column)

    def statement(self, address: Address) -> str:
        """The statement: 表5 一般公共预算财政拨款支出决算表."""
        found = self.statements.get(address.statement)
        return f"表{found.number} {found.title}" if found else PERFORMANCE.get(address.statement, _SUPPLEMENT)

    def short(self, address: Address, near: Address | None = None) -> str:
        """Statement by number, row and column, for a list; what it shares with a figure near by is left out."""
        found = self.statements.get(address.statement)
        number = f"表{found.number}" if found else PERFORMANCE.get(address.statement, _SUPPLEMENT)
        row, column = self.row(address), self.column(address)
        if near is None or near.statement != address.statement:
            return f"{number} {row} · {column}"
        if near.row == address.row:
            return column
        return row if self.column(near) == column else f"{row} · {column}"


def names(disclosure: Disclosure) -> Names:
    """The words of every figure that stands in a statement."""
    rows: dict[tuple[str, str], str] = dict(_of_performance(disclosure))
    columns: dict[Address, str] = {}
    for statement in disclosure.statements:
        heads = place_head(statement.head)
        for cells in statement.body:
            for number, placed in enumerate(place_row(cells)):
                if isinstance(placed.cell, Figure):
                    address = placed.cell.address
                    over = [p.cell.text for p in heads_over(heads, placed.column)]
                    columns[address] = " ".join(_once(w for w in over if not is_numbering(w)))
                    rows.setdefault((statement.id, address.row), _label_before(cells[:number]))
    return Names({s.id: s for s in disclosure.statements}, rows, columns)


def _of_performance(disclosure: Disclosure) -> Iterator[tuple[tuple[str, str], str]]:
    """Indicators and evaluations by what they are called."""
    if disclosure.performance is None:
        return
    for appraisal in disclosure.performance.appraisals:
        whole = appraisal.scope is Scope.WHOLE
        called = Scope.WHOLE.value if whole else appraisal.name
        yield ("E", appraisal.id), called
        for money in appraisal.monies:
            yield ("E", f"{appraisal.id}/{money.label}"), f"{called}：{money.label}"
        for one in appraisal.achievements:
            yield ("P", one.indicator), one.name
            yield ("E", f"{appraisal.id}/{one.indicator}"), f"{called}：{one.name}"
        for level in appraisal.levels:
            yield ("E", f"{appraisal.id}/{level}"), f"{called}：{level}"


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _label_before(cells: tuple[Cell, ...]) -> str:
    """The nearest words to the left that are a name, not a number."""
    texts = [cell.text for cell in cells if isinstance(cell, Label)]
    return next((text for text in reversed(texts) if text and not text.isdigit()), "")
