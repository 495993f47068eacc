"""Statements 九张表: the statements among the tables of a document, each once, and the facts they print."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.statement import Statement
from mingzhang.disclosure.table import Table
from mingzhang.reading.published.caption import joined
from mingzhang.reading.published.found_statement import FoundStatement, notes_below
from mingzhang.reading.published.gathered import Gathered, gathered
from mingzhang.reading.published.layout import layout_of
from mingzhang.reading.published.number import usual_places
from mingzhang.reading.published.recognise import figures_in, identity_of
from mingzhang.reading.published.title import bare_title
from mingzhang.reading.stated.kind import CodeNames, StatementKind
from mingzhang.reading.transcript import Item, TextLine
from mingzhang.terms.unit import WAN, Unit

_FEWEST_COLUMNS: Final = 2


@dataclass(frozen=True)
class Statements:
    """The statements in printed order, their facts, and for each place among the items which statement owns it."""

    statements: tuple[Statement, ...]
    facts: Mapping[Address, Fact]
    owners: Mapping[int, str]


def statements_in(items: Sequence[Item], forms: Mapping[str, StatementKind], names: CodeNames) -> Statements:
    """The statements of a document: those with a title first, then those that only their heads tell."""
    groups = gathered(items)
    found: list[FoundStatement] = []
    for group in groups:
        one = _found(items, group, forms, names, {each.id for each in found})
        if one:
            found.append(one)
    chosen = _chosen(found)
    unit, usual = _usual_unit(chosen), _usual(chosen)
    facts: dict[Address, Fact] = {}
    for one in chosen:
        own = one.unit_said or unit
        facts |= one.facts(own, usual_places(one.numbers.values(), usual))
    owners = {place: one.id for one in chosen for place in one.group.own}
    return Statements(tuple(one.statement(one.unit_said or unit) for one in chosen), facts, owners)


def _found(
    items: Sequence[Item], group: Gathered, forms: Mapping[str, StatementKind], names: CodeNames, taken: set[str]
) -> FoundStatement | None:
    """The statement a table is, if it is one."""
    layout = layout_of([item for place in group.tables if isinstance(item := items[place], Table)])
    titled = group.title.statement if group.title else ""
    identity = identity_of(layout.block, titled)
    form = forms.get(identity)
    if form is None or (not titled and identity in taken):
        return None
    found = figures_in(layout.block, form, names)
    if len(set(found.columns)) < _FEWEST_COLUMNS and not found.spots:
        return None
    lines = joined(_text(items, place) for place in group.captions)
    notes = notes_below([_text(items, place) for place in group.notes])
    place = (*group.title_places, *group.tables)[0]
    title = bare_title(group.title.text) if group.title else ""
    return FoundStatement(
        identity, title or form.title, group, layout, found, tuple(lines), notes, items[place].position
    )


def _chosen(found: Sequence[FoundStatement]) -> list[FoundStatement]:
    """Each statement once; of two prints (分单位, 分科目) the one with more figures."""
    best: dict[str, FoundStatement] = {}
    for one in found:
        before = best.get(one.id)
        if before is None or len(one.found.spots) > len(before.found.spots):
            best[one.id] = one
    return [one for one in found if best[one.id] is one]


def _usual_unit(found: Iterable[FoundStatement]) -> Unit:
    units = Counter(unit for one in found if (unit := one.unit_said))
    return units.most_common(1)[0][0] if units else WAN


def _usual(found: Iterable[FoundStatement]) -> int:
    return usual_places((number for one in found for number in one.numbers.values()), 0)


def _text(items: Sequence[Item], place: int) -> str:
    item = items[place]
    return item.text if isinstance(item, TextLine) else ""


def other_tables(items: Sequence[Item], owners: Mapping[int, str]) -> Iterator[Table]:
    """The tables that are none of the statements."""
    return (item for place, item in enumerate(items) if isinstance(item, Table) and place not in owners)
