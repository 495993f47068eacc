"""Laws of every text, over many sets of figures and all wordings."""

import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Absence, Amount, Change, Completion, Count, Listing, Share
from mingzhang.disclosure.fact import Facts
from mingzhang.disclosure.section import Mention, Words
from mingzhang.narrative.context import Context
from mingzhang.narrative.supplement import with_totals
from mingzhang.narrative.texts import NO_TEXTS
from mingzhang.narrative.write import Narrative, write
from mingzhang.terms.unit import WAN
from tests.depth import examples
from tests.narrative.department import department_context
from tests.narrative.reading import all_paragraphs, mentions, text_of
from tests.narrative.sample import sample_context

WORDINGS = [("hubei-2021", 2021), ("shanghai-2024", 2024), ("central", 2019), ("central", 2023)]

# Figures small and large, equal and apart by less than a printed step, and none at all.
FEN = st.one_of(
    st.just(0),
    st.integers(1, 9_999),
    st.sampled_from([1_000_000, 1_004_999, 1_005_000, 999_999]),
    st.integers(0, 10**11),
)


@st.composite
def contexts(draw: st.DrawFn) -> Context:
    """A body whose figures are anything, consistent or not, with or without reasons, last year and budget."""
    make = draw(st.sampled_from([sample_context, department_context]))
    context = make(*draw(st.sampled_from(WORDINGS)))
    facts = dict(context.facts)
    for address in draw(st.lists(st.sampled_from(sorted(facts)), max_size=40, unique=True)):
        small = facts[address].unit.scale == 1
        facts[address] = replace(facts[address], value=draw(st.integers(0, 50) if small else FEN))
    for address in draw(st.lists(st.sampled_from(sorted(facts)), max_size=10, unique=True)):
        del facts[address]
    texts = context.texts if draw(st.booleans()) else NO_TEXTS
    reasons = {str(a.at(phase)): "业务量变化" for a in facts for phase in ("上年", "年初预算") if draw_some(a)}
    return replace(context, facts=facts, texts=replace(texts, intro="", reasons=reasons))


def draw_some(address: Address) -> bool:
    """Half of the addresses, always the same half."""
    return sum(map(ord, str(address))) % 2 == 0


PLAIN_DIGITS = re.compile(
    r"\d{4}年(度|12月31日)?"  # years and the day of the balance
    r"|^\d+[．、]|^（\d+）"  # ordinals at the head of a paragraph
    r"|单价\d+万元（含）以上"  # statutory thresholds of large equipment
)


def every_number_is_a_claim_but_for_years_and_ordinals(context: Context, written: Narrative) -> None:
    for paragraph in all_paragraphs(written.parts):
        plain = "".join(run.text if isinstance(run, Words) else "〔〕" for run in paragraph.runs)
        assert not re.search(r"\d", PLAIN_DIGITS.sub("", plain)), plain


def what_is_written_can_be_read_back(context: Context, written: Narrative) -> None:
    for mention in mentions(written.parts):
        assert_reads_back(mention, context)


def assert_reads_back(mention: Mention, context: Context) -> None:
    """The text of a mention says what its claim says."""
    facts = with_totals(context.facts)
    match mention.claim:
        case Amount(fact, value):
            assert mention.text.endswith("万元")
            assert number(mention.text) == WAN.rounded(value)
            assert value == (facts[fact].value if fact in facts else 0)
        case Count(_, value):
            assert number(mention.text) == value
        case Share(_, _, ratio) | Completion(_, _, ratio):
            assert ratio is not None
            assert mention.text.endswith("%")
            assert abs(Fraction(number(mention.text)) - ratio * 100) <= half_step(mention.text)
        case Change():
            assert_change(mention.text, mention.claim)
        case Listing(found):
            assert mention.text == "、".join(context.name(fact.row) for fact in found)
        case Absence(found):
            assert not any(facts[fact].value for fact in found if fact in facts)
            assert re.search("没有|无", mention.text)


