"""Headings 标题: those of one level are told apart and counted without a gap."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.hit import Hit, Texts
from mingzhang.audit.words.passage import Passage, Role

_NUMBER: Final = re.compile(r"^([一二三四五六七八九十]{1,3})、(.+)$")
_DIGITS: Final = "〇一二三四五六七八九"
_PARTS: Final = frozenset({"narrative", "overview", "work"})


def headings_apart(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """Two headings 一、… of one part with the same words."""
    for part in _numbered(texts):
        first: dict[str, Passage] = {}
        for passage, _, words in part:
            earlier = first.setdefault(words, passage)
            if earlier is not passage and len(words) >= 4:
                note = f"同级标题“{passage.printed.strip()}”与“{earlier.printed.strip()}”相同"
                yield Hit(passage, 0, len(passage.text), note, "", words)


def headings_counted(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """A number used twice, or left out between two headings that otherwise count on."""
    for part in _numbered(texts):
        counts = [number for _, number, _ in part]
        for index, (passage, number, _) in enumerate(part):
            before = counts[index - 1] if index else 0
            rest = counts[index:]
            ascending = counts[:index] == list(range(1, index + 1)) and rest == sorted(rest)
            twice = index > 0 and number == before and ascending
            gap = number == before + 2 and number - 1 not in counts and len(counts) >= 3 and ascending
            if twice or (gap and not _stands_in_text(number - 1, texts)):
                right = numeral(before + 1)
                note = f"标题序号“{numeral(number)}”" + ("重复" if twice else f"之前缺“{right}”")
                yield Hit(passage, 0, len(passage.text), note, right, f"{passage.part}:{number}")


def _numbered(texts: Texts) -> Iterator[list[tuple[Passage, int, str]]]:
    """The headings 一、 二、 of each part that has them."""
    heads = (p for p in texts if p.role is Role.HEADING and p.part in _PARTS)
    for _, group in groupby(heads, key=lambda p: p.part):
        found = [(p, m) for p in group if (m := _NUMBER.match(p.text))]
        yield [(p, value(m[1]), m[2]) for p, m in found]


def _stands_in_text(number: int, texts: Texts) -> bool:
    """Whether the number stands at the head of a line that was not taken for a heading."""
    mark = f"{numeral(number)}、"
    return any(p.text.startswith(mark) or f"。{mark}" in p.text for p in texts if p.role is not Role.CONTENTS)


def value(text: str) -> int:
    """一 … 三十九 as a number."""
    tens, ten, ones = text.rpartition("十")
    return (_DIGITS.index(tens) if len(tens) == 1 else 1) * 10 * bool(ten) + (_DIGITS.index(ones) if ones else 0)


def numeral(number: int) -> str:
    """A number as a heading counts it."""
    tens, ones = divmod(number, 10)
    return ("" if tens == 0 else ("十" if tens == 1 else _DIGITS[tens] + "十")) + (_DIGITS[ones] if ones else "")
