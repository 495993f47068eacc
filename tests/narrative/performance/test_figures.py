"""Every number is bound to its figure: in sentences, in cells, in stretches of cells; none is left in the air."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.appraisal import State
from mingzhang.disclosure.claim import Amount, Completion, Count, Share, Value
from mingzhang.disclosure.fact import Facts
from mingzhang.disclosure.section import Part, Words
from mingzhang.disclosure.table import CellKind, Table, TableCell
from mingzhang.narrative.context import Context
from tests.narrative.performance.reading import DAY, drawn, own_text, sections, tables, tell, written
from tests.narrative.performance.sample import NEAR, PERFORMANCE, WHOLE, performance_context
from tests.narrative.performance.variants import TWO_PROJECTS, two_projects
from tests.narrative.reading import all_paragraphs, mentions
from tests.narrative.sample import changed

WORDINGS = [("hubei-2021", 2021), ("central", 2023), ("shanghai-2024", 2024)]
PLAIN = re.compile(r"\d{4}年(度)?|^\d+[．、]|26个办理项")
"""Years, ordinals, and a number in the unit's own words that no measure stands for."""
OWN = ("核定事业编制13人，在职9人", "26个办理项")


@pytest.fixture(scope="module", params=WORDINGS, ids=lambda wording: wording[0])
def context(request: pytest.FixtureRequest) -> Context:
    """The sample in each wording."""
    return performance_context(PERFORMANCE, *request.param)


def test_no_number_stands_outside_a_claim(context: Context) -> None:
    told = tell(PERFORMANCE, context)
    for paragraph in all_paragraphs((Part("", "", (told.section,)), *told.parts.values())):
        plain = "".join(run.text if isinstance(run, Words) else "〔〕" for run in paragraph.runs)
        assert plain == DAY or not re.search(r"\d", PLAIN.sub("", plain)), plain


def test_a_claim_is_what_its_text_says(context: Context) -> None:
    narrative = written(PERFORMANCE, context)
    for mention in mentions(narrative.parts):
        match mention.claim:
            case Value(fact, value) | Count(fact, value):
                shown = Decimal(re.sub(r"[^\d.]", "", mention.text))
                assert narrative.facts[fact].value == value
                assert shown == narrative.facts[fact].unit.rounded(value), mention
            case Amount(fact, value) if fact.statement == "E":
                assert narrative.facts[fact].value == value
            case Share() | Completion():
                assert mention.text.endswith("%")


def test_every_number_of_a_table_is_a_figure(context: Context) -> None:
    told = tell(PERFORMANCE, context)
    for table in tables(told):
        for _, _, cell in table.cells():
            assert_bound(cell, {**context.facts, **told.facts}, table)


def assert_bound(cell: TableCell, facts: Facts, table: Table) -> None:
    """A cell states its figure, or its words state theirs; whatever else has digits is a label or the unit's own."""
    for address, text in [
        (cell.address, cell.text),
        *((s.address, cell.text[s.start : s.end]) for s in cell.stretches),
    ]:
        if address:
            fact = facts[address]
            assert Decimal(re.sub(r"[^\d.]", "", text)) == fact.unit.rounded(fact.value), (address, text)
    rest = list(cell.text)
    for stretch in cell.stretches:
        rest[stretch.start : stretch.end] = "〔" * (stretch.end - stretch.start)
    free = re.search(r"\d", "".join(rest)) and cell.address is None and cell.kind is not CellKind.LABEL
    assert not free or any(words in cell.text for words in OWN), cell.text
    assert cell.kind is not CellKind.FIGURE or cell.address or not cell.text


def test_the_same_figure_is_printed_alike_everywhere(context: Context) -> None:
    told = tell(PERFORMANCE, context)
    seen: dict[object, set[str]] = {}
    cells = [cell for table in tables(told) for _, _, cell in table.cells()]
    stated = [(c.address, c.text) for c in cells if c.address]
    stated += [(s.address, c.text[s.start : s.end]) for c in cells for s in c.stretches]
    stated += [
        (m.claim.fact, m.text)
        for s in sections(told)
        for b in s.blocks
        for m in getattr(b, "runs", ())
        if not isinstance(m, Words) and isinstance(m.claim, Value | Count)
    ]
    for address, text in stated:
        seen.setdefault(address, set()).add(re.sub(r"[^\d.]", "", text))
    assert [digits for digits in seen.values() if len(digits) > 1] == []
    assert len(seen) > 30


def test_charts_name_figures_that_are_known_and_tell_them_in_words(context: Context) -> None:
    narrative = written(PERFORMANCE, context)
    told = tell(PERFORMANCE, context)
    assert len(drawn(told)) >= 3
    for chart in drawn(told):
        for point in chart.points:
            assert point.base
            assert point.address in narrative.facts
            assert narrative.facts[point.base].value
            assert point.label in chart.alternative


def test_charts_are_numbered_through_the_document() -> None:
    narrative = written()
    numbers = [
        block.chart.number
        for part in narrative.parts
        for section in part.sections
        for inner in (section, *section.sections)
        for block in inner.blocks
        if hasattr(block, "chart")
    ]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) == 8


def test_money_of_several_projects_is_their_sum_and_a_share_of_all_projects() -> None:
    told = tell(TWO_PROJECTS, two_projects())
    text = "".join(block.text for block in told.section.sections[0].blocks)  # type: ignore[union-attr]
    assert "项目支出绩效自评2个，涉及资金65.00万元，占全部项目支出65.00万元的100.00%" in text
    assert "2个项目平均得分95分" in text
    assert told.facts[Address("E", "项目支出", "执行数")].value == 64_995_100
    assert len(drawn(told)) == 4


def test_a_chart_says_of_an_upper_limit_whether_it_was_kept() -> None:
    limit = replace(NEAR, target="≤90%", state=State.MET, reason="", remedy="")
    ones = tuple(limit if one is NEAR else one for one in WHOLE.achievements)
    performance = replace(PERFORMANCE, whole=replace(WHOLE, achievements=ones), works=())
    (point,) = [p for p in drawn(tell(performance, performance_context()))[0].points if p.label == NEAR.name]
    assert (point.goal, point.met) == ("≤90%", True)
    assert drawn(tell())[0].points[2].met is False


def test_an_evaluation_that_leaves_out_money_says_which_share_it_covers() -> None:
    context = changed(performance_context(), {"T3[total].本年支出合计": 386_260_000})
    assert "单位整体支出绩效自评涉及资金193.13万元，占全年支出386.26万元的50.00%，设绩效指标6项。" in own_text(
        tell(PERFORMANCE, context)
    )
    assert "单位整体支出绩效自评涵盖全年支出193.13万元" in own_text(tell())
