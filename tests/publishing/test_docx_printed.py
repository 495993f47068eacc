"""What the Word document looks like on paper, laid out by LibreOffice: lines, characters, pages."""

import os
import re
import shutil
import subprocess

import pytest

from mingzhang.disclosure.section import ChartPlace
from mingzhang.publishing import docx
from mingzhang.publishing.docx.layout import CHARACTERS, LINES
from mingzhang.publishing.docx.pages import pages
from mingzhang.publishing.docx.picture import size_of
from mingzhang.publishing.outline import outline
from tests.publishing.full_size import full_size
from tests.publishing.test_docx import png

pypdfium2 = pytest.importorskip("pypdfium2")

SERIF = ("仿宋_GB2312", "楷体_GB2312", "宋体", "方正小标宋简体", "黑体")
FONT = "Noto Serif CJK SC"
FRONT = 3
"""Pages before the first numbered one: the cover and two of contents."""


def _fonts(folder):
    """A font configuration in which every Chinese font we name is one that is there."""
    edit = f'<edit name="family" mode="assign" binding="strong"><string>{FONT}</string></edit>'
    tests = [f'<match target="pattern"><test name="family"><string>{n}</string></test>{edit}</match>' for n in SERIF]
    file = folder / "fonts.conf"
    file.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<include ignore_missing="yes">/etc/fonts/fonts.conf</include>{"".join(tests)}</fontconfig>',
        encoding="utf-8",
    )
    return file


def _office():
    found = shutil.which("soffice")
    if not found:
        pytest.skip("需要 LibreOffice（soffice）才能把 Word 文档排成页")
    listed = subprocess.run(["fc-list", FONT], capture_output=True, text=True, check=False).stdout
    if not listed:
        pytest.skip(f"需要字体 {FONT}（软件包 fonts-noto-cjk）")
    return found


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    office, folder = _office(), tmp_path_factory.mktemp("docx")
    disclosure = full_size()
    charts = {b.chart.number: png(150, 60) for _, b in disclosure.blocks() if isinstance(b, ChartPlace)}
    (folder / "a.docx").write_bytes(docx.write(disclosure, charts))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "a.docx")]
    environment = {**os.environ, "FONTCONFIG_FILE": str(_fonts(folder))}
    subprocess.run(command, check=True, capture_output=True, timeout=180, env=environment)
    document = pypdfium2.PdfDocument(folder / "a.pdf")
    texts = [page.get_textpage().get_text_bounded().replace("\r", "") for page in document]
    sizes = {number: size_of(picture) for number, picture in charts.items()}
    return disclosure, texts, pages(disclosure, sizes)


@pytest.mark.slow
def test_a_full_page_has_22_lines_and_a_full_line_28_characters(printed):
    _, texts, _ = printed
    prose = [t.split("\n") for t in texts if "贯彻落实" in t]
    full = [lines[:-1] for lines in prose if len(lines) > LINES]
    assert full
    assert {len(lines) for lines in full} == {LINES}
    widths = {len(line) for lines in full for line in lines if re.fullmatch(r"[^\x00-\xff]+", line)}
    assert max(widths) == CHARACTERS


@pytest.mark.slow
def test_the_contents_name_the_page_on_which_each_heading_stands(printed):
    disclosure, texts, counted = printed
    for entry in outline(disclosure):
        if entry.level == 2:
            page = texts[FRONT - 1 + counted[entry.id]].split("\n")
            assert entry.heading in [re.sub(r"\s", "", line) for line in page], entry.heading


@pytest.mark.slow
def test_every_statement_of_usual_size_fits_its_page(printed):
    disclosure, texts, counted = printed
    numbered = [e for e in outline(disclosure) if e.id.startswith("s2-")]
    assert [counted[e.id] for e in numbered] == list(range(3, 3 + len(numbered)))
    assert re.search(r"— 1 —\s*$", texts[FRONT])
