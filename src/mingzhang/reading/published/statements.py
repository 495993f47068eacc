"""Statements 九张表: the statements among the tables of a document, each once, and the facts they print."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from mingzhang.books.fault import Fault
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.statement import Statement
from mingzhang.disclosure.table import Table
from mingzhang.reading.published.caption import joined
from mingzhang.reading.published.found_statement import FoundStatement, notes_below
from mingzhang.reading.published.gathered import Gathered, declarations, gathered
from mingzhang.reading.published.kinds import Forms
from mingzhang.reading.published.layout import Layout, layout_of
from mingzhang.reading.published.number import usual_places
from mingzhang.reading.published.recognise import figures_in, identity_of
from mingzhang.reading.published.title import bare_title
from mingzhang.reading.stated.spot import Found
from mingzhang.reading.transcript import Item, TextLine
from mingzhang.terms.printed import numbers
from mingzhang.terms.unit import WAN, YUAN, Unit

_FEWEST_COLUMNS: Final = 2


@dataclass(frozen=True)
class Statements:
    """The statements in printed order, their facts, and for each place among the items which statement owns it."""

    statements: tuple[Statement, ...]
    facts: Mapping[Address, Fact]
    owners: Mapping[int, str]
    faults: tuple[Fault, ...] = ()


def statements_in(items: Sequence[Item], forms: Forms) -> Statements:
    """The statements of a document: those with a title first, then those that only their heads tell."""
    reader = _Reader(items, forms)
    chosen = _chosen(reader.pages(gathered(items)))
    chosen = _in_order([*chosen, *reader.declared({one.id for one in chosen}, chosen)])
    unit, usual = _usual_unit(chosen, items), _usual(chosen)
    facts: dict[Address, Fact] = {}
    for one in chosen:
        own = one.unit_said or unit
        facts |= one.facts(own, usual_places(one.numbers.values(), usual))
    owners = {place: one.id for one in chosen for place in one.group.own}
    faults = tuple(fault for one in chosen for fault in one.unplaced())
    return Statements(tuple(one.statement(one.unit_said or unit) for one in chosen), facts, owners, faults)


class _Reader:
    """Finds the statements among the items of one document."""

    def __init__(self, items: Sequence[Item], forms: Forms) -> None:
        self.items, self.forms = items, forms

    def pages(self, groups: Iterable[Gathered]) -> list[FoundStatement]:
        """Every print of a statement, one that goes on under a repeated title in one piece."""
        found: list[FoundStatement] = []
        for group in groups:
            one = self.found(group)
            whole = self._with(found[-1], one) if one and found and found[-1].id == one.id else None
            if whole:
                found[-1] = whole
            elif one:
                found.append(one)
        return found

    def found(self, group: Gathered) -> FoundStatement | None:
        """The statement a table is, if it is one."""
        layout = layout_of(self._tables(group), self.forms.names)
        identity = identity_of(layout.block, group.title)
        form = self.forms.kinds.get(identity)
        if form is None:
            return None
        figures = figures_in(layout.block, form, self.forms)
        if len(figures.columns) < _FEWEST_COLUMNS and not figures.spots:
            return None
        return self._statement(identity, form.title, group, layout, figures)

    def _tables(self, group: Gathered) -> list[Table]:
        return [item for place in group.tables if isinstance(item := self.items[place], Table)]

    def _with(self, before: FoundStatement, after: FoundStatement) -> FoundStatement | None:
        """Both in one, when the second has none of the first one's figures."""
        own = {spot.address for spot in before.found.spots}
        if any(spot.address in own for spot in after.found.spots) or not after.found.spots:
            return None
        return self.found(before.group.followed_by(after.group))

    def declared(self, known: set[str], found: Iterable[FoundStatement]) -> Iterator[FoundStatement]:
        """Statements without grid: a title with nothing below it but the word that the table has no data."""
        taken = {place for one in found for place in one.group.own}
        for group in declarations(self.items, taken):
            assert group.title is not None
            form = self.forms.kinds.get(group.title.statement)
            if form and form.id not in known:
                known.add(form.id)
                yield self._statement(form.id, form.title, group, layout_of([]), Found())

    def _statement(self, identity: str, official: str, group: Gathered, layout: Layout, found: Found) -> FoundStatement:
        captions = joined(_text(self.items, place) for place in group.captions)
        notes = notes_below([_text(self.items, place) for place in group.notes])
        place = (*group.title_places, *group.tables)[0]
        title = bare_title(group.title.text) if group.title else ""
        position = self.items[place].position
        return FoundStatement(identity, title or official, group, layout, found, tuple(captions), notes, position)


def _chosen(found: Sequence[FoundStatement]) -> list[FoundStatement]:
    """Each statement once; of two prints (分单位, 分科目) the one with more figures."""
    best: dict[str, FoundStatement] = {}
    for one in found:
        before = best.get(one.id)
        if before is None or _weight(one) > _weight(before):
            best[one.id] = one
    return [one for one in found if best[one.id] is one]


def _weight(one: FoundStatement) -> tuple[bool, int]:
    """How much speaks for a print: a title of its own, then its figures."""
    return one.is_titled, len(one.found.spots)


def _in_order(found: Iterable[FoundStatement]) -> list[FoundStatement]:
    return sorted(found, key=lambda one: one.group.own[0])


def _usual_unit(found: Sequence[FoundStatement], items: Iterable[Item]) -> Unit:
    """The unit of a table that says none: that of most others, else the one in which the text says the same total."""
    units = Counter(unit for one in found if (unit := one.unit_said))
    if units:
        return units.most_common(1)[0][0]
    largest = max((number.value for one in found for number in one.numbers.values() if number.value), default=None)
    if largest is None:
        return WAN
    said = {
        number.value
        for item in items
        if isinstance(item, TextLine)
        for number in numbers(item.text)
        if number.unit == WAN.name
    }
    in_wan = {round(value, 2) for value in said}
    return YUAN if largest not in said and round(largest / 10_000, 2) in in_wan else WAN


def _usual(found: Iterable[FoundStatement]) -> int:
    return usual_places((number for one in found for number in one.numbers.values()), 0)


def _text(items: Sequence[Item], place: int) -> str:
    item = items[place]
    return item.text if isinstance(item, TextLine) else ""
