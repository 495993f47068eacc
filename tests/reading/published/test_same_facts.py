"""The law of publishing: facts read back from a published file equal the facts written, in every format."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.statement import Figure
from mingzhang.publishing import docx, html, json_file, ofd, pdf, xlsx
from mingzhang.publishing.fonts import find_fonts
from mingzhang.publishing.grid import printed
from mingzhang.reading.published.disclosure import disclosure_of
from mingzhang.reading.published_door import open_transcript
from mingzhang.workflows.build import build
from mingzhang.workflows.reading import Reading, known_forms, read_file
from tests.sample import small_disclosure

EXAMPLES = Path(__file__).parents[3] / "examples"
FONTS = find_fonts()
WRITERS: dict[str, Callable[[Disclosure], bytes | str]] = {
    "docx": docx.write,
    "html": html.write,
    "ofd": lambda disclosure: ofd.write(disclosure, FONTS),
    "pdf": lambda disclosure: pdf.write(disclosure, FONTS),
    "xlsx": xlsx.write,
}


def digits(disclosure: Disclosure) -> dict[Address, str]:
    """What every cell of every statement prints."""
    return {
        cell.address: printed(statement, disclosure.facts, cell).replace(",", "")
        for statement in disclosure.statements
        for row in statement.body
        for cell in row
        if isinstance(cell, Figure)
    }


def print_of(disclosure: Disclosure) -> dict[Address, str]:
    """What the figures of the statements print, thousands unmarked; budgets and supplements stand in the prose."""
    facts = disclosure.facts
    return {a: (f.printed or "").replace(",", "") for a, f in facts.items() if a.statement != "S" and not a.phase}


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_small_document_in_every_format(suffix: str, tmp_path: Path) -> None:
    written = small_disclosure()
    data = WRITERS[suffix](written)
    path = tmp_path / f"公开.{suffix}"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    transcript = replace(open_transcript(path), exact=None)
    assert print_of(disclosure_of(transcript, known_forms)) == digits(written)


@pytest.mark.slow
@pytest.mark.parametrize("example", ["information-centre-2021", "department-2023"])
def test_whole_documents_in_every_format(example: str, tmp_path: Path) -> None:
    build(EXAMPLES / example, tmp_path, [*WRITERS, "json"])
    written = json_file.read((tmp_path / "disclosure.json").read_bytes())
    for suffix in WRITERS:
        path = tmp_path / f"disclosure.{suffix}"
        plain = disclosure_of(replace(open_transcript(path), exact=None), known_forms)
        assert print_of(plain) == digits(written), suffix
        for address, fact in plain.facts.items():
            assert abs(fact.value - written.facts[address].value) <= 5_000, address
        read = read_file(path)
        assert isinstance(read, Reading)
        assert (read.document.entity.name, read.document.year) == (written.entity.name, written.year)
        assert [s.id for s in read.document.statements] == [s.id for s in written.statements]
