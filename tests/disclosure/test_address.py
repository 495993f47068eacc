"""An address is the one name of a figure and reads back as written."""

import pytest

from mingzhang.disclosure.address import Address, NotAnAddress
from mingzhang.disclosure.position import Position


@pytest.mark.parametrize(
    "text",
    ["T5[2080108].项目支出", "T1[收入总计].金额@上年", "T7[决算数].因公出国（境）费@年初预算", "S[人员].编制"],
)
def test_a_written_address_reads_back(text: str) -> None:
    assert str(Address.parse(text)) == text


@pytest.mark.parametrize("text", ["", "T5", "T5[208]", "t5[208].小计", "T5[208].小计@明年", "T12[x].y"])
def test_what_names_no_figure_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(NotAnAddress, match="写法如"):
        Address.parse(text)


def test_the_same_figure_last_year() -> None:
    assert str(Address("T5", "208", "小计").at("上年")) == "T5[208].小计@上年"


@pytest.mark.parametrize(
    ("position", "words"),
    [
        (Position("a.pdf", page=3), "a.pdf 第3页"),
        (Position("b.xlsx", sheet="表5", cell="C7"), "b.xlsx 工作表“表5” C7"),
        (Position("c.csv", line=9), "c.csv 第9行"),
    ],
)
def test_a_position_in_words(position: Position, words: str) -> None:
    assert str(position) == words
