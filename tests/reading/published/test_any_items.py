"""Whatever lines and grids a reader hands over become a document; none of them is lost or told twice."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import Paragraph, Section
from mingzhang.disclosure.table import Table, TableCell
from mingzhang.reading.published.disclosure import disclosure_of
from mingzhang.reading.transcript import TextLine, Transcript
from mingzhang.workflows.reading import known_forms

WORDS = st.sampled_from([
    "第一部分 某局概况", "目录", "一、主要职能", "（一）负责教育。", "1.教育支出（类）", "注：本表无数据。",
    "单位：万元", "公开01表", "收入支出决算总表", "支出决算表", "财政拨款“三公”经费支出决算表",
    "2021年度部门决算表", "合计", "208",
    "20801", "2080108", "教育支出", "一、教育支出", "基本支出", "项目支出", "年初结转和结余", "1,234.50",
    "—", "0.00", "", "预算数", "决算数", "因公出国（境）费", "公务接待费", "小计", "301", "基本工资", "人员经费合计",
    "2021年度收入总计10.00万元，与上年相比增加1.00万元。", "附件", "部门：某局", "本年支出合计", "总计", "x" * 300,
])  # fmt: skip
PLACES = st.builds(Position, st.just("f"), page=st.integers(1, 3), box=st.one_of(st.none(), st.just((1, 2, 30, 40))))
LINES = st.builds(
    TextLine, WORDS.map(lambda text: text or "某"), PLACES, level=st.sampled_from([0, 0, 0, 1, 2]), whole=st.booleans(),
    indent=st.integers(0, 9), room=st.integers(0, 20), size=st.integers(0, 22), centred=st.booleans(),
    doubtful=st.booleans(),
)  # fmt: skip
CELLS = st.builds(TableCell, WORDS, PLACES, st.integers(0, 3), st.integers(0, 3), st.booleans())


@st.composite
def grids(draw: st.DrawFn) -> Table:
    """Any rectangle of cells, spans that contradict each other included."""
    width = draw(st.integers(1, 7))
    rows = draw(st.lists(st.tuples(*[CELLS] * width), min_size=1, max_size=8))
    return Table(tuple(rows), draw(PLACES), draw(st.booleans()))


@given(st.lists(st.one_of(LINES, LINES, grids()), max_size=25))
@settings(max_examples=60, deadline=None)
def test_any_items_make_a_document(items: list[TextLine | Table]) -> None:
    document = disclosure_of(Transcript("f", "PDF", tuple(items), 3), known_forms)
    assert len({statement.id for statement in document.statements}) == len(document.statements)
    for fact in document.facts.values():
        assert fact.printed is not None
        assert fact.spread >= 0


@given(st.lists(LINES, max_size=25))
@settings(max_examples=60, deadline=None)
def test_no_words_are_lost(items: list[TextLine]) -> None:
    items = [replace(item, position=Position("f", line=number)) for number, item in enumerate(items)]
    document = disclosure_of(Transcript("f", "网页", tuple(items)), known_forms)
    said = "".join(_words(document)).replace(" ", "")
    for line in items:
        assert line.text.replace(" ", "") in said or any(line.text in s.caption + s.note for s in document.statements)


def _words(document: Disclosure) -> list[str]:
    found = [text for statement in document.statements for pair in statement.lines for text in pair]
    for part in document.parts:
        found.append(part.heading)
        for section in part.sections:
            found += _of(section)
    return found


def _of(section: Section) -> list[str]:
    texts = [block.text for block in section.blocks if isinstance(block, Paragraph)]
    return [section.heading, *texts, *(text for inner in section.sections for text in _of(inner))]
