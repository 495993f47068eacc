"""What we publish, read as anyone's file: every cell and every paragraph comes back, and the anchors to the fen."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.section import Paragraph, Section
from mingzhang.disclosure.statement import Figure, Statement
from mingzhang.disclosure.table import Table
from mingzhang.publishing import docx, html, json_file, ofd, pdf, xlsx
from mingzhang.publishing.fonts import find_fonts
from mingzhang.publishing.grid import place_head, place_row, printed
from mingzhang.reading.published_door import open_transcript
from mingzhang.reading.transcript import Transcript
from tests.publishing.full_size import full_size

DISCLOSURE = full_size()
WRITERS: dict[str, Callable[[Disclosure], bytes]] = {
    "docx": docx.write,
    "html": html.write,
    "json": json_file.write,
    "ofd": lambda disclosure: ofd.write(disclosure, find_fonts()),
    "pdf": lambda disclosure: pdf.write(disclosure, find_fonts()),
    "xlsx": xlsx.write,
}
DRAWN = ("ofd", "pdf")
"""Formats without paragraphs: lines are joined before they are compared."""


@pytest.fixture(scope="module")
def transcripts(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Transcript]:
    folder, found = tmp_path_factory.mktemp("published"), dict[str, Transcript]()

    def read(name: str) -> Transcript:
        if name not in found:
            # The name says nothing: what a file is, its content tells.
            path = folder / f"{name}.bin"
            path.write_bytes(WRITERS[name](DISCLOSURE))
            found[name] = open_transcript(path)
        return found[name]

    return read


def squeezed(text: str) -> str:
    """A text without any blank."""
    return "".join(text.split())


def words(statement: Statement) -> list[list[str]]:
    """The grid of a statement as it is printed, blanks where a span covers."""
    width = sum(cell.columns for cell in statement.body[0])
    grid = [[""] * width for _ in range(len(statement.head) + len(statement.body))]
    for placed in place_head(statement.head):
        grid[placed.row][placed.column] = squeezed(placed.cell.text)
    for number, row in enumerate(statement.body, len(statement.head)):
        for place in place_row(row, number):
            cell = place.cell
            text = printed(statement, DISCLOSURE.facts, cell) if isinstance(cell, Figure) else cell.text
            grid[number][place.column] = squeezed(text)
    return grid


def read_words(table: Table) -> list[list[str]]:
    """The grid of a table that was read."""
    return [[squeezed(cell.text) for cell in row] for row in table.rows]


def paragraphs(section: Section) -> list[str]:
    """The texts of a section and of those below it."""
    own = ["".join(run.text for run in block.runs) for block in section.blocks if isinstance(block, Paragraph)]
    return [section.heading, *own, *(text for inner in section.sections for text in paragraphs(inner))]


NAMES = [pytest.param(name, marks=pytest.mark.slow) if name == "pdf" else name for name in WRITERS]


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_comes_back(name: str, transcripts: Callable[[str], Transcript]) -> None:
    found = [read_words(table) for table in transcripts(name).tables()]
    for statement in DISCLOSURE.statements:
        assert words(statement) in found, statement.id


@pytest.mark.parametrize("name", [name for name in NAMES if name != "xlsx"])
def test_every_paragraph_comes_back(name: str, transcripts: Callable[[str], Transcript]) -> None:
    lines = [squeezed(line.text) for line in transcripts(name).lines()]
    whole = "".join(lines)
    for text in (text for part in DISCLOSURE.parts for section in part.sections for text in paragraphs(section)):
        assert squeezed(text) in (whole if name in DRAWN else lines)


@pytest.mark.parametrize("name", ["html", "json", "ofd", "xlsx"])
def test_anchors_give_every_figure_to_the_fen(name: str, transcripts: Callable[[str], Transcript]) -> None:
    exact = transcripts(name).exact
    assert exact is not None
    assert {address: fact.value for address, fact in exact.items()} == {
        address: fact.value for address, fact in DISCLOSURE.facts.items()
    }


def test_bookmarks_give_every_printed_figure(transcripts: Callable[[str], Transcript]) -> None:
    exact = transcripts("docx").exact
    assert exact
    for address, fact in exact.items():
        own = DISCLOSURE.facts[address]
        assert fact.printed == own.shown
        assert abs(fact.value - own.value) <= fact.spread


def test_only_our_own_files_have_exact_figures(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><body><table><tr><td>收入</td><td>1.00</td></tr><tr><td>支出</td><td>1</td></tr></table>")
    assert open_transcript(path).exact is None


def test_levels_of_headings_come_back(transcripts: Callable[[str], Transcript]) -> None:
    heading = DISCLOSURE.parts[-1].sections[0].heading
    for name in ("docx", "html", "json"):
        levels = {line.level for line in transcripts(name).lines() if line.text == heading}
        assert levels & {2, 3}, name
