"""Typeface 字体: what a published file is set in."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Typeface:
    """One family in the two weights a document uses; both are one file where a family has only one."""

    family: str
    regular: Path
    bold: Path


@dataclass(frozen=True)
class FontSet:
    """What a document is set in: serif 宋体 for text and tables, sans 黑体 for headings, and their source."""

    serif: Typeface
    sans: Typeface
    source: str

    @property
    def folders(self) -> tuple[Path, ...]:
        """The folders that hold the files, for a typesetter that wants folders."""
        files = (self.serif.regular, self.serif.bold, self.sans.regular, self.sans.bold)
        return tuple(sorted({file.parent for file in files}))
