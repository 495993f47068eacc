"""StatementKind: what the reader needs to know of a form, so that the forms themselves stay in their own room."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

CodeNames = Mapping[str, Sequence[str]]
"""The codes of the year by their names as `words.key` reduces them, for statements that print no codes."""


class RowKind(Protocol):
    """A fixed row by its name in addresses."""

    @property
    def name(self) -> str: ...


class ColumnKind(Protocol):
    """A column by its name (and row, if it has its own) in addresses and the headings above it, outermost first."""

    @property
    def name(self) -> str: ...
    @property
    def row(self) -> str: ...
    @property
    def path(self) -> tuple[str, ...]: ...


class LaneKind(Protocol):
    """One of the lanes that stand side by side."""

    @property
    def items(self) -> Sequence[RowKind]: ...
    @property
    def columns(self) -> Sequence[ColumnKind]: ...


class StatementKind(Protocol):
    """A statement with its identity T1…T9, its title and its lanes."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def lanes(self) -> Sequence[LaneKind]: ...


def columns_of(form: StatementKind) -> Iterator[ColumnKind]:
    """Every column of figures from left to right."""
    return (column for lane in form.lanes for column in lane.columns)
