"""Last year beside this year: growth of numbers, points of rates, and what is said of targets."""

from dataclasses import replace

import pytest

from mingzhang.disclosure.claim import Change
from mingzhang.disclosure.section import Mention
from mingzhang.narrative.context import Context
from mingzhang.narrative.performance.trend import trend
from tests.narrative.performance.sample import CONTENT, MADE, WHOLE, measure, performance_context

CONTEXT = performance_context()


def with_last(context: Context, identity: str, value: int) -> Context:
    """The sample with another value of last year."""
    address = measure(identity).at("上年")
    return replace(context, facts={**context.facts, address: replace(context.facts[address], value=value)})


def test_numbers_grow_by_a_rate_and_rates_by_points() -> None:
    told = trend(CONTEXT, WHOLE)
    assert told.text == (
        "与上年相比：社会保障卡制发工作上年9800张、本年14571张，增长48.68%；"
        "群众满意度上年95.10%、本年96.38%，提高1.28个百分点。"
        "目标设置和完成情况需要关注的指标：社会保障卡制发工作（目标值偏低）。"
    )
    changes = [run.claim for run in told.runs if isinstance(run, Mention) and isinstance(run.claim, Change)]
    assert [(change.fact, change.delta) for change in changes] == [(MADE.fact, 4771), (CONTENT.fact, 128)]


@pytest.mark.parametrize(
    ("identity", "last", "said"),
    [
        ("制卡量", 20000, "，下降27.15%"),
        ("制卡量", 14571, "，持平"),
        ("制卡量", 0, "本年14571张；"),
        ("满意度", 9700, "，降低0.62个百分点"),
        ("满意度", 9638, "，持平"),
    ],
)
def test_less_and_the_same_and_nothing_to_compare_with(identity: str, last: int, said: str) -> None:
    assert said in trend(with_last(CONTEXT, identity, last), WHOLE).text


def test_a_value_of_last_year_in_words_is_told_without_a_rate() -> None:
    facts = {a: fact for a, fact in CONTEXT.facts.items() if a != measure("满意度").at("上年")}
    vague = replace(WHOLE, achievements=(replace(CONTENT, prior="95%以上"),))
    assert trend(replace(CONTEXT, facts=facts), vague).text == "与上年相比：群众满意度上年95%以上、本年96.38%。"


def test_without_last_year_nothing_is_said() -> None:
    new = replace(WHOLE, achievements=tuple(replace(one, prior="", flags=()) for one in WHOLE.achievements))
    assert trend(CONTEXT, new).runs == ()
