"""A statement as a real table: spans, repeated head rows, one bookmark a figure."""

from collections.abc import Iterable, Iterator, Sequence

from mingzhang.disclosure.fact import Facts
from mingzhang.disclosure.statement import Cell, Figure, Heading, Statement
from mingzhang.publishing.docx.anchors import Anchors
from mingzhang.publishing.docx.setting import setting_of
from mingzhang.publishing.docx.wml import Element, child, clean, paragraph, run, w
from mingzhang.publishing.grid import Placed, place_head, place_row, printed


class Table:
    """One statement on its way to a table."""

    def __init__(self, statement: Statement, facts: Facts, anchors: Anchors) -> None:
        """Nothing is made yet."""
        self._statement, self._facts, self._anchors = statement, facts, anchors
        setting = setting_of(statement)
        self._density, self._widths, self._height = setting.density, setting.widths, setting.height

    def element(self) -> Element:
        """The w:tbl."""
        table = w("tbl", self._properties(), w("tblGrid", *(w("gridCol", w=width) for width in self._widths)))
        table.extend(self._head())
        table.extend(self._row(place_row(cells)) for cells in self._statement.body)
        return table

    def _properties(self) -> Element:
        """Title and description are what a screen reader says of the table."""
        title = self._statement.title
        said = f"表{self._statement.number} {title}，{len(self._widths)}列，前{len(self._statement.head)}行为表头。"
        return w(
            "tblPr",
            w("tblStyle", val="TableGrid"),
            w("tblW", w=sum(self._widths), type="dxa"),
            w("jc", val="center"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1),
            w("tblCaption", val=title),
            w("tblDescription", val=said),
        )

    def _head(self) -> Iterator[Element]:
        placed = place_head(self._statement.head)
        for row in range(len(self._statement.head)):
            yield self._row(_with_covered(row, placed), header=True)

    def _row(self, cells: Iterable[Placed[Cell] | Placed[Heading]], *, header: bool = False) -> Element:
        row = w("tr")
        properties = child(row, "trPr")
        child(properties, "cantSplit")
        child(properties, "trHeight", val=self._height, hRule="atLeast")
        if header:
            child(properties, "tblHeader")
        column = 0
        for placed in cells:
            row.append(self._cell(placed, header=header))
            column = placed.column + placed.cell.columns
        row.extend(self._blank(c) for c in range(column, len(self._widths)))
        return row

    def _cell(self, placed: Placed[Cell] | Placed[Heading], *, header: bool) -> Element:
        cell, columns = placed.cell, placed.cell.columns
        element = w("tc")
        properties = child(element, "tcPr")
        child(properties, "tcW", w=sum(self._widths[placed.column : placed.column + columns]), type="dxa")
        if columns > 1:
            child(properties, "gridSpan", val=columns)
        if placed.rows != 1:
            child(properties, "vMerge", **({"val": "restart"} if placed.rows else {}))
        child(properties, "vAlign", val="center")
        words = self._heading(cell, placed.rows) if isinstance(cell, Heading) else self._words(cell)
        element.append(words)
        return element

    def _blank(self, column: int) -> Element:
        properties = w("tcPr", w("tcW", w=self._widths[column], type="dxa"))
        return w("tc", properties, paragraph(f"TableText{self._density.ending}"))

    def _heading(self, heading: Heading, rows: int) -> Element:
        text = heading.text if rows else ""
        return paragraph(f"TableHead{self._density.ending}", *self._runs(text, bold=False))

    def _words(self, cell: Cell) -> Element:
        text = printed(self._statement, self._facts, cell)
        runs = self._runs(text, bold=cell.bold)
        if isinstance(cell, Figure):
            return paragraph(f"TableFigure{self._density.ending}", *self._anchors.around(cell.address, *runs))
        style = "TableHead" if cell.centred or cell.columns > 1 else "TableText"
        indent = (w("ind", left=cell.indent * self._density.character),) if cell.indent else ()
        return paragraph(f"{style}{self._density.ending}", *runs, properties=indent)

    def _runs(self, text: str, *, bold: bool) -> tuple[Element, ...]:
        if not text:
            return ()
        return (run(clean(text), *((w("b"), w("bCs")) if bold else ())),)


def _with_covered(row: int, placed: Sequence[Placed[Heading]]) -> Iterator[Placed[Heading]]:
    """The cells of a head row, those covered from above among them, which are marked by covering no row."""
    for p in sorted(placed, key=lambda p: p.column):
        if p.row == row:
            yield p
        elif p.row < row < p.row + p.rows:
            yield Placed(row, p.column, 0, p.cell)
