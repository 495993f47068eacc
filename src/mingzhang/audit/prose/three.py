"""Three 三公: what has to be told of it, and whether counts and amounts go together."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.prose.kinds import CAR_KINDS, CARS, KINDS, SHOWN, Kind, Section, actual, count_of
from mingzhang.audit.prose.outcome import amiss, broken, open_, passed
from mingzhang.audit.prose.said import Said
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule, Severity
from mingzhang.disclosure.claim import Amount, Count
from mingzhang.disclosure.topic import THREE

_NEXT_ITEM: Final = re.compile(r"(?<=[。；\n])\s*[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．](?!\d)")
"""The number of a following point."""


def three_items(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Each of the four amounts is told; one for buying and running cars together does not tell what buying cost."""
    section = Section.of(grid, context)
    if not section.spots:
        return
    if section.is_none or section.is_unclear:
        yield passed(rule) if section.is_none else open_(rule, "没有读懂“三公”经费各项的金额")
        return
    untold = [kind for kind in KINDS if not _is_told(section, kind)]
    yield from (passed(rule) for kind in KINDS if kind not in untold)
    if {kind.column for kind in untold} >= CAR_KINDS:
        untold = [kind for kind in untold if kind.column not in CAR_KINDS]
        yield _owed(rule, section, KINDS[1], "没有分列公务用车购置费和运行维护费", "分列购置费、运行维护费")
    for kind in untold:
        yield _owed(rule, section, kind, f"没有单独写明{kind.name}", f"写明{kind.name}的金额")


def _is_told(section: Section, kind: Kind) -> bool:
    """By an amount, a count of none, words for none, or what is told of all cars."""
    if section.amount(kind.column) or section.has_none(kind):
        return True
    counts = [section.count(column) for column, _ in kind.counts]
    if any(said and isinstance(said.claim, Count) and said.claim.value == 0 for said in counts):
        return True
    return kind.column in CAR_KINDS and _follows(section, kind)


def _follows(section: Section, kind: Kind) -> bool:
    """Whether nothing is left to tell of one kind of cars: nothing for all of them, or all of it for this kind."""
    together = section.amount(CARS)
    others = [section.amount(column) for column in CAR_KINDS - {kind.column}]
    return together is not None and any(_is_nothing(said) for said in (together, *others))


def _is_nothing(said: Said | None) -> bool:
    return said is not None and isinstance(said.claim, Amount) and said.claim.value == 0


def three_counts(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Groups and people abroad, cars bought and kept, receptions and guests are told."""
    section = Section.of(grid, context)
    if not section.spots or (section.is_unclear and not section.is_none):
        return
    for kind in KINDS:
        missing = [name for column, name in kind.counts if section.count(column) is None]
        if not missing or section.is_none or not (kind.always or section.value(kind.column)):
            yield passed(rule)
            continue
        if not kind.always and section.has_none(kind):
            yield passed(rule)
            continue
        unread = [name for column, name in kind.counts if name in missing and section.may_count(column)]
        if unread:
            yield open_(rule, f"没有读懂{kind.name}的{'、'.join(unread)}")
        if len(unread) == len(missing):
            continue
        names = "、".join(name for name in missing if name not in unread)
        yield _owed(
            rule, section, kind, f"{kind.name}没有写明{names}", f"写明{names}（没有的写0）", _other(section, kind)
        )


def three_logic(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Money was spent where something was counted, and the other way round; told once a kind."""
    section = Section.of(grid, context)
    for kind in KINDS:
        value = section.value(kind.column)
        told = [(said, name) for column, name in kind.counts if (said := section.count(column))]
        if value is not None and told:
            yield _logic(rule, section, kind, value, told)


def _logic(rule: Rule, section: Section, kind: Kind, value: int, told: list[tuple[Said, str]]) -> Result:
    none = [(said, name) for said, name in told if count_of(said) == 0]
    some = [(said, name) for said, name in told if count_of(said)]
    if value and none and not (some and kind.may_join) and not section.has_foreign_guests(kind):
        said, name = none[0]
        note = f"{said.spot.where}{kind.name}{section.figures.shown(actual(kind.column))}万元，{name}却写0"
        return broken(rule, said, note, "", "大于0的数", severity=Severity.LOW if kind.keeps else None)
    if some and not value and not kind.keeps:
        said, name = some[0]
        note = f"{said.spot.where}{name}写{said.digits}，{kind.name}却为0"
        return broken(rule, said, note, "", "0")
    return passed(rule)


def _other(section: Section, kind: Kind) -> Said | None:
    """What is told beside the count that is not: 17批次、人次."""
    told = (section.count(column) for column, _ in kind.counts)
    return next((said for said in told if said and said.spot.topic == THREE), None)


def _end_of_item(text: str, start: int) -> int:
    """Where the point that begins here ends: what it lacks belongs somewhere within."""
    following = _NEXT_ITEM.search(text, start)
    return following.start() if following else len(text)


def _owed(rule: Rule, section: Section, kind: Kind, note: str, expected: str, beside: Said | None = None) -> Result:
    """Where the kind is told, or else beside what is told of it."""
    spot, start = (beside.spot, beside.start) if beside else section.place(kind)
    span = spot.line(start)[0] if start - spot.line(start)[0] < SHOWN else start, _end_of_item(spot.text, start)
    root = f"{rule.id}:{kind.column}"
    printed = beside.text.strip() if beside else spot.text[start : start + len(kind.name)]
    return amiss(rule, spot, span, f"{spot.where}{note}", printed, expected, root)
