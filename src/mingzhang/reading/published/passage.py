"""Passage 段落: a paragraph put together from the lines it was printed in, with every line's place kept."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import Paragraph, Words
from mingzhang.reading.published.heading import PART, begins_item, number_end, rank_of
from mingzhang.reading.transcript import TextLine

_STOPS: Final = "。！？!?；;：:"
_SHORT: Final = 6
_BROKEN: Final = 3
_LONGEST_PART: Final = 60
_MOST_TITLE: Final = 3
_DEEPEST: Final = 4
_LEADING: Final = "。，、；：）)”》％%,.;:!！?？"
_COMPLETION: Final = re.compile(
    r"(?:[\u4e00-\u9fff]{0,8}(?:说明|情况|概况|决算表|报表|明细表|总表|解释|结果)|表|明|况)[。]?"
)
_COMPLETE: Final = re.compile(r"(?:说明|概况|表|解释|附件|情况|结果|职能|职责|构成|分析|报告|总结)[。：:]?$")
_AMOUNT_ENDS: Final = re.compile(r"0[，,、；。]|\d{1,2}[，,](?!\s*\d)")
_DIGITS: Final = re.compile(r"\d{1,2}[，,、；。.)）]")
_NUMBER: Final = re.compile(r"\d[\d,]*(?:\.\d+)?%?(?![、.．)）])")


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of a paragraph; `lines` tell at which offset each printed line begins. `level` as the file says."""

    text: str
    lines: tuple[tuple[int, Position], ...]
    level: int = 0
    centred: bool = False
    size: int = 0
    doubtful: bool = False

    @property
    def position(self) -> Position:
        """Where it begins."""
        return self.lines[0][1]

    def paragraph(self, start: int = 0) -> Paragraph:
        """The text from an offset on as a paragraph."""
        moved = [(max(0, offset - start), position) for offset, position in self.lines]
        kept = [
            pair for pair, after in zip(moved, [*self.lines[1:], None], strict=True) if not after or after[0] > start
        ]
        return Paragraph((Words(self.text[start:]),), tuple(kept), self.doubtful)


def passages_of(lines: Iterable[TextLine]) -> Iterator[Passage]:
    """The paragraphs that some lines in a row make."""
    group: list[TextLine] = []
    for line in lines:
        if not line.text.strip():
            continue
        if group and not _joins(group, line):
            yield _passage(group)
            group = []
        group.append(line)
    if group:
        yield _passage(group)


def _passage(lines: Sequence[TextLine]) -> Passage:
    text, offsets = "", []
    for line in lines:
        own = line.text.strip()
        if text and (_are_words(text, own) or (rank_of(text) == PART and number_end(text) == len(text))):
            text += " "
        offsets.append((len(text), line.position))
        text += own
    first = lines[0]
    doubtful = any(line.doubtful for line in lines)
    return Passage(text, tuple(offsets), first.level, first.centred, first.size, doubtful)


def _are_words(before: str, after: str) -> bool:
    return all(end.isascii() and end.isalpha() for end in (before[-1], after[0]))


def _joins(group: Sequence[TextLine], line: TextLine) -> bool:
    """Whether a line goes on with the paragraph that the lines before it began."""
    before, text = group[-1], line.text.strip()
    end = before.text.rstrip()
    if _is_broken_heading(group, line) or _is_bare_part(group, line) or _is_broken_part(group, line):
        return True
    if before.level or line.level or before.whole or line.whole:
        return before.whole and line.whole and _is_cut(before, line)
    if (
        (begins_item(text) and not _is_amount_going_on(before, line))
        or before.centred
        or line.centred
        or (len(group) == 1 and _is_whole_heading(end))
    ):
        return False
    if text[0] in _LEADING and len(text) <= 2:
        return True
    if line.indent >= 2 and not (line.indent == before.indent and before.room <= 1 and end[-1] not in _STOPS):
        return False
    if before.room >= _BROKEN and end[-1] in _STOPS:
        return False
    return before.room < _SHORT + _unbroken(text) or text[0] in _LEADING


def _unbroken(text: str) -> int:
    """The width in characters of the number a line begins with, which found no room on the line before."""
    found = _NUMBER.match(text)
    return len(found[0]) // 2 if found else 0


def _is_amount_going_on(before: TextLine, line: TextLine) -> bool:
    """Whether digits at the beginning of a line are the rest of an amount, or one after a full line: 0，与上年持平。"""
    text, end = line.text.strip(), before.text.rstrip()
    if before.room >= _BROKEN or line.indent >= 2 or end[-1] in _STOPS:
        return False
    return _AMOUNT_ENDS.match(text) is not None or (_DIGITS.match(text) is not None and end[-1] in "0123456789.")


def _is_whole_heading(text: str) -> bool:
    """Whether a line is a heading complete in itself, whatever its width: 六、政府性基金支出决算情况."""
    rank = rank_of(text)
    if rank is None or rank > _DEEPEST or not _COMPLETE.search(text):
        return False
    return not re.search("[，,；;。：:]", text[number_end(text) : -1])


def _is_bare_part(group: Sequence[TextLine], line: TextLine) -> bool:
    """Whether 第一部分 stands alone on its line and its words on the next."""
    text, following = group[0].text.strip(), line.text.strip()
    is_bare = rank_of(text) == PART and number_end(text) == len(text)
    same = group[0].level == line.level and (group[0].centred == line.centred or 0 < group[0].size == line.size)
    ends = len(group) > 1 and (_COMPLETE.search(group[-1].text.strip()) is not None or len(group) > _MOST_TITLE)
    goes_on = following == "附件" or not begins_item(following)
    return is_bare and same and not ends and goes_on and len(following) <= _LONGEST_PART


def _is_broken_part(group: Sequence[TextLine], line: TextLine) -> bool:
    """Whether the title of a part, set larger or in the middle, goes on on the next line."""
    text, following, before = group[0].text.strip(), line.text.strip(), group[-1]
    if (
        rank_of(text) != PART
        or len(group) > _MOST_TITLE
        or begins_item(following)
        or _COMPLETE.search(before.text.strip())
    ):
        return False
    same = (
        before.size > 0
        and abs(before.size - line.size) <= 1
        and (before.level, before.whole) == (line.level, line.whole)
    )
    return same and len(following) <= _LONGEST_PART and not re.search("[，。；]", text + following)


def _is_broken_heading(group: Sequence[TextLine], line: TextLine) -> bool:
    """Whether a line completes the heading begun on the one before: 第三部分 某单位2024年度部门决算 / 情况说明."""
    before, text = group[-1], line.text.strip()
    end = before.text.rstrip()
    rank = rank_of(group[0].text.strip())
    if len(group) > 2 or rank is None or rank > 3 or begins_item(text) or (before.level != line.level and line.level):
        return False
    if _COMPLETE.search(end) and not (rank == PART and re.fullmatch(r"[\u4e00-\u9fff]{0,4}表|情况说明|说明", text)):
        return False
    name = group[0].text.strip()[number_end(group[0].text.strip()) :]
    return _COMPLETION.fullmatch(text) is not None and not re.search("[，。；]", name) and len(end) > 8


def _is_cut(before: TextLine, line: TextLine) -> bool:
    """Whether a paragraph was cut in two by a page or a break in the middle of a sentence."""
    end, text = before.text.rstrip(), line.text.strip()
    if before.level or line.level or before.centred or line.centred or begins_item(text) or line.indent >= 2:
        return False
    if text[0] in "，。、；）)%％":
        return True
    return len(end) >= 20 and end[-1] in "，、,（(" and not begins_item(text)
