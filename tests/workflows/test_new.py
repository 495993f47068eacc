"""A new directory is complete, commented, and understood by the program itself."""

import re
from pathlib import Path

import pytest

from mingzhang.books.fault import Gravity
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Entered
from mingzhang.performance.evaluate import evaluate
from mingzhang.performance.measure import measure
from mingzhang.reading.unit.plan import PlanReading, read_plan
from mingzhang.reading.unit.year import read_unit
from mingzhang.standards.frameworks import frameworks
from mingzhang.standards.supplement import supplement_units
from mingzhang.terms.unit import WAN
from mingzhang.workflows.new import NotEmpty, lay_out


def test_the_new_directory_is_read_without_an_error_but_for_its_missing_books(tmp_path: Path) -> None:
    files = lay_out(tmp_path / "我单位2024")
    assert {"unit.toml", "texts.toml", "waivers.toml", "budget.csv", "prior.csv"} <= {f.name for f in files}
    faults = read_unit(tmp_path / "我单位2024", supplement_units(WAN)).faults
    assert [f.message for f in faults if f.gravity is Gravity.ERROR] == ["没有账簿"]
    assert [f for f in faults if f.gravity is Gravity.WARNING] == []


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep", encoding="utf-8")
    with pytest.raises(NotEmpty):
        lay_out(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def uncommented(directory: Path) -> PlanReading:
    """The plan of a new directory once the marks before its lines are taken off, with the register of its example."""
    plan = directory / "performance.toml"
    plan.write_text(re.sub(r"(?m)^#(?=[^ \n])", "", plan.read_text(encoding="utf-8")), encoding="utf-8")
    example = (directory / "registers" / "怎样登记台账.md").read_text(encoding="utf-8")
    lines = [line.strip() for line in example.splitlines() if line.startswith("    ")]
    (directory / "registers" / "办件.csv").write_text("\n".join(lines), encoding="utf-8")
    return read_plan(directory)


def test_the_example_of_a_plan_is_measured_and_scored_once_it_is_uncommented(tmp_path: Path) -> None:
    lay_out(tmp_path)
    reading = uncommented(tmp_path)
    assert reading.faults == ()
    assert reading.plan is not None
    addresses = [Address("T3", "total", "本年支出合计", phase) for phase in ("", "全年预算")]
    money = {one: Fact(one, 950_000, WAN, Entered("", Position(""))) for one in addresses}
    measured = measure(reading.plan.measures, reading.registers, money, {})
    assert {str(a): f.shown for a, f in measured.facts.items() if a.column == "完成值"} == {
        "P[办件量].完成值": "6",
        "P[按时办结率].完成值": "83.33",
        "P[群众满意度].完成值": "100.00",
    }
    found = evaluate(reading.plan, frameworks(2024), {**money, **measured.facts})
    assert [*measured.faults, *found.faults] == []
    assert found.performance.whole is not None
    assert found.performance.whole.total == 100
