"""Frameworks 指标体系 of performance evaluation from their dated TOML files into values, checked."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Any

from mingzhang.disclosure.evaluation import Scope
from mingzhang.performance.framework import Band, Execution, Framework, Frameworks, Grade, Level
from mingzhang.standards.data_file import VERIFIED, names, toml
from mingzhang.terms.period import Span
from mingzhang.terms.target import Attainment

_FOLDER = "performance"
_KEYS = frozenset(
    ("id", "label", "scope", "first", "last", "reference", "trust", VERIFIED, "levels", "execution", "grades", "bands")
) | {"overshoot", "columns"}
_OPTIONAL = frozenset(("first", "last", "execution"))
_COLUMNS = ("分值", "得分", "扣分")

Table = dict[str, Any]
"""A table of TOML."""


class BadFramework(ValueError):
    """Data of frameworks that cannot be scored with; the message lists everything that is wrong."""


class UnknownFramework(ValueError):
    """A framework that does not exist, or not in that year."""


def frameworks(year: int) -> Frameworks:
    """The frameworks that hold in a fiscal year, by id."""
    return {framework.id: framework for framework in _all() if year in framework.span}


def framework(identity: str, year: int) -> Framework:
    """One framework as it stands in a fiscal year."""
    found = frameworks(year).get(identity)
    if found:
        return found
    spans = [one.span for one in _all() if one.id == identity]
    if not spans:
        known = "、".join(dict.fromkeys(one.id for one in _all()))
        raise UnknownFramework(f"没有指标体系“{identity}”；可用的有：{known}")
    years = "、".join(f"{span.first or ''}—{span.last or ''}" for span in spans)
    raise UnknownFramework(f"指标体系“{identity}”不适用于{year}年度；适用年度：{years}")


def frameworks_of(table: Table) -> tuple[Framework, ...]:
    """The frameworks that a TOML table writes down; bad data is refused as a whole, with everything that is wrong."""
    entries = [{**table.get("common", {}), **entry} for entry in table["framework"]]
    wrong = [problem for entry in entries for problem in _unread(entry)]
    if not wrong:
        made = tuple(map(_framework, entries))
        wrong = [problem for one in made for problem in one.problems()]
        wrong += _overlaps(made)
    if wrong:
        raise BadFramework(f"指标体系数据有 {len(wrong)} 处错误：" + "；".join(wrong))
    return made


@cache
def _all() -> tuple[Framework, ...]:
    files = (toml(f"{_FOLDER}/{name}.toml") for name in names(_FOLDER, ".toml"))
    return frameworks_of(
        {"framework": [{**file.get("common", {}), **one} for file in files for one in file["framework"]]}
    )


def _unread(entry: Table) -> Iterator[str]:
    """Keys that are missing or not known, and values of the wrong kind."""
    who = f"指标体系“{entry.get('id', '没有编号')}”："
    missing, unknown = sorted(_KEYS - _OPTIONAL - entry.keys()), sorted(entry.keys() - _KEYS)
    if missing:
        yield f"{who}缺少 {'、'.join(missing)}"
    if unknown:
        yield f"{who}不认识 {'、'.join(unknown)}"
    if not isinstance(entry.get(VERIFIED, date.min), date):
        yield f"{who}{VERIFIED} 应是日期"
    if entry.get("scope") not in {scope.value for scope in Scope}:
        yield f"{who}scope 应是 {'、'.join(scope.value for scope in Scope)} 之一"
    if stray := [word for word in entry.get("columns", ()) if word not in _COLUMNS]:
        yield f"{who}columns 只能有 {'、'.join(_COLUMNS)}，不能有 {'、'.join(map(str, stray))}"
    yield from (f"{who}{problem}" for problem in _misread(entry))


def _misread(entry: Table) -> Iterator[str]:
    shares = [entry.get("overshoot", "100%"), *(end for band in entry.get("bands", {}).values() for end in band)]
    yield from (f"“{share}”不是百分比，写成 130% 这样" for share in shares if not _is_share(share))
    numbers = [*entry.get("grades", {}).values(), *(level.get("weight", 0) for level in entry.get("levels", ()))]
    numbers.append(entry.get("execution", {}).get("weight", 0))
    yield from (f"“{number}”不是整数的分值或最低分" for number in numbers if not isinstance(number, int))
    kinds = {kind.value for kind in Attainment}
    yield from (f"不认识达成程度“{word}”" for word in entry.get("bands", {}) if word not in kinds)


def _is_share(text: object) -> bool:
    return isinstance(text, str) and text.endswith("%") and text[:-1].replace(".", "", 1).isdigit()


def _share(text: str) -> Fraction:
    return Fraction(text[:-1]) / 100


def _framework(entry: Table) -> Framework:
    return Framework(
        id=entry["id"],
        label=entry["label"],
        scope=Scope(entry["scope"]),
        levels=tuple(_level(level) for level in entry["levels"]),
        execution=_execution(entry["execution"]) if "execution" in entry else None,
        grades=tuple(Grade(word, Fraction(lowest)) for word, lowest in entry["grades"].items()),
        bands=tuple(Band(Attainment(k), _share(high), _share(low)) for k, (high, low) in entry["bands"].items()),
        overshoot=_share(entry["overshoot"]),
        columns=tuple(entry["columns"]),
        reference=entry["reference"],
        trust=entry["trust"],
        verified_on=entry[VERIFIED],
        span=Span(entry.get("first"), entry.get("last")),
    )


def _level(table: Table) -> Level:
    weight = table.get("weight")
    return Level(table["name"], None if weight is None else Fraction(weight), tuple(table["seconds"]))


def _execution(table: Table) -> Execution:
    return Execution(
        table["label"],
        Fraction(table["weight"]),
        _share(table.get("full_from", "100%")),
        _share(table.get("nothing_below", "0%")),
    )


def _overlaps(made: tuple[Framework, ...]) -> list[str]:
    """Two entries of one id must not hold in the same year."""
    return [
        f"指标体系“{one.id}”有两条在同一年度适用"
        for index, one in enumerate(made)
        for other in made[index + 1 :]
        if one.id == other.id and _meet(one.span, other.span)
    ]


def _meet(one: Span, other: Span) -> bool:
    first = max(one.first or 0, other.first or 0)
    return first in one and first in other
