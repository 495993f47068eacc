"""All targets are said to be reached only when they were; a missed one is named with target, value, reason, remedy."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingzhang.audit.performance.claims import claims
from mingzhang.disclosure.appraisal import Performance, State
from tests.depth import examples
from tests.narrative.performance.reading import document, own_text, tables, tell
from tests.narrative.performance.sample import NEAR, PERFORMANCE, WHOLE
from tests.narrative.performance.variants import ALL_MET, ONLY_IN_WORK, WITHOUT_WHOLE, with_states

ALL = "各项绩效指标均达到目标值"


def test_a_missed_target_is_named_with_everything() -> None:
    text = own_text(tell())
    assert (
        "没有达到目标值的指标：“零跑动比例”目标≥90%，完成84.80%，"
        "原因是26个办理项要核验原件，改进措施是与市级部门对接电子证照。其余指标均达到目标值。"
    ) in text
    assert "完成值远超目标值的指标：“社会保障卡制发工作”目标>10000张，完成14571张，原因是集中换发" in text
    assert ALL not in text


def test_all_is_said_when_all_were_met() -> None:
    text = own_text(tell(ALL_MET))
    assert ALL in text
    assert "没有达到目标值" not in text


def test_a_target_missed_in_key_work_alone_counts() -> None:
    text = own_text(tell(ONLY_IN_WORK))
    assert ALL not in text
    assert "没有达到目标值的指标：“零跑动比例”目标≥90%，完成84.80%" in text
    assert "下表所列指标均达到目标值" in text


def test_a_value_that_nobody_measured_is_said_to_be_missing() -> None:
    silent = replace(NEAR, state=State.UNMEASURED, actual="", fact=None)
    ones = tuple(silent if one is NEAR else one for one in WHOLE.achievements)
    text = own_text(tell(replace(PERFORMANCE, whole=replace(WHOLE, achievements=ones), works=())))
    assert "“零跑动比例”目标≥90%，没有完成值" in text
    assert ALL not in text


def test_key_work_that_hides_a_missed_target_is_completed() -> None:
    table = tables(tell())[-1]
    assert table.rows[3][3].text == "引导群众在网上申办。没有达到目标值的：零跑动比例目标≥90%，完成84.80%。"


def test_key_work_that_owns_up_is_left_alone() -> None:
    honest = replace(PERFORMANCE.works[2], done="零跑动{零跑动}，没有达到目标")
    table = tables(tell(replace(PERFORMANCE, works=(honest,))))[-1]
    assert table.rows[1][3].text == "零跑动84.80%，没有达到目标。"


@settings(max_examples=examples(12))
@given(st.tuples(*[st.sampled_from(State) for _ in WHOLE.achievements]), st.booleans())
def test_success_is_claimed_only_when_there_is_success(states: tuple[State, ...], with_whole: bool) -> None:
    performance = with_states(states) if with_whole else replace(with_states(states), whole=None)
    assert (ALL in own_text(tell(performance))) == performance.all_met


@settings(max_examples=examples(12))
@given(st.tuples(*[st.sampled_from(State) for _ in WHOLE.achievements]))
def test_every_missed_target_is_named_in_the_conclusion_and_owed_its_reason(states: tuple[State, ...]) -> None:
    performance = with_states(states)
    told = tell(performance)
    (conclusion,) = (s for part in told.parts["annex"].sections for s in part.sections if "结论" in s.heading)
    said = "".join(block.text for block in conclusion.blocks)  # type: ignore[union-attr]
    for one in performance.missed:
        assert f"“{one.name}”目标{one.target}" in said
        assert sum(f"（{one.indicator}）" in owed.question for owed in told.owed) == 2


@pytest.mark.parametrize("performance", [PERFORMANCE, ONLY_IN_WORK, WITHOUT_WHOLE])
def test_the_audit_hears_no_claim_of_general_success(performance: Performance) -> None:
    heard = [claim.text for claim in claims(document(performance)) if claim.is_general]
    assert heard == [] or performance.all_met
