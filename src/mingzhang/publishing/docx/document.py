"""The Word document: cover, contents, then the parts in their order."""

from collections.abc import Iterator, Mapping
from typing import Final, assert_never

from mingzhang.disclosure.chart import Chart
from mingzhang.disclosure.claim import addresses
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.section import Block, ChartPlace, Mention, Paragraph, Run, StatementPlace, TablePlace
from mingzhang.disclosure.statement import Statement
from mingzhang.publishing.docx.anchors import Anchors
from mingzhang.publishing.docx.contents import contents, cover, heading_bookmark, heading_text
from mingzhang.publishing.docx.layout import PORTRAIT, UNNUMBERED, Page
from mingzhang.publishing.docx.pages import holds_statement, pages
from mingzhang.publishing.docx.picture import picture, size_of
from mingzhang.publishing.docx.plain_table import PlainTable
from mingzhang.publishing.docx.section import Body
from mingzhang.publishing.docx.setting import setting_of
from mingzhang.publishing.docx.table import Table
from mingzhang.publishing.docx.wml import Element, paragraph, run, to_xml, w
from mingzhang.publishing.outline import (
    Entry,
    chart_caption,
    outline,
    statement_lines,
    statement_title,
)
from mingzhang.publishing.tabular import Spot

_DEEPEST: Final = 4
_DIVIDER_LINES: Final = 5


def picture_relation(number: int) -> str:
    """The relation that leads to a chart's picture."""
    return f"rIdChart{number}"


class DocumentWriter:
    """One disclosure on its way to word/document.xml."""

    def __init__(self, disclosure: Disclosure, pictures: Mapping[int, bytes]) -> None:
        """`pictures` are PNG files by chart number."""
        self._disclosure = disclosure
        self._sizes = {number: size_of(png) for number, png in pictures.items()}
        self._entries = list(outline(disclosure))
        self.anchors = Anchors(disclosure)
        self._body = Body(UNNUMBERED)

    def xml(self) -> bytes:
        """The part, with every statement, chart and paragraph in its place."""
        self._front()
        for entry, after in zip(self._entries, [*self._entries[1:], None], strict=True):
            self._heading(entry, after)
            for number, block in enumerate(entry.blocks):
                self._block(entry, number, block)
        return to_xml(w("document", self._body.element()))

    def _front(self) -> None:
        self._body.add(*cover(self._disclosure))
        self._body.add(*contents(self._entries, pages(self._disclosure, self._sizes)))

    def _heading(self, entry: Entry, after: Entry | None) -> None:
        self._body.turn(self._page(entry))
        properties = self._break() if entry.level == 1 or holds_statement(entry) else ()
        if entry.level == 1 and after and holds_statement(after):
            # A part of statements opens with a page for its name alone, set down from the top.
            self._body.add(paragraph("BodyText", properties=properties))
            self._body.add(*(paragraph("BodyText") for _ in range(_DIVIDER_LINES)))
            properties = ()
        mark = self.anchors.mark(heading_bookmark(entry), run(heading_text(entry, self._disclosure.entity.name)))
        style = f"Heading{min(entry.level, _DEEPEST)}"
        self._body.add(paragraph(style, *mark, properties=properties))

    def _break(self) -> tuple[Element, ...]:
        """What makes a paragraph begin a page, where it does not do so anyhow."""
        return () if self._body.fresh else (w("pageBreakBefore"),)

    def _page(self, entry: Entry) -> Page:
        places = [block for block in entry.blocks if isinstance(block, StatementPlace)]
        return setting_of(self._disclosure.statement(places[0].statement)).page if places else PORTRAIT

    def _block(self, entry: Entry, number: int, block: Block) -> None:
        match block:
            case Paragraph(runs):
                self._body.add(paragraph("BodyText", *(self._run(r) for r in runs)))
            case StatementPlace(identity):
                self._statement(self._disclosure.statement(identity))
            case ChartPlace(chart):
                self._chart(chart)
            case TablePlace(table):
                self._table(Spot(entry, number, table))
            case _:
                assert_never(block)

    def _run(self, part: Run) -> Element:
        """Words, or words that lead to the figure they speak of."""
        if isinstance(part, Mention):
            names = (self.anchors.name(address.at("")) for address in addresses(part.claim)[:1])
            anchor = next((name for name in names if name), None)
            return w("hyperlink", run(part.text), anchor=anchor, history=1) if anchor else run(part.text)
        return run(part.text, *((w("b"), w("bCs")) if part.bold else ()))

    def _statement(self, statement: Statement) -> None:
        title = statement_title(self._disclosure, statement)
        self._body.add(paragraph("TableTitle", run(title)), *self._over(statement))
        self._body.add(Table(statement, self._disclosure.facts, self.anchors).element())
        # Word asks for a paragraph between a table and whatever follows it.
        self._body.add(paragraph("TableNote", run(statement.note)) if statement.note else paragraph("TableNote"))

    def _table(self, spot: Spot) -> None:
        if spot.table.title:
            self._body.add(paragraph("TableTitle", run(spot.table.title)))
        self._body.add(PlainTable(spot, self.anchors).element(), paragraph("TableNote"))

    def _over(self, statement: Statement) -> Iterator[Element]:
        for left, right in statement_lines(self._disclosure, statement):
            tab = w("tabs", w("tab", val="right", pos=setting_of(statement).page.text_width))
            yield paragraph("TableOver", run(left), w("r", w("tab")), run(right), properties=(tab,))

    def _chart(self, chart: Chart) -> None:
        size = self._sizes.get(chart.number)
        if size:
            relation = picture_relation(chart.number)
            self._body.add(picture(relation, chart.number, chart_caption(chart), chart.alternative, size))
        else:
            self._body.add(paragraph("BodyText", run(chart.alternative)))
        self._body.add(paragraph("Caption", run(chart_caption(chart))))
