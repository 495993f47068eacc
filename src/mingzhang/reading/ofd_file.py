"""OFD file 版式文件: an OFD document as lines and tables, read as a PDF is."""

from dataclasses import replace
from pathlib import Path

from mingzhang.reading.ofd.document import pages
from mingzhang.reading.ofd.page import read_page
from mingzhang.reading.own.tags import exact_of
from mingzhang.reading.package import Package
from mingzhang.reading.pdf.page import Page
from mingzhang.reading.pdf.transcribe import transcript_of
from mingzhang.reading.transcript import Transcript


def read_ofd(path: Path) -> Transcript:
    """A document as it reads; Refused when it is broken, empty, or far too long."""
    with Package(path) as package:
        found: list[Page] = []
        for number, parts in enumerate(pages(package), 1):
            found.append(read_page(parts, number, path.name, found[-1].columns if found else None))
        exact = exact_of(package)
    return replace(transcript_of(found, path.name), format="OFD", exact=exact)
