"""The check table answers by the rules behind each line."""

from mingzhang.publishing.examined.checklist import Answer, lines
from tests.publishing.examined.examples import EXAMINATION, OBLIGATIONS


def test_a_line_is_met_broken_open_or_beside_the_point() -> None:
    answers = [line.answer for line in lines(EXAMINATION, OBLIGATIONS)]
    assert answers == [Answer.YES, Answer.NO, Answer.OPEN, Answer.NONE]


def test_a_broken_line_says_what_is_wrong_and_on_which_page() -> None:
    line = lines(EXAMINATION, OBLIGATIONS)[1]
    assert "印为“71.73%”，应为“71.65%”" in line.problem
    assert line.pages == "第1页、第2页"


def test_an_open_line_says_why() -> None:
    assert lines(EXAMINATION, OBLIGATIONS)[2].problem == "没有三公一节"
