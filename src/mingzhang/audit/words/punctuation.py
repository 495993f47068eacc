"""Punctuation 标点: marks printed twice and brackets nobody closed."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.hit import Hit, Texts
from mingzhang.audit.words.passage import Passage, Role

_TWICE: Final = re.compile(r"(?<![。…])([。，；、：])\1(?![。])|，。|。，|、。|；。|，、|：。|。；|、，|；，|，；")
_NARROW: Final = re.compile(r"(?<=[\u4e00-\u9fff]),(?=[\u4e00-\u9fff])")
_PAIRS: Final = {"）": "（", "》": "《", "】": "【", "〕": "〔"}
_NUMERAL: Final = re.compile(r"(?:^|[。；，：、\s])[（(]?[\dA-Za-z一二三四五六七八九十①-⑳]{1,3}$")
_ORPHANS: Final = 3


def doubled(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """。。 and ，， on one printed line: across lines it may be two texts that overlap."""
    for passage in texts:
        if passage.role in {Role.CONTENTS, Role.TITLE}:
            continue
        for found in _TWICE.finditer(passage.text):
            if passage.on_one_line(found.start(), found.end()) and not _apart(passage, *found.span()):
                right = found[0][-1] if found[0][-1] == "。" or found[0][0] == found[0][1] else found[0][0]
                note = f"标点重复“{found[0]}”，应为“{right}”"
                start = max(0, found.start() - 0)
                yield Hit(passage, start, found.end(), note, right, f"{found[0]}@{passage.around(*found.span())}")


def _apart(passage: Passage, start: int, end: int) -> bool:
    """Whether a line break or several blanks part the two marks: they need not belong together."""
    return passage.spots[end - 1] - passage.spots[start] > 2


def mixed(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """A comma of half width between Chinese words where the text otherwise has full ones: told once."""
    prose = [p for p in texts if p.role is Role.PARAGRAPH]
    narrow = [(p, found) for p in prose for found in _NARROW.finditer(p.text)]
    wide = sum(p.text.count("，") for p in prose)
    if narrow and len(narrow) < wide:
        passage, found = narrow[0]
        yield Hit(passage, found.start(), found.end(), f"半角逗号与全角逗号混用，共{len(narrow)}处", "，", "comma")


def brackets(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """A bracket that is opened and never closed before its section ends."""
    prose = (p for p in texts if p.role is Role.PARAGRAPH)
    for _, group in groupby(prose, key=lambda p: p.section):
        yield from _unclosed(list(group))


def _unclosed(section: list[Passage]) -> Iterator[Hit]:
    """What is open in a section, unless a later paragraph of it has a closing one to spare."""
    left: list[tuple[Passage, int]] = []
    for passage in section:
        stack: list[int] = []
        for index, mark in enumerate(passage.text):
            if mark in _PAIRS.values():
                stack.append(index)
            elif mark in _PAIRS and stack and passage.text[stack[-1]] == _PAIRS[mark]:
                stack.pop()
            elif mark in _PAIRS and left and not _NUMERAL.search(passage.text[:index]):
                left.pop()
        left += [(passage, index) for index in stack]
    if len(left) > _ORPHANS:
        return
    for passage, index in left:
        yield _open(passage, index)


def _open(passage: Passage, index: int) -> Hit:
    closing = next(close for close, opening in _PAIRS.items() if opening == passage.text[index])
    end = min(len(passage.text), index + 14)
    note = f"“{passage.piece(index, end)}…”缺右括号“{closing}”"
    return Hit(passage, index, end, note, closing, f"{closing}@{passage.piece(index, end)}")
