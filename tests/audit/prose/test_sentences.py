"""Invented sentences of every regional family: what is wrong in them is found, and nothing else is said."""

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingzhang.audit.case import figures
from mingzhang.audit.check import check, run
from mingzhang.audit.context import Context
from mingzhang.audit.finding import Finding, Level
from mingzhang.audit.grid import Grid
from mingzhang.audit.kinship import trust_of
from mingzhang.audit.prose import CHECKS
from mingzhang.audit.trust import Trust
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact
from mingzhang.standards.codes import economic_codes, function_codes
from mingzhang.standards.rules import groups, rules
from mingzhang.workflows.reading import read_text

_YEAR = 2023
_DATA = tomllib.loads((Path(__file__).parent / "sentences.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Sentence:
    """A text under its headings, the rules it breaks and the number that must be pointed at."""

    family: str
    headings: tuple[str, ...]
    text: str
    faults: frozenset[str]
    printed: str

    def __str__(self) -> str:
        """How a failing test names it."""
        return f"{self.family}{self.headings[-1][:6]}{'错' if self.faults else '对'}:{self.text[:24]}"


SENTENCES = [
    Sentence(s["family"], tuple(s["headings"]), s["text"], frozenset(s.get("faults", ())), s.get("printed", ""))
    for s in _DATA["sentence"]
]


@cache
def printed() -> dict[Address, Fact]:
    """The statements that all sentences speak of."""
    return figures(_DATA["figures"])


@cache
def trust() -> Trust:
    """What the relations show of them: which figures are one and the same."""
    grid, context = Grid.of(printed(), groups()), Context(_YEAR, groups())
    return trust_of((r for rule in rules(_YEAR) if rule.relations for r in run(rule, grid, context)), ())


PROSE = [rule for rule in rules(_YEAR) if rule.check in CHECKS]


def findings(sentence: Sentence) -> list[Finding]:
    """What is said above info about a sentence as prose."""
    lines = [f"# 第三部分 {_YEAR}年度部门决算情况说明"]
    lines += [f"{'#' * depth} {heading}" for depth, heading in enumerate(sentence.headings, 2)]
    document = read_text("\n".join([*lines, sentence.text.replace("\n", "\n\n")]), facts=printed())
    known = Context(_YEAR, groups(), functions=function_codes(), economics=economic_codes(), trust=trust())
    context = replace(known, document=document)
    report = check({**document.facts, **printed()}, PROSE, context)
    return [finding for finding in report.findings if finding.level is not Level.INFO]


@pytest.mark.parametrize("sentence", SENTENCES, ids=str)
def test_a_sentence_is_judged_as_a_reader_would(sentence: Sentence) -> None:
    found = findings(sentence)
    assert {f.rule for f in found} == sentence.faults, [f.message for f in found]
    if sentence.printed:
        assert sentence.printed in {f.printed for f in found}
    for finding in found:
        assert len(finding.quote) >= min(12, len(sentence.text) - 2)
        assert finding.place.startswith("说明")


def test_there_are_enough_of_both_kinds() -> None:
    wrong = sum(bool(sentence.faults) for sentence in SENTENCES)
    assert wrong >= 40
    assert len(SENTENCES) - wrong >= 40


PIECES = [piece for sentence in SENTENCES for piece in re.split(r"(?<=[，。；])", sentence.text) if piece]


@given(st.sampled_from(SENTENCES), st.lists(st.sampled_from(PIECES), min_size=1, max_size=12), st.integers(0, 9))
@settings(max_examples=40, deadline=None)
def test_no_text_however_jumbled_breaks_a_check(frame: Sentence, pieces: list[str], digit: int) -> None:
    jumbled = "".join(pieces).replace("1", str(digit))
    for finding in findings(replace(frame, text=jumbled)):
        assert finding.message
        assert "".join(finding.quote.split()) in "".join(jumbled.split())
