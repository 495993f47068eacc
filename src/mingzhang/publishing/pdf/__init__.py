"""PDF: the disclosure set by typst, bookmarked, tagged, with embedded fonts, the same bytes every time."""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from importlib.resources import files
from typing import TYPE_CHECKING

from mingzhang.disclosure.document import Disclosure
from mingzhang.publishing.day import published_on
from mingzhang.publishing.pdf.manuscript import manuscript
from mingzhang.publishing.typeface import FontSet

if TYPE_CHECKING:
    from typst import PDFStandard

__all__ = ["write"]

STANDARDS: "tuple[PDFStandard, ...]" = ("a-2a", "ua-1")
"""PDF/A-2a keeps the file readable for ever, PDF/UA-1 readable for everyone."""


def write(disclosure: Disclosure, fonts: FontSet, standards: "Sequence[PDFStandard]" = STANDARDS) -> bytes:
    """The PDF file, set in the given fonts and no others, dated as the disclosure is."""
    import typst

    day = datetime.combine(published_on(disclosure), time(), UTC)
    template = files(__package__).joinpath("disclosure.typ").read_bytes()
    compiler = typst.Compiler(
        template,
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(f) for f in fonts.folders]
        ),
        sys_inputs={"manuscript": manuscript(disclosure, fonts)},
    )
    made = compiler.compile(format="pdf", pdf_standards=list(standards), timestamp=day)
    if not isinstance(made, bytes):
        raise TypeError("typst gave no PDF")
    return made
