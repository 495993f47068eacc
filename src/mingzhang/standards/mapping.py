"""Mapping 科目与报表对应关系: the questions that the cells of the statements put to the books."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from mingzhang.standards.data_file import toml
from mingzhang.standards.switches import Settings
from mingzhang.statements.form import Question
from mingzhang.terms.classification import FundSource, Nature
from mingzhang.terms.selection import Measure, Selection, Side

_CONDITIONS = ("accounts", "functions", "economics", "contra", "funds", "natures")


def questions(names: Iterable[str], settings: Settings) -> tuple[Question, ...]:
    """The named questions under these switches; one whose switch is off is not asked."""
    entries = (_entries()[name] for name in names)
    return tuple(_question(entry, settings) for entry in entries if settings.get(entry.get("needs", ""), True))


def narrowing(entry: dict[str, Any]) -> Selection:
    """The conditions on codes, funds and natures that an entry sets."""
    return Selection(
        accounts=tuple(entry.get("accounts", ())),
        functions=tuple(entry.get("functions", ())),
        economics=tuple(entry.get("economics", ())),
        contra=tuple(entry.get("contra", ())),
        funds=tuple(FundSource(name) for name in entry.get("funds", ())),
        natures=tuple(Nature(name) for name in entry.get("natures", ())),
    )


@cache
def _entries() -> dict[str, dict[str, Any]]:
    return {entry["id"]: entry for entry in toml("forms/mapping.toml")["question"]}


def _question(entry: dict[str, Any], settings: Settings) -> Question:
    whens = [when for when in entry.get("when", ()) if settings[when["switch"]] == when["is"]]
    full = {key: [value for part in (entry, *whens) for value in part.get(key, ())] for key in _CONDITIONS}
    narrow = narrowing(full)
    selection = Selection(
        side=Side(entry.get("side", Side.DEBIT.value)),
        measure=Measure(entry.get("measure", Measure.NET.value)),
        closing_entries=entry.get("closing_entries", False),
        outside=entry.get("outside", False),
    )
    return Question(selection.within(narrow), entry.get("losses_only", False))
