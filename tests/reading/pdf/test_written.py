"""What Mingzhang itself writes is read back: its PDF, its DOCX by way of Writer, and the same tables without lines."""

import json
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
import typst

from mingzhang.disclosure.table import Table
from mingzhang.reading.docx_file import read_docx
from mingzhang.reading.pdf import read_pdf
from mingzhang.workflows.build import build
from tests.conftest import CENTRE

pytestmark = pytest.mark.slow

NINE = 9
"""The statements stand before all other tables."""
_FIGURE = re.compile(r"-?[\d,]*\.?\d+")


def rows(tables: Sequence[Table]) -> list[list[str]]:
    return [["".join(cell.text.split()) for cell in row] for table in tables for row in table.rows]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("written")
    build(CENTRE, out, ("pdf", "docx"))
    return out


@pytest.fixture(scope="module")
def statements(published: Path) -> list[Table]:
    return list(read_pdf(published / "disclosure.pdf").tables())[:NINE]


def test_the_pdf_and_the_docx_have_the_same_cells(published: Path, statements: list[Table]) -> None:
    assert len(statements) == 9
    assert rows(statements) == rows(list(read_docx(published / "disclosure.docx").tables())[:NINE])


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_the_docx_printed_by_writer_has_the_same_cells(published: Path, statements: list[Table]) -> None:
    command = ["soffice", f"-env:UserInstallation=file://{published}/profile", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", published / "writer", published / "disclosure.docx"], check=True, timeout=180)
    printed = read_pdf(published / "writer" / "disclosure.pdf")
    assert rows(list(printed.tables()))[: len(rows(statements))] == rows(statements)
    # a chart alone on its page is a picture
    assert [fault for fault in printed.faults if "图像" not in fault.message] == []


def without_lines(table: Table, style: str) -> str:
    """The table as typst sets it without upright lines: none at all, three level ones, or one under each row."""
    head = next(number for number, row in enumerate(table.rows) if row[0].text in ("栏次", "301", "1"))
    cells = []
    for number, _, cell in ((row, column, cell) for row, column, cell in table.cells()):
        is_code = re.fullmatch(r"\d{3,7}", cell.text)
        side = "right" if _FIGURE.fullmatch(cell.text) and not is_code else "left"
        align = "center" if number < head or cell.columns > 1 else side
        words = json.dumps(cell.text, ensure_ascii=False)
        cells.append(
            f"table.cell(colspan: {cell.columns}, rowspan: {cell.rows}, align: {align} + horizon)[#text({words})]"
        )
    heights = {"none": [], "three": [0, head, len(table.rows)], "rows": [0, *range(head, len(table.rows) + 1)]}[style]
    rules = [f"table.hline(y: {height})" for height in heights]
    columns = ", ".join(["auto"] * len(table.rows[0]))
    return (
        '#set page(width: 900pt, height: 1200pt)\n#set text(font: ("Noto Serif CJK SC", "Noto Serif SC"), size: 9pt)\n'
        "#align(center)[#text(14pt)[支出决算表]]\n单位：万元\n\n"
        f"#table(columns: ({columns}), stroke: none, inset: (x: 6pt, y: 4pt), {', '.join([*rules, *cells])})\n\n"
        "注：本表反映部门本年度支出情况，不含其他内容，详见后文说明。\n\n二、支出决算情况说明\n\n"
        "本年度收入合计100.00万元，其中财政拨款收入50.00万元，占50.00%；其他收入50.00万元。"
    )


@pytest.mark.parametrize("style", ["none", "three", "rows"])
@pytest.mark.parametrize("number", range(7))
def test_statements_without_lines_keep_every_figure_in_its_row_and_column(
    tmp_path: Path, statements: list[Table], number: int, style: str
) -> None:
    table = statements[number]
    file = tmp_path / "无线.pdf"
    file.write_bytes(bytes(typst.compile(without_lines(table, style).encode("utf-8"), format="pdf")))
    transcript = read_pdf(file)
    (found,) = transcript.tables()
    assert not found.ruled
    assert len(list(transcript.lines())) == 5
    assert figures(found) == figures(table)
    assert [words(row) for row in rows([found])] == [words(row) for row in rows([table])]


def figures(table: Table) -> list[tuple[int, int, str]]:
    return [(row, column, cell.text) for row, column, cell in table.cells() if _FIGURE.fullmatch(cell.text)]


def words(row: Sequence[str]) -> list[str]:
    return [text for text in row if text]
