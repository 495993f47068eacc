"""Published door 公开文件入口: any file a disclosure is published in, as a transcript."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from mingzhang.reading.docx_file import read_docx
from mingzhang.reading.file_format import FileFormat, format_of
from mingzhang.reading.html_file import read_archived_page, read_html
from mingzhang.reading.ofd_file import read_ofd
from mingzhang.reading.own.json_file import read_json
from mingzhang.reading.recognition import read_pdf_or_scan, read_picture_file
from mingzhang.reading.refusal import Refused
from mingzhang.reading.sheets_file import read_sheets
from mingzhang.reading.text_file import read_text_file
from mingzhang.reading.transcript import Transcript

Reader = Callable[[Path], Transcript]


READERS: Final[Mapping[FileFormat, Reader]] = MappingProxyType(
    {
        FileFormat.PDF: read_pdf_or_scan,
        FileFormat.OFD: read_ofd,
        FileFormat.JSON: read_json,
        FileFormat.TEXT: read_text_file,
        FileFormat.DOCX: read_docx,
        FileFormat.SHEETS: read_sheets,
        FileFormat.HTML: read_html,
        FileFormat.ARCHIVED_PAGE: read_archived_page,
        FileFormat.PICTURE: read_picture_file,
    }
)
"""Which reader a format goes to; who has a better one hands `open_transcript` a mapping of their own."""


def open_transcript(path: Path, readers: Mapping[FileFormat, Reader] = READERS) -> Transcript:
    """A published file read by the reader of its format; Refused, with the reason, when nothing can be read."""
    found = format_of(path)
    reader = readers.get(found)
    if reader is None:
        raise Refused(path.name, f"还不能读 {found.value}", "给出别的格式")
    return reader(path)
