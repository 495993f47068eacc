"""What is owed: a missing reason, purpose, figure or duty is asked for, and its clause left out."""

from dataclasses import replace
from fractions import Fraction

from mingzhang.disclosure.address import PRIOR
from mingzhang.narrative.context import Context
from mingzhang.narrative.texts import NO_TEXTS, Texts, clause, full_sentence
from mingzhang.narrative.write import Narrative, write
from mingzhang.terms.entity import EntityKind
from tests.narrative.department import department_context
from tests.narrative.reading import text_of
from tests.narrative.sample import TEXTS, changed, sample_context


def line_for(written: Narrative, line: str) -> str:
    return next(f"{owed.file} {owed.table} {owed.question}" for owed in written.owed if owed.line == line)


def without(context: Context, statement: str, phase: str = "") -> Context:
    kept = {a: f for a, f in context.facts.items() if (a.statement, a.phase) != (statement, phase)}
    return replace(context, facts=kept)


def test_a_missing_reason_is_asked_for_with_a_line_to_copy() -> None:
    written = write(replace(sample_context(), texts=replace(TEXTS, reasons={})))
    assert line_for(written, '"T1[收入总计].金额@上年" = ""') == (
        "texts.toml reasons 收、支总计比上年减少13.94万元，主要原因是什么？"
    )
    assert "主要原因" not in text_of(written.parts)
    assert "收、支总计各减少13.94万元，下降6.73%。" in text_of(written.parts)


def test_a_reason_is_not_asked_for_below_the_threshold() -> None:
    context = replace(sample_context(), texts=replace(TEXTS, reasons={}))
    lenient = replace(context.wording, style=replace(context.wording.style, threshold=Fraction(10)))
    assert not [owed for owed in write(replace(context, wording=lenient)).owed if owed.table == "reasons"]


def test_an_empty_reason_is_a_missing_one() -> None:
    written = write(replace(sample_context(), texts=replace(TEXTS, reasons={"T1[收入总计].金额@上年": " \n"})))
    assert line_for(written, '"T1[收入总计].金额@上年" = ""')


def test_without_last_year_there_is_no_comparison() -> None:
    written = write(without(sample_context(), "T1", PRIOR))
    assert line_for(written, "T1,收入总计,金额,").startswith("prior.csv")
    assert "2021年度收、支总计193.13万元。\n" in text_of(written.parts)


def test_without_a_budget_there_is_no_completion() -> None:
    written = write(without(sample_context(), "T5", "年初预算"))
    assert line_for(written, "T5,total,小计,年初预算,").startswith("budget.csv")
    assert "2021年度一般公共预算财政拨款支出决算为193.13万元。" in text_of(written.parts)


def test_counts_nobody_gave_are_asked_for_and_not_invented() -> None:
    written = write(without(sample_context(), "S"))
    assert line_for(written, '"因公出国团组数" = ').startswith('unit.toml supplement."三公"')
    text = text_of(written.parts)
    for silent in ("团组", "保有量", "共有车辆", "在职实有人员", "政府采购"):
        assert silent not in text


def test_running_cost_of_an_office_is_owed_when_unknown_and_none_when_zero() -> None:
    context = sample_context()
    office = replace(context, entity=replace(context.entity, kind=EntityKind.ADMINISTRATIVE))
    assert line_for(write(office), '"决算数" = ')
    zero = changed(office, {"S[机关运行经费].决算数": 0})
    assert "无机关运行经费支出" in text_of(write(zero).parts)


def test_duties_and_purposes_are_owed() -> None:
    written = write(replace(sample_context(), texts=NO_TEXTS))
    assert line_for(written, 'duties = ["", ""]').startswith("unit.toml overview")
    assert line_for(written, '"项目支出" = ""').startswith("texts.toml purposes")
    assert "信息中心是武汉市黄陂区人力资源和社会保障局下属单位。" in text_of(written.parts)


def test_nothing_is_owed_twice() -> None:
    owed = write(department_context("shanghai-2024", 2024)).owed
    assert len(owed) == len(set(owed))


def test_texts_fit_into_sentences_however_they_were_written() -> None:
    assert clause("主要原因是：人员增加。\n", "主要原因") == "人员增加"
    assert clause("主要用于办公\n  用房维修；", "主要用于") == "办公用房维修"
    assert full_sentence("某中心是某局下属单位") == "某中心是某局下属单位。"
    assert Texts(reasons={"x": "主要原因为物价上涨，"}).reason("x") == "物价上涨"
