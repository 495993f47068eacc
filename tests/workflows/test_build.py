"""From a directory to the published document: what comes out, and what does not when something is wrong."""

import csv
import json
import shutil
from pathlib import Path

import pytest

from mingzhang.books.fault import BooksRefused
from mingzhang.disclosure.address import Address
from mingzhang.publishing.json_file import read
from mingzhang.workflows.build import Built, build
from tests.conftest import CENTRE

ADDRESS = Address.parse


def output(built: Built) -> Path:
    """Where the files of a build lie."""
    return next(path.parent for path in built.files if path.name == "findings.json")


def facts_csv(built: Built) -> dict[str, str]:
    """facts.csv as address → value."""
    with (output(built) / "facts.csv").open(encoding="utf-8-sig", newline="") as file:
        return {f"{r['statement']}[{r['row']}].{r['column']}": r["value"] for r in csv.DictReader(file)}


@pytest.mark.parametrize(
    ("address", "printed"),
    [
        ("T1[一般公共预算财政拨款收入].金额", "193.13"),
        ("T1[社会保障和就业支出].金额", "180.22"),
        ("T1[收入总计].金额", "193.13"),
        ("T2[20801].财政拨款收入", "168.83"),
        ("T3[total].基本支出", "128.13"),
        ("T3[2080108].项目支出", "65.00"),
        ("T4[支出总计].一般公共预算财政拨款", "193.13"),
        ("T5[2210202].小计", "1.52"),
        ("T6[30102].决算数", "40.78"),
        ("T6[公用经费合计].决算数", "1.79"),
        ("T7[决算数].合计", "0.00"),
        ("T8[total].年末结转和结余", "0.00"),
    ],
)
def test_the_centre_prints_the_published_cells(centre: Built, address: str, printed: str) -> None:
    assert centre.accounts.facts[ADDRESS(address)].shown == printed


def test_facts_csv_holds_every_printed_figure_in_yuan(centre: Built) -> None:
    values = facts_csv(centre)
    printed = {str(a) for s in centre.accounts.statements for a in s.addresses() if a in centre.accounts.facts}
    assert printed <= set(values)
    assert values["T5[2080108].项目支出"] == "649978.91"
    assert "T1[收入总计].金额@上年" not in values


def test_the_centre_is_clean_and_owes_nothing(centre: Built) -> None:
    assert not centre.stopped
    assert centre.owed == ()
    assert centre.hints == ()
    assert [f for f in centre.report.findings if f.level.value != "info"] == []


def test_the_department_is_its_units_less_what_passes_between_them(department: Built) -> None:
    facts, members = department.accounts.facts, department.accounts.members.values()
    grants = ADDRESS("T2[total].上级补助收入")
    assert sum(m[grants].value for m in members) > facts[grants].value
    appropriations = ADDRESS("T2[total].财政拨款收入")
    assert sum(m[appropriations].value for m in members) == facts[appropriations].value
    assert [f for f in department.report.findings if f.level.value != "info"] == []


def test_every_statement_of_the_department_has_figures(department: Built) -> None:
    assert [s.id for s in department.accounts.statements if s.empty] == []
    assert len(department.accounts.statements) == 9


def test_the_published_json_reads_back_whole(centre: Built) -> None:
    document = read((output(centre) / "disclosure.json").read_bytes())
    assert document.facts[ADDRESS("T3[total].基本支出")] == centre.accounts.facts[ADDRESS("T3[total].基本支出")]
    assert document.statements == centre.accounts.statements


def test_findings_json_has_the_agreed_shape(centre: Built) -> None:
    document = json.loads((output(centre) / "findings.json").read_bytes())["documents"][0]
    assert set(document) == {"path", "unit", "year", "coverage", "findings"}
    assert set(document["coverage"]) == {"passed", "violated", "undetermined", "not_applicable"}
    assert document["coverage"]["passed"] > 500


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A copy of the centre's year to spoil."""
    return Path(shutil.copytree(CENTRE, tmp_path / "centre", ignore=shutil.ignore_patterns("out")))