def assert_change(text: str, claim: Change) -> None:
    """Direction words match the sign, numbers the claim."""
    if text.startswith(("增加", "增长", "大于")):
        assert claim.amount > 0
    if text.startswith(("减少", "下降", "小于")):
        assert claim.amount < 0
    if text.startswith(("增加", "减少")):
        assert number(text) == WAN.rounded(abs(claim.amount)) != 0
    elif "不足" in text:
        assert claim.rate is not None
        assert 0 < abs(claim.rate) * 100 < Fraction(number(text))
    elif text.startswith(("增长", "下降")):
        assert claim.rate is not None
        assert abs(Fraction(number(text)) - abs(claim.rate) * 100) <= half_step(text)
        assert number(text) != 0
    elif text == "持平":
        assert abs(claim.amount) <= WAN.last_place
    else:
        assert text in ("大于", "小于") or claim.rate is None


def number(text: str) -> Decimal:
    """The number in a mention."""
    found = re.findall(r"-?\d+(?:\.\d+)?", text)
    assert len(found) == 1, text
    return Decimal(found[0])


def half_step(text: str) -> Fraction:
    """Half of the last printed place of a percentage."""
    return Fraction(1, 2 * 10 ** len(text.rstrip("%").partition(".")[2]))


def nothing_is_left_over_of_a_template(context: Context, written: Narrative) -> None:
    text = text_of(written.parts)
    assert not re.search(r"[{}]|\*\*|（）|“”", text)
    doubled = re.findall(r".{0,20}[，；、：。][，；、。].{0,5}", text)
    assert not doubled, doubled
    assert not re.search(r"(主要原因(是|：)|主要用于：?|主要包括：|占|完成|为)[。；，]", text)
    for line in text.split("\n"):
        assert line.endswith(("。", "；", "：")) or re.match(r"\d+[．、]", line), line


def no_rate_on_a_zero_base_and_no_reason_for_what_is_level(context: Context, written: Narrative) -> None:
    for mention in mentions(written.parts):
        if isinstance(mention.claim, Change) and not value(written, mention.claim.base):
            assert "%" not in mention.text
        if isinstance(mention.claim, Completion):
            assert value(written, mention.claim.budget)
    for sentence in re.split("[。；]", text_of(written.parts)):
        assert not re.search("持平.*主要(原因)?(是|：)", sentence), sentence


def basic_spending_lists_exactly_the_rows_that_print_other_than_zero(context: Context, written: Narrative) -> None:
    listed = [fact for m in mentions(written.parts) if isinstance(m.claim, Listing) for fact in m.claim.facts]
    t6 = {a for a in context.facts if a.statement == "T6" and a.row.isdigit() and len(a.row) == 5 and not a.phase}
    if listed:
        assert sorted(listed) == sorted(a for a in t6 if WAN.rounded(context.facts[a].value))


def shares_speak_of_parts_that_are_printed(context: Context, written: Narrative) -> None:
    amounts = {m.claim.fact for m in mentions(written.parts) if isinstance(m.claim, Amount)}
    for mention in mentions(written.parts):
        if isinstance(mention.claim, Share):
            assert mention.claim.part in amounts


def a_change_without_a_reason_owes_one(context: Context, written: Narrative) -> None:
    asked = {str(owed.address) for owed in written.owed if owed.table == "reasons"}
    assert not asked & {key for key, text in context.texts.reasons.items() if text}
    for owed in written.owed:
        assert owed.question
        assert owed.line
        if owed.table in ("reasons", "purposes", "explanations"):
            assert re.fullmatch(r'"[^"]+" = ""', owed.line)


def value(written: Narrative, address: Address) -> int:
    """A figure of the text."""
    facts: Facts = written.facts
    return facts[address].value if address in facts else 0


LAWS = (
    every_number_is_a_claim_but_for_years_and_ordinals,
    what_is_written_can_be_read_back,
    nothing_is_left_over_of_a_template,
    no_rate_on_a_zero_base_and_no_reason_for_what_is_level,
    basic_spending_lists_exactly_the_rows_that_print_other_than_zero,
    shares_speak_of_parts_that_are_printed,
    a_change_without_a_reason_owes_one,
)


@settings(max_examples=examples(25), deadline=None)
@given(contexts())
def test_every_text_keeps_the_laws(context: Context) -> None:
    written = write(context)
    for law in LAWS:
        law(context, written)


def test_rounding_is_half_up_as_decimal_does_it() -> None:
    for fen in range(-20_000, 20_000, 333):
        assert WAN.rounded(fen) == (Decimal(fen) / 1_000_000).quantize(Decimal("0.01"), ROUND_HALF_UP)
