"""Problem 问题 and FaultLog 差错簿: what is wrong with a value, and the list of it that is handed back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from mingzhang.books.fault import Fault, Gravity
from mingzhang.books.raw import Raw
from mingzhang.books.value import shown

MOST_OF_A_KIND: Final = 1_000
"""Faults of one kind that are listed one by one; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with the value of a field, wherever in a file it stands."""

    field: str
    value: Raw
    message: str
    mend: str
    gravity: Gravity = Gravity.ERROR


@dataclass(frozen=True, slots=True)
class Source:
    """A file under its name, and what it calls the canonical fields in its own head."""

    file: str
    headers: Mapping[str, str]


_MOST_SPOILED: Final = 100_000


@dataclass
class FaultLog:
    """Collects the faults of all files of one reading, so many of each kind and the count of the rest."""

    most: int = MOST_OF_A_KIND
    spoiled: set[str] = field(default_factory=set)
    _listed: list[Fault] = field(default_factory=list)
    _counts: dict[tuple[str, str], int] = field(default_factory=dict)
    _last: dict[tuple[str, str], Fault] = field(default_factory=dict)

    def add(self, fault: Fault) -> None:
        """Take one fault; those with the same message in the same file are of one kind."""
        kind = (fault.file, fault.message)
        count = self._counts.get(kind, 0) + 1
        self._counts[kind] = count
        if count <= self.most:
            self._listed.append(fault)
        else:
            self._last[kind] = fault

    def report(self, source: Source, place: str, problem: Problem) -> None:
        """Take a problem of a value at a place of a file."""
        column = source.headers.get(problem.field, problem.field)
        self.add(
            Fault(source.file, place, column, shown(problem.value), problem.message, problem.mend, problem.gravity)
        )

    def spoil(self, voucher: str) -> None:
        """Note a voucher that lost a line to an error."""
        if len(self.spoiled) < _MOST_SPOILED:
            self.spoiled.add(voucher)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Everything taken so far, ending with how many more there are of each kind that was cut short."""
        return (*self._listed, *(self._rest(kind, fault) for kind, fault in self._last.items()))

    @property
    def has_errors(self) -> bool:
        """Whether anything forbids using the files."""
        return any(fault.gravity is Gravity.ERROR for fault in self._listed)

    def _rest(self, kind: tuple[str, str], fault: Fault) -> Fault:
        more = self._counts[kind] - self.most
        message = f"{fault.message}：另有 {more} 处，没有逐一列出"
        return Fault(fault.file, f"最后一处 {fault.place}", fault.column, "", message, fault.mend, fault.gravity)
