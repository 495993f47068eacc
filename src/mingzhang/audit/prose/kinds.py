"""Kinds 三公分项: the kinds of 三公 spending, their words, and what a text says of each."""

import re
from dataclasses import dataclass
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.matter import matter
from mingzhang.audit.prose.said import Said, Text
from mingzhang.audit.prose.spot import Spot
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Absence, Amount, Count
from mingzhang.disclosure.section import Words
from mingzhang.disclosure.topic import THREE

TOTAL: Final = "合计"
CARS: Final = "小计"
CAR_KINDS: Final = frozenset({"公务用车购置费", "公务用车运行费"})
_ITS_OWN: Final = 8
_ITEM: Final = r"(?:^|[。；])\s*[（(]?[一二三四五六七八九十\d]{1,2}[）)、．.]\s*(?:公务用车)?"
"""The number of a point, before the name of its kind."""
SHOWN: Final = 80
_CLAIMED: Final = "〇"

_NEVER: Final = re.compile(r"(?!)")
_COUNTED: Final = {
    "因公出国团组数": r"团组?[^。；\d]{0,8}\d|\d+个?(?:团|批次)",
    "因公出国人次": r"(?:出国|出境|团组|累计)[^。；]{0,30}\d[余多]?(?:人|名)",
    "公务用车购置数": r"(?:购置|更新|购买|新购|购入)[^。；]{0,16}?\d+[辆台]",
    "公务用车保有量": r"(?:保有|共有|实有|现有|拥有|尚有|年末|期末|截[至止])[^。；]{0,30}?\d+[辆台]",
    "国内接待批次": r"(?:接待|来访)[^。；]{0,40}\d[余多]?个?(?:批|团|次)",
    "国内接待人次": r"(?:接待|来访|来宾)[^。；]{0,40}(?:\d[余多]?(?:人|名)|人数\d)",
}
"""The words that count something, whether or not anybody understood the sentence."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of 三公 spending: its column, its names in text, the counts that belong to it, and words for none.

    `always`: counts are owed even of nothing. `may_join`: people may travel with another body's group. `keeps`: what
    is counted is kept and not bought, so that it may be there without cost.
    """

    column: str
    name: str
    words: re.Pattern[str]
    counts: tuple[tuple[str, str], ...]
    none: re.Pattern[str]
    always: bool = False
    may_join: bool = False
    keeps: bool = False


KINDS: Final = (
    Kind(
        "因公出国（境）费", "因公出国（境）费", re.compile(r"因公出国"),
        (("因公出国团组数", "团组数"), ("因公出国人次", "人次")), _NEVER, True, may_join=True,
    ),
    Kind(
        "公务用车购置费", "公务用车购置费", re.compile(r"购置"), (("公务用车购置数", "购置数"),),
        re.compile(r"(?:未|没有|无)(?:新增|更新|新购|购置|购买|安排)[^。；，]{0,8}(?:公务用车|车辆|公车)|无公务用车购置|(?:未|没有)发生公务用车购置"),
    ),
    Kind(
        "公务用车运行费", "公务用车运行维护费", re.compile(r"运行"), (("公务用车保有量", "保有量"),),
        re.compile(r"(?:无|没有)公务用车(?!购)"), keeps=True,
    ),
    Kind(
        "公务接待费", "公务接待费", re.compile(r"接待"), (("国内接待批次", "批次"), ("国内接待人次", "人次")),
        _NEVER, True,
    ),
)  # fmt: skip


def actual(column: str) -> Address:
    """The final account of a kind."""
    return Address("T7", "决算数", column)


def counted(column: str) -> Address:
    """A count of 三公."""
    return Address("S", "三公", column)


@dataclass(frozen=True)
class Section:
    """Everything the text says of 三公."""

    text: Text
    spots: list[Spot]
    figures: Figures

    @staticmethod
    def of(grid: Grid, context: Context) -> "Section":
        """The paragraphs about 三公."""
        text, figures = matter(grid, context)
        return Section(text, [s for s in text.spots if s.topic == THREE and s.text.strip()], figures)

    @property
    def is_none(self) -> bool:
        """Whether one sentence says that there is no 三公 at all."""
        return any(actual(TOTAL) in c.facts for _, c in self.text.claims(Absence, (THREE,)))

    @property
    def is_unclear(self) -> bool:
        """Whether too little was understood to miss anything: no amount of any kind, or words that are in doubt."""
        told = any(self.amount(kind.column) for kind in KINDS) or self.amount(CARS) is not None
        return not told or any(spot.is_doubtful for spot in self.spots)

    def amount(self, column: str) -> Said | None:
        """Where the amount of a kind is told."""
        return next((s for s, c in self.text.claims(Amount, (THREE,)) if c.fact == actual(column)), None)

    def count(self, column: str) -> Said | None:
        """Where a count is told, anywhere in the document."""
        return next((s for s, c in self.text.claims(Count) if c.fact == counted(column)), None)

    def value(self, column: str) -> int | None:
        """The spending of a kind: as the statement prints it, or else as told."""
        value = self.figures.value(actual(column))
        if value is not None:
            return int(value)
        said = self.amount(column)
        return said.claim.value if said and isinstance(said.claim, Amount) else None

    def has_none(self, kind: Kind) -> bool:
        """Whether words say that a kind did not occur."""
        told = any(actual(kind.column) in c.facts for _, c in self.text.claims(Absence, (THREE,)))
        return told or any(kind.none.search(re.sub(r"\s", "", spot.text)) for spot in self.spots)

    def may_count(self, column: str) -> bool:
        """Whether words anywhere in the section seem to count it, though nobody understood what they count."""
        words = re.compile(_COUNTED[column])
        return any(words.search(re.sub(r"\s", "", _not_understood(spot))) for spot in self.spots)

    def has_foreign_guests(self, kind: Kind) -> bool:
        """Whether receptions were for guests from abroad."""
        said = self.count("外宾接待批次") if kind.column == "公务接待费" else None
        return said is not None and count_of(said) > 0

    def place(self, kind: Kind) -> tuple[Spot, int]:
        """Where the text speaks of a kind: its own item, or else the last paragraph with its name."""
        item = re.compile(rf"{_ITEM}(?={kind.words.pattern})")
        if place := next(((spot, found.end()) for spot in self.spots if (found := item.search(spot.text))), None):
            return place
        about = [(spot, found.start()) for spot in self.spots if (found := kind.words.search(spot.text))]
        own = [place for place in about if place[1] <= _ITS_OWN]
        return own[0] if own else about[-1] if about else (self.spots[0], 0)


def _not_understood(spot: Spot) -> str:
    """The text without what is claimed in it."""
    return "".join(run.text if isinstance(run, Words) else _CLAIMED for run in spot.paragraph.runs)


def count_of(said: Said) -> int:
    """How many are told."""
    return said.claim.value if isinstance(said.claim, Count) else 0
