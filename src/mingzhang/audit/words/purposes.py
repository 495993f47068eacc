"""Purposes 用途: what an item is said to be for, against what its name says."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.hit import Hit, Texts
from mingzhang.audit.words.passage import Passage, Role
from mingzhang.audit.words.path import Path, parted, plain_name

_PURPOSE: Final = re.compile(r"主要用于[：:]?([^。；]*)|^[：:，,]?(?:主要)?(?:反映|用于|是指|指)([^。；]*)")


def purposes(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """`住房公积金:医疗保险|养老保险`: an item of this name whose purpose speaks of these things and not of itself."""
    table = [(names.split("|"), words.split("|")) for names, _, words in (a.partition(":") for a in rule.arguments)]
    for passage in texts:
        if passage.role is not Role.PARAGRAPH or "（项）" not in passage.text:
            continue
        for path, stop in parted(passage, 3):
            yield from _strange(passage, path, stop, table)


def _strange(passage: Passage, path: Path, stop: int, table: list[tuple[list[str], list[str]]]) -> Iterator[Hit]:
    said = _PURPOSE.search(passage.text[path.end : stop])
    item = plain_name(path.steps[-1].name)
    if not said:
        return
    group = 1 if said[1] is not None else 2
    text, start = said[group], path.end + said.start(group)
    for names, words in table:
        if not any(name in item for name in names) or any(name in text for name in names):
            continue
        word = next((word for word in words if word in text), "")
        if word:
            note = f"“{item}”的用途写作“{text[:30]}”，与科目不符"
            yield Hit(passage, start, start + len(text), note, f"与“{item}”相符的用途", key=item)
            return
