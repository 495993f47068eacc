"""HTML file 网页文件: a web page as paragraphs and tables, menus and scripts left out."""

import email
import email.policy
import re
from pathlib import Path
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from mingzhang.disclosure.position import Position
from mingzhang.reading.html.flow import PageReader
from mingzhang.reading.html.guard import check
from mingzhang.reading.html.tree import is_skipped, main_of
from mingzhang.reading.own.page import exact_of
from mingzhang.reading.plain.encoding import decoded
from mingzhang.reading.refusal import Refused
from mingzhang.reading.transcript import Item, TextLine, Transcript

_MOST_BYTES: Final = 64 << 20
_CHARSET: Final = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]{2,20})", re.IGNORECASE)
_SITE: Final = re.compile(r"\s*[_|｜]|\s+[-—–]+\s+")
_BROKEN: Final = ("网页里没有文字", "在浏览器中打开后另存为完整的网页，或打印为 PDF")


def read_html(path: Path) -> Transcript:
    """A page as a reader sees it; Refused when it is no page, empty or made to harm."""
    return transcript_of_page(_text(_bytes(path), path.name), path.name)


def read_archived_page(path: Path) -> Transcript:
    """The page in a web archive (MHT), as Word and older browsers save it."""
    try:
        message = email.message_from_bytes(_bytes(path), policy=email.policy.compat32)
        parts = [part for part in message.walk() if part.get_content_type() == "text/html"]
        data = parts[0].get_payload(decode=True) if parts else b""
        charset = str(parts[0].get_content_charset() or "") if parts else ""
    except (ValueError, LookupError, RecursionError, AttributeError, TypeError):
        raise Refused(path.name, "网页归档已损坏", _BROKEN[1]) from None
    if not isinstance(data, bytes) or not data.strip():
        raise Refused(path.name, *_BROKEN)
    return transcript_of_page(_text(data, path.name, charset), path.name)


def transcript_of_page(text: str, file: str) -> Transcript:
    """The characters of a page as a transcript."""
    check(text, file)
    tree = LexborHTMLParser(text)
    if tree.body is None:
        raise Refused(file, *_BROKEN)
    main = main_of(tree.body)
    items = PageReader(file).read(main)
    if not items:
        raise Refused(file, *_BROKEN)
    return Transcript(file, "网页", (*_title(tree, items, file), *items), exact=exact_of(tree, file))


def _title(tree: LexborHTMLParser, items: tuple[Item, ...], file: str) -> tuple[Item, ...]:
    """The heading of the page when the part that was read does not have it; else its name, without the site's."""
    said = "".join("".join(item.text.split()) for item in items)
    headings = [node.text(strip=True) for node in tree.css("h1") if not is_skipped(node)]
    named = tree.css_first("title")
    words = headings or ([_SITE.split(named.text(strip=True))[0]] if named is not None else [])
    position = Position(file, line=1)
    return tuple(TextLine(text, position, 1, whole=True) for text in words if "".join(text.split()) not in said)


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise Refused(path.name, "网页异常地长，没有打开", _BROKEN[1])
        return path.read_bytes()
    except OSError as error:
        raise Refused(path.name, f"打不开文件：{error.strerror}", "核对文件名和读取权限") from None


def _text(data: bytes, file: str, charset: str = "") -> str:
    found = _CHARSET.search(data[:4096])
    return decoded(data, file, charset or (found[1].decode("ascii", "replace") if found else ""))
