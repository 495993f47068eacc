"""Cells of real statements, transcribed by another program and looked over on the rendered pages: every one is read.

The documents themselves are not part of the project; `MINGZHANG_GOLD` names the directory they lie in.
"""

import csv
import os
from collections import defaultdict
from pathlib import Path

import pytest

from mingzhang.reading.pdf import read_pdf

TRUTH = sorted((Path(__file__).parent / "truth").glob("*.tsv"))


def stated(file: Path) -> dict[tuple[int, int, int, int], str]:
    with file.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {(int(r["page"]), int(r["table"]), int(r["row"]), int(r["column"])): r["text"] for r in rows}


def test_the_truth_is_no_sample() -> None:
    assert sum(len(stated(file)) for file in TRUTH) > 2_500


@pytest.mark.parametrize("file", TRUTH, ids=lambda file: file.stem)
def test_every_cell_of_the_statements(file: Path) -> None:
    place = Path(os.environ.get("MINGZHANG_GOLD", "")) / f"{file.stem}.pdf"
    if not place.is_file():
        pytest.skip("MINGZHANG_GOLD names no directory with this document")
    truth = stated(file)
    found: dict[tuple[int, int, int, int], str] = {}
    count: defaultdict[int, int] = defaultdict(int)
    first = min(page for page, *_ in truth)
    for table in read_pdf(place).tables():
        page = table.position.page or 0
        if page < first:
            continue
        for row, cells in enumerate(table.rows):
            for column, cell in enumerate(cells):
                found[page, count[page], row, column] = "".join(cell.text.split())
        count[page] += 1
    assert found == truth
