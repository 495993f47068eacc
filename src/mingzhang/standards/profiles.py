"""Profiles 地区格式: which statements a region publishes in a year, in which order, under which titles and words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from mingzhang.standards.data_file import names, toml
from mingzhang.standards.switches import Setting
from mingzhang.terms.period import ALWAYS, Span
from mingzhang.terms.unit import MONEY_UNITS, Unit


@dataclass(frozen=True)
class Profile:
    """地区格式 of one year. `statements` are in printed order; a statement's number is its place in it.

    `variants`, `titles`, `notes` and `empty_notes` go by statement; `zeros` by statement, or by `T7.预算数` for one
    row. `words` fill the blanks of the forms. `wording` names the set of sentences the narrative uses.
    """

    id: str
    label: str
    year: int
    statements: tuple[str, ...]
    unit: Unit
    classes: str
    wording: str
    caption: str
    lines: tuple[tuple[str, str], ...]
    numbered: bool
    total_first: bool
    variants: Mapping[str, str]
    titles: Mapping[str, str]
    notes: Mapping[str, str]
    empty_notes: Mapping[str, str]
    zeros: Mapping[str, str]
    words: Mapping[str, str]
    reference: str
    trust: str
    switches: Mapping[str, Setting] = field(default_factory=dict)
    seen: Span = ALWAYS
    """The years for which documents of the region were seen; for others the format is inferred."""


class UnknownProfile(ValueError):
    """A region or a year for which no format is known."""


def profile_ids() -> tuple[str, ...]:
    """The regions known."""
    return names("profiles", ".toml")


def load(identity: str, year: int) -> Profile:
    """The format of a region in a fiscal year."""
    if identity not in profile_ids():
        raise UnknownProfile(f"没有地区格式“{identity}”；可用的有：{'、'.join(profile_ids())}")
    table = toml(f"profiles/{identity}.toml")
    for edition in table["edition"]:
        if year in Span(edition.get("first"), edition.get("last")):
            return _profile(table, edition, year)
    raise UnknownProfile(f"地区格式“{identity}”没有{year}年度的表式")


def _profile(table: dict[str, Any], edition: dict[str, Any], year: int) -> Profile:
    def merged(key: str) -> dict[str, Any]:
        return {**table.get(key, {}), **edition.get(key, {})}

    return Profile(
        id=table["id"],
        label=table["label"],
        year=year,
        statements=tuple(edition["statements"]),
        unit=MONEY_UNITS[table["unit"]],
        classes=table["classes"],
        wording=table["wording"],
        caption=table["caption"],
        lines=tuple((left, right) for left, right in table["lines"]),
        numbered=table["numbered"],
        total_first=table["total_first"],
        variants=merged("variants"),
        titles=merged("titles"),
        notes=merged("notes"),
        empty_notes=merged("empty_notes"),
        zeros=merged("zeros"),
        words=merged("words"),
        reference=edition["reference"],
        trust=edition["trust"],
        switches=merged("switches"),
        seen=Span(*table["seen"]),
    )
