"""What a framework says of rates, shares and grades."""

from fractions import Fraction

import pytest

from mingzhang.performance.framework import Band, Execution, Grade
from mingzhang.performance.grade import grade
from mingzhang.standards.frameworks import framework
from mingzhang.terms.target import Attainment

PLAIN = Execution("预算执行率", Fraction(10))
STEPPED = Execution("预算执行率", Fraction(10), full_from=Fraction(95, 100), nothing_below=Fraction(60, 100))


@pytest.mark.parametrize(
    ("execution", "rate", "share"),
    [
        (PLAIN, "0.986", "0.986"),
        (PLAIN, "1.2", "1"),
        (PLAIN, "0", "0"),
        (PLAIN, "-0.1", "0"),
        (STEPPED, "0.95", "1"),
        (STEPPED, "0.9499", "0.9499"),
        (STEPPED, "0.6", "0.6"),
        (STEPPED, "0.5999", "0"),
    ],
)
def test_execution(execution: Execution, rate: str, share: str) -> None:
    assert execution.share(Fraction(rate)) == Fraction(share)


@pytest.mark.parametrize(
    ("total", "word"),
    [("100", "优"), ("90", "优"), ("89.99", "良"), ("80", "良"), ("60", "中"), ("59.99", "差"), ("0", "差")],
)
def test_grades_by_threshold(total: str, word: str) -> None:
    assert grade(Fraction(total), Fraction(100), framework("project", 2021).grades) == word


def test_a_grade_is_of_the_full_mark() -> None:
    steps = (Grade("好", Fraction(90)), Grade("不好", Fraction(0)))
    assert [grade(Fraction(score), Fraction(120), steps) for score in (107, 108)] == ["不好", "好"]


@pytest.mark.parametrize(
    ("band", "share", "is_in"),
    [
        (("1", "0.8"), "1", True),
        (("1", "0.8"), "0.8", True),
        (("0.8", "0.6"), "0.8", False),
        (("0.8", "0.6"), "0.7999", True),
        (("0.6", "0"), "0.6", False),
        (("0.6", "0"), "0", True),
    ],
)
def test_bands(band: tuple[str, str], share: str, is_in: bool) -> None:
    assert Band(Attainment.PARTLY, *map(Fraction, band)).takes(Fraction(share)) is is_in


def test_headings_with_and_without_their_last_word_are_the_same() -> None:
    found = framework("project", 2021).level("产出")
    assert found is not None
    assert (found.name, found.has("数量"), found.has("社会效益")) == ("产出指标", True, False)
    assert framework("project", 2021).level("效果") is None
