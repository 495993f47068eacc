"""Free text 自由文字: the stretches of a paragraph that tell reasons and purposes."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.narrative.prose.lexicon import LEXICON, Word

_BEGINS: Final = re.compile("|".join(pattern for pattern, word in LEXICON if word in (Word.REASON, Word.PURPOSE)))
_STOP: Final = "。"


def free_text(text: str) -> Iterator[tuple[int, int]]:
    """Where reasons and purposes begin and end in a flat text, each up to the end of its sentence."""
    start = 0
    while begun := _BEGINS.search(text, start):
        end = text.find(_STOP, begun.end())
        start = end if end >= 0 else len(text)
        yield begun.start(), start
