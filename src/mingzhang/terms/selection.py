"""Selection: a question to the books. Asked with the sum it gives a figure, without it the lines behind the figure."""

from dataclasses import dataclass, fields, replace
from enum import Enum
from typing import Any, Protocol

from mingzhang.terms.classification import FundSource, Nature
from mingzhang.terms.money import Fen


class Side(Enum):
    """借/贷: on which side an amount counts as positive."""

    DEBIT = "借"
    CREDIT = "贷"


class Measure(Enum):
    """Which amounts of the lines are taken."""

    OPENING = "年初余额"
    NET = "本年发生净额"
    DEBIT = "借方发生额"
    CREDIT = "贷方发生额"
    CLOSING = "年末余额"


class Line(Protocol):
    """Anything with the dimensions of a posting: a posting itself or a sum of many."""

    @property
    def entity(self) -> str: ...
    @property
    def account(self) -> str: ...
    @property
    def function(self) -> str: ...
    @property
    def economic(self) -> str: ...
    @property
    def fund(self) -> FundSource | None: ...
    @property
    def nature(self) -> Nature | None: ...
    @property
    def project(self) -> str: ...
    @property
    def contra(self) -> str: ...
    @property
    def counterparty(self) -> str: ...
    @property
    def opening(self) -> bool: ...
    @property
    def closing(self) -> bool: ...
    @property
    def debit(self) -> Fen: ...
    @property
    def credit(self) -> Fen: ...


@dataclass(frozen=True, slots=True)
class Selection:
    """Conditions over the dimensions of postings, all of which must hold; an empty condition holds always.

    `accounts`, `functions`, `economics` and `contra` are code prefixes. `closing_entries` says whether year-end
    transfers 年末结转 count (for a closing balance they always do). `outside` leaves out what passes between the
    `entities` themselves.
    """

    accounts: tuple[str, ...] = ()
    side: Side = Side.DEBIT
    measure: Measure = Measure.NET
    functions: tuple[str, ...] = ()
    economics: tuple[str, ...] = ()
    funds: tuple[FundSource, ...] = ()
    natures: tuple[Nature, ...] = ()
    projects: tuple[str, ...] = ()
    contra: tuple[str, ...] = ()
    closing_entries: bool = False
    entities: tuple[str, ...] = ()
    outside: bool = False

    def conditions(self) -> dict[str, Any]:
        """The conditions this question sets, by name."""
        return {f.name: value for f in fields(self) if (value := getattr(self, f.name)) != f.default}

    def within(self, other: "Selection") -> "Selection":
        """This question with every condition that `other` sets put in its place."""
        return replace(self, **other.conditions())

    def matches(self, line: Line) -> bool:
        """Whether the line belongs to what is asked for."""
        return (
            _begins(line.account, self.accounts)
            and _begins(line.function, self.functions)
            and _begins(line.economic, self.economics)
            and _begins(line.contra, self.contra)
            and (not self.funds or line.fund in self.funds)
            and (not self.natures or line.nature in self.natures)
            and (not self.projects or line.project in self.projects)
            and (not self.entities or line.entity in self.entities)
            and not (self.outside and line.counterparty in self.entities)
            and self._in_time(line)
        )

    def _in_time(self, line: Line) -> bool:
        if self.measure is Measure.CLOSING:
            return True
        if self.measure is Measure.OPENING:
            return line.opening
        return not line.opening and (self.closing_entries or not line.closing)

    def amount(self, line: Line) -> Fen:
        """What a matching line adds to the figure, signed by the side."""
        if self.measure is Measure.DEBIT:
            return line.debit
        if self.measure is Measure.CREDIT:
            return line.credit
        net = line.debit - line.credit
        return net if self.side is Side.DEBIT else -net


def _begins(code: str, prefixes: tuple[str, ...]) -> bool:
    return not prefixes or code.startswith(prefixes)
