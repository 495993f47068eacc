"""Kinds 表式合并: the forms of all regions as one per statement, so that whatever row a region prints is known."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest

from mingzhang.reading.stated.kind import CodeNames, ColumnKind, LaneKind, RowKind, StatementKind
from mingzhang.reading.stated.words import key


@dataclass(frozen=True, slots=True)
class Row:
    """A row by its name alone."""

    name: str


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane with the rows and columns of every form."""

    items: Sequence[RowKind]
    columns: Sequence[ColumnKind]


@dataclass(frozen=True, slots=True)
class Kind:
    """One statement with the lanes of every form; its title is that of the first."""

    id: str
    title: str
    lanes: Sequence[LaneKind]


@dataclass(frozen=True)
class Forms:
    """What is known of statements in a year: rows and columns of each, functional and economic codes by name."""

    kinds: Mapping[str, StatementKind]
    functions: CodeNames
    economics: CodeNames

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all rows and codes, reduced as they are compared."""
        rows = {key(item.name) for kind in self.kinds.values() for lane in kind.lanes for item in lane.items}
        return frozenset((*rows, *self.functions, *self.economics)) - {""}


def merged(forms: Iterable[StatementKind]) -> dict[str, Kind]:
    """One kind for each statement."""
    kinds: dict[str, Kind] = {}
    for form in forms:
        before = kinds.get(form.id)
        lanes = _lanes(before.lanes, form.lanes) if before else form.lanes
        kinds[form.id] = Kind(form.id, before.title if before else form.title, lanes)
    return kinds


def _lanes(known: Sequence[LaneKind], more: Sequence[LaneKind]) -> list[LaneKind]:
    return [_lane(one, other) if one and other else one or other for one, other in zip_longest(known, more)]


def _lane(one: LaneKind, other: LaneKind) -> LaneKind:
    items = {item.name: item for item in (*other.items, *one.items)}
    columns = {(c.row, c.name, c.path): c for c in (*one.columns, *other.columns)}
    return Lane(list(items.values()), list(columns.values()))


def without(form: StatementKind, name: str) -> Kind:
    """The statement without the column of that name: T9 has 合计 in its short form and 小计 in its long one."""
    lanes = [Lane(lane.items, [column for column in lane.columns if column.name != name]) for lane in form.lanes]
    return Kind(form.id, form.title, lanes)


def with_rows(form: StatementKind, names: Iterable[str]) -> Kind:
    """The statement with more rows in its last lane, whatever years their names are of."""
    *others, last = form.lanes
    known = {item.name for item in last.items}
    more = [Row(name) for name in names if name not in known]
    return Kind(form.id, form.title, [*others, Lane([*last.items, *more], last.columns)])
