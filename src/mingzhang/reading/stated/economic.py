"""Economic rows 经济分类行: T6, where two or three blocks of code, name and figure stand side by side."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from mingzhang.disclosure.address import Address
from mingzhang.reading.stated.block import Block
from mingzhang.reading.stated.kind import CodeNames, StatementKind
from mingzhang.reading.stated.spot import Found, Spot, Stray
from mingzhang.reading.stated.words import heading, key

_FIGURES: Final = frozenset(map(heading, ("决算数", "金额", "本年决算数", "基本支出", "本年支出", "合计")))
_LABELS: Final = frozenset(("类", "款", "行次", "序号", "栏次", "人员经费", "公用经费", "日常公用经费"))
_TOTALS: Final = {"人员经费合计": "人员经费合计", "公用经费合计": "公用经费合计", "日常公用经费合计": "公用经费合计"}
_BY_COLUMN: Final = {"人员经费": "人员经费合计", "公用经费": "公用经费合计", "日常公用经费": "公用经费合计"}
_CODE_AND_NAME: Final = re.compile(r"(3\d{2}(?:\d{2})?)[\u4e00-\u9fff（(]")
_NO_NAMES: Final[CodeNames] = {}
_REMARKS: Final = ("注", "说明", "备注")
_FIRST_ROWS: Final = 15


def find_economic(block: Block, form: StatementKind, names: CodeNames = _NO_NAMES) -> Found:
    """Where the figures of T6 stand; `names` gives the codes of rows that are printed without."""
    found = Found()
    head = _head_end(block, names)
    headings = block.headings(min(head, _FIRST_ROWS))
    figures = [c for c, texts in enumerate(headings) if texts and texts[-1] in _FIGURES]
    unknown = [c for c, texts in enumerate(headings) if texts and c not in figures and not _is_label(texts[-1])]
    name = form.lanes[0].columns[0].name
    found.columns |= {("", name) for _ in figures}
    above: dict[int, str] = {}
    for row in range(head, len(block.rows)):
        if block.text(row, 0).startswith(_REMARKS):
            break
        start = 0
        for column in sorted((*figures, *unknown)):
            if column in unknown:
                # The codes to its left are not those of the next figure.
                found.strays.append(_unasked(row, column, headings[column]))
            else:
                address = Address(form.id, "", name)
                cell = (row, start, column)
                above[column] = _find_cell(block, address, cell, above.get(column, ""), found, names)
            start = column + 1
        totals = [*_totals(block, row, figures), *_totals_by_column(block, row, headings)]
        found.spots += [Spot(Address(form.id, total, name), row, column) for total, column in totals]
    return found


def _head_end(block: Block, names: CodeNames) -> int:
    """The first row with a code, with the name of one, or with 合计 before a figure."""
    rows = range(len(block.rows))
    return next((row for row in rows if _begins(block, row, names)), len(block.rows))


def _begins(block: Block, row: int, names: CodeNames) -> bool:
    named = any(key(block.text(row, column)) in names for column in range(min(3, block.width)))
    return named or bool(_code_at(block, row, 0, block.width)) or _is_total(block, row)


def _is_total(block: Block, row: int) -> bool:
    """Whether a row begins with 合计 and has nothing but figures behind it."""
    texts = [text for column in range(block.width) if (text := block.text(row, column))]
    return (
        len(texts) > 1
        and heading(texts[0]) in ("合计", "总计")
        and not any("\u4e00" <= t[0] <= "\u9fff" for t in texts[1:])
    )


def _totals_by_column(block: Block, row: int, headings: Sequence[tuple[str, ...]]) -> Iterator[tuple[str, int]]:
    """The totals in a form that has 人员经费 and 公用经费 for columns: those of its row 合计."""
    if not any(heading(block.text(row, column)) in ("合计", "总计") for column in range(min(3, block.width))):
        return
    for column, texts in enumerate(headings):
        if texts and texts[-1] in _BY_COLUMN:
            yield _BY_COLUMN[texts[-1]], column


def _is_label(text: str) -> bool:
    return text in _LABELS or text.endswith(("编码", "代码", "名称", "科目")) or text.startswith("项目")


def _unasked(row: int, column: int, headings: tuple[str, ...]) -> Stray:
    message = f"不认识的栏次“{'/'.join(headings)[:40]}”"
    return Stray(row, column, message, "改成官方格式的栏次名称；多余的栏请删去")


def _find_cell(
    block: Block, home: Address, cell: tuple[int, int, int], above: str, found: Found, names: CodeNames
) -> str:
    """Find the figure of one block in one row; gives the last code, whose class a bare 款 below it belongs to."""
    row, start, column = cell
    code = _code_at(block, row, start, column) or _below(block, row, start, column, above)
    code = code or next((c for place in range(start, column) if (c := _named(block.text(row, place), names))), "")
    labels = [text for place in range(start, column) if (text := block.text(row, place))]
    if code:
        found.spots.append(Spot(replace(home, row=code), row, column))
    elif not any(heading(block.text(row, place)).endswith("合计") for place in range(column)):
        words = "".join(labels)[:40]
        message = f"这一格没有经济分类科目编码{f'（{words}）' if words else ''}"
        found.strays.append(Stray(row, column, message, "补上3或5位的科目编码"))
    return code or above


def _named(text: str, names: CodeNames) -> str:
    """The one code that bears a name."""
    known = names.get(key(text), ()) if text else ()
    return known[0] if len(known) == 1 else ""


def _below(block: Block, row: int, start: int, end: int, above: str) -> str:
    """The code of a row that prints its 款 alone, under the class printed further up."""
    texts = [text for column in range(start, end) if (text := block.text(row, column))]
    alone = bool(texts) and texts[0].isdecimal() and texts[0].isascii() and len(texts[0]) <= 2
    return above[:3] + texts[0].zfill(2) if alone and above else ""


def _code_at(block: Block, row: int, start: int, end: int) -> str:
    """The economic code in the label cells, whole (30212) or split (302 and 12)."""
    code = ""
    for column in range(start, end):
        text = block.text(row, column).replace(" ", "")
        if text.isdecimal() and text.isascii() and len(text) <= 5:
            code = text if text.startswith(code) and len(text) > len(code) else code + text.zfill(2)
            if len(code) == 5:
                break
        elif not code and (found := _CODE_AND_NAME.match(text)):
            return found[1]
        elif code and text:
            break
    return code if len(code) in (3, 5) and code[0] == "3" else ""


def _totals(block: Block, row: int, figures: list[int]) -> Iterator[tuple[str, int]]:
    """人员经费合计 and 公用经费合计 with the column of their figure: the first filled one to the right."""
    marks = [(c, _TOTALS[text]) for c in range(block.width) if (text := heading(block.text(row, c))) in _TOTALS]
    for (start, total), (end, _) in pairwise([*marks, (block.width, "")]):
        columns = [column for column in figures if start < column < end]
        filled = [column for column in range(start + 1, end) if _is_filled(block, row, start, column)]
        if filled or columns:
            yield total, (filled or columns)[0]


def _is_filled(block: Block, row: int, label: int, column: int) -> bool:
    """Whether a cell holds something of its own; some programs repeat the label in every cell of a merge."""
    text = block.text(row, column)
    return bool(text) and text != block.text(row, label)
