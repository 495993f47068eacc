"""Item name 科目名称: a path of names with its levels, 教育支出（类）普通教育（款）小学教育（项）, as written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_MARK: Final = re.compile(r"\(\d{0,7}([类款项])级?(?:科目)?\)")
_LEAD: Final = re.compile(r"(?:其中|主要|用于|包括|包含|安排|按照?|本年度?|全年|当年|完成|开支|以及)+(?!与|和)")
_OWN: Final = "用于"
"""Glued to the name above it, this begins a name: …（款）用于社会福利的彩票公益金支出（项）."""
_LEVELS: Final = "类款项"
_BOUNDARY: Final = frozenset('。;:,、"\n 0123456789.')
_JOINT: Final = frozenset('-—–,、/·>"')
_ORDINAL: Final = re.compile(r"\([一二三四五六七八九十\d]{1,3}\)")
_LONGEST: Final = 40
_CODE_BEFORE: Final = re.compile(r"(?<!\d)(\d{7}|\d{5}|\d{3})[-\"]?$")
_NAME_AFTER: Final = re.compile(r"[^。;:,\"\n\d()]{2,30}")


@dataclass(frozen=True, slots=True)
class ItemName:
    """The names outermost first; `depth` is the level of the last one (1 类, 2 款, 3 项); `code` if printed."""

    start: int
    end: int
    path: tuple[str, ...]
    depth: int
    code: str = ""


def item_names(text: str) -> Iterator[ItemName]:
    """Every path of names whose levels are marked, from left to right."""
    waiting: ItemName | None = None
    for mark in _MARK.finditer(text):
        piece = _piece(text, mark, waiting.end if waiting else 0)
        if piece and waiting and _continues(text, waiting, piece):
            waiting = ItemName(waiting.start, piece.end, (*waiting.path, *piece.path), piece.depth, waiting.code)
            continue
        if waiting:
            yield waiting
        waiting = piece
    if waiting:
        yield waiting


def _continues(text: str, path: ItemName, piece: ItemName) -> bool:
    gap = text[path.end : piece.start]
    return piece.depth > path.depth and (not gap or (len(gap) == 1 and gap in _JOINT)) and not piece.code


def _piece(text: str, mark: re.Match[str], floor: int) -> ItemName | None:
    depth = _LEVELS.index(mark[1]) + 1
    start = _name_start(text, mark.start(), floor)
    glued = start == floor > 0 and text.startswith(_OWN, start)
    if not glued and (lead := _LEAD.match(text, start, mark.start())) and lead.end() < mark.start():
        start = lead.end()
    if start < mark.start():
        names = tuple(name for name in text[start : mark.start()].replace("—", "-").split("-") if name)
        code = _CODE_BEFORE.search(text, max(0, start - 9), start)
        return ItemName(start, mark.end(), names, depth, code[1] if code else "") if names else None
    after = _NAME_AFTER.match(text, mark.end())
    return ItemName(mark.start(), after.end(), (after[0],), depth) if after else None


def _name_start(text: str, end: int, floor: int) -> int:
    """Where the name that ends here begins; brackets inside it belong to it."""
    at, lowest = end, max(floor, end - _LONGEST)
    while at > lowest:
        character = text[at - 1]
        if character == ")":
            opened = text.rfind("(", lowest, at - 1)
            if opened < 0 or at - opened > 9 or _ORDINAL.fullmatch(text, opened, at):
                return at
            at = opened
        elif character in _BOUNDARY or character == "(":
            return at
        else:
            at -= 1
    return at
