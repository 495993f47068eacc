"""What a document says of the nature of its units, and what it does not say."""

from dataclasses import replace

import pytest

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import Paragraph, Part, Section, Words
from mingzhang.disclosure.topic import DUTIES, STRUCTURE
from mingzhang.disclosure.trace import Stated
from mingzhang.terms.entity import Entity, EntityKind
from mingzhang.terms.unit import counting
from mingzhang.workflows.bodies import bodies_in


def document(structure: str, duties: str = "", **staff: int) -> Disclosure:
    """A document that says this of its units and duties, and has this staff."""
    sections = tuple(
        Section(topic, (Paragraph((Words(text),)),), topic=topic)
        for topic, text in ((DUTIES, duties), (STRUCTURE, structure))
    )
    addresses = {Address("S", "人员", name): number for name, number in staff.items()}
    facts = {a: Fact(a, number, counting("人"), Stated(Position("例"))) for a, number in addresses.items()}
    entity = Entity("", "甲局", EntityKind.ADMINISTRATIVE)
    return Disclosure(entity, 2024, "", "", "", (Part("overview", "概况", sections),), (), facts)


@pytest.mark.parametrize(
    ("structure", "bodies"),
    [
        ("甲局部门决算仅包括局本级决算，无下属单位。", "行政"),
        ("纳入决算范围的共1个单位，性质为行政单位。", "行政"),
        ("甲局部门决算包括局机关和下属3家事业单位决算。", "混合"),
        ("1.甲局本级（行政单位）\n2.甲局监察大队（参照公务员法管理的事业单位）\n共2个单位", ""),
        ("本单位为参照公务员法管理的事业单位，无下属单位。", "行政"),
        ("甲中心为全额拨款事业单位，无下属单位。", "事业"),
        ("甲局包括局本级，没有下属事业单位，没有所属单位。", "行政"),
        ("甲局部门决算包括局本级决算。", ""),
        ("", ""),
    ],
)
def test_what_is_plainly_said_counts(structure: str, bodies: str) -> None:
    assert bodies_in(document(structure)) == bodies


def test_whom_a_unit_looks_after_says_nothing_of_itself() -> None:
    assert bodies_in(document("无下属单位。", "负责全区机关事业单位的人事管理，指导行政单位。")) == ""


def test_what_a_unit_calls_itself_counts() -> None:
    assert bodies_in(document("", "甲中心是甲局所属的公益一类事业单位，负责行政单位的档案。")) == "事业"


def test_staff_counts_speak_too() -> None:
    assert bodies_in(document("", 行政在职=14, 事业在职=37)) == "混合"
    assert bodies_in(document("", 行政在职=0, 事业在职=37)) == "事业"
    assert bodies_in(document("", 行政在职=14, 事业在职=0)) == ""


def test_other_sections_are_not_asked() -> None:
    plain = document("无下属单位。")
    (overview,) = plain.parts
    work = Section("重点工作", (Paragraph((Words("事业单位改革。"),)),), topic="work")
    assert bodies_in(replace(plain, parts=(replace(overview, sections=(*overview.sections, work)),))) == ""
