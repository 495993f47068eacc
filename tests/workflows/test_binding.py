"""How many numbers of the prose were understood."""

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Amount
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.examination import Bound
from mingzhang.disclosure.section import Mention, Paragraph, Part, Section, Words
from mingzhang.terms.entity import Entity, EntityKind
from mingzhang.workflows.binding import binding, unbound

TOTAL = Amount(Address("T1", "收入总计", "金额"), 1_000_000)


def document(*paragraphs: Paragraph) -> Disclosure:
    sections = (Section("一、总体", paragraphs),)
    entity = Entity("", "甲局", EntityKind.ADMINISTRATIVE)
    return Disclosure(entity, 2024, "", "", "", (Part("narrative", "说明", sections),), (), {})


def test_a_number_counts_as_understood_when_it_stands_in_a_claim() -> None:
    said = Paragraph((Words("2024年度收入总计"), Mention("1.00万元", TOTAL), Words("，另有2.00万元、3辆和5%。")))
    assert binding(document(said)) == Bound(4, 1)
    assert [number.text for _, number in unbound(document(said))] == ["2.00万元", "3辆", "5%"]


def test_dates_and_ordinals_are_no_figures() -> None:
    said = Paragraph((Words("根据2014年8月31日第14条，第3部分，（1）共12项。"),))
    assert binding(document(said)) == Bound(0, 0)
