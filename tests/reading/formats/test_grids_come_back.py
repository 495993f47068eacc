"""Law: whatever a format writes a grid in, the same words come back in the same places."""

from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingzhang.reading.docx_file import read_docx
from mingzhang.reading.html_file import transcript_of_page
from mingzhang.reading.text_file import transcript_of_text
from mingzhang.reading.transcript import Transcript
from tests.reading.formats.packed import docx, p, tbl, tc

Rows = list[list[str]]

WORDS = st.one_of(
    st.just(""),
    st.decimals(-(10**6), 10**8, places=2).map(lambda number: f"{number:,}"),
    st.text("收入支出合计一般公共预算财政拨款（）、“”%<>&*", min_size=1, max_size=8),
    st.sampled_from(["208", "2080505", "0.00", "—", "-", "无", "5<6", "a|b", "*", "**", "193.13"]),
)


@st.composite
def grids(draw: st.DrawFn) -> Rows:
    """A head of names, then rows of anything."""
    width = draw(st.integers(3, 7))
    head = [f"栏{number}" for number in range(width)]
    return [head, *draw(st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=1, max_size=6))]


def as_text(rows: Rows, folder: Path) -> Transcript:
    lines = ["\t".join(cell.replace("*", "×").replace("<", "《") for cell in row) for row in rows]
    return transcript_of_text("\n".join(["题", "", *lines, "", "注：无。"]), "例.md")


def as_page(rows: Rows, folder: Path) -> Transcript:
    cells = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return transcript_of_page(f"<p>题</p><table>{cells}</table><p>注：无。</p>", "例.html")


def as_word(rows: Rows, folder: Path) -> Transcript:
    body = tbl(*["".join(tc(escape(cell)) for cell in row) for row in rows])
    return read_docx(docx(folder / "a.docx", p("题") + body + p("注：无。")))


def plain(rows: Rows) -> Rows:
    """The words without the signs that plain text takes for marks."""
    return [["".join(cell.replace("*", "×").replace("<", "《").split()) for cell in row] for row in rows]


@pytest.mark.law
@pytest.mark.parametrize("write", [as_text, as_page, as_word])
def test_a_grid_comes_back(write: Callable[[Rows, Path], Transcript], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("grids")

    @settings(deadline=None)
    @given(grids())
    def law(rows: Rows) -> None:
        (table,) = write(rows, folder).tables()
        assert plain([[cell.text for cell in row] for row in table.rows]) == plain(rows)

    law()
