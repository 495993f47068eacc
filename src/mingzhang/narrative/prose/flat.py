"""Flat text 平文: a paragraph without its spaces and with plain marks, each place of which leads back to the page."""

import re
from dataclasses import dataclass
from typing import Final

from mingzhang.terms.printed import plain

_MARKS: Final = {
    ord(mark): plain_mark
    for marks, plain_mark in (
        ("【〔[〈﹝", "("),
        ("】〕]〉﹞", ")"),
        ("“”＂‘’「」『』", '"'),
        ("﹪", "%"),
        ("｡！!？?", "。"),
    )
    for mark in marks
}
_SPACES: Final = re.compile(r"(?<=[0-9A-Za-z])\s+(?=[0-9A-Za-z])|\s+")
_ENDLESS: Final = re.compile(r"[\d.,]{30,}")


@dataclass(frozen=True, slots=True)
class Flat:
    """`text` is what is read; `places[i]` is where its character i stands in the paragraph, the end included."""

    text: str
    places: tuple[int, ...]

    @staticmethod
    def of(text: str) -> "Flat":
        """The paragraph in plain marks; a space stays only where two numbers or words would run together."""
        wide = plain(text).translate(_MARKS)
        if not _SPACES.search(wide):
            return Flat(_ENDLESS.sub(_hidden, wide), tuple(range(len(wide) + 1)))
        kept: list[str] = []
        places: list[int] = []
        start = 0
        for space in _SPACES.finditer(wide):
            kept.append(wide[start : space.start()])
            places += range(start, space.start())
            if _parts_words(wide, space.start(), space.end()):
                kept.append(" ")
                places.append(space.start())
            start = space.end()
        kept.append(wide[start:])
        places += range(start, len(wide) + 1)
        return Flat(_ENDLESS.sub(_hidden, "".join(kept)), tuple(places))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the flat text stands in the paragraph."""
        return self.places[start], self.places[end - 1] + 1 if end > start else self.places[start]


def _parts_words(text: str, start: int, end: int) -> bool:
    return start > 0 and end < len(text) and _is_word(text[start - 1]) and _is_word(text[end])


def _is_word(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _hidden(endless: re.Match[str]) -> str:
    """What no figure can be: digits without end."""
    return "x" * len(endless[0])
