"""Same 同数: a figure that only prose states must read the same wherever it is repeated."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.interval import size
from mingzhang.audit.prose.agree import step
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.matter import matter
from mingzhang.audit.prose.outcome import broken, open_, passed
from mingzhang.audit.prose.said import Said
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Amount, Change, Count

_FIGURES: Final = re.compile(
    r"收、支总计|[收支][入出](?:决算)?(?:总计|合计|总额)|(?:本年|总)[收支][入出]|总计|合计|[^，。；：、（）]{0,6}(?:[收支][入出]|经费|费|结余)"
)
_BODIES = "人员"
"""Head counts are told of each body of a department in turn."""

Key = tuple[Address, Address | None]


def repeated(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Amounts, counts and changes that no statement prints, each against what most places say."""
    text, figures = matter(grid, context)
    places: dict[Key, list[Said]] = {}
    for said in text.all:
        key = _key(said, figures)
        if key and said.number:
            places.setdefault(key, []).append(said)
    for key, found in places.items():
        if len(found) > 1:
            yield from _compare(rule, key, found, figures)


def _key(said: Said, figures: Figures) -> Key | None:
    match said.claim:
        case Amount(fact) | Count(fact) if figures.is_stated_only(fact):
            return None if fact.row == _BODIES else (fact, None)
        case Change(fact, base, delta) if delta is not None:
            return fact, base
        case _:
            return None


def _compare(rule: Rule, key: Key, found: list[Said], figures: Figures) -> Iterator[Result]:
    usual = _usual(found)
    for said in found:
        if said is usual:
            continue
        if _agree(said, usual):
            yield passed(rule)
            continue
        if said.spot.number == usual.spot.number:
            yield open_(rule, f"{said.spot.where}的{said.text.strip()}和{usual.text.strip()}可能不是同一个数")
            continue
        if key[1] and _named(said) != _named(usual):
            yield open_(rule, f"{said.spot.where}的{said.text.strip()}和{usual.text.strip()}说法不同，可能不是同一个数")
            continue
        name = figures.name(key[0]) + ("的增减额" if key[1] else "")
        note = f"同一数“{name}”，{usual.spot.where}写{usual.text.strip()}，{said.spot.where}写{said.text.strip()}"
        yield broken(rule, said, note, "", usual.digits, f"same:{key[0]}:{key[1] or ''}")


def _named(said: Said) -> str:
    """The last figure that the paragraph names before a change, in its own words; empty when it names none."""
    names = _FIGURES.findall(re.sub(r"\s", "", said.spot.text[: said.start]))
    return names[-1] if names else ""


def _usual(found: Iterable[Said]) -> Said:
    """The place that says what most places say, the first of them."""
    places = list(found)
    votes = Counter(_value(said) for said in places)
    most = max(votes.values())
    return next(said for said in places if votes[_value(said)] == most)


def _agree(one: Said, other: Said) -> bool:
    first, second = _step(one), _step(other)
    gap = size(_value(one) - _value(other))
    return gap == 0 if first == second else gap <= max(first, second) // 2


def _value(said: Said) -> int:
    match said.claim:
        case Amount(_, value) | Count(_, value):
            return value
        case Change(_, _, delta):
            return delta or 0
        case _:
            return 0


def _step(said: Said) -> int:
    return step(said.number) if said.number and not isinstance(said.claim, Count) else 1
