"""What our tables print is what our reader of foreign documents finds in them; our audit has nothing against them."""

from dataclasses import replace
from fractions import Fraction

import pytest

from mingzhang.audit.check import check
from mingzhang.audit.context import Context as AuditContext
from mingzhang.audit.finding import Level
from mingzhang.audit.performance.gather import evaluations, unread
from mingzhang.audit.performance.quantity import number
from mingzhang.audit.performance.works import works
from mingzhang.audit.rule import Kind
from mingzhang.disclosure.appraisal import Appraisal, Performance
from mingzhang.disclosure.evaluation import Entry, Evaluation, Indicator, Scope
from mingzhang.standards.rules import all_rules, groups
from tests.narrative.performance.reading import document
from tests.narrative.performance.sample import PERFORMANCE, PROJECT, WHOLE, performance_context

COLUMNS = [("分值", "得分"), ("扣分",), ("得分",), ("分值", "得分", "扣分")]
WORDINGS = [("hubei-2021", 2021), ("central", 2023), ("shanghai-2024", 2024)]


def with_columns(columns: tuple[str, ...]) -> Performance:
    """The sample, every table with these columns of points."""
    return replace(PERFORMANCE, whole=replace(WHOLE, columns=columns), projects=(replace(PROJECT, columns=columns),))


def entry(found: Entry | None) -> str:
    return found.text if found else ""


def points(found: Entry | None) -> Fraction:
    quantity = number(entry(found))
    assert quantity
    return quantity.value


@pytest.mark.parametrize("columns", COLUMNS)
@pytest.mark.parametrize("wording", WORDINGS)
def test_the_reader_finds_what_was_evaluated(columns: tuple[str, ...], wording: tuple[str, int]) -> None:
    performance = with_columns(columns)
    paper = document(performance, performance_context(performance, *wording))
    whole, project = evaluations(paper)
    assert unread(paper) == ()
    assert (whole.scope, project.scope) == (Scope.WHOLE, Scope.PROJECT)
    assert project.name == PROJECT.name
    for appraisal, found in zip(performance.appraisals, (whole, project), strict=True):
        assert_same(appraisal, found, columns)


def assert_same(appraisal: Appraisal, found: Evaluation, columns: tuple[str, ...]) -> None:
    """Levels, names, targets, values, points, money, total and grade are those of the appraisal."""
    listed = sorted(appraisal.achievements, key=lambda one: one.indicator)
    read = {indicator.name: indicator for indicator in found.indicators}
    assert len(read) == len(found.indicators) == len(listed)
    for one in listed:
        indicator = read[one.name]
        assert (indicator.first, indicator.second) == (one.first, one.second)
        assert (entry(indicator.target), entry(indicator.actual)) == (one.target, one.actual)
        assert one.reason.rstrip("。") in entry(indicator.reason)
        assert one.remedy.rstrip("。") in entry(indicator.reason)
        assert_points(indicator, (one.weight, one.score, one.deduction), columns)
    assert (points(found.full), points(found.total)) == (appraisal.full, appraisal.total)
    assert entry(found.grade) == appraisal.grade
    assert_money(appraisal, found)


def assert_points(indicator: Indicator, values: tuple[Fraction | None, ...], columns: tuple[str, ...]) -> None:
    printed = (indicator.weight, indicator.score, indicator.deduction)
    for column, found, value in zip(("分值", "得分", "扣分"), printed, values, strict=True):
        assert (found is not None) == (column in columns)
        if found:
            assert points(found) == value


def assert_money(appraisal: Appraisal, found: Evaluation) -> None:
    assert [funding.label for funding in found.fundings] == [money.label for money in appraisal.monies]
    for money, funding in zip(appraisal.monies, found.fundings, strict=True):
        assert points(funding.budget)
        assert points(funding.executed)
        assert money.rate is not None
        assert abs(points(funding.rate) / 100 - money.rate) < Fraction(1, 10000)
        assert entry(funding.score) in ("", "10")


@pytest.mark.parametrize("columns", COLUMNS)
@pytest.mark.parametrize("wording", WORDINGS)
def test_our_own_audit_has_nothing_against_it(columns: tuple[str, ...], wording: tuple[str, int]) -> None:
    performance = with_columns(columns)
    paper = document(performance, performance_context(performance, *wording))
    rules = [rule for rule in all_rules() if rule.kind is Kind.PERFORMANCE]
    report = check(paper.facts, rules, AuditContext(wording[1], groups(), document=paper))
    wrong = [finding.message for finding in report.findings if finding.level is not Level.INFO]
    assert wrong == []
    assert report.coverage.passed > 10


def test_the_audit_sees_the_missed_target_when_someone_claims_success() -> None:
    texts = {**PERFORMANCE.texts, "工作开展": "本单位圆满完成了年初设定的各项绩效目标。"}
    paper = document(replace(PERFORMANCE, texts=texts))
    rules = [rule for rule in all_rules() if rule.id == "PF.target_met"]
    assert check(paper.facts, rules, AuditContext(2021, groups(), document=paper)).findings


def test_key_work_is_read_back() -> None:
    found = works(document())
    titles = [work.title for work in PERFORMANCE.works]
    assert [work.name for work in found] == titles * 2
    assert found[0].target == PERFORMANCE.works[0].goal
    assert "14571张" in found[0].done.text
