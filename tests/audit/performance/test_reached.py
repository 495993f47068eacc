"""Whether a target was reached: only said where both sides are numbers of the same thing."""

import pytest

from mingzhang.audit.performance.reached import Standing, compared, is_numeric_target, is_wordy
from mingzhang.disclosure.evaluation import Entry, Indicator
from mingzhang.disclosure.position import Position

HERE = Position("例")


def indicator(target: str, actual: str, name: str = "办理件数", second: str = "数量指标", unit: str = "") -> Indicator:
    return Indicator("产出", second, name, "", HERE, Entry(target, HERE), Entry(actual, HERE), unit)


@pytest.mark.parametrize(
    ("target", "actual", "standing"),
    [
        (">5000件", "5726件", Standing.REACHED),
        ("≥95%", "94.9%", Standing.MISSED),
        (">90%", "95%以上", Standing.REACHED),
        ("≥98%", "95%以上", Standing.UNKNOWN),
        ("≤5%", "4.12%", Standing.REACHED),
        ("<5%", "6%", Standing.MISSED),
        ("100%", "100%", Standing.REACHED),
        ("100%", "98%", Standing.MISSED),
        ("12次", "10次", Standing.MISSED),
        ("3天", "5天", Standing.UNKNOWN),
        ("≥3万人次", "32600人次", Standing.REACHED),
    ],
)
def test_standing(target: str, actual: str, standing: Standing) -> None:
    found = compared(indicator(target, actual))
    assert found
    assert found.standing is standing


def test_less_may_be_better_and_a_bare_target_does_not_say() -> None:
    found = compared(indicator("5%", "2%", "案件投诉率", "社会效益指标"))
    assert found
    assert found.standing is Standing.UNKNOWN


def test_different_things_are_not_compared() -> None:
    assert compared(indicator("≥10次", "12人")) is None
    assert compared(indicator("≥95%", "95")) is None
    assert compared(indicator("7*24小时不间断，4小时内处理", "3小时")) is None


def test_a_bare_number_counts_in_the_unit_of_its_column() -> None:
    found = compared(indicator("≥95", "94%", unit="%"))
    assert found
    assert found.standing is Standing.MISSED


@pytest.mark.parametrize(
    ("target", "numeric"),
    [
        ("群众满意度>95%", True),
        ("90%", True),
        ("≥3次", True),
        ("3次", True),
        ("5A级", False),
        ("12月底前完成", False),
        ("符合规定", False),
        ("举办3次培训班", False),
        ("24小时", False),
        ("7*24小时不间断运行,出现故障在4小时内处理", False),
    ],
)
def test_which_targets_demand_a_number(target: str, numeric: bool) -> None:
    assert is_numeric_target(indicator(target, "")) is numeric


@pytest.mark.parametrize(
    ("actual", "wordy"),
    [("符合", True), ("较为满意", True), ("已完成", True), ("95%", False), ("未发生", False), ("无", False),
     ("—", False), ("百分之百完成", False), ("完成三次", False)],
)  # fmt: skip
def test_which_results_are_words_alone(actual: str, wordy: bool) -> None:
    assert is_wordy(Entry(actual, HERE)) is wordy


def test_nothing_is_concluded_from_a_doubtful_cell() -> None:
    assert not is_wordy(Entry("完成", HERE, doubtful=True))
    assert not is_wordy(Entry("完成", HERE, shared=True))
