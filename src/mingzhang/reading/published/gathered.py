"""Gathered 表与其周围: a grid, over as many pages as it runs, with the title, captions and notes that belong to it."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Final

from mingzhang.disclosure.table import Table
from mingzhang.reading.published.caption import is_caption, is_note, says_empty
from mingzhang.reading.published.title import Title, title_at_end, title_of
from mingzhang.reading.transcript import Item, TextLine

_FAR: Final = 9
_FEW: Final = 6
_FURNITURE: Final = re.compile(r"[-—–\s\d第页共/]{1,12}|[。.、，,]")
_BEGINS: Final = re.compile(
    r"第?[一二三四五六七八九十]+(?:部分|[、.．])|[（(][一二三四五六七八九十]+[）)]|20\d{2}\s*年"
)


@dataclass
class Gathered:
    """What stands together. Numbers are places among the items; `own` are all of them, tables and lines alike."""

    title: Title | None
    title_places: tuple[int, ...]
    captions: tuple[int, ...]
    tables: list[int]
    notes: list[int] = field(default_factory=list)

    @property
    def own(self) -> tuple[int, ...]:
        """Every place that belongs to it."""
        return (*self.title_places, *self.captions, *self.tables, *self.notes)

    def followed_by(self, other: "Gathered") -> "Gathered":
        """Both as one; the second one's title and captions belong to it and are told once."""
        own = (*self.title_places, *other.title_places, *other.captions)
        tables, notes = [*self.tables, *other.tables], [*self.notes, *other.notes]
        return Gathered(self.title, own, self.captions, tables, notes)


def gathered(items: Sequence[Item]) -> list[Gathered]:
    """The tables of a document in order, each with what belongs to it; pages without title go to the one before."""
    found: list[Gathered] = []
    for place, item in enumerate(items):
        if isinstance(item, Table):
            above = list(_above(items, place))
            one = _titled(items, place, above)
            if one.title is None and found and _goes_on(items, found[-1], place):
                found[-1].tables.append(place)
                found[-1].captions += one.captions
            else:
                found.append(one)
            found[-1].notes += _notes(items, place)
    return found


def declarations(items: Sequence[Item], taken: Set[int]) -> Iterator[Gathered]:
    """Titles of statements that have no grid, but say so below."""
    for place, item in enumerate(items):
        if place in taken or not isinstance(item, TextLine):
            continue
        title = title_of(item.text)
        if title is None or not title.statement:
            continue
        near = range(place + 1, min(place + 1 + _FEW, len(items)))
        below = list(takewhile(lambda other: isinstance(items[other], TextLine), near))
        captions = list(takewhile(lambda other: is_caption(_text(items, other)), below))
        notes = list(takewhile(lambda other: is_note(_text(items, other)), below[len(captions) :]))
        if any(says_empty(_text(items, other)) for other in notes):
            yield Gathered(title, (place,), tuple(captions), [], notes)


def _above(items: Sequence[Item], place: int) -> Iterator[int]:
    """The lines above a table, nearest first, up to the table before."""
    for other in range(place - 1, max(-1, place - 1 - _FAR), -1):
        if not isinstance(items[other], TextLine):
            return
        yield other


def _titled(items: Sequence[Item], place: int, above: Sequence[int]) -> Gathered:
    captions: list[int] = []
    notes: list[int] = []
    passed, nearest = 0, _FAR
    for index, other in enumerate(above):
        texts = [_text(items, each) for each in reversed(above[index : index + 3])]
        is_around = is_caption(texts[-1]) or _FURNITURE.fullmatch(texts[-1].strip()) is not None
        title = None if is_around else title_at_end(texts)
        if title:
            places = tuple(reversed(above[index : index + title.lines]))
            higher = _captions(items, above[index + title.lines :])
            return Gathered(title, places, (*reversed(higher), *reversed(captions)), [place], notes[::-1])
        if is_around:
            captions.append(other)
        elif is_note(texts[-1]):
            # Notes may stand between a title and its grid; without a title they belong to the table above.
            notes.append(other)
            nearest = min(nearest, len(captions))
        elif passed >= 1 or len(texts[-1]) > 40:
            break
        else:
            # One strange line between a title and its grid is let pass: 汇总 or the unit's bare name.
            passed += 1
            nearest = min(nearest, len(captions))
    return Gathered(None, (), tuple(reversed(captions[:nearest])), [place])


def _captions(items: Sequence[Item], above: Sequence[int]) -> list[int]:
    """The captions directly above a title: 公开01表 and 部门：… in some regions."""
    return list(takewhile(lambda other: is_caption(_text(items, other)) and not _is_level(items[other]), above))


def _is_level(item: Item) -> bool:
    return isinstance(item, TextLine) and item.level > 0


def _goes_on(items: Sequence[Item], before: Gathered, place: int) -> bool:
    """Whether a table without title may be the next page of the one before: nothing but captions in between."""
    between = items[before.tables[-1] + 1 : place]
    texts = [item.text for item in between if isinstance(item, TextLine)]
    if any(not is_caption(text) and not _FURNITURE.fullmatch(text.strip()) for text in texts):
        return False
    first, second = items[before.tables[0]], items[place]
    return isinstance(first, Table) and isinstance(second, Table) and _alike(first, second)


def _alike(first: Table, second: Table) -> bool:
    """Whether two grids may be pages of one: as wide in columns, and drawn as wide where that is known."""
    widths = [len(table.rows[0]) if table.rows else 0 for table in (first, second)]
    boxes = [table.position.box for table in (first, second)]
    if boxes[0] and boxes[1]:
        extents = [(box[0], box[2]) for box in boxes if box]
        same = all(abs(a - b) <= 12 for a, b in zip(*extents, strict=True))
        return same and abs(widths[0] - widths[1]) <= max(2, widths[0] // 2)
    return widths[0] == widths[1]


def _notes(items: Sequence[Item], place: int) -> Iterator[int]:
    """The lines below a table that are notes on it."""
    within = False
    for other in range(place + 1, min(len(items), place + 16)):
        item = items[other]
        if not isinstance(item, TextLine):
            return
        if is_note(item.text) and not item.level:
            within = True
        elif _FURNITURE.fullmatch(item.text.strip()) and not within:
            continue
        elif not (within and _continues(items[other - 1], item)):
            return
        yield other


def _continues(before: Item, line: TextLine) -> bool:
    if not isinstance(before, TextLine) or line.whole or line.level or line.centred or _BEGINS.match(line.text):
        return False
    same = before.position.page == line.position.page
    return (same and before.room <= 2 and line.indent < 2) or line.text[0] in "，。、；)）"


def _text(items: Sequence[Item], place: int) -> str:
    item = items[place]
    return item.text if isinstance(item, TextLine) else ""
