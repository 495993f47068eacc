"""Claim 文字表述: what a sentence says about figures, typed so that it can be checked and read back."""

from dataclasses import dataclass
from fractions import Fraction

from mingzhang.disclosure.address import Address


@dataclass(frozen=True, slots=True)
class Amount:
    """金额: a figure stands at this value."""

    fact: Address
    value: int


@dataclass(frozen=True, slots=True)
class Share:
    """占比: a part's share of a whole; None when the whole is zero."""

    part: Address
    whole: Address
    ratio: Fraction | None


@dataclass(frozen=True, slots=True)
class Change:
    """增减: a figure against its base; `rate` is None when the base is zero.

    Read from prose, the amount and the rate of one change are two mentions, each signed by its word (减少, 下降) and
    with None for what it does not print; 持平 is a delta of 0.
    """

    fact: Address
    base: Address
    delta: int | None
    rate: Fraction | None

    @property
    def amount(self) -> int:
        """The change in fen; nothing when only its rate is known."""
        return self.delta or 0


@dataclass(frozen=True, slots=True)
class Completion:
    """完成率: what was done of a budget; None when the budget is zero."""

    actual: Address
    budget: Address
    ratio: Fraction | None


@dataclass(frozen=True, slots=True)
class Count:
    """数量: how many people, vehicles, groups."""

    fact: Address
    value: int


@dataclass(frozen=True, slots=True)
class Value:
    """数值: a figure that is neither money nor whole things stands at this value: a rate measured, points earned."""

    fact: Address
    value: int


@dataclass(frozen=True, slots=True)
class Listing:
    """列举: exactly these figures are not zero."""

    facts: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class Absence:
    """无: all these figures are zero."""

    facts: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """大小: a figure is above (1), equal to (0) or below (−1) its base, said in words alone: 决算数小于预算数."""

    fact: Address
    base: Address
    sign: int


@dataclass(frozen=True, slots=True)
class Naming:
    """科目名称: the text names a classified item by its path of names, outermost first.

    `fact` is the figure that the names, or the amounts beside them, lead to; None when nothing fits.
    """

    fact: Address | None
    path: tuple[str, ...]


Claim = Amount | Share | Change | Completion | Count | Value | Listing | Absence | Comparison | Naming


def addresses(claim: Claim) -> tuple[Address, ...]:
    """The figures a claim speaks of, the one it is mainly about first."""
    match claim:
        case Amount(fact) | Count(fact) | Value(fact):
            return (fact,)
        case Share(part, whole):
            return (part, whole)
        case Change(fact, base) | Comparison(fact, base):
            return (fact, base)
        case Naming(fact):
            return (fact,) if fact else ()
        case Completion(actual, budget):
            return (actual, budget)
        case Listing(facts) | Absence(facts):
            return facts
