"""Wording 行文规范: how one region writes in one year: its outline, its sentences and its style, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from mingzhang.narrative.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Style:
    """The small habits. `percent` decimals hold unless `percents` names another number for a kind of sentence.

    `zero_base` stands where a rate would stand on a base of zero, `negative_base` on one below zero; `items` is how
    many digits of the function code one item of spending has (3 类, 7 项); a reason is required when the rate of a
    change exceeds `threshold` per cent.
    """

    percent: int = 2
    percents: Mapping[str, int] = field(default_factory=dict)
    level: str = "持平"
    zero_base: str = "上年为0，不可比"
    negative_base: str = "上年为负数，不可比"
    zero_money: str = ""
    grouping: bool = False
    items: int = 7
    threshold: Fraction = Fraction(0)
    part: str = "第{cn}部分"
    section: str = "{cn}、"
    subsection: str = "（{cn}）"
    item: str = "{n}．"
    subitem: str = "（{n}）"

    def decimals(self, kind: str = "") -> int:
        """The decimals of a percentage in sentences of this kind."""
        return self.percents.get(kind, self.percent)


@dataclass(frozen=True, slots=True)
class Place:
    """One entry of the outline: its heading without number, the blocks that fill it, its subsections.

    `statement` ties it to a statement: it follows that statement's order and is left out with it. `extra` entries
    are filled by other rooms and left out when nothing is handed in.
    """

    id: str
    heading: Sentence
    heading_unit: Sentence
    blocks: tuple[str, ...] = ()
    sections: tuple["Place", ...] = ()
    statement: str = ""
    extra: bool = False


@dataclass(frozen=True, slots=True)
class PartPlace:
    """One part of the document: id as in `disclosure.Part`, heading without number, its entries."""

    id: str
    heading: Sentence
    sections: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Wording:
    """Everything a region's text is written with; `words` are its own terms, usable as slots in every sentence."""

    id: str
    style: Style
    words: Mapping[str, str]
    parts: tuple[PartPlace, ...]
    sentences: Mapping[str, Sentence]

    def places(self) -> tuple[Place, ...]:
        """Every entry of every part, subsections included."""
        return tuple(place for part in self.parts for top in part.sections for place in _all(top))


def _all(place: Place) -> tuple[Place, ...]:
    return (place, *(inner for section in place.sections for inner in _all(section)))
