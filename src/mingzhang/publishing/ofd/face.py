"""Faces 字面: the three a page is set in, each measured, and cut to what was used."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

from mingzhang.publishing.fonts import subset
from mingzhang.publishing.truetype import NotTrueType, TrueType
from mingzhang.publishing.typeface import FontSet


class Face(Enum):
    """宋体 for text, its bold for totals, 黑体 for headings."""

    SONG = "宋体"
    BOLD = "宋体加粗"
    HEI = "黑体"


@dataclass
class FaceFile:
    """One face's font file; advances are in parts of the type size."""

    family: str
    path: Path
    bold: bool = False
    _widths: dict[str, float] = field(default_factory=dict)

    @cached_property
    def _fast(self) -> TrueType | None:
        try:
            return TrueType.of(self.path.read_bytes())
        except NotTrueType:
            return None

    def measure(self, characters: Iterable[str]) -> None:
        """Learn how wide these characters are; one that the font lacks is taken as square."""
        new = set(characters) - self._widths.keys()
        if not new:
            return
        if self._fast:
            glyphs, units = self._fast.glyphs(new), self._fast.units
            known = {c: self._fast.advance(glyph) / units for c, glyph in glyphs.items()}
        else:
            known = _measured(self.cut("".join(sorted(new))))
        self._widths |= {character: known.get(character, 1.0) for character in new}

    def advance(self, character: str) -> float:
        """How far the pen moves, in parts of the type size."""
        return self._widths[character]

    def cut(self, characters: str) -> bytes:
        """The font with only these characters."""
        if self._fast:
            return self._fast.cut(characters)
        return subset(self.path, characters, bold=self.bold)


Faces = dict[Face, FaceFile]


def faces(fonts: FontSet) -> Faces:
    """The faces of a font set."""
    return {
        Face.SONG: FaceFile(fonts.serif.family, fonts.serif.regular),
        Face.BOLD: FaceFile(fonts.serif.family, fonts.serif.bold, bold=True),
        Face.HEI: FaceFile(fonts.sans.family, fonts.sans.regular),
    }


def _measured(font: bytes) -> dict[str, float]:
    """The advances in a small font file of any kind."""
    from fontTools.ttLib import TTFont

    with TTFont(BytesIO(font), lazy=True) as opened:
        table: Any = opened
        units, metrics = table["head"].unitsPerEm, table["hmtx"]
        return {chr(code): metrics[name][0] / units for code, name in table.getBestCmap().items()}
