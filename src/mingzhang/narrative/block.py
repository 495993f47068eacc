"""Block kinds: what can stand in an outline, and the sentences each needs from a wording."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from mingzhang.disclosure.chart import Chart
from mingzhang.disclosure.table import Table
from mingzhang.narrative.context import COMMON, Context
from mingzhang.narrative.passage import Passage
from mingzhang.narrative.wording import Wording

Piece = Passage | Chart | Table
"""A paragraph to be, a chart, or a table."""

Slots = Mapping[str, str]
"""Sentence keys and the slots their sentences may use, separated by blanks."""


@dataclass(frozen=True, slots=True)
class BlockKind:
    """A kind of block: how it is written, and which sentences it uses."""

    write: Callable[[Context], tuple[Piece, ...]]
    sentences: Slots


def compared_sentences(key: str, more: str = "") -> Slots:
    """The sentences that `phrases.compared` chooses from."""
    return {
        f"{key}.changed": f"total delta rate reason {more}",
        f"{key}.level": f"total level {more}",
        f"{key}.alone": f"total {more}",
    }


def budgeted_sentences(key: str, more: str = "") -> Slots:
    """The sentences that `phrases.budgeted` chooses from."""
    return {
        f"{key}.done": f"actual budget completion comparison delta reason {more}",
        f"{key}.level": f"actual budget completion level {more}",
        f"{key}.zero": f"actual budget level {more}",
        f"{key}.unplanned": f"actual budget comparison delta reason {more}",
        f"{key}.alone": f"actual {more}",
    }


def complaints(wording: Wording, kinds: Mapping[str, BlockKind], own: Slots) -> tuple[str, ...]:
    """What is wrong with a wording: unknown blocks, sentences missing or unknown, slots that nothing fills.

    `own` are sentences that a wording may have beside those of its blocks.
    """
    blocks = tuple(block for place in wording.places() for block in place.blocks)
    unknown = [f"大纲中的“{block}”没有对应的写法" for block in blocks if block not in kinds]
    needed: dict[str, str] = {}
    for block in blocks:
        needed.update(kinds[block].sentences if block in kinds else {})
    missing = [f"缺少句式 {key}" for key in needed if key not in wording.sentences]
    allowed = {**own, **needed}
    spare = [f"句式 {key} 没有用处" for key in wording.sentences if key not in allowed]
    return (*unknown, *missing, *spare, *_slots(wording, allowed))


def _slots(wording: Wording, allowed: Slots) -> Iterable[str]:
    common = COMMON | wording.words.keys()
    shadows = sorted(wording.words.keys() & {slot for slots in allowed.values() for slot in slots.split()})
    if shadows:
        yield f"用语 {'、'.join(shadows)} 与句式的空位同名"
    for key, sentence in wording.sentences.items():
        for slot in sorted(sentence.slots - common - set(allowed.get(key, "").split())):
            yield f"句式 {key} 的空位 {{{slot}}} 没有内容可填"
    headings = [part.heading for part in wording.parts] + [place.heading for place in wording.places()]
    for heading in (*headings, *(place.heading_unit for place in wording.places())):
        for slot in sorted(heading.slots - common):
            yield f"标题“{heading.text}”的空位 {{{slot}}} 没有内容可填"
