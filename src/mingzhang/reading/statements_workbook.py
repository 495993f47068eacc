"""StatementsWorkbook 决算报表工作簿: the third door, the nine statements as another program made them.

Statements are known by their whole title or the sheet's name, rows by name or code, columns by heading; neither
their order nor 行次 is believed. What a cell says is kept with its position, and with how far the true value may
lie from it: a statement in 万元 with two decimals stands for the half hundredth around each of its figures.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Final

from mingzhang.books.fault import Fault, Gravity
from mingzhang.books.problem import FaultLog
from mingzhang.books.value import LARGEST, BadValue, as_number, shown
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.position import Position
from mingzhang.reading.door import Door, door_of
from mingzhang.reading.refusal import Refused
from mingzhang.reading.stated.block import Block, blocks_of
from mingzhang.reading.stated.coded import find_coded
from mingzhang.reading.stated.economic import find_economic
from mingzhang.reading.stated.kind import StatementKind
from mingzhang.reading.stated.named import find_named
from mingzhang.reading.stated.spot import Found
from mingzhang.reading.stated.three import find_three
from mingzhang.reading.workbook_file import workbook_sheets
from mingzhang.terms.unit import MONEY_UNITS, Unit

_FINDERS: Final[Mapping[str, Callable[[Block, StatementKind], Found]]] = {
    "T1": find_named, "T4": find_named, "T6": find_economic, "T7": find_three,
    **dict.fromkeys(("T2", "T3", "T5", "T8", "T9"), find_coded),
}  # fmt: skip
_PRINTED_DECIMALS: Final = 2


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


def read_statements(path: Path, forms: Iterable[StatementKind]) -> StatementsReading:
    """The statements of a workbook; `forms` tell which there must be, and their rows and columns."""
    reader = _Reader(path.name, {form.id: form for form in forms})
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


class _Reader:
    """Reads the statements of one workbook."""

    def __init__(self, file: str, forms: Mapping[str, StatementKind]) -> None:
        self.log = FaultLog()
        self.figures: dict[Address, StatedFigure] = {}
        self._file = file
        self._forms = forms
        self._blocks: dict[str, list[tuple[Block, Found]]] = {}

    def take(self, block: Block) -> None:
        """Keep a block that has figures' places; a mere mention of a title, as in a list of contents, has none."""
        form = self._forms.get(block.statement)
        found = _FINDERS[block.statement](block, form) if form else Found()
        if found.spots:
            self._blocks.setdefault(block.statement, []).append((block, found))

    def read_all(self) -> None:
        """Read the numbers of every statement, and say which are missing or there twice."""
        if not self._blocks:
            mend = "每张表保留官方表名，如“收入支出决算总表”，作为表上方的标题或工作表名称"
            raise Refused(self._file, "没有找到任何一张决算报表", mend)
        for form in self._forms.values():
            blocks = self._blocks.get(form.id, [])
            if not blocks:
                self._add("", "", f"没有找到《{form.title}》", "补上这张表；没有数据也要保留空表")
            for block, _ in blocks[1:]:
                self._add(block.sheet.name, block.title, f"《{form.title}》出现了两次", "只留一张")
            for block, found in blocks[:1]:
                self._read(block, found)

    def _read(self, block: Block, found: Found) -> None:
        unit = self._unit(block)
        numbers = [(spot, self._number(block, spot.row, spot.column)) for spot in found.spots]
        decimals = max((_decimals(number) for _, number in numbers), default=0)
        spread = _spread(unit, decimals)
        for spot, number in numbers:
            position = block.position(spot.row, spot.column)
            figure = StatedFigure(_fen(number, unit), spread, unit, position)
            before = self.figures.setdefault(spot.address, figure)
            if before is not figure and (before.value or figure.value):
                message = f"{spot.address} 出现了两次，另一处在 {before.position.cell}"
                self._add(_place(position), shown(block.cell(spot.row, spot.column)), message, "只留一行")
        self._mention_strays(block, found)

    def _unit(self, block: Block) -> Unit:
        """The statement's unit; one that does not say it follows the others, with a hint when they agree."""
        if block.unit:
            return MONEY_UNITS[block.unit]
        others = {other.unit for pairs in self._blocks.values() for other, _ in pairs if other.unit}
        if len(others) == 1:
            name = others.pop()
            mend = f"表上方写明“金额单位：{name}”"
            self._add(block.sheet.name, block.title, f"没有写明金额单位，按其他表的{name}读取", mend, Gravity.WARNING)
            return MONEY_UNITS[name]
        self._add(block.sheet.name, block.title, "没有写明金额单位", "表上方写明“金额单位：元”或“金额单位：万元”")
        return MONEY_UNITS["元"]

    def _number(self, block: Block, row: int, column: int) -> Decimal | None:
        cell = block.cell(row, column)
        try:
            number = as_number(cell)
        except BadValue as bad:
            self._add(_place(block.position(row, column)), shown(cell), bad.message, "填写数字")
            return None
        if number is not None and abs(number) >= LARGEST:
            self._add(_place(block.position(row, column)), shown(cell), "金额大得不合理", "核对金额和单位")
            return None
        return number

    def _mention_strays(self, block: Block, found: Found) -> None:
        """Figures that belong to no row or column: an error when one would be lost, never for a blank or zero."""
        for stray in found.strays:
            cell = block.cell(stray.row, stray.column)
            try:
                lost = bool(as_number(cell))
            except BadValue:
                continue
            if lost:
                place = _place(block.position(stray.row, stray.column))
                gravity = Gravity.ERROR if stray.certain else Gravity.WARNING
                self._add(place, shown(cell), stray.message, stray.mend, gravity)

    def _add(self, place: str, value: str, message: str, mend: str, gravity: Gravity = Gravity.ERROR) -> None:
        self.log.add(Fault(self._file, place, "", value, message, mend, gravity))


def _place(position: Position) -> str:
    return f"{position.sheet}!{position.cell}"


def _decimals(number: Decimal | None) -> int:
    exponent = number.normalize().as_tuple().exponent if number else 0
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _fen(number: Decimal | None, unit: Unit) -> int:
    return 0 if number is None else int((number * unit.scale).quantize(Decimal(1), ROUND_HALF_UP))


def _spread(unit: Unit, decimals: int) -> int:
    """Half of the last place that the statement as a whole is written to, in fen; nothing once it says the fen."""
    return unit.scale // int(Decimal(10) ** max(decimals, _PRINTED_DECIMALS)) // 2
