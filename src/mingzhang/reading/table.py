"""Table 表: a sheet or a file of rows, with its head understood, giving raw lines one by one."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from operator import itemgetter
from typing import Final, TypeVar, cast

from mingzhang.books.fault import Fault, Gravity
from mingzhang.books.problem import FaultLog, Source
from mingzhang.books.raw import Raw, RawBalance, RawLine
from mingzhang.books.value import is_blank, shown
from mingzhang.reading.header import HEAD_ROWS, Layout, TableKind, find_layout
from mingzhang.reading.mapping import ColumnMapping, suggestion
from mingzhang.reading.refusal import Refused

NO_HEAD: Final = "没有找到表头"
_AMOUNTS: Final = frozenset(
    (
        "debit", "credit", "amount", "opening", "opening_debit", "opening_credit", "closing", "closing_debit",
        "closing_credit",
    )
)  # fmt: skip

Row = Sequence[Raw]
_Raw = TypeVar("_Raw", RawLine, RawBalance)


@dataclass(frozen=True)
class Sheet:
    """Rows with their numbers as a person counts them.

    `merged` gives, by first row, column and last row of a vertical merge; `spans` every merge as first row, first
    column, last row, last column. Columns count from 0 at the first one read, which is the sheet's column `left`.
    """

    file: str
    name: str
    rows: Iterable[tuple[int, Row]]
    merged: Mapping[int, Sequence[tuple[int, int]]] = field(default_factory=dict)
    spans: Sequence[tuple[int, int, int, int]] = ()
    left: int = 0

    def place(self, row: int) -> str:
        """Where a row stands, in words."""
        return f"{self.name}!第{row}行" if self.name else f"第{row}行"


@dataclass
class Table:
    """A sheet whose head is understood."""

    sheet: Sheet
    layout: Layout
    _rows: Iterator[tuple[int, Row]]
    _log: FaultLog

    @property
    def kind(self) -> TableKind:
        """Whether it holds vouchers or balances."""
        return self.layout.kind

    @property
    def source(self) -> Source:
        """The file, and what it calls the fields."""
        return Source(self.sheet.file, self.layout.headers)

    def lines(self) -> Iterator[tuple[str, RawLine]]:
        """The lines of vouchers with their places."""
        return self._raw(RawLine)

    def balances(self) -> Iterator[tuple[str, RawBalance]]:
        """The lines of a trial balance with their places."""
        return self._raw(RawBalance)

    def _raw(self, kind: type[_Raw]) -> Iterator[tuple[str, _Raw]]:
        pick, make = self._picker(kind._fields), cast(Callable[[Iterable[Raw]], _Raw], kind._make)
        width = self.layout.width
        name = self.sheet.name
        before, after = (f"{name}!第", "行") if name else ("第", "行")
        for number, cells in self._filled():
            fitted: Row = cells if len(cells) == width else self._fitted(number, cells)
            yield f"{before}{number}{after}", make(pick((*fitted, "")))

    def _picker(self, names: Sequence[str]) -> Callable[[Row], Row]:
        width = self.layout.width
        return itemgetter(*(self.layout.places.get(name, width) for name in names))

    def _fitted(self, number: int, row: Row) -> Row:
        width = self.layout.width
        if any(not is_blank(cell) for cell in row[width:]):
            extra = next(cell for cell in row[width:] if not is_blank(cell))
            mend = "内容里有分隔符时用双引号括起来，或删去表头之外的列"
            self._log.add(
                Fault(
                    self.sheet.file,
                    self.sheet.place(number),
                    f"第{width + 1}列",
                    shown(extra),
                    "这一行的列数多于表头",
                    mend,
                )
            )
        return (*row[:width], *([""] * (width - len(row))))

    def _filled(self) -> Iterator[tuple[int, Row]]:
        """The rows, each cell of a vertical merge holding what the merge holds."""
        if not self.sheet.merged:
            yield from self._rows
            return
        active: dict[int, tuple[int, Raw]] = {}
        for number, row in self._rows:
            cells = list(row)
            active = {column: kept for column, kept in active.items() if kept[0] >= number}
            for column, (_, value) in active.items():
                if column < len(cells) and is_blank(cells[column]):
                    cells[column] = value
            for column, last in self.sheet.merged.get(number, ()):
                if column < len(cells) and self._may_spread(number, column, cells[column]):
                    active[column] = (last, cells[column])
            yield number, cells

    def _may_spread(self, number: int, column: int, value: Raw) -> bool:
        names = {name for name, index in self.layout.places.items() if index == column}
        if not names & _AMOUNTS:
            return bool(names)
        header = self.layout.headers[names.pop()]
        mend = "取消合并，每一行写自己的金额"
        self._log.add(
            Fault(
                self.sheet.file,
                self.sheet.place(number),
                header,
                shown(value),
                "金额单元格跨行合并，不知道属于哪一行",
                mend,
            )
        )
        return False


def open_table(sheet: Sheet, mapping: ColumnMapping, log: FaultLog) -> Table | None:
    """The sheet with its head understood; None for an empty sheet; Refused when the head is not understood."""
    rows = iter(sheet.rows)
    first = list(islice(rows, HEAD_ROWS))
    if all(is_blank(cell) for _, row in first for cell in row) and next(rows, None) is None:
        return None
    layout = find_layout([row for _, row in first], mapping)
    if layout is None or layout.missing:
        raise _not_understood(sheet, first, layout)
    if layout.twice:
        raise _twice(sheet, layout)
    _mention_unknown(sheet, layout, log)
    return Table(sheet, layout, chain(first[layout.first :], rows), log)


def _not_understood(sheet: Sheet, rows: list[tuple[int, Row]], layout: Layout | None) -> Refused:
    if layout is None:
        return Refused(
            sheet.file,
            NO_HEAD,
            "第一行写栏目名称：凭证日期、凭证号、摘要、科目编码、借方金额、贷方金额等（见 docs/books.md）",
            sheet.name,
            "、".join(shown(cell) for _, row in rows[:1] for cell in row[:8] if not is_blank(cell)),
        )
    missing = "、".join(layout.missing)
    mend = f"补上缺的栏目；若只是叫法不同，把下面几行写进对照文件，右边改成标准叫法：\n{suggestion(layout.unknown)}"
    return Refused(
        sheet.file,
        f"缺少栏目：{missing}",
        mend,
        sheet.place(rows[layout.first - 1][0]),
        "、".join(layout.unknown[:20]),
        "表头",
    )


def _twice(sheet: Sheet, layout: Layout) -> Refused:
    return Refused(
        sheet.file,
        "两个栏目意思相同，不知道取哪一个",
        f"删去一个，或在对照文件中写明不用的一个：\n{suggestion(layout.twice)}",
        sheet.name,
        "、".join(layout.twice),
        "表头",
    )


def _mention_unknown(sheet: Sheet, layout: Layout, log: FaultLog) -> None:
    if layout.unknown:
        mend = f"不需要就不必理会；需要时在对照文件中写明：\n{suggestion(layout.unknown[:20])}"
        value = "、".join(layout.unknown[:20])
        log.add(Fault(sheet.file, sheet.name, "表头", value, "不认识的栏目没有读取", mend, Gravity.WARNING))
