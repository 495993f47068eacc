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
    """The PDF file, set in the given fonts and dated as the disclosure is.

    A character that the fonts lack (a rare name) is looked for in the machine's fonts; if none has it, the file
    keeps the text but cannot claim to meet the standards, which ask for every character to be shown.
    """
    text = manuscript(disclosure, fonts)
    day = datetime.combine(published_on(disclosure), time(), UTC)
    for system_fonts, claims in ((False, standards), (True, standards)):
        try:
            return _set(text, fonts, day, claims, system_fonts=system_fonts)
        except _typst_error() as error:
            if _UNSHOWN not in str(error):
                raise
    return _set(text, fonts, day, (), system_fonts=True)


_UNSHOWN = "could not be displayed"


def _typst_error() -> type[Exception]:
    from typst import TypstError

    return TypstError


def _set(text: str, fonts: FontSet, day: datetime, standards: "Sequence[PDFStandard]", *, system_fonts: bool) -> bytes:
    import typst

    folders = [str(folder) for folder in fonts.folders]
    compiler = typst.Compiler(
        files(__package__).joinpath("disclosure.typ").read_bytes(),
        font_paths=typst.Fonts(system_fonts, include_embedded_fonts=False, font_paths=folders),
        sys_inputs={"manuscript": text},
    )
    made = compiler.compile(format="pdf", pdf_standards=list(standards), timestamp=day)
    if not isinstance(made, bytes):
        raise TypeError("typst gave no PDF")
    return made
