"""Sentence template 句式: official wording with named slots, `{year}年度收、支总计{total}。`; `**…**` is set bold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from mingzhang.narrative.passage import EMPTY, Passage, words

_PIECE = re.compile(r"(\{[^{}]*\}|\*\*[^*]+\*\*)")
_SLOT = re.compile(r"\{([a-z][a-z0-9_]*)\}")


class BadTemplate(ValueError):
    """A template that cannot be read, or whose slots do not fit what it is given."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A template: its pieces of plain text, of bold text (`**…**`) and its slots (`{name}`), in order."""

    text: str
    pieces: tuple[str, ...]

    @staticmethod
    def parse(text: str) -> "Sentence":
        """The template that a text writes down; a stray brace or star is an error."""
        pieces = tuple(piece for piece in _PIECE.split(text) if piece)
        for piece in pieces:
            plain = not _PIECE.fullmatch(piece)
            if (plain and re.search(r"[{}]|\*\*", piece)) or (piece[0] == "{" and not _SLOT.fullmatch(piece)):
                raise BadTemplate(f"句式“{text}”中的“{piece}”不是空位；空位写作 {{名称}}，名称用小写英文字母")
        return Sentence(text, pieces)

    @property
    def slots(self) -> frozenset[str]:
        """The names of the slots."""
        return frozenset(found[1] for piece in self.pieces if (found := _SLOT.fullmatch(piece)))

    def fill(self, values: Mapping[str, Passage | str]) -> Passage:
        """The template with every slot filled; values that it has no slot for are left out with what they owe."""
        missing = sorted(self.slots - values.keys())
        if missing:
            raise BadTemplate(f"句式“{self.text}”的空位没有内容可填：{'、'.join(missing)}")
        whole = EMPTY
        for piece in self.pieces:
            whole = whole + _filled(piece, values)
        return whole


def _filled(piece: str, values: Mapping[str, Passage | str]) -> Passage:
    if found := _SLOT.fullmatch(piece):
        value = values[found[1]]
        return words(value) if isinstance(value, str) else value
    return words(piece[2:-2], bold=True) if piece.startswith("**") else words(piece)
