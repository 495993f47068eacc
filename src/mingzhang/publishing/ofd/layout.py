"""Layout 排版: the disclosure as pages of marks: cover, contents, text by GB/T 9704-2012, statements."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from mingzhang.disclosure.claim import addresses
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.section import Block, ChartPlace, Mention, Paragraph, Run, StatementPlace, TablePlace
from mingzhang.disclosure.statement import Statement
from mingzhang.disclosure.table import Table
from mingzhang.publishing.fit import LEADING
from mingzhang.publishing.ofd.face import Face, Faces
from mingzhang.publishing.ofd.lines import Line, Setter, Span
from mingzhang.publishing.ofd.mark import MM, TALL, TEXT, WIDE, Bookmark, Glyphs, Page, Paper, Picture
from mingzhang.publishing.ofd.plain_table import measured
from mingzhang.publishing.ofd.sheet import ASCENT, grid
from mingzhang.publishing.outline import (
    Entry,
    chart_caption,
    outline,
    statement_lines,
    statement_title,
    title_lines,
    title_size,
)

BODY = 15.75 * MM
"""Three hao less the quarter point that lets 28 characters fill 156 mm."""

LINE = 225 / 22
"""From line to line: 22 of them fill 225 mm."""

_HIGHEST = 190.0
"""How high a chart may be, so that its caption stands below it on the page."""

Sizes = dict[int, tuple[float, float]]
"""Width and height of each chart, by its number."""


@dataclass
class Layout:
    """The pages as they grow."""

    disclosure: Disclosure
    faces: Faces
    charts: Sizes
    pages: list[Page] = field(default_factory=list)
    bookmarks: list[Bookmark] = field(default_factory=list)
    y: float = 0.0

    @property
    def page(self) -> Page:
        """The page being filled."""
        return self.pages[-1]

    def turn(self, paper: Paper, folio: int | None = None) -> None:
        """Begin a new page."""
        self.pages.append(Page(paper, folio=folio))
        self.y = paper.top

    def next(self, paper: Paper) -> None:
        """Begin a new numbered page."""
        self.turn(paper, (self.page.folio or 0) + 1 if self.pages else 1)

    def room(self, height: float) -> None:
        """Turn the page when that much no longer fits."""
        if self.y + height > self.page.paper.foot + 0.01 and self.y > self.page.paper.top:
            self.next(self.page.paper)

    def line(
        self,
        setter: Setter,
        line: Line,
        spans: Sequence[Span],
        step: float,
        *,
        indent: float = 0.0,
        align: float = 0.0,
        justify: bool = False,
        grey: bool = False,
    ) -> None:
        """One line of text, then move down."""
        self.room(step)
        spare = max(0.0, self.page.paper.measure - indent - line.width)
        gaps = len(line.letters) - 1
        stretch = spare / gaps if justify and gaps > 0 else 0.0
        x = self.page.paper.left + indent + (0.0 if justify else spare * align)
        base = self.y + (step - setter.size) / 2 + setter.size * ASCENT
        self.page.marks += setter.place(line, spans, x, base, stretch, grey=grey)
        self.y += step

    def text(self, spans: Sequence[Span], size: float, step: float, *, align: float = 0.0, indent: float = 0.0) -> None:
        """Lines that are all aligned one way; centred ones are of about equal length."""
        setter, measure = Setter(self.faces, size), self.page.paper.measure - indent
        lines = setter.lines(spans, measure)
        if align and len(lines) > 1:
            even = sum(line.width for line in lines) / len(lines) + 1.5 * size
            lines = setter.lines(spans, min(measure, even))
        for line in lines:
            self.line(setter, line, spans, step, align=align, indent=indent)

    def paragraph(self, spans: Sequence[Span]) -> None:
        """Running text, indented by two characters, flush on both sides but for its last line."""
        setter = Setter(self.faces, BODY)
        lines = setter.lines(spans, self.page.paper.measure, 2 * BODY)
        for number, line in enumerate(lines):
            last = number == len(lines) - 1
            self.line(setter, line, spans, LINE, indent=0.0 if number else 2 * BODY, justify=not last)

    def heading(self, entry: Entry, words: str = "", below: float = 0.0) -> None:
        """A heading with its bookmark; `words` when it is printed otherwise than listed."""
        shown = words or entry.heading
        size = 18 * MM if entry.level == 1 else 15 * MM if words else BODY
        face = Face.HEI if entry.level <= 2 else Face.BOLD
        self.room(3 * LINE if not words else LINE)
        self.bookmarks.append(Bookmark(entry.heading, entry.level, self.page, self.y))
        if entry.level == 1 or words:
            for part in (words,) if words else title_lines(shown, self.disclosure.year):
                self.text((Span(part, face),), size, size * 1.6, align=0.5)
            self.y += below or LINE / 2
        else:
            self.text((Span(shown, face),), size, LINE, indent=2 * BODY)

    def chart(self, place: ChartPlace) -> None:
        """The picture and its caption, on one page."""
        width, height = self.charts[place.chart.number]
        scale = min(self.page.paper.measure / width, _HIGHEST / height)
        self.room(height * scale + 3 * LINE)
        self.y += LINE / 2
        left = self.page.paper.left + (self.page.paper.measure - width * scale) / 2
        at = (left, self.y, width * scale, height * scale)
        self.page.marks.append(Picture(*at, place.chart.number, place.chart.alternative))
        self.y += height * scale
        self.text((Span(chart_caption(place.chart), Face.HEI),), 12 * MM, LINE, align=0.5)
        self.y += LINE / 2

    def table(self, table: Table) -> None:
        """A table in running text, on as many pages as it needs, its title over its first rows."""
        paper = self.page.paper
        full = paper.foot - paper.top
        made = measured(table, self.faces, paper.measure, full)
        least = sum(made.heights[: made.head + 1])
        if table.title:
            self.room(min(full, 2 * LINE + least))
            self.text((Span(table.title, Face.HEI),), 14 * MM, LINE, align=0.5)
        for number, band in enumerate(made.pages(paper.foot - self.y, full)):
            if number:
                self.next(paper)
            self.page.marks += made.grid.draw(band, paper.left, self.y)
            self.y += band.height
        self.y += LINE / 2

    def statement(self, statement: Statement, waiting: Sequence[Entry]) -> None:
        """A statement on pages of its own, the headings over it on the first."""
        self.next(WIDE if statement.landscape else TALL)
        *above, own = waiting
        for entry in above:
            self.heading(entry)
        self.heading(own, statement_title(self.disclosure, statement), below=2.0)
        self._meta(statement)
        paper = self.page.paper
        room = paper.foot - self.y - 6 * MM - 2 * 10 * MM * LEADING
        made = grid(self.disclosure, statement, self.faces, paper.measure, room)
        for number, row in enumerate(made.rows):
            if number == 0 or self.y + row.height > paper.foot:
                if number:
                    self.next(paper)
                self.page.marks += made.draw(made.head, paper.left, self.y)
                self.y += made.head.height
            self.page.marks += made.draw(row, paper.left, self.y)
            self.y += row.height
        if statement.note:
            self.y += 1.0
            self.text((Span(statement.note),), 10 * MM, 10 * MM * LEADING)

    def _meta(self, statement: Statement) -> None:
        setter, step = Setter(self.faces, 10 * MM), 10 * MM * 1.6
        for over in statement_lines(self.disclosure, statement):
            for words, align in zip(over, (0.0, 1.0), strict=True):
                spans = (Span(words),)
                self.line(setter, setter.lines(spans, self.page.paper.measure)[0], spans, step, align=align)
                self.y -= step
            self.y += step


def lay_out(disclosure: Disclosure, faces: Faces, charts: Sizes) -> Layout:
    """All pages in order, with their page numbers."""
    body = Layout(disclosure, faces, charts)
    _body(body)
    front = Layout(disclosure, faces, charts)
    _cover(front)
    _contents(front, body.bookmarks)
    body.pages = front.pages + body.pages
    for page in body.pages:
        _folio(page, faces)
    return body


def _body(layout: Layout) -> None:
    waiting: list[Entry] = []
    fresh = True
    for entry in outline(layout.disclosure):
        fresh = fresh or entry.level == 1
        waiting.append(entry)
        for block in entry.blocks:
            if isinstance(block, StatementPlace):
                layout.statement(layout.disclosure.statement(block.statement), waiting)
                fresh = True
            else:
                fresh = _flow(layout, waiting, fresh=fresh)
                _block(layout, block)
            waiting = []
    _flow(layout, waiting, fresh=fresh)


def _flow(layout: Layout, waiting: Sequence[Entry], *, fresh: bool) -> bool:
    """Put the headings that wait into running text, on a new page when one is due; nothing is due after that."""
    for entry in waiting:
        if fresh or entry.level == 1:
            layout.next(TEXT)
            fresh = False
        layout.heading(entry)
    if fresh and not waiting:
        layout.next(TEXT)
        fresh = False
    return fresh


def _block(layout: Layout, block: Block) -> None:
    if isinstance(block, Paragraph):
        layout.paragraph([_span(run) for run in block.runs])
    elif isinstance(block, ChartPlace):
        layout.chart(block)
    elif isinstance(block, TablePlace):
        layout.table(block.table)


def _span(run: Run) -> Span:
    if isinstance(run, Mention):
        return Span(run.text, Face.SONG, addresses(run.claim))
    return Span(run.text, Face.BOLD if run.bold else Face.SONG)


def _cover(layout: Layout) -> None:
    layout.turn(TEXT)
    layout.y += 58
    if layout.disclosure.entity.superior:
        layout.text((Span(layout.disclosure.entity.superior),), 16 * MM, LINE, align=0.5)
    layout.y += 6
    lines = title_lines(layout.disclosure.title, layout.disclosure.year)
    size = title_size(lines, 26 * MM, TEXT.measure)
    for line in lines:
        layout.text((Span(line, Face.BOLD),), size, 40 * MM, align=0.5)
    layout.y = TEXT.foot - 30
    layout.text((Span(layout.disclosure.dated),), 16 * MM, LINE, align=0.5)


def _contents(layout: Layout, bookmarks: Sequence[Bookmark]) -> None:
    """The contents, each heading led to its page number by dots."""
    layout.turn(TEXT)
    layout.text((Span("目　录", Face.HEI),), 18 * MM, 16, align=0.5)
    setter, step = Setter(layout.faces, 13 * MM), 6.6
    for mark in (m for m in bookmarks if m.level <= 2):
        if layout.y + 2 * step > TEXT.foot:
            layout.turn(TEXT)
        layout.y += 2 * (mark.level == 1)
        indent = 2 * setter.size * (mark.level - 1)
        spans = (Span(mark.text, Face.BOLD if mark.level == 1 else Face.SONG),)
        lines = setter.lines(spans, TEXT.measure - indent - 3 * setter.size)
        for line in lines:
            layout.line(setter, line, spans, step, indent=indent)
        _leader(layout, setter, TEXT.left + indent + lines[-1].width, str(mark.page.folio), step)


def _leader(layout: Layout, setter: Setter, start: float, number: str, step: float) -> None:
    """Dots and the page number at the end of the line just set."""
    base = layout.y - step + (step - setter.size) / 2 + setter.size * ASCENT
    spans = (Span(number),)
    line = setter.lines(spans, TEXT.measure)[0]
    end = TEXT.width - TEXT.right
    layout.page.marks += setter.place(line, spans, end - line.width, base)
    dots = int((end - line.width - start - 3) / 1.4)
    if dots > 0:
        layout.faces[Face.SONG].measure(".")
        x = end - line.width - 1.5 - dots * 1.4
        layout.page.marks.append(Glyphs(x, base, "." * dots, Face.SONG, setter.size, (1.4,) * (dots - 1), grey=True))


def _folio(page: Page, faces: Faces) -> None:
    """— 1 — in four hao, seven millimetres under the type area, odd numbers right, even left (art. 7.5)."""
    if page.folio is None:
        return
    setter, spans = Setter(faces, 14 * MM), (Span(f"— {page.folio} —"),)
    line = setter.lines(spans, page.paper.measure)[0]
    right = page.paper.width - page.paper.right - setter.size - line.width
    x = right if page.folio % 2 else page.paper.left + setter.size
    page.marks += setter.place(line, spans, x, page.paper.foot + 7 + setter.size * ASCENT)
