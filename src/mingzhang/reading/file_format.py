"""File format 文件格式: what a published file is, told by its content and not by its name."""

import re
import zipfile
from enum import Enum
from pathlib import Path
from typing import Final

from mingzhang.reading.refusal import Refused


class FileFormat(Enum):
    """The formats disclosures are published in."""

    PDF = "PDF"
    DOCX = "DOCX"
    SHEETS = "工作簿"
    OFD = "OFD"
    HTML = "网页"
    ARCHIVED_PAGE = "网页归档"
    JSON = "JSON"
    TEXT = "文本"
    PICTURE = "图片"


_HEAD: Final = 8192
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_BIFF: Final = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"BM", b"GIF8")
_OTHERS: Final = (
    (b"\x1f\x8b", "这是压缩包", "解开后给出其中的文件"),
    (b"Rar!", "这是压缩包", "解开后给出其中的文件"),
    (b"7z\xbc\xaf", "这是压缩包", "解开后给出其中的文件"),
    (b"{\\rtf", "这是 RTF 文档", "在文字处理软件中另存为 DOCX 或 PDF"),
    (b"PAR1", "这是 Parquet 数据，不是公开文本", "给出公开的文件"),
)
_ACCEPTED: Final = "给出 PDF、DOCX、XLSX、XLS、HTML、OFD、Markdown 或纯文本"
_PACKAGES: Final = (
    (re.compile(r"OFD\.xml"), FileFormat.OFD),
    (re.compile(r"word/[^/]+\.xml"), FileFormat.DOCX),
    (re.compile(r"xl/workbook\.(xml|bin)"), FileFormat.SHEETS),
)
_PAGE: Final = re.compile(rb"<(?:!doctype\s+html|html|head|body|meta)\b", re.IGNORECASE)
_PIECE: Final = re.compile(rb"<(?:table|div|p|tr|h[1-6]|ul|ol|section|article)\b", re.IGNORECASE)
_MARKDOWN: Final = re.compile(rb"^#{1,6} |^\|.*\|\s*$|^[^<\n]*\t[^<\n]*\t", re.MULTILINE)


def format_of(path: Path) -> FileFormat:
    """What a file is; Refused when it is missing, empty, or nothing that disclosures are published in."""
    head = _head(path)
    if not head.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise Refused(path.name, "文件是空的", "重新导出或重新下载")
    if b"%PDF-" in head[:1024]:
        return FileFormat.PDF
    if head.startswith(b"PK\x03\x04"):
        return _package(path)
    if head.startswith(_OLE):
        return _compound(path)
    if head.startswith(_PICTURES) or (head.startswith(b"RIFF") and head[8:12] == b"WEBP"):
        return FileFormat.PICTURE
    for mark, message, mend in _OTHERS:
        if head.startswith(mark):
            raise Refused(path.name, message, mend)
    return FileFormat.SHEETS if _is_biff(head) else _written(path, head)


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except OSError as error:
        raise Refused(path.name, f"打不开文件：{error.strerror}", "核对文件名和读取权限") from None


def _is_biff(head: bytes) -> bool:
    """Whether a bare stream of records begins here: its kind, and a length no longer than a beginning has."""
    return head.startswith(_BIFF) and 4 <= int.from_bytes(head[2:4], "little") <= 16


def _package(path: Path) -> FileFormat:
    try:
        with zipfile.ZipFile(path) as package:
            names = package.namelist()[:5_000]
            kind = package.read("mimetype")[:100].decode("ascii", "replace") if "mimetype" in names else ""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, KeyError):
        raise Refused(path.name, "文件已损坏或加了密码", "重新下载，或在原程序中另存") from None
    for pattern, found in _PACKAGES:
        if any(pattern.fullmatch(name) for name in names):
            return found
    if "opendocument.spreadsheet" in kind:
        return FileFormat.SHEETS
    if "opendocument" in kind:
        raise Refused(path.name, "这是 ODF 文档", "在文字处理软件中另存为 DOCX 或 PDF")
    raise Refused(path.name, "这是压缩包，或不认识的文件", f"解开后{_ACCEPTED}")


def _compound(path: Path) -> FileFormat:
    """An older office file: the names of its streams tell which."""
    with path.open("rb") as file:
        data = file.read(64 << 20)
    if any(name.encode("utf-16-le") in data for name in ("Workbook", "Book")):
        return FileFormat.SHEETS
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Refused(path.name, "文件加了密码", "去掉密码后另存")
    if "WordDocument".encode("utf-16-le") in data:
        raise Refused(path.name, "这是旧格式的 Word 文档（DOC）", "在文字处理软件中另存为 DOCX 或 PDF")
    raise Refused(path.name, "不认识的旧格式文件，或已损坏", _ACCEPTED)


def _written(path: Path, head: bytes) -> FileFormat:
    """A file of characters: a web page, our own JSON, or text."""
    text = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe\r\n\t ")
    if text.startswith(b"{") and b'"schema"' in text and b"mingzhang/disclosure/" in text:
        return FileFormat.JSON
    if re.search(rb"^MIME-Version:", text, re.IGNORECASE | re.MULTILINE) and b"multipart/" in text.lower():
        return FileFormat.ARCHIVED_PAGE
    if text.startswith(b"<?xml") and not _PAGE.search(text):
        raise Refused(path.name, "这是 XML 数据，不是公开文本", _ACCEPTED)
    if _PAGE.search(text) or (text.startswith(b"<") and _PIECE.match(text) and not _MARKDOWN.search(text)):
        return FileFormat.HTML
    return FileFormat.TEXT
