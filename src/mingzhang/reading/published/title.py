"""Title 表名: which statement, if any, the lines above a grid say it is, and which number it has in print."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from mingzhang.books.words import plain
from mingzhang.reading.published.caption import without_captions
from mingzhang.reading.stated.words import is_other_title, statement_of, title_in

_ONES: Final = "零一二三四五六七八九"
_NUMBER: Final = re.compile(
    r"公开\s*(\d{1,2})\s*表|附?表\s*(\d{1,2})(?!\d)|附?表\s*([一二三四五六七八九十]{1,3})(?=\s*[)）:：、.]|\s|$|20)|"
    r"^\s*([一二三四五六七八九十]{1,3})\s*、|^\s*附件\s*\d+\s*-\s*(\d{1,2})"
)
_MARKS: Final = ":：、，,.．-—)）】》"
_WORD: Final = "表"
_MOST_LINES: Final = 3
_LONGEST: Final = 110


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a table; `statement` is T1…T9, or empty for a table that is none of the nine."""

    statement: str
    text: str
    number: int = 0
    lines: int = 1


@lru_cache(4096)
def title_of(text: str) -> Title | None:
    """The title a line is; None when it is none."""
    if _WORD not in text:
        return None
    bare = without_captions(text)
    if not bare or len(bare) > _LONGEST:
        return None
    statement = statement_of(bare)
    if statement or is_other_title(bare):
        return Title(statement, text.strip(), number_of(text))
    return None


def title_at_end(texts: Sequence[str]) -> Title | None:
    """The title that the last lines are, the last one alone or with up to two before it."""
    alone = title_of(texts[-1]) if texts else None
    if alone and alone.statement:
        return alone
    for count in range(2, min(_MOST_LINES, len(texts)) + 1):
        broken = title_of("".join(text.strip() for text in texts[-count:]))
        if broken and broken.statement:
            return Title(broken.statement, broken.text, broken.number, count)
    return alone


def number_of(text: str) -> int:
    """The number printed in or before a title, 1 in 表一 and 公开01表; 0 for none."""
    found = _NUMBER.search(unicodedata.normalize("NFKC", text))
    digits = next((group for group in found.groups() if group), "") if found else ""
    return int(digits) if digits.isdecimal() else chinese_number(digits)


def chinese_number(digits: str) -> int:
    """The number that Chinese digits below one hundred say; 0 for none."""
    if "十" not in digits:
        return _ONES.index(digits) if digits and digits in _ONES else 0
    tens, _, ones = digits.partition("十")
    return (_ONES.index(tens) if tens else 1) * 10 + (_ONES.index(ones) if ones else 0)


def bare_title(text: str) -> str:
    """The title itself, as printed, without year, unit and number before and behind it."""
    squeezed = re.sub(r"\s", "", without_captions(text))
    stem = re.sub(r"(?:[(（\[][^()（）\[\]]*[)）\]]|表[\d一二三四五六七八九])+$", "", squeezed)
    title = title_in(stem)
    whole = (stem[start:] for start in range(len(stem)) if plain(stem[start:]) == title)
    return next((text for text in whole if text[0] not in _MARKS), "") if title else ""
