"""Said 表述: a claim where it stands in a text, with the number it prints."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final, TypeVar

from mingzhang.audit.interval import Interval
from mingzhang.audit.prose.spot import Spot, spots
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Amount, Change, Claim, Completion, Count, Share, addresses
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.position import Position
from mingzhang.terms.printed import Printed, numbers, plain

_MARKS: Final = re.compile(r"[，。；、：,;:（(]")

C = TypeVar("C", bound=Claim)


@dataclass(frozen=True)
class Said:
    """A claim of a paragraph; `start` is the offset of its text, `number` what it prints, if a number."""

    spot: Spot
    start: int
    text: str
    claim: Claim
    number: Printed | None

    @property
    def span(self) -> tuple[int, int]:
        """Where its number, or else its text, begins and ends in the paragraph."""
        if self.number:
            return self.start + self.number.start, self.start + self.number.end
        return self.start, self.start + len(self.text)

    @property
    def digits(self) -> str:
        """The number as printed, with its unit only when it is no money; without number the text."""
        if not self.number:
            return self.text
        if self.number.is_money:
            return self.number.text.removesuffix(self.number.unit).strip()
        return self.number.text + (self.text_after[:1] if self.is_percent and not self.number.unit else "")

    @property
    def fact(self) -> Address | None:
        """The figure it is mainly about."""
        found = addresses(self.claim)
        return found[0] if found else None

    @property
    def position(self) -> Position | None:
        """The printed line it stands on."""
        return self.spot.paragraph.position(self.span[0])

    @property
    def quote(self) -> str:
        """Verbatim text around it."""
        return self.spot.quote(*self.span)

    @property
    def text_after(self) -> str:
        """What follows the number in the paragraph, without space."""
        return plain(self.spot.text[self.span[1] :]).lstrip()

    @property
    def is_percent(self) -> bool:
        """Whether its number is printed as a percentage."""
        return bool(self.number) and (self.number.is_rate or self.text_after.startswith("%"))  # type: ignore[union-attr]

    @property
    def clause(self) -> str:
        """The text from the last mark up to its number."""
        return _MARKS.split(self.spot.text[: self.span[0]])[-1]

    @property
    def before(self) -> str:
        """The text of the sentence up to it."""
        return self.spot.text[self.spot.sentence(self.start)[0] : self.span[0]]


@dataclass(frozen=True)
class Text:
    """All claims of a document in reading order."""

    spots: tuple[Spot, ...] = ()
    all: tuple[Said, ...] = ()
    by_paragraph: dict[int, list[Said]] = field(default_factory=dict)

    @staticmethod
    def of(document: Disclosure | None) -> "Text":
        """The claims of a document; none of no document."""
        if document is None:
            return Text()
        places = tuple(spots(document))
        found = tuple(said for spot in places for said in _claims(spot))
        grouped: dict[int, list[Said]] = {}
        for said in found:
            grouped.setdefault(said.spot.number, []).append(said)
        return Text(places, found, grouped)

    def claims(self, kind: type[C], topics: tuple[str, ...] = ()) -> Iterator[tuple[Said, C]]:
        """The claims of one kind, in sections about some of these topics; none given means all."""
        for said in self.all:
            if isinstance(said.claim, kind) and (not topics or said.spot.topic in topics):
                yield said, said.claim

    def beside(self, said: Said) -> list[Said]:
        """The claims of the same paragraph, the nearest first."""
        return sorted(self.by_paragraph[said.spot.number], key=lambda other: abs(other.start - said.start))

    def near(self, said: Said, fits: Callable[[Claim], bool]) -> Said | None:
        """The nearest claim of the same paragraph that is meant."""
        return next((other for other in self.beside(said) if other is not said and fits(other.claim)), None)


def unbound(said: Said) -> Iterator[Interval]:
    """The amounts of the same paragraph of which nobody knows what they state."""
    claimed = _claimed(said)
    for number in numbers(said.spot.text):
        if number.is_money and not any(start <= number.start < end for start, end in claimed):
            yield Interval.around(number.fen, number.spread)


def amounts_beside(said: Said) -> Iterator[Interval]:
    """Every amount that stands before it in the paragraph."""
    for number in numbers(said.spot.text[: said.start]):
        if number.is_money:
            yield Interval.around(number.fen, number.spread)


def follows_unbound(said: Said) -> bool:
    """Whether the amount next before it is one of which nobody knows what it states."""
    before = [number for number in numbers(said.spot.text[: said.start]) if number.is_money]
    return bool(before) and not any(start <= before[-1].start < end for start, end in _claimed(said))


def _claimed(said: Said) -> list[tuple[int, int]]:
    return [(start, start + len(m.text)) for start, m in said.spot.paragraph.mentions()]


def _claims(spot: Spot) -> Iterator[Said]:
    for offset, mention in spot.paragraph.mentions():
        yield Said(spot, offset, mention.text, mention.claim, _number(mention.text, mention.claim))


def _number(text: str, claim: Claim) -> Printed | None:
    """The number that states the claim: of money, a rate, or a count; years and days are none."""
    found = [n for n in numbers(text) if n.unit not in {"年", "年度", "月", "日", "号"}]
    match claim:
        case Amount():
            kinds = [n for n in found if n.is_money]
        case Change(delta=None) | Share() | Completion():
            kinds = [n for n in found if n.is_rate]
        case Change():
            kinds = [n for n in found if n.is_money]
        case Count():
            kinds = [n for n in found if not n.is_money and not n.is_rate]
        case _:
            return None
    return next(iter(kinds or found), None)
