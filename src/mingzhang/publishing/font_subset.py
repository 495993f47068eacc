"""Font subset 字体子集: a font file cut down to the characters a document uses."""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont

# Tables for alternative glyphs, kerning and vertical text: large, and never asked for in a table of figures.
_UNUSED = ("BASE", "GDEF", "GPOS", "GSUB", "STAT", "VORG", "vhea", "vmtx")


def subset(font: Path, characters: str, *, bold: bool = False) -> bytes:
    """A font file with only the glyphs of these characters, without hints and layout features.

    The same characters from the same file give the same bytes. Characters the font lacks are left out.
    `bold` matters only for a collection that holds both weights in one file.
    """
    from fontTools import subset as cutter

    options = cutter.Options(hinting=False, notdef_outline=True, recalc_timestamp=False)
    options.drop_tables += _UNUSED
    with _face(font, bold) as face:
        cut = cutter.Subsetter(options)
        cut.populate(text="".join(sorted(set(characters))))
        cut.subset(face)
        output = BytesIO()
        face.save(output, reorderTables=True)
    return output.getvalue()


def _face(font: Path, bold: bool) -> "TTFont":
    """The face to cut; its date of change stays as its maker wrote it, so that the bytes stay the same."""
    from fontTools.ttLib import TTCollection, TTFont

    number = 0
    if font.suffix.lower() == ".ttc":
        with TTCollection(font, lazy=True) as collection:
            number = _simplified_face([f"{face['name'].getBestFullName()}" for face in collection], bold)
    return TTFont(font, fontNumber=number, recalcTimestamp=False, lazy=True)


def _simplified_face(names: list[str], bold: bool) -> int:
    """The face of a collection to use: simplified Chinese first, then the wanted weight, then the earlier."""

    def rank(number: int) -> tuple[bool, bool]:
        words = names[number].split()
        return "SC" not in words, ("Bold" in words) is not bold

    return min(range(len(names)), key=rank)
