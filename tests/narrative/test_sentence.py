"""Templates: slots, bold, and clear words when they do not fit."""

import pytest

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Amount
from mingzhang.disclosure.section import Mention, Words
from mingzhang.narrative.owed import owed_text
from mingzhang.narrative.passage import joined, lacking, mention, words
from mingzhang.narrative.sentence import BadTemplate, Sentence

TOTAL = mention("193.13万元", Amount(Address("T1", "收入总计", "金额"), 193_130_000))


def test_slots_become_words_and_mentions() -> None:
    filled = Sentence.parse("{year}年度收、支总计{total}。").fill({"year": "2021", "total": TOTAL})
    assert filled.paragraph().runs == (Words("2021年度收、支总计"), TOTAL.runs[0], Words("。"))


def test_stars_set_bold() -> None:
    filled = Sentence.parse("**人员经费**{total}，主要包括：").fill({"total": TOTAL})
    assert filled.runs[0] == Words("人员经费", bold=True)
    assert isinstance(filled.runs[1], Mention)


@pytest.mark.parametrize("text", ["{Year}年", "{}年", "{收入}年", "收入{total", "收入}总计", "**人员经费{total}"])
def test_what_is_no_slot_is_refused(text: str) -> None:
    with pytest.raises(BadTemplate, match="不是空位"):
        Sentence.parse(text)


def test_every_unfilled_slot_is_named() -> None:
    with pytest.raises(BadTemplate, match="rate、total"):
        Sentence.parse("{total}，{rate}{year}").fill({"year": "2021"})


def test_what_a_slot_lacks_is_owed_only_where_the_slot_stands() -> None:
    owed = owed_text(None, "为什么？", "reasons", "T1[收入总计].金额@上年")
    values = {"total": TOTAL, "reason": lacking(owed)}
    assert Sentence.parse("{total}{reason}。").fill(values).owed == (owed,)
    assert Sentence.parse("{total}。").fill(values).owed == ()


def test_joining_puts_nothing_around_what_has_no_text() -> None:
    owed = owed_text(None, "？", "reasons", "x")
    row = joined([words("甲"), lacking(owed), words("乙")], "、")
    assert row.text == "甲、乙"
    assert row.owed == (owed,)
