"""Flow 文流: the words of a page gathered into paragraphs and tables."""

import re
from dataclasses import dataclass, field
from typing import Final

from selectolax.lexbor import LexborNode

from mingzhang.disclosure.position import Position
from mingzhang.reading.grid import MOST_COLUMNS, Slot, placed, without_columns
from mingzhang.reading.html.lists import Lists
from mingzhang.reading.html.spans import LEAST, span_of, width_of_column
from mingzhang.reading.html.tree import steps
from mingzhang.reading.nest import text_of, unfold
from mingzhang.reading.plain.markup import plain_spaces
from mingzhang.reading.plain.wrap import paragraphs
from mingzhang.reading.refusal import Refused
from mingzhang.reading.transcript import Item, TextLine

MOST_NESTED: Final = 30
"""Tables within tables; old sites come to eight."""

_BLOCKS: Final = frozenset(
    (
        "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "section", "article",
        "header", "main", "center", "blockquote", "pre", "address", "form", "fieldset", "figure", "figcaption", "hr",
        "details", "summary", "caption", "body", "html", "legend",
    )
)  # fmt: skip
_CHINESE_BREAK: Final = re.compile(
    r"(?<=[\u2e80-\u9fff\uff00-\uffef，。；：、（）])[ \t]*[\r\n]+[ \t]*(?=[\u2e80-\u9fff\uff00-\uffef])"
)
_WHITE: Final = re.compile(r"[ \t\r\n\f]+")


@dataclass
class Grid:
    """A table being read: its rows, and its number on the page."""

    name: str
    position: Position
    rows: list[list[Slot]] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)


@dataclass
class Flow:
    """A run of paragraphs and tables: the page, or one cell."""

    items: list[Item] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    lists: Lists = field(default_factory=Lists)


class PageReader:
    """Reads the nodes of a page one after another."""

    def __init__(self, file: str) -> None:
        """Begin an empty page."""
        self._file = file
        self._flows = [Flow()]
        self._grids: list[Grid] = []
        self._lines = self._tables = 0

    def read(self, root: LexborNode) -> tuple[Item, ...]:
        """The paragraphs and tables below a node."""
        for into, node in steps(root):
            if node.tag == "-text":
                if into:
                    self._flow.words.append(_collapsed(node))
            elif into:
                self._enter(node)
            else:
                self._leave(node)
        self._flush()
        return tuple(self._flow.items)

    @property
    def _flow(self) -> Flow:
        return self._flows[-1]

    def _enter(self, node: LexborNode) -> None:
        name = node.tag or ""
        if name == "br":
            self._flow.words.append("\n")
        elif name == "table":
            self._open_table(node)
        elif name == "col" and self._grids:
            self._grids[-1].widths += [width_of_column(node)] * min(span_of(node, "span"), MOST_COLUMNS)
        elif name == "tr" and self._grids:
            self._grids[-1].rows.append([])
        elif name in ("td", "th") and self._grids:
            self._open_cell()
        elif name in _BLOCKS:
            self._flush()
            self._open_block(name, node)

    def _leave(self, node: LexborNode) -> None:
        name = node.tag or ""
        if name == "table" and self._grids:
            self._close_table()
        elif name in ("td", "th") and self._grids and len(self._flows) > len(self._grids):
            self._close_cell(node)
        elif name in _BLOCKS:
            self._flush()
            self._close_block(name)

    def _open_block(self, name: str, node: LexborNode) -> None:
        flow = self._flow
        if name in ("ol", "ul"):
            flow.lists.open(node)
        elif name == "li":
            flow.words.append(flow.lists.mark())
        elif re.fullmatch("h[1-6]", name):
            flow.levels.append(int(name[1]))

    def _close_block(self, name: str) -> None:
        flow = self._flow
        if name in ("ol", "ul"):
            flow.lists.close()
        elif re.fullmatch("h[1-6]", name) and flow.levels:
            flow.levels.pop()

    def _flush(self) -> None:
        """What was gathered since the last block is a paragraph, or several when it has breaks."""
        flow = self._flow
        text = plain_spaces("".join(flow.words))
        flow.words.clear()
        for words in paragraphs(text):
            self._lines += 1
            level = flow.levels[-1] if flow.levels else 0
            clean = " ".join(words.split(" "))
            flow.items.append(TextLine(clean, Position(self._file, line=self._lines), level, whole=True))

    def _open_table(self, node: LexborNode) -> None:
        self._flush()
        if len(self._grids) >= MOST_NESTED:
            raise Refused(self._file, "网页的表格套得异常地深，没有读取", "在浏览器中打开后打印为 PDF")
        self._tables += 1
        name = f"表{self._tables}"
        self._grids.append(Grid(name, Position(self._file, cell=name, line=self._lines + 1)))

    def _close_table(self) -> None:
        self._flush()
        grid = self._grids.pop()
        narrow = {place for place, width in enumerate(grid.widths[:MOST_COLUMNS]) if width < LEAST}
        found = without_columns(placed(grid.rows, grid.position), narrow)
        self._flow.items += unfold(found, len(grid.rows), grid.position)

    def _open_cell(self) -> None:
        self._flows.append(Flow())

    def _close_cell(self, node: LexborNode) -> None:
        self._flush()
        within = tuple(self._flows.pop().items)
        grid = self._grids[-1]
        rows = grid.rows or [[]]
        grid.rows = rows
        position = Position(self._file, cell=f"{grid.name}第{len(rows)}行第{len(rows[-1]) + 1}格")
        spans = span_of(node, "rowspan"), span_of(node, "colspan")
        rows[-1].append(Slot(text_of(within), position, spans[0] or MOST_COLUMNS, spans[1] or 1, within))


def _collapsed(node: LexborNode) -> str:
    """The words of a text node with its white space as a browser shows it; no blank where Chinese goes on."""
    text = str(node.text_content or "")
    return _WHITE.sub(" ", _CHINESE_BREAK.sub("", text))
