"""Transcribe 誊写: the pages of a document as one transcript, without what repeats on every page."""

from collections.abc import Iterator, Sequence
from typing import Final

from mingzhang.books.fault import Fault, Gravity
from mingzhang.disclosure.position import Position
from mingzhang.reading.pdf.furniture import without_furniture
from mingzhang.reading.pdf.lines import Line
from mingzhang.reading.pdf.margins import Margins, margins_of
from mingzhang.reading.pdf.page import Page
from mingzhang.reading.transcript import Item, TextLine, Transcript

_RECOGNISE: Final = "安装文字识别组件：pip install 'mingzhang[scan]'，或给出由文字处理软件导出的 PDF"
_INDENT: Final = 2.0
"""Characters a paragraph is indented by."""
_EXACT: Final = 0.3
_MENDED: Final = "PDF 的目录已损坏，修复后读取，内容可能不全"
_PICTURED: Final = "有大幅图像，其中的文字没有读"


def transcript_of(pages: Sequence[Page], file: str, *, mended: bool = False) -> Transcript:
    """What the pages say, in reading order; `mended` is a file that is damaged and could be read all the same."""
    pages = without_furniture(pages)
    margins = margins_of(pages)
    items = tuple(item for page in pages for item in _items(page, margins, file))
    return Transcript(file, "PDF", items, len(pages), tuple(_faults(pages, file, mended=mended)))


def _items(page: Page, margins: Margins, file: str) -> Iterator[Item]:
    placed: list[tuple[float, Item]] = [(table.box[1], table.table) for table in page.tables]
    edges = margins.of(page)
    placed += [(line.box[1], _text_line(line, page, edges, file)) for line in page.lines]
    return (item for _, item in sorted(placed, key=lambda pair: pair[0]))


def _text_line(line: Line, page: Page, edges: tuple[float, float], file: str) -> TextLine:
    left, right = edges
    before, after = (line.box[0] - left) / line.size, (right - line.box[2]) / line.size
    return TextLine(
        line.text,
        Position(file, page.number, page.frame.as_shown(line.box)),
        indent=max(0, round(before)),
        room=max(0, round(after)),
        size=round(line.size),
        centred=_is_centred(before, after) or _is_over_table(line, page),
        doubtful=line.doubtful,
    )


def _is_centred(before: float, after: float) -> bool:
    """Whether a line stands in the middle, as far as an indented full line does not."""
    indented = abs(before - _INDENT) < _EXACT
    return min(before, after) > 1 and abs(before - after) <= (_EXACT if indented else 2.0)


def _is_over_table(line: Line, page: Page) -> bool:
    """Whether a line stands in the middle over the next table below it."""
    below = min((table.box for table in page.tables if table.box[1] >= line.base), key=lambda box: box[1], default=None)
    if below is None:
        return False
    return _is_centred((line.box[0] - below[0]) / line.size, (below[2] - line.box[2]) / line.size)


def _faults(pages: Sequence[Page], file: str, *, mended: bool) -> Iterator[Fault]:
    if mended:
        yield Fault(file, "", "", "", _MENDED, "重新下载，或在原程序中重新导出", Gravity.WARNING)
    for page in pages:
        place = f"第{page.number}页"
        if page.trouble:
            yield Fault(file, place, "", "", f"{place}{page.trouble}", _RECOGNISE)
        elif page.pictured:
            yield Fault(file, place, "", "", f"{place}{_PICTURED}", _RECOGNISE, Gravity.WARNING)
