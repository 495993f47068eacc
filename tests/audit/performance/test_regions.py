"""Self-evaluations as regions print them: nothing is held against a clean one, every planted fault is found."""

from dataclasses import replace

import pytest

from mingzhang.audit.case import figures
from mingzhang.audit.check import check
from mingzhang.audit.context import Context
from mingzhang.audit.finding import Finding, Level
from mingzhang.audit.rule import Kind
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.section import Section, TablePlace
from mingzhang.standards.rules import all_rules, groups
from mingzhang.workflows.reading import read_text
from tests.audit.performance.corpus import Planted, faults, texts
from tests.audit.performance.hand import document, tabs

RULES = [rule for rule in all_rules() if rule.kind is Kind.PERFORMANCE]
FIGURES = figures({"T3[total].本年支出合计": "193.13", "T3[total].项目支出": "65.00"})
CLEAN, FAULTY = tuple(texts()), tuple(faults())


def loud(read: Disclosure) -> list[Finding]:
    """The findings above info."""
    found = check(FIGURES, RULES, Context(2021, groups(), document=read)).findings
    return [finding for finding in found if finding.level is not Level.INFO]


@pytest.mark.parametrize("clean", CLEAN, ids=str)
def test_nothing_is_held_against_a_clean_text(clean: Planted) -> None:
    assert [(f.rule, f.message) for f in loud(document(clean.text))] == []


@pytest.mark.parametrize("planted", FAULTY, ids=str)
def test_a_planted_fault_is_found(planted: Planted) -> None:
    assert planted.rule in {finding.rule for finding in loud(document(planted.text))}


def doubted(section: Section) -> Section:
    """The section with every cell of its tables hard to make out, and without its paragraphs."""
    tables = [block.table for block in section.blocks if isinstance(block, TablePlace)]
    doubtful = [
        replace(table, rows=tuple(tuple(replace(cell, doubtful=True) for cell in row) for row in table.rows))
        for table in tables
    ]
    return replace(section, blocks=tuple(TablePlace(table) for table in doubtful))


def test_nothing_is_concluded_from_cells_that_are_hard_to_make_out() -> None:
    for planted in FAULTY:
        read = document(planted.text)
        part = replace(read.parts[0], sections=tuple(doubted(section) for section in read.parts[0].sections))
        assert loud(replace(read, parts=(part,))) == [], planted


def test_a_planted_fault_brings_hardly_any_finding_but_its_own() -> None:
    found = [(planted, finding) for planted in FAULTY for finding in loud(document(planted.text))]
    own = [finding for planted, finding in found if finding.rule == planted.rule]
    assert len(FAULTY) >= 150
    assert len(own) / len(found) >= 0.97


@pytest.mark.slow
def test_the_same_through_the_readers_of_text() -> None:
    def through(text: str) -> list[Finding]:
        read = read_text(f"# 2021年度甲单位部门决算\n{tabs(text)}", facts=FIGURES)
        return loud(replace(read, facts=FIGURES))

    assert [(t.place, f.message) for t in CLEAN for f in through(t.text)] == []
    assert [str(p) for p in FAULTY if p.rule not in {f.rule for f in through(p.text)}] == []
