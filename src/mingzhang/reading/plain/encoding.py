"""Encoding 编码: characters out of bytes of which nobody says how they were written."""

import codecs
from typing import Final

from mingzhang.reading.refusal import Refused

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OTHERS: Final = ("gb18030", "utf-16-le", "utf-16-be", "big5")
_COMMON: Final = frozenset("的一年度元万支出收入合计决算数预财政拨款项目单位表 0123456789\n\t，。、：")
"""Characters that any disclosure is full of: bytes read the wrong way round have hardly any of them."""
_MOST_SPOILED: Final = 100
"""One character in so many may be spoiled before the whole is not believed."""
_MEND: Final = "在原程序中另存为 UTF-8 编码"


def decoded(data: bytes, file: str, hint: str = "") -> str:
    """The characters of a file, `hint` being what it says of itself; Refused when they make no text."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _forgiven(data, name, file)
    for name in filter(None, ("utf-8", _known(hint))):
        if (text := _strict(data, name)) is not None and "\0" not in text:
            return text
    return _likeliest(data, file)


def _known(name: str) -> str:
    """The name of an encoding that can be looked up; GBK and GB2312 are parts of GB18030."""
    try:
        found = codecs.lookup(name.strip().strip("\"'"))
    except (LookupError, ValueError):
        return ""
    if not getattr(found, "_is_text_encoding", True):
        return ""
    return "gb18030" if found.name in ("gbk", "gb2312", "hz") else found.name


def _strict(data: bytes, name: str) -> str | None:
    try:
        return data.decode(name)
    except (UnicodeDecodeError, UnicodeError):
        return None


def _likeliest(data: bytes, file: str) -> str:
    texts = [text for name in _OTHERS if (text := _strict(data, name)) is not None]
    best = max(texts, key=_sense, default="")
    return best if _sense(best) * 5 >= len(best) > 0 else _forgiven(data, "", file)


def _sense(text: str) -> int:
    return sum(character in _COMMON for character in text[:20_000])


def _forgiven(data: bytes, name: str, file: str) -> str:
    """The text with a few spoiled characters marked; Refused when they are not few."""
    names = (name,) if name else ("utf-8", "gb18030")
    text = min((data.decode(each, "replace") for each in names), key=lambda each: each.count("\ufffd"))
    spoiled = text.count("\ufffd") + text.count("\0")
    if spoiled * _MOST_SPOILED > len(text):
        raise Refused(file, "不是文字，或编码不对、文件已损坏", _MEND)
    return text
