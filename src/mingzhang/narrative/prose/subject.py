"""Subject 主语: what a clause speaks of: a figure with its budget, its last year and what it is usually a part of."""

from dataclasses import dataclass
from typing import Final

from mingzhang.disclosure.address import ACTUAL, ADJUSTED, BUDGET, Address

_SAME_UNITS: Final = {"台(套)": "台（套）", "台/套": "台（套）", "台套": "台（套）", "台": "台（套）"}


@dataclass(frozen=True, slots=True)
class Subject:
    """A figure that amounts are said of. `budget` is where its budget stands when that is a figure of its own (T7).

    `wholes` are what a share of it can be of when the text does not say, the likeliest first. `unit` is what a counted
    figure counts, empty for money. `others` are what the word may mean too; `usual` when the first is meant where the
    amount is that of none.
    """

    fact: Address
    budget: Address | None = None
    wholes: tuple[Address, ...] = ()
    unit: str = ""
    counts: tuple[tuple[str, Address], ...] = ()
    others: tuple[Address, ...] = ()
    usual: bool = False
    same: tuple[Address, Address] | None = None
    pair: Address | None = None

    def count(self, unit: str) -> Address | None:
        """The figure that a number with this unit counts."""
        named = _SAME_UNITS.get(unit, unit)
        return self.fact if named and named == self.unit else dict(self.counts).get(named)

    def at(self, phase: str) -> Address:
        """The figure in a phase 口径."""
        if phase == ACTUAL:
            return self.fact
        if phase in (BUDGET, ADJUSTED) and self.budget:
            return self.budget
        return self.fact.at(phase)


NOBODY: Final = Subject(Address("", "", ""))
"""What is counted when it is no figure of ours."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column word that turns the row in force to another column: 基本支出 under an item of spending."""

    name: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that names something no figure stands for: whatever follows is not to be bound."""


@dataclass(frozen=True, slots=True)
class Again:
    """A word for the amount of what was named before: 涉及预算金额."""


@dataclass(frozen=True, slots=True)
class Recounted:
    """A general word for what is counted: 接待 means the guests from abroad where those were just named."""

    counted: Subject
    kept: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class Hosted:
    """接待费 without 公务: what guests from abroad cost where those were just counted, else all receptions."""

    home: Subject
    abroad: Subject
    guests: tuple[Subject, ...]


@dataclass(frozen=True, slots=True)
class Sided:
    """A fund's bare name in T4: its income or its spending, whichever side is being told."""

    income: Subject
    spending: Subject


@dataclass(frozen=True, slots=True)
class Narrowed:
    """本年收入 or 本年支出 without a fund: of all funds, or of the one fund that the paragraph is about."""

    whole: Subject
    parts: tuple[tuple[Subject, Subject], ...]
    side: int

    def about(self, told: frozenset[Address]) -> Subject:
        """The figure meant where the paragraph has told these."""
        for fund in self.parts:
            if told and told <= {side.fact for side in fund}:
                part = fund[self.side]
                return Subject(part.fact, wholes=part.wholes, others=(self.whole.fact,), usual=True)
        return self.whole


@dataclass(frozen=True, slots=True)
class Shared:
    """A name that several rows bear: 行政运行 under many 款. Which one is meant, what stands around it tells."""

    rows: tuple[Subject, ...]

    def under(self, code: str) -> Subject | None:
        """The one row below this code."""
        found = [row for row in self.rows if row.fact.row.startswith(code)]
        return found[0] if len(found) == 1 else None


Meaning = Subject | Column | Again | Hosted | Narrowed | Recounted | Sided | Shared | Unknown


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of one topic as expressions and what they mean; `default` where a sentence has no subject of its own.

    `columns` are those between which a column word may turn.
    """

    words: tuple[tuple[str, Meaning], ...]
    default: Subject | None = None
    columns: frozenset[str] = frozenset()


def money(address: str, *wholes: str, budget: str = "") -> Subject:
    """A figure of money by its written address."""
    return Subject(
        Address.parse(address),
        Address.parse(budget) if budget else None,
        tuple(Address.parse(whole) for whole in wholes),
    )


def counting(address: str, unit: str) -> Subject:
    """A figure of whole things by its written address."""
    return Subject(Address.parse(address), unit=unit)
