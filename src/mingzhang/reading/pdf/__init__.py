"""PDF 版式文件: born-digital pages as lines and tables; pages that are pictures are named, or recognised."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from mingzhang.reading.pdf.document import is_whole, opened, pages_of
from mingzhang.reading.pdf.page import Page
from mingzhang.reading.pdf.transcribe import transcript_of
from mingzhang.reading.transcript import Transcript

Recognise = Callable[[int, Sequence[Page], str], Sequence[Page]]
"""From an open document, its pages and the file's name to the pages with those recognised that are pictures."""


def read_pdf(path: Path, recognise: Recognise | None = None) -> Transcript:
    """A PDF as it reads; Refused when it cannot be opened: encrypted, truncated, no PDF, far too many pages."""
    with opened(path) as document:
        pages: Sequence[Page] = tuple(pages_of(document, path.name))
        pictured = recognise is not None and any(page.is_picture for page in pages)
        if recognise and pictured:
            pages = recognise(document, pages, path.name)
    return replace(transcript_of(pages, path.name, mended=not is_whole(path)), recognised=pictured)
