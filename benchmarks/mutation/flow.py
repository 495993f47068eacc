"""Flow 正文: the lines of a transcript as the text a reader sees, in which a piece can be written differently."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mingzhang.reading.transcript import Item, TextLine, Transcript

_END = re.compile(r"[。\n]")
_FULL = 2
"""A line that ends further than this from the right edge ends its paragraph."""


@dataclass(frozen=True, slots=True)
class Flow:
    """The text of a transcript, paragraphs parted by line feeds, and where each line of it begins."""

    transcript: Transcript
    text: str
    starts: tuple[tuple[int, int], ...]
    """Item and place in the text of each line."""

    def written(self, start: int, end: int, words: str) -> Transcript:
        """The transcript with other words between two places; lines left empty go."""
        items: list[Item | None] = list(self.transcript.items)
        for index, begin, line in self._lines():
            stop = begin + len(line.text)
            if stop <= start or begin >= end:
                continue
            new = words if begin <= start else ""
            text = line.text[: max(0, start - begin)] + new + line.text[max(0, end - begin) :]
            items[index] = replace(line, text=text) if text.strip() else None
        return replace(self.transcript, items=tuple(item for item in items if item is not None), exact=None)

    def sentence(self, start: int, end: int, words: str) -> str:
        """The sentence around two places, with other words between them."""
        before = max((found.end() for found in _END.finditer(self.text, 0, start)), default=0)
        after = _END.search(self.text, end)
        return self.text[before:start] + words + self.text[end : after.end() if after else len(self.text)]

    def _lines(self) -> Iterator[tuple[int, int, TextLine]]:
        for index, begin in self.starts:
            line = self.transcript.items[index]
            assert isinstance(line, TextLine)
            yield index, begin, line


def flow_of(transcript: Transcript) -> Flow:
    """The text of a transcript; tables part it."""
    text, starts = "", []
    items = transcript.items
    for index, line in enumerate(items):
        if not isinstance(line, TextLine):
            text += "\n"
            continue
        starts.append((index, len(text)))
        following = items[index + 1] if index + 1 < len(items) else None
        text += line.text + ("" if _runs_on(line, following) else "\n")
    return Flow(transcript, text, tuple(starts))


def _runs_on(line: TextLine, following: Item | None) -> bool:
    """Whether a line goes on in the next."""
    if line.whole or line.centred or line.room > _FULL or not isinstance(following, TextLine):
        return False
    return not (following.whole or following.centred or following.indent)
