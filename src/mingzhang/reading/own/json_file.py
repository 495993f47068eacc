"""JSON file 数据文件: our disclosure.json as the lines and tables it stands for, with its exact figures."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from mingzhang.disclosure.fact import Facts
from mingzhang.disclosure.position import Position
from mingzhang.reading.grid import Slot, table_of
from mingzhang.reading.own.anchored import Anchored, facts_of
from mingzhang.reading.refusal import Refused
from mingzhang.reading.transcript import Item, TextLine, Transcript
from mingzhang.terms.unit import Unit

_MOST_BYTES: Final = 256 << 20
_MEND: Final = "用明账重新发布 disclosure.json"
_DEEPEST: Final = 12

Plain = Mapping[str, Any]


def read_json(path: Path) -> Transcript:
    """A disclosure.json; Refused when it is broken or made by something else."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise Refused(path.name, "文件异常地大，没有打开", _MEND)
        data = json.loads(path.read_text(encoding="utf-8-sig"))
        items, exact = _Reader(path.name, data).items(), _exact(path.name, data)
    except OSError as error:
        raise Refused(path.name, f"打不开文件：{error.strerror}", "核对文件名和读取权限") from None
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise Refused(path.name, "不是完整的 JSON 文件", _MEND) from None
    except (KeyError, TypeError, ValueError, AttributeError):
        raise Refused(path.name, "JSON 的内容不是公开文本", _MEND) from None
    if not items:
        raise Refused(path.name, "JSON 里没有内容", _MEND)
    return Transcript(path.name, "JSON", items, exact=exact)


def _exact(file: str, data: Plain) -> Facts | None:
    return facts_of(
        Anchored(str(fact["address"]), _place(file, str(fact["address"])), _unit(fact["unit"]), str(fact["value"]))
        for fact in data["facts"]
    )


def _unit(plain: Plain) -> Unit:
    scale, decimals = int(plain["scale"]), int(plain["decimals"])
    if not (0 < scale <= 10**12 and 0 <= decimals <= 12):
        raise ValueError(scale)
    return Unit(str(plain["name"]), scale, decimals)


def _place(file: str, name: str) -> Position:
    return Position(file, cell=name)


class _Reader:
    """Reads the parts of a disclosure in their order, counting paragraphs."""

    def __init__(self, file: str, data: Plain) -> None:
        self._file, self._data = file, data
        self._shown = {str(fact["address"]): str(fact.get("shown", "")) for fact in data["facts"]}
        self._zero = {str(fact["address"]): fact["value"] == 0 for fact in data["facts"]}
        self._statements = {str(each["id"]): each for each in data["statements"]}
        self._lines = 0

    def items(self) -> tuple[Item, ...]:
        return (self._line(str(self._data["title"]), 1), *self._parts())

    def _parts(self) -> Iterator[Item]:
        for part in self._data["parts"]:
            yield from self._section(part, 1)

    def _section(self, section: Plain, level: int) -> Iterator[Item]:
        if level > _DEEPEST:
            raise ValueError(level)
        if section.get("heading"):
            yield self._line(str(section["heading"]), level)
        for block in section.get("blocks", ()):
            yield from self._block(block)
        for inner in section.get("sections", ()):
            yield from self._section(inner, level + 1)

    def _block(self, block: Plain) -> Iterator[Item]:
        if block["kind"] == "Paragraph":
            yield self._line("".join(str(run["text"]) for run in block["runs"]), 0)
        elif block["kind"] == "StatementPlace":
            yield from self._statement(self._statements[str(block["statement"])])
        elif block["kind"] == "TablePlace":
            table = block["table"]
            if table.get("title"):
                yield self._line(str(table["title"]), 0)
            rows = [[_spanned(cell) for cell in row if cell.get("rows", 1)] for row in table["rows"]]
            yield self._grid(rows, "")

    def _statement(self, statement: Plain) -> Iterator[Item]:
        year, number = self._data["year"], statement["number"]
        yield self._line(str(statement.get("caption") or f"{year}年度{statement['title']}（表{number}）"), 0)
        lines = statement.get("lines") or [["", f"金额单位：{statement['unit']['name']}"]]
        yield from (self._line(str(text), 0) for pair in lines for text in pair if text)
        head = [[_spanned(cell) for cell in row] for row in statement["head"]]
        body = [[(self._print(cell, statement), 1, _count(cell)) for cell in row] for row in statement["body"]]
        yield self._grid([*head, *body], str(statement["id"]))
        if statement.get("note"):
            yield self._line(str(statement["note"]), 0)

    def _print(self, cell: Plain, statement: Plain) -> str:
        if cell["kind"] != "Figure":
            return str(cell["text"])
        address = str(cell["address"])
        if self._zero.get(address, False):
            own = cell.get("zero")
            return str(statement.get("zero", "") if own is None else own)
        return self._shown.get(address, "")

    def _grid(self, rows: Sequence[Sequence[tuple[str, int, int]]], name: str) -> Item:
        slots = [
            [
                Slot(text, _place(self._file, f"{name}第{number}行第{place}格"), down, aside)
                for place, (text, down, aside) in enumerate(row, 1)
            ]
            for number, row in enumerate(rows, 1)
        ]
        return table_of(slots, _place(self._file, name))

    def _line(self, text: str, level: int) -> TextLine:
        self._lines += 1
        return TextLine(text, Position(self._file, line=self._lines), level, whole=True)


def _spanned(cell: Plain) -> tuple[str, int, int]:
    return str(cell["text"]), int(cell.get("rows", 1)), _count(cell)


def _count(cell: Plain) -> int:
    return int(cell.get("columns", 1))
