"""PDF 版式文件: born-digital pages as lines and tables; pages that are pictures are named."""

from pathlib import Path

from mingzhang.reading.pdf.document import is_whole, opened, pages_of
from mingzhang.reading.pdf.transcribe import transcript_of
from mingzhang.reading.transcript import Transcript


def read_pdf(path: Path) -> Transcript:
    """A PDF as it reads; Refused when it cannot be opened: encrypted, truncated, no PDF, far too many pages."""
    with opened(path) as document:
        pages = tuple(pages_of(document, path.name))
    return transcript_of(pages, path.name, mended=not is_whole(path))
