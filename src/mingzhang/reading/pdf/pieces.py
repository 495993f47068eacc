"""Pieces 字块: what the pieces of a line drawn without any table lines can be: figures, words of cells, or no cells."""

import re
from typing import Final

from mingzhang.reading.pdf.anchor import is_note
from mingzhang.reading.pdf.lines import Line
from mingzhang.reading.pdf.spacing import Segment

_LONGEST: Final = 26
_FIGURE: Final = re.compile(r"[-−—]?(?:\d[\d,，]*\.\d+|\d{1,3}(?:[,，]\d{3})+|0)\s*[%％]?|[-—–]{1,2}")
_COUNTED: Final = re.compile(r"\d[\d,，]*\.\d+|\d{1,3}(?:[,，]\d{3})+")
_COUNT: Final = re.compile(r"\d{1,7}")
_ITEM: Final = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[、）)]")
_WHOLE: Final = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、[\u4e00-\u9fff]+支出)|使用非财政拨款结余|使用专用结余|用事业基金弥补收支差额|结余分配|"
    r"年[初末](?:财政拨款)?结转和结余|本年(?:收入|支出)合计|(?:收入|支出)?总计"
)
_NO_CELL: Final = re.compile(
    r"[，。；？！]|(?<!其中)[:：]|表\s*(?:[（(].*[)）])?$|第.{1,3}部分|公开\s*\d+\s*表|^附[件表]|[.．…·]{4,}|^\d{1,2}[、.．]\D"
)
"""Sentences, captions, titles, lists of contents."""
_CAPTION: Final = re.compile(r"表\s*(?:[（(].*[)）])?$|(?:单位|部门)(?:名称)?\s*[:：]")


def is_figure(piece: Segment) -> bool:
    """Whether a piece is an amount as statements print it, or a dash; a whole number may be a code or a line's."""
    return _FIGURE.fullmatch(piece.text) is not None


def is_label(line: Line) -> bool:
    """Whether every piece of a line may stand in a cell, and all together are no title or caption."""
    texts = [piece.text for piece in line.segments]
    return (
        not is_note(line)
        and not any(len(text) > _LONGEST or _NO_CELL.search(text) for text in texts)
        and not _NO_CELL.search("".join(texts))
    )


def is_caption(line: Line) -> bool:
    """Whether a line stands above a table, as its title or its unit."""
    return _CAPTION.search("".join(piece.text for piece in line.segments)) is not None


def is_anchor(line: Line) -> bool:
    """Whether a line has the figures of a row."""
    return any(map(is_figure, line.segments)) and is_label(line)


def is_count(piece: Segment) -> bool:
    """Whether a piece may be a code, or the number of a line."""
    return _COUNT.fullmatch(piece.text) is not None


def begins_item(piece: Segment) -> bool:
    """Whether a piece begins the name of a numbered row."""
    return _ITEM.match(piece.text) is not None


def is_whole_name(line: Line) -> bool:
    """Whether a line has the names of rows and nothing else, and no name that could go on on the next line."""
    return all(_WHOLE.fullmatch(piece.text) for piece in line.segments)


def figures_run_on(line: Line) -> bool:
    """Whether a piece of a line holds a figure and more, so that columns are too close to be parted by wide gaps."""
    return any(_COUNTED.search(piece.text) and not is_figure(piece) for piece in line.segments)
