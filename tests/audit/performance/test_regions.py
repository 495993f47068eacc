"""Self-evaluations as regions print them: nothing is held against a clean one, every planted fault is found.

Each text stands in `data/*.toml` with the faults that are planted in it one at a time, `rule: before => after`.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from mingzhang.audit.case import figures
from mingzhang.audit.check import check
from mingzhang.audit.context import Context
from mingzhang.audit.finding import Finding, Level
from mingzhang.audit.rule import Kind
from mingzhang.standards.rules import all_rules, groups
from tests.audit.performance.hand import document

RULES = [rule for rule in all_rules() if rule.kind is Kind.PERFORMANCE]
FIGURES = figures({"T3[total].本年支出合计": "193.13", "T3[total].项目支出": "65.00"})


@dataclass(frozen=True)
class Planted:
    """One text, and with `rule` one fault in it."""

    place: str
    text: str
    rule: str = ""
    changed: str = ""

    def __str__(self) -> str:
        return f"{self.place} {self.rule} {self.changed}".strip()


def texts() -> Iterator[Planted]:
    for file in sorted((Path(__file__).parent / "data").glob("*.toml")):
        for entry in tomllib.loads(file.read_text("utf-8"))["document"]:
            yield Planted(entry["place"], entry["text"])


def faults() -> Iterator[Planted]:
    for file in sorted((Path(__file__).parent / "data").glob("*.toml")):
        for entry in tomllib.loads(file.read_text("utf-8"))["document"]:
            for fault in entry.get("faults", ()):
                rule, _, change = fault.partition(": ")
                before, _, after = change.partition(" => ")
                assert entry["text"].count(before) == 1, (entry["place"], before)
                yield Planted(entry["place"], entry["text"].replace(before, after), rule, after)


def loud(text: str) -> list[Finding]:
    """The findings above info."""
    found = check(FIGURES, RULES, Context(2021, groups(), document=document(text))).findings
    return [finding for finding in found if finding.level is not Level.INFO]


@pytest.mark.parametrize("clean", tuple(texts()), ids=str)
def test_nothing_is_held_against_a_clean_text(clean: Planted) -> None:
    assert [(f.rule, f.message) for f in loud(clean.text)] == []


@pytest.mark.parametrize("planted", tuple(faults()), ids=str)
def test_a_planted_fault_is_found(planted: Planted) -> None:
    assert planted.rule in {finding.rule for finding in loud(planted.text)}
