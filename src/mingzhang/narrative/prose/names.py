"""Names 名称: the names of classified items that can stand in a topic, found wherever they stand in a text."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from mingzhang.narrative.prose.subject import Meaning

_FIRST: Final = 2
_PLAIN: Final = str.maketrans("（）“”", '()""')

Found = tuple[int, int, Meaning]


@dataclass(frozen=True)
class Names:
    """Names by their first two characters, longer ones first; each may be followed by 支出."""

    by_start: Mapping[str, tuple[tuple[str, Meaning], ...]]

    @staticmethod
    def of(pairs: Iterable[tuple[str, Meaning]]) -> "Names":
        """Official names with what they mean."""
        found: dict[str, list[tuple[str, Meaning]]] = defaultdict(list)
        for name, meaning in pairs:
            stem = name.translate(_PLAIN).removesuffix("支出")
            if len(stem) >= _FIRST:
                found[stem[:_FIRST]].append((stem, meaning))
        return Names({start: tuple(sorted(each, key=lambda pair: -len(pair[0]))) for start, each in found.items()})

    def search(self, text: str, start: int) -> Found | None:
        """The first name from a place on: where it begins and ends and what it means."""
        if not self.by_start:
            return None
        for at in range(start, len(text) - 1):
            for name, meaning in self.by_start.get(text[at : at + _FIRST], ()):
                if text.startswith(name, at):
                    end = at + len(name)
                    return at, end + 2 if text.startswith("支出", end) else end, meaning
        return None


NONE: Final = Names({})
