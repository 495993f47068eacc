"""StatementsWorkbook 决算报表工作簿: the third door, the nine statements as another program made them.

Statements are known by their whole title or the sheet's name, rows by name or code, columns by heading; neither
their order nor 行次 is believed. What a cell says is kept with its position, and with how far the true value may
lie from it: a figure in 万元 with two decimals stands for the half hundredth around it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from mingzhang.books.fault import Fault, Gravity
from mingzhang.books.problem import FaultLog
from mingzhang.books.value import BadValue, shown
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.position import Position
from mingzhang.reading.door import Door, door_of
from mingzhang.reading.refusal import Refused
from mingzhang.reading.stated.block import Block, blocks_of
from mingzhang.reading.stated.coded import find_coded
from mingzhang.reading.stated.economic import find_economic
from mingzhang.reading.stated.kind import CodeNames, StatementKind
from mingzhang.reading.stated.named import find_named
from mingzhang.reading.stated.number import Number, is_exact, read_number
from mingzhang.reading.stated.spot import Found, Spot
from mingzhang.reading.stated.three import find_three
from mingzhang.reading.stated.wanting import missing_columns, missing_rows, nothing_there, spread_over_many
from mingzhang.reading.workbook_file import workbook_sheets
from mingzhang.terms.unit import MONEY_UNITS, YUAN, Unit

_FINDERS: Final[Mapping[str, Callable[[Block, StatementKind], Found]]] = {
    "T1": find_named, "T4": find_named, "T6": find_economic, "T7": find_three,
}  # fmt: skip
_OPTIONAL_COLUMNS: Final = ("T9",)
"""Statements that some regions print in a short form and some in a long one."""

_FEW_ROWS: Final = 2
_UNITS: Final = tuple(MONEY_UNITS.values())


@dataclass(frozen=True, slots=True)
class StatedFigure:
    """A figure as a statement states it: fen, how far the true value may lie from it, the unit, and where it stands."""

    value: int
    spread: int
    unit: Unit
    position: Position


@dataclass(frozen=True, slots=True)
class StatementsReading:
    """The figures of a workbook by address, and what is wrong with it."""

    figures: Mapping[Address, StatedFigure]
    faults: tuple[Fault, ...]


def read_statements(path: Path, forms: Iterable[StatementKind], names: CodeNames | None = None) -> StatementsReading:
    """The statements of a workbook; `forms` tell which there must be, and their rows and columns.

    `names` gives the functional codes of the year by name (reduced by `stated.words.key`), for statements that print
    names alone.
    """
    reader = _Reader(path.name, {form.id: form for form in forms}, names or {})
    try:
        if door_of(path) is not Door.WORKBOOK:
            raise Refused(path.name, "不是工作簿", "从决算软件导出 XLSX 文件")
        for sheet in workbook_sheets(path, reader.log):
            for block in blocks_of(sheet):
                reader.take(block)
        reader.read_all()
    except Refused as refused:
        reader.log.add(refused.fault)
    return StatementsReading(reader.figures, reader.log.faults)


@dataclass(frozen=True, slots=True)
class _Read:
    """A figure that has been read, before it is known how exact the workbook is."""

    address: Address
    number: Number
    position: Position


class _Reader:
    """Reads the statements of one workbook."""

    def __init__(self, file: str, forms: Mapping[str, StatementKind], names: CodeNames) -> None:
        self.log = FaultLog()
        self.figures: dict[Address, StatedFigure] = {}
        self._file = file
        self._forms = forms
        self._names = names
        self._blocks: dict[str, list[tuple[Block, Found]]] = {}

    def take(self, block: Block) -> None:
        """Keep a block that has figures' places; a mere mention of a title, as in a list of contents, has none."""
        form = self._forms.get(block.statement)
        if form is None:
            self._mention_other(block)
            return
        finder = _FINDERS.get(block.statement)
        found = finder(block, form) if finder else find_coded(block, form, self._names)
        if found.spots or found.columns:
            self._blocks.setdefault(block.statement, []).append((block, found))

    def read_all(self) -> None:
        """Read the numbers of every statement, and say what is missing or there twice."""
        if not self._blocks:
            mend = "每张表保留官方表名，如“收入支出决算总表”，作为表上方的标题或工作表名称"
            raise Refused(self._file, "没有找到任何一张决算报表", mend)
        read = [cell for form in self._forms.values() for cell in self._statement(form)]
        self._keep(read)
        for form in self._forms.values():
            if form.id not in self._blocks:
                self._report_absent(form)

    def _statement(self, form: StatementKind) -> Iterator[_Read]:
        """The figures of a statement, which may go on under a repeated title, and what it lacks."""
        pages = self._pages(form)
        if not pages:
            return
        first, found = pages[0][0], [one for _, one in pages]
        for row in missing_rows(form.id, found):
            self._add(_at(first), row, f"《{form.title}》缺少“{row}”一行", "补上这一行，没有数就写 0")
        gravity = Gravity.WARNING if form.id in _OPTIONAL_COLUMNS else Gravity.ERROR
        for column in missing_columns(form, found):
            message = f"《{form.title}》缺少栏次“{column}”"
            self._add(_at(first), column, message, "补上这一栏，或改正表头", gravity)
        unit = self._unit(first)
        for block, one in pages if unit else ():
            yield from self._cells(block, one, unit or YUAN)

    def _pages(self, form: StatementKind) -> list[tuple[Block, Found]]:
        """The blocks of a statement that have no figure in common; another one with the same figures is too many."""
        pages: list[tuple[Block, Found]] = []
        seen: set[Address] = set()
        for block, found in self._blocks.get(form.id, []):
            own = {spot.address for spot in found.spots}
            if pages and (own & seen or not own):
                self._add(_at(block), block.title, f"《{form.title}》出现了两次", "只留一张")
                continue
            seen |= own
            pages.append((block, found))
        return pages

    def _cells(self, block: Block, found: Found, unit: Unit) -> Iterator[_Read]:
        merged = set(spread_over_many(block, found.spots))
        for spot in found.spots:
            position = block.position(spot.row, spot.column)
            number = self._number(block, spot, unit)
            if spot in merged and number.fen:
                message = "金额单元格合并了，不知道属于哪一格"
                value = shown(block.cell(spot.row, spot.column))
                self._add(_place(position), value, message, "取消合并，各格写自己的金额", column=str(spot.address))
            yield _Read(spot.address, number, position)
        self._mention_strays(block, found, unit)

    def _keep(self, read: Sequence[_Read]) -> None:
        """Give every figure its spread, and name the ones that are there twice."""
        exact = {unit: is_exact(cell.number for cell in read if cell.number.unit == unit) for unit in _UNITS}
        for cell in read:
            number = cell.number
            figure = StatedFigure(number.fen, number.spread(exact=exact[number.unit]), number.unit, cell.position)
            before = self.figures.setdefault(cell.address, figure)
            if before is not figure and (before.value or figure.value):
                message = f"{cell.address} 出现了两次，另一处在 {before.position.cell}"
                self._add(_place(cell.position), str(number.number), message, "只留一行", column=str(cell.address))

    def _unit(self, block: Block) -> Unit | None:
        """The statement's unit; one that does not say it follows the others, with a hint when they agree."""
        mend = "换算成元或万元，表上方写明“金额单位：万元”"
        if len(block.units) > 1:
            said = "、".join(block.units)
            self._add(_at(block), said, "一张表写了两种金额单位", mend, column="金额单位")
            return None
        if block.units:
            if block.units[0] not in MONEY_UNITS:
                self._add(_at(block), block.units[0], "金额单位不是元或万元", mend, column="金额单位")
            return MONEY_UNITS.get(block.units[0])
        others = {other.units for pairs in self._blocks.values() for other, _ in pairs if other.units}
        if len(others) == 1 and (unit := MONEY_UNITS.get(others.pop()[0])):
            mend = f"表上方写明“金额单位：{unit.name}”"
            message = f"没有写明金额单位，按其他表的{unit.name}读取"
            self._add(block.sheet.name, block.title, message, mend, Gravity.WARNING)
            return unit
        self._add(block.sheet.name, block.title, "没有写明金额单位", "表上方写明“金额单位：元”或“金额单位：万元”")
        return None

    def _number(self, block: Block, spot: Spot, unit: Unit) -> Number:
        cell = block.cell(spot.row, spot.column)
        try:
            return read_number(cell, unit)
        except BadValue as bad:
            place = _place(block.position(spot.row, spot.column))
            self._add(place, shown(cell), bad.message, bad.mend, column=str(spot.address))
            return Number(None, unit)

    def _mention_strays(self, block: Block, found: Found, unit: Unit) -> None:
        """Figures that belong to no row or column: an error when one would be lost, never for a blank or zero."""
        for stray in found.strays:
            cell = block.cell(stray.row, stray.column)
            try:
                lost = read_number(cell, unit).fen != 0
            except BadValue:
                continue
            if lost:
                place = _place(block.position(stray.row, stray.column))
                gravity = Gravity.ERROR if stray.certain else Gravity.WARNING
                self._add(place, shown(cell), stray.message, stray.mend, gravity)

    def _mention_other(self, block: Block) -> None:
        if len(block.rows) > _FEW_ROWS:
            mend = "不需要就不必处理；若是九张表之一，请改正表名"
            self._add(_at(block), block.title, "不是本年度公开的九张表之一，没有读取", mend, Gravity.WARNING)

    def _report_absent(self, form: StatementKind) -> None:
        """A missing statement; a fund's own may be left out when 财政拨款收入支出决算总表 shows none of its money."""
        shown_nothing = nothing_there(form.id)
        if shown_nothing and all(a in self.figures and self.figures[a].value == 0 for a in shown_nothing):
            message = f"没有《{form.title}》；总表上没有这项资金，按空表处理"
            self._add("", form.title, message, "公开时仍列出空表，程序会自动列出", Gravity.WARNING)
            return
        self._add("", form.title, f"没有找到《{form.title}》", "补上这张表；没有数据也要保留空表")

    def _add(
        self, place: str, value: str, message: str, mend: str, gravity: Gravity = Gravity.ERROR, column: str = ""
    ) -> None:
        self.log.add(Fault(self._file, place, column, value, message, mend, gravity))


def _place(position: Position) -> str:
    return f"{position.sheet}!{position.cell}"


def _at(block: Block) -> str:
    """Where a statement stands: its sheet and the row of its title."""
    return f"{block.sheet.name}!第{max(1, block.first - 1)}行"
