"""Tables that are no statements, and the figures of performance in them: written in every format, read back from it."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from mingzhang.disclosure.section import TablePlace
from mingzhang.disclosure.table import Table
from mingzhang.publishing import docx, html, json_file, ofd, pdf, xlsx
from mingzhang.publishing.chart import pictures
from mingzhang.publishing.fonts import find_fonts
from mingzhang.reading.published_door import open_transcript
from tests.appraised import appraised, performance
from tests.publishing.readback import squeezed

YEAR = replace(appraised(), performance=performance())
FONTS = find_fonts()
WHOLE, PROJECT = (block.table for _, block in YEAR.blocks() if isinstance(block, TablePlace))
PRINTED = {cell.address for table in (WHOLE, PROJECT) for _, _, cell in table.cells() if cell.address}
WRITERS = {
    "html": lambda: html.write(YEAR),
    "json": lambda: json_file.write(YEAR),
    "docx": lambda: docx.write(YEAR, pictures(YEAR, FONTS)),
    "ofd": lambda: ofd.write(YEAR, FONTS),
    "pdf": lambda: pdf.write(YEAR, FONTS),
    "xlsx": lambda: xlsx.write(YEAR),
}


@cache
def _read(name):
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"disclosure.{name}"
        file.write_bytes(WRITERS[name]())
        return open_transcript(file)


def _grid(table):
    """Words and spans of the cells; on the page they may be broken anywhere."""
    return [[(squeezed(cell.text), cell.rows, cell.columns) for cell in row] for row in table.rows]


@pytest.mark.parametrize("name", ["html", "json", "docx", "xlsx"])
def test_a_table_is_read_back_cell_by_cell(name):
    grids = [_grid(item) for item in _read(name).items if isinstance(item, Table)]
    for table in (WHOLE, PROJECT):
        grid = _grid(table)
        # On a sheet a first row of one cell over all columns is taken for a line above the table.
        assert (grid[1:] if name == "xlsx" and grid[0][0][2] == len(grid[0]) else grid) in grids


@pytest.mark.parametrize("name", ["ofd", "pdf"])
def test_a_table_set_on_pages_is_read_back_row_by_row(name):
    """Without spans: a row alone on the last page does not tell how many columns its cells cover."""
    rows = [_words(row) for item in _read(name).items if isinstance(item, Table) for row in item.rows]
    for table in (WHOLE, PROJECT):
        for row in table.rows:
            assert _words(row) in rows


def _words(row):
    return [squeezed(cell.text) for cell in row if cell.text]


@pytest.mark.parametrize("name", ["html", "json", "ofd", "xlsx"])
def test_every_figure_is_read_back_with_its_unit(name):
    exact = _read(name).exact or {}
    assert {a: (f.value, f.unit) for a, f in exact.items()} == {
        a: (f.value, f.unit if name in ("html", "json") or not f.unit.is_money else exact[a].unit)
        for a, f in YEAR.facts.items()
    }


def test_word_holds_the_figures_that_it_prints():
    exact = _read("docx").exact or {}
    assert {a: (exact[a].value, exact[a].unit, exact[a].spread) for a in PRINTED} == {
        a: (YEAR.facts[a].value, YEAR.facts[a].unit, 0) for a in PRINTED
    }


def test_a_figure_changed_in_word_is_read_as_it_now_stands(tmp_path):
    from io import BytesIO
    from zipfile import ZipFile

    data, changed = WRITERS["docx"](), tmp_path / "changed.docx"
    with ZipFile(BytesIO(data)) as old, ZipFile(changed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(b"84.80%", b"91.20%"))
    exact = open_transcript(changed).exact or {}
    (fact,) = (fact for address, fact in exact.items() if str(address) == "P[零跑动占比].完成值")
    assert (fact.value, fact.unit.name) == (9120, "%")


@pytest.mark.parametrize("name", WRITERS)
def test_the_same_document_gives_the_same_bytes(name):
    assert WRITERS[name]() == WRITERS[name]()


def test_the_json_file_holds_the_evaluations_too():
    assert json_file.read(json_file.write(YEAR)) == YEAR
