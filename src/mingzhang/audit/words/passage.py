"""Passage 文段: one connected text of a document, with blanks taken out and the way back to what is printed."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from mingzhang.disclosure.position import Position

_BLANKS: Final = " \t\r\n\u3000\xa0\u2002\u2003\u2009\u200b\ufeff"
_SAME: Final = str.maketrans(
    "０１２３４５６７８９．％－＋ＸｘＡＢＣ()[]:;?!•", "0123456789.%-+XxABC（）【】：；？！·", _BLANKS
)
"""Marks and digits in their usual width, so that a search need not know both; blanks go."""
_CLAUSE: Final = "。；！？"
_ROOM: Final = 16
_LEAST: Final = 12


class Role(Enum):
    """What a text is in the document."""

    TITLE = "封面"
    DATED = "日期"
    CONTENTS = "目录"
    PART = "部分标题"
    HEADING = "标题"
    CAPTION = "表名"
    HEAD = "表头"
    NOTE = "表注"
    PARAGRAPH = "正文"
    CELL = "表格"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text: `text` is what is searched, `printed` what stands there, `spots` where each character of `text` is in it.

    `part` and `topic` say where in the document it stands, `where` the same in words, `statement` which statement it
    belongs to; passages of one `section` stand under one heading.
    """

    role: Role
    text: str
    printed: str
    spots: Sequence[int] = field(hash=False, compare=False)
    lines: tuple[tuple[int, Position], ...] = ()
    where: str = ""
    part: str = ""
    topic: str = ""
    statement: str = ""
    section: int = 0

    def piece(self, start: int, end: int) -> str:
        """What is printed there, verbatim but for line breaks."""
        if start >= end:
            return ""
        return self.printed[self.spots[start] : self.spots[end - 1] + 1].replace("\n", "")

    def around(self, start: int, end: int) -> str:
        """What is printed there with enough of its sentence to be found again."""
        low = max((self.text.rfind(mark, 0, start) + 1 for mark in _CLAUSE), default=0)
        ends = [found for mark in _CLAUSE if (found := self.text.find(mark, max(end - 1, 0))) >= 0]
        high = min([*ends, len(self.text) - 1]) + 1
        low, high = max(low, start - _ROOM), min(max(high, end), end + _ROOM)
        if high - low < _LEAST:
            low, high = max(0, start - _LEAST), min(len(self.text), end + _LEAST)
        return self.piece(low, high)

    def position(self, start: int) -> Position | None:
        """The printed line on which this character stands."""
        if not self.lines:
            return None
        spot = self.spots[start] if start < len(self.spots) else len(self.printed)
        index = bisect_right([offset for offset, _ in self.lines], spot) - 1
        return self.lines[max(index, 0)][1]

    def on_one_line(self, start: int, end: int) -> bool:
        """Whether the characters stand on one printed line."""
        return self.position(start) == self.position(end - 1)

    def is_at_clause(self, start: int) -> bool:
        """Whether a clause begins there."""
        return start == 0 or not (self.text[start - 1].isalnum() or self.text[start - 1] in "“”（《")


def squeeze(text: str) -> tuple[str, Sequence[int]]:
    """The text without blanks and in usual width, and where each of its characters was."""
    bare = text.translate(_SAME)
    if len(bare) == len(text):
        return bare, range(len(text))
    return bare, [index for index, mark in enumerate(text) if mark not in _BLANKS]


def squeezed(text: str) -> str:
    """The text without blanks and in usual width."""
    return text.translate(_SAME)
