"""Sheet 工作表: its rows told apart into lines of text and grids."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from mingzhang.disclosure.position import Position
from mingzhang.reading.grid import Slot, laid_out
from mingzhang.reading.plain.markup import plain_spaces
from mingzhang.reading.refusal import Refused
from mingzhang.reading.sheets.formats import Codes, column_letters
from mingzhang.reading.sheets.shown import shown
from mingzhang.reading.table import Sheet
from mingzhang.reading.transcript import Item, TextLine

_MOST_ROWS: Final = 20_000
_CAPTION: Final = re.compile(
    r"\s*(?:(?:编制|填报|填制|公开|预算|决算)?(?:部门|单位)(?:名称|编码|代码)?\s*[:：].*|"
    r"[(（]?(?:金额|计量|货币)?单位\s*[:：].*|(?:财决)?公开\s*[A-Z]*\s*\d+\s*-?\d*\s*表|附[件表]\s*\d*.*|"
    r"20\d\d\s*年度?|[万千百十]?元)\s*",
    re.DOTALL,
)
_TITLE: Final = re.compile(r"[\s\S]*[决预]算[\s\S]*表\s*(?:[(（].*[)）])?\s*")
_NOTE: Final = re.compile(r"\s*(?:注|说明|备注|附注)\d?\s*[:：.、]|\s*本表|\s*[※★]")
_LONG: Final = 24
_LONGEST: Final = 120
"""Characters of a title or caption at most."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row with something in it: its number, the words by column, and the columns its widest cell covers."""

    number: int
    texts: Mapping[int, str]
    widest: int


def items_of(sheet: Sheet, codes: Codes) -> Iterator[Item]:
    """The lines and grids of a sheet from above to below; Refused when it has more rows than any statement."""
    spans = _spans(sheet)
    lines = [line for line in _lines(sheet, codes, spans) if line.texts]
    width = max((max(line.texts) + 1 for line in lines), default=0)
    kinds = _kinds(lines, width)
    place = 0
    while place < len(lines):
        end = place + 1
        if kinds[place]:
            yield from _text_lines(sheet, lines[place])
        else:
            while end < len(lines) and not kinds[end]:
                end += 1
            yield _grid(sheet, lines[place:end], spans)
        place = end


def _spans(sheet: Sheet) -> dict[tuple[int, int], tuple[int, int]]:
    """How many rows and columns each merge covers, by row from 1 and column from 0."""
    return {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in sheet.spans}


def _lines(sheet: Sheet, codes: Codes, spans: Mapping[tuple[int, int], tuple[int, int]]) -> Iterator[Line]:
    for number, row in sheet.rows:
        if number > _MOST_ROWS:
            raise Refused(sheet.file, "工作表的行数太多，不是公开的报表", "删去无关的工作表后另存", sheet.name)
        texts = {}
        for column, value in enumerate(row):
            text = plain_spaces(shown(value, codes.get((number, sheet.left + column + 1), ""))).strip()
            if text:
                texts[column] = text
        widest = max((spans.get((number, column), (1, 1))[1] for column in texts), default=1)
        yield Line(number, texts, widest)


def _kinds(lines: Sequence[Line], width: int) -> list[bool]:
    """For each row whether it is text: captions always, lone cells unless rows of a grid stand on both sides."""
    sure = [_is_caption(line, width) for line in lines]
    alone = [len(line.texts) == 1 for line in lines]
    rows = [place for place in range(len(lines)) if not sure[place] and not alone[place]]
    if not rows:
        return [True] * len(lines)
    return [
        _stands_alone(lines, place, rows, width) if alone[place] and not sure[place] else sure[place]
        for place in range(len(lines))
    ]


def _stands_alone(lines: Sequence[Line], place: int, rows: Sequence[int], width: int) -> bool:
    """Whether a row with one filled cell is a line of text: a title, a note, or outside of every grid."""
    line = lines[place]
    (text,) = line.texts.values()
    if place < rows[0] or _NOTE.match(text) or (len(text) <= _LONGEST and _TITLE.fullmatch(text)):
        return True
    wide = line.widest * 10 >= width * 7 and width > 1
    return (len(text) >= _LONG and (wide or place > rows[-1])) or (wide and place > rows[-1])


def _is_caption(line: Line, width: int) -> bool:
    """Whether a row only says whose table it is, in what unit, or under which number."""
    texts = _answered([text for _, text in sorted(line.texts.items())])
    if len(texts) > 4 or not all(len(text) <= _LONGEST and _CAPTION.fullmatch(text) for text in texts):
        return len(texts) == 1 and _NOTE.match(texts[0]) is not None and len(texts[0]) > 4
    return len(texts) == 1 or any(":" in text or "：" in text or "公开" in text for text in texts)


def _answered(texts: Sequence[str]) -> list[str]:
    """The cells of a caption, a name or unit in the cell after its label joined to it."""
    found: list[str] = []
    for text in texts:
        if found and found[-1].endswith((":", "：")):
            found[-1] += text
        else:
            found.append(text)
    return found


def _text_lines(sheet: Sheet, line: Line) -> Iterator[TextLine]:
    columns = sorted(line.texts)
    for text in _answered([line.texts[column] for column in columns]):
        start = next(column for column in columns if text.startswith(line.texts[column]))
        position = _position(sheet, line.number, start)
        yield from (TextLine(part.strip(), position, whole=True) for part in text.split("\n") if part.strip())


def _grid(sheet: Sheet, lines: Sequence[Line], spans: Mapping[tuple[int, int], tuple[int, int]]) -> Item:
    left = min(min(line.texts) for line in lines)
    right = max(max(line.texts) for line in lines)
    first, last = lines[0].number, lines[-1].number
    order = {line.number: place for place, line in enumerate(lines)}
    found: dict[tuple[int, int], Slot] = {}
    covered: set[tuple[int, int]] = set()
    for line in lines:
        for column in range(left, right + 1):
            if (line.number, column) in covered:
                continue
            down, aside = spans.get((line.number, column), (1, 1))
            rows = [n for n in range(line.number, min(line.number + down - 1, last) + 1) if n in order]
            aside = min(aside, right - column + 1)
            covered.update((row, column + c) for row in rows for c in range(aside))
            text = line.texts.get(column, "")
            position = _position(sheet, line.number, column)
            found[order[line.number], column - left] = Slot(text, position, len(rows), aside)
    return laid_out(found, len(lines), _position(sheet, first, left))


def _position(sheet: Sheet, row: int, column: int) -> Position:
    return Position(sheet.file, sheet=sheet.name, cell=f"{column_letters(sheet.left + column + 1)}{row}")
