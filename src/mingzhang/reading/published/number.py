"""Number 印出的金额: what one cell of a printed statement says, told apart: a figure, nothing, or nothing legible."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from mingzhang.disclosure.fact import UNREADABLE
from mingzhang.terms.unit import MONEY_UNITS, Unit

_NOTHING: Final = re.compile(r"[-—–−‐―─－_/／∕\\|]*|无|零|略|不适用|空")
_NUMBER: Final = re.compile(
    r"(?P<sign>[-+(]?)(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)\)?(?P<unit>万?元)?"
)
_MINUS: Final = str.maketrans("−–—－﹣‐", "------")
_LONGEST: Final = 24
_REMEMBERED: Final = 16_384
"""A cell is asked again by each who looks for figures in its table."""
_FEWEST: Final = 4
"""So many figures of a statement tell how many decimals it is printed with, and one in so many must have them."""


@dataclass(frozen=True, slots=True)
class Number:
    """A cell: `value` in its own `unit` with so many decimals; None for a blank, a dash, and what is `illegible`."""

    value: Fraction | None
    places: int = 0
    unit: Unit | None = None
    illegible: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing is printed, or a mark that says so."""
        return self.value is None and not self.illegible

    def fen(self, unit: Unit) -> int:
        """The amount in fen where the statement's unit is this."""
        if self.value is None:
            return 0
        scaled = self.value * (self.unit or unit).scale
        size = (2 * abs(scaled.numerator) + scaled.denominator) // (2 * scaled.denominator)
        return size if scaled >= 0 else -size

    def spread(self, unit: Unit, usual: int) -> int:
        """How far the true amount may lie away; nothing for a blank, which says that there is nothing."""
        if self.illegible:
            return UNREADABLE
        if self.value is None:
            return 0
        return int(Fraction((self.unit or unit).scale, 2 * 10 ** max(self.places, usual)))


NOTHING: Final = Number(None)


@lru_cache(_REMEMBERED)
def number_in(text: str) -> Number:
    """What a cell says."""
    if not text or text.isspace():
        return NOTHING
    flat = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).strip("¥￥")
    if _NOTHING.fullmatch(flat):
        return NOTHING
    found = _NUMBER.fullmatch(flat.translate(_MINUS).replace("，", ","))
    if found is None or len(flat) > _LONGEST or (found["sign"] == "(") != flat.rstrip("万元").endswith(")"):
        return Number(None, illegible=True)
    digits = found["digits"].replace(",", "")
    value = Fraction("0" + digits if digits.startswith(".") else digits)
    sign = -1 if found["sign"] in ("-", "(") else 1
    return Number(sign * value, len(digits.partition(".")[2]), MONEY_UNITS.get(found["unit"] or ""))


def usual_places(numbers: Iterable[Number], otherwise: int) -> int:
    """The decimals a statement is printed with: the most that a quarter of its figures have; zeros count little."""
    places = [number.places for number in numbers if number.value]
    enough = max(1, -(-len(places) // _FEWEST))
    most = max((n for n in set(places) if sum(p >= n for p in places) >= enough), default=otherwise)
    return max(most, otherwise) if len(places) < _FEWEST else most
