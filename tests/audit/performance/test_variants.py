"""Tables as regions draw them: every cell is read for what it is, and a fault brings its own finding and no other."""

import tomllib
from html import escape
from pathlib import Path
from typing import Any

import pytest

from mingzhang.audit.performance.gather import evaluations
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.table import Table
from mingzhang.workflows.reading import Reading, read_file
from tests.audit.performance.corpus import Planted, faults
from tests.audit.performance.hand import cells, document, table
from tests.audit.performance.reads import written
from tests.audit.performance.test_regions import loud

FILE = Path(__file__).parent / "data" / "variants.toml"
VARIANTS: list[dict[str, Any]] = tomllib.loads(FILE.read_text("utf-8"))["document"]
PLACES = {variant["place"] for variant in VARIANTS}
FAULTY = [planted for planted in faults() if planted.place in PLACES]

SUMS = {"PF.fund", "PF.weights"}
"""Found at the sum, since any of its parts may be the wrong one."""
PAGE = (
    "<html><body><h1>2021年度甲单位部门决算</h1><h2>第三部分 2021年度部门决算情况说明</h2>"
    "<h3>三、支出决算情况说明</h3><p>2021年度本年支出合计193.13万元，其中：基本支出128.13万元，占本年支出66.34%；"
    "项目支出65.00万元，占本年支出33.66%。</p>{}</body></html>"
)


def lines(read: Disclosure) -> list[str]:
    """What was read of all tables."""
    return "\n".join(map(written, evaluations(read))).splitlines()


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant["place"])
def test_every_cell_is_read_for_what_it_is(variant: dict[str, Any]) -> None:
    assert lines(document(variant["text"])) == variant["reads"].splitlines()


@pytest.mark.parametrize("planted", FAULTY, ids=str)
def test_a_fault_brings_its_own_finding_and_no_other(planted: Planted) -> None:
    found = loud(document(planted.text))
    assert [finding.rule for finding in found] == [planted.rule]
    changed = planted.changed.split(" | ")
    said = found[0].quote + found[0].printed
    assert planted.rule in SUMS or not planted.changed or any(part in said for part in changed)


@pytest.mark.slow
@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant["place"])
def test_the_same_is_read_of_a_web_page(variant: dict[str, Any], tmp_path: Path) -> None:
    page = tmp_path / "公开.html"
    page.write_text(PAGE.format(drawn(variant["text"])), "utf-8")
    reading = read_file(page)
    assert isinstance(reading, Reading), reading
    assert lines(reading.document) == variant["reads"].splitlines()


def drawn(text: str) -> str:
    """The text as a page, its tables with merged cells."""
    parts, rows = [], list[tuple[int, str]]()
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            rows.append((1, line))
            continue
        if rows:
            parts.append(grid(table(rows)))
            rows = []
        if line.strip():
            parts.append(f"<h2>{line.strip('# ')}</h2>" if line.startswith("#") else f"<p>{escape(line)}</p>")
    return "".join(parts)


def grid(drawing: Table) -> str:
    """A table with its spans."""
    rows = (
        "".join(
            f'<td rowspan="{cell.rows}" colspan="{cell.columns}">{escape(cell.text)}</td>'
            for cell in row
            if not cell.is_covered
        )
        for row in drawing.rows
    )
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def test_there_are_enough_of_them_and_every_one_has_faults() -> None:
    assert len(VARIANTS) >= 14
    assert all(variant["faults"] for variant in VARIANTS)
    assert all(len(cells(line)) > 1 for variant in VARIANTS for line in variant["text"].splitlines() if "|" in line)
