"""What a self-evaluation still owes: reasons, remedies, passages, goals, values; each with where it belongs."""

from dataclasses import replace

from mingzhang.narrative.owed import Owed
from tests.narrative.performance.reading import own_text, tell, written
from tests.narrative.performance.sample import MADE, NEAR, PERFORMANCE, PROJECT, WHOLE
from tests.narrative.performance.variants import NOTHING_WRITTEN, unexplained


def test_nothing_is_owed_for_the_sample() -> None:
    assert tell().owed == ()


def of_indicators(*unsaid: object) -> list[Owed]:
    """What is owed when these indicators say neither why nor what then."""
    ones = tuple(unexplained(one) if one in unsaid else one for one in WHOLE.achievements)
    performance = replace(PERFORMANCE, whole=replace(WHOLE, achievements=ones), projects=(), works=())
    return list(tell(performance).owed)


def test_a_missed_target_owes_its_reason_and_its_remedy() -> None:
    why, then = of_indicators(NEAR)
    assert why.question == "“零跑动比例”（零跑动）目标≥90%，完成84.80%，没有达到目标，原因是什么？"
    assert (why.file, why.table, why.line) == ("performance.toml", "[indicator]", 'reason = ""')
    assert (then.question[-6:], then.line) == ("，怎样改进？", 'remedy = ""')
    assert why.address == NEAR.fact


def test_a_target_far_surpassed_owes_its_reason_alone() -> None:
    (why,) = of_indicators(MADE)
    assert why.question == "“社会保障卡制发工作”（制卡量）目标>10000张，完成14571张，远超目标，原因是什么？"


def test_an_indicator_in_two_tables_owes_its_reason_once() -> None:
    ones = tuple(unexplained(one) for one in PROJECT.achievements)
    both = replace(
        PERFORMANCE,
        whole=replace(WHOLE, achievements=tuple(map(unexplained, WHOLE.achievements))),
        projects=(replace(PROJECT, achievements=ones),),
        works=(),
    )
    owed = [one.question for one in tell(both).owed]
    assert len(owed) == len(set(owed)) == 3


def test_missing_passages_are_asked_for_with_a_line_to_copy() -> None:
    owed = {one.line: one for one in tell(NOTHING_WRITTEN).owed}
    assert list(owed) == [
        '"工作开展" = ""',
        '"结果应用" = ""',
        '"评价目的" = ""',
        '"评价过程" = ""',
        '"存在的问题" = ["", ""]',
        '"有关建议" = ["", ""]',
    ]
    assert {(one.file, one.table) for one in owed.values()} == {("performance.toml", "texts")}


def test_a_missing_goal_is_asked_for() -> None:
    (owed,) = tell(replace(PERFORMANCE, projects=(replace(PROJECT, expected=""),))).owed
    assert owed.question == f"“{PROJECT.name}”的年度预期目标没有写"
    assert (owed.table, owed.line) == ("[project]", 'expected = ""')


def test_words_about_a_value_nobody_measured_are_left_out_and_the_value_is_owed() -> None:
    work = replace(PERFORMANCE.works[0], done="制卡{制卡量}，寄送{寄送量}。", story="")
    told = tell(replace(PERFORMANCE, works=(work,)))
    (owed,) = told.owed
    assert "“寄送量”的完成值" in owed.question
    assert (owed.file, owed.table, owed.line) == ("performance.toml", "[measure]", 'id = "寄送量"')
    assert "寄送" not in own_text(told)
    assert "{" not in own_text(told)


def test_what_the_evaluation_owes_is_owed_by_the_whole_text() -> None:
    told, whole = tell(NOTHING_WRITTEN), written(NOTHING_WRITTEN)
    assert set(told.owed) <= set(whole.owed)
    assert len(set(whole.owed)) == len(whole.owed)
