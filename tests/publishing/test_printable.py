import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from mingzhang.publishing.printable import clean


@given(st.text())
def test_what_is_left_can_stand_in_xml(words):
    etree.Element("a").text = clean(words)


@given(st.text())
def test_cleaning_twice_changes_nothing_more(words):
    assert clean(clean(words)) == clean(words)


@pytest.mark.parametrize("words", ["", "193.13万元", "（境）“三公” ①", "　全角空格", "喆䶮𠮷"])
def test_what_can_be_printed_stays_as_it_is(words):
    assert clean(words) == words


@pytest.mark.parametrize(("words", "left"), [("甲\r\n乙", "甲  乙"), ("甲\x00乙\ufffe", "甲乙"), ("甲\t乙", "甲 乙")])
def test_breaks_become_blanks_and_controls_go(words, left):
    assert clean(words) == left
