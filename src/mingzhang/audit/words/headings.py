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
_PART: Final = re.compile("第.{1,3}部分")
_DIGITS: Final = "〇一二三四五六七八九"
_ARABIC: Final = re.compile(r"^(\d{1,2})[、.．](?!\d)")
_COUNTED: Final = frozenset({"narrative", "glossary"})
_SHOWN: Final = 20
_LEAST: Final = 3
_PARTS: Final = frozenset({"narrative", "overview", "work"})


def headings_apart(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """Two headings 一、… of one part with the same words."""
    for part in _numbered(texts):
        first: dict[str, Passage] = {}
        for passage, number, words in part:
            first = {} if number == 1 else first  # Another list begins: the next report of several.
            earlier = first.setdefault(words, passage)
            if earlier is not passage and len(words) >= 4:
                note = f"同级标题“{passage.printed.strip()}”与“{earlier.printed.strip()}”相同"
                yield Hit(passage, 0, len(passage.text), note, "", words)


def headings_counted(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """A number used twice, or left out between two headings that otherwise count on."""
    for part in _numbered(texts):
        for passage, number, before in _odd([(p, number) for p, number, _ in part]):
            if number == before or not _stands_in_text(number - 1, texts):
                yield _miscounted(passage, numeral(number), numeral(before + 1), twice=number == before)
    for items in _items(texts):
        for passage, number, before in _odd(items):
            if number == before > 1:
                yield _miscounted(passage, str(number), str(number + 1), twice=True)


def _miscounted(passage: Passage, number: str, right: str, *, twice: bool) -> Hit:
    note = f"序号“{number}”" + ("重复" if twice else f"之前缺“{right}”")
    end = min(len(passage.text), _SHOWN)
    return Hit(passage, 0, end, note, right, f"{passage.part}:{passage.section}:{number}")


def _odd(counted: list[tuple[Passage, int]]) -> Iterator[tuple[Passage, int, int]]:
    """The number that comes twice, or after a gap, in a list that otherwise counts on; with the one before it."""
    counts = [number for _, number in counted]
    for index, (passage, number) in enumerate(counted):
        before, rest = counts[index - 1] if index else 0, counts[index:]
        counts_on = counts[:index] == list(range(1, index + 1)) and rest == sorted(set(rest))
        gap = number == before + 2 and len(counts) >= _LEAST
        if counts_on and ((index and number == before) or gap):
            yield passage, number, before


def _items(texts: Texts) -> Iterator[list[tuple[Passage, int]]]:
    """The numbered paragraphs of each section, those of one style together."""
    prose = [p for p in texts if p.role is Role.PARAGRAPH and p.part in _COUNTED]
    for _, group in groupby(prose, key=lambda p: p.section):
        section = list(group)
        yield [(p, int(m[1])) for p in section if (m := _ARABIC.match(p.text))]
        yield [(p, value(m[1])) for p in section if (m := _NUMBER.match(p.text))]


def _numbered(texts: Texts) -> Iterator[list[tuple[Passage, int, str]]]:
    """The headings 一、 二、 of each part that has them."""
    heads = (p for p in texts if p.role is Role.HEADING and p.part in _PARTS)
    groups = [list(group) for _, group in groupby(heads, key=lambda p: p.part)]
    for group in (*groups, *_listed(texts)):
        found = [(p, m) for p in group if (m := _NUMBER.match(p.text))]
        yield [(p, value(m[1]), m[2]) for p, m in found]


def _listed(texts: Texts) -> Iterator[list[Passage]]:
    """The lines of the contents, part by part."""
    group: list[Passage] = []
    for passage in (p for p in texts if p.role is Role.CONTENTS):
        if _PART.match(passage.text):
            yield group
            group = []
        group.append(passage)
    yield group


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
