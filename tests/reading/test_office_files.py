"""Our files saved anew by another office program read alike: every cell, every line, every bookmark."""

import shutil
import subprocess
from pathlib import Path

import pytest

from mingzhang.publishing import docx, xlsx
from mingzhang.reading.published_door import open_transcript
from mingzhang.reading.transcript import Transcript
from tests.publishing.full_size import full_size

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="没有装 LibreOffice"),
]
WRITERS = {"docx": docx.write, "xlsx": xlsx.write}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("office")
    for name, write in WRITERS.items():
        (made / f"own.{name}").write_bytes(write(full_size()))
    return made


def saved(folder: Path, source: str, target: str) -> Transcript:
    """A file of ours saved in another format."""
    out = folder / f"from-{source}"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    made = str(folder / f"own.{source}")
    command = ["soffice", profile, "--headless", "--convert-to", target, "--outdir", str(out), made]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return open_transcript(out / f"own.{target}")


def squeezed(text: str) -> str:
    return "".join(text.split())


def grids(transcript: Transcript) -> list[list[list[str]]]:
    return [[[squeezed(cell.text) for cell in row] for row in table.rows] for table in transcript.tables()]


def lines(transcript: Transcript) -> list[str]:
    return [squeezed(line.text) for line in transcript.lines()]


@pytest.mark.parametrize(("source", "target"), [("docx", "docx"), ("xlsx", "xlsx"), ("xlsx", "xls")])
def test_a_file_saved_anew_reads_alike(source: str, target: str, folder: Path) -> None:
    own, other = open_transcript(folder / f"own.{source}"), saved(folder, source, target)
    assert grids(other) == grids(own)
    assert lines(other) == lines(own)
    assert own.exact is not None
    assert other.exact is not None
    assert {a: f.value for a, f in other.exact.items()} == {a: f.value for a, f in own.exact.items()}


def test_a_word_file_saved_as_a_web_page_has_every_line_and_every_word_of_its_tables(folder: Path) -> None:
    own, page = open_transcript(folder / "own.docx"), saved(folder, "docx", "html")
    assert lines(page) == lines(own)
    words = [[[text for text in row if text] for row in grid] for grid in grids(page)]
    assert words == [[[text for text in row if text] for row in grid] for grid in grids(own)]
