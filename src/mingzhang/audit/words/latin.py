"""Latin 外文残留: English little words left standing between Chinese ones."""

import re
from collections.abc import Iterator

from mingzhang.audit.context import Context
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.hit import Hit, Texts
from mingzhang.audit.words.passage import Role
from mingzhang.audit.words.phrases import Phrase


def latin(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """The listed words with a Chinese character close on either side."""
    listed = {phrase.wrong: phrase.right for phrase in map(Phrase.parse, rule.arguments)}
    words = "|".join(sorted(map(re.escape, listed), key=len, reverse=True))
    pattern = re.compile(rf"(?<=[\u4e00-\u9fff])(?:{words})(?=[\u4e00-\u9fff])")
    for passage in texts:
        for found in pattern.finditer(passage.text) if passage.role is not Role.CELL else ():
            right = listed[found[0]]
            note = f"中文里夹有“{found[0]}”" + (f"，应为“{right}”" if right else "，应当删去")
            yield Hit(passage, found.start(), found.end(), note, right, f"{found[0]}@{found.start()}")
