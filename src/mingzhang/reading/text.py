"""Text 文本: which encoding a file is in, decided by decoding all of it strictly, never by guessing."""

import codecs
from pathlib import Path
from typing import Final

from mingzhang.reading.refusal import Refused

_BLOCK: Final = 1 << 20
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MEND: Final = "在原程序中另存为 UTF-8 编码的 CSV"


def encoding_of(path: Path) -> str:
    """The encoding of a text file: UTF-8 and UTF-16 with or without mark, else GB18030; Refused when it is none."""
    with path.open("rb") as file:
        head = file.read(4096)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return _sure(path, name)
    if name := _wide(head):
        return _sure(path, name)
    return "utf-8" if failure(path, "utf-8") is None else _sure(path, "gb18030")


def _wide(head: bytes) -> str:
    """UTF-16 without mark: in text with digits and commas half of the bytes on one side are zero."""
    odd, even = head[1::2].count(0), head[0::2].count(0)
    if max(odd, even) * 5 < len(head):
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _sure(path: Path, name: str) -> str:
    line = failure(path, name)
    if line is not None:
        raise Refused(path.name, "文件的编码不对或文件已损坏", _MEND, f"第{line}行附近")
    return name


def failure(path: Path, encoding: str) -> int | None:
    """The line near which the file is not in this encoding; None when all of it is."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    lines = 1
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            try:
                lines += decoder.decode(block).count("\n")
            except UnicodeDecodeError as error:
                return lines + block[: error.start].count(b"\n")
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return lines
    return None