def swap(path: Path, old: str, new: str) -> None:
    """Replace the first occurrence in a file; it must be there."""
    text = path.read_text("utf-8-sig")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8-sig")


def test_the_same_input_gives_the_same_bytes(own: Path, tmp_path: Path) -> None:
    first, second = (build(own, tmp_path / name, ("xlsx", "html", "json", "csv")) for name in ("a", "b"))
    for one, other in zip(first.files, second.files, strict=True):
        assert one.read_bytes() == other.read_bytes(), one.name


def test_a_voucher_out_of_balance_stops_everything(own: Path, tmp_path: Path) -> None:
    swap(own / "books" / "vouchers.csv", ",10385.50,", ",10385.51,")
    with pytest.raises(BooksRefused) as refused:
        build(own, tmp_path / "out", ("csv",))
    assert any("借贷不平" in fault.message and "0.01" in fault.mend for fault in refused.value.faults)
    assert not (tmp_path / "out").exists()


def test_an_error_of_the_review_stops_publication_until_it_is_waived(own: Path, tmp_path: Path) -> None:
    swap(own / "budget.csv", "T7,预算数,合计,,0.00", "T7,预算数,合计,,50000.00")
    stopped = build(own, tmp_path / "out", ("csv",))
    assert stopped.stopped
    assert [path.name for path in stopped.files] == ["findings.json"]
    errors = [f for f in stopped.report.findings if f.level.value == "error"]
    waivers = "".join(
        f'[[waiver]]\nrule = "{f.rule}"\nplace = "{f.statement}"\nby = "张会计"\nreason = "财政已批复"\n'
        for f in errors
    )
    (own / "waivers.toml").write_text(waivers, encoding="utf-8")
    published = build(own, tmp_path / "out", ("csv",))
    assert not published.stopped
    found = json.loads((tmp_path / "out" / "findings.json").read_bytes())["documents"][0]["findings"]
    assert any(f.get("waived") == "张会计：财政已批复" for f in found)


def test_a_missing_reason_is_owed_with_the_line_to_write(own: Path, tmp_path: Path) -> None:
    (own / "texts.toml").write_text("", encoding="utf-8")
    owed = build(own, tmp_path / "out", ("json",)).owed
    lines = [one.line for one in owed]
    assert '"T1[收入总计].金额@上年" = ""' in lines
    assert lines[0] in (tmp_path / "out" / "待补.md").read_text("utf-8")
    text = (tmp_path / "out" / "disclosure.json").read_text("utf-8")
    assert "主要原因是，" not in text
    assert "主要原因是。" not in text


def test_tables_and_sentences_are_in_the_unit_asked_for(own: Path, tmp_path: Path) -> None:
    swap(own / "unit.toml", 'dated = "2022-10-18"', 'dated = "2022-10-18"\nunit = "元"')
    built = build(own, tmp_path / "out", ("json",))
    assert {statement.unit.name for statement in built.accounts.statements} == {"元"}
    text = (tmp_path / "out" / "disclosure.json").read_text("utf-8")
    assert "1931325.64元" in text
    assert "193.13万元" not in text


def test_a_budget_of_the_three_kinds_that_nobody_gave_is_owed_and_not_taken_for_zero(own: Path, tmp_path: Path) -> None:
    lines = (own / "budget.csv").read_text("utf-8-sig").splitlines()
    (own / "budget.csv").write_text("\n".join(line for line in lines if not line.startswith("T7")) + "\n", "utf-8")
    built = build(own, tmp_path / "out", ("json",))
    assert any("T7,预算数" in one.line for one in built.owed)
    assert "年初预算为0.00万元" not in (tmp_path / "out" / "disclosure.json").read_text("utf-8")


def test_books_without_openings_are_doubted(own: Path, tmp_path: Path) -> None:
    (own / "books" / "opening.csv").unlink()
    assert [hint.message for hint in build(own, tmp_path / "out", ("json",)).hints] == ["没有年初余额，按零处理"]
