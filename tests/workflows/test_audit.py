"""Files in, findings out: one file, many files, files that mean harm, runs that are broken off."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from mingzhang.audit.report import as_json
from mingzhang.audit.waiver import Waiver
from mingzhang.disclosure.examination import Examination
from mingzhang.workflows import audit as audit_module
from mingzhang.workflows import surfaces
from mingzhang.workflows.audit import Round, Settings, audit
from mingzhang.workflows.build import Built
from mingzhang.workflows.desk import examine
from mingzhang.workflows.examine import audit_document
from mingzhang.workflows.isolation import Lost
from mingzhang.workflows.order import Order
from mingzhang.workflows.reading import Reading, read_file
from mingzhang.workflows.remarks import entry
from mingzhang.workflows.surfaces import publish_findings
from mingzhang.workflows.verdicts import documents, summary
from tests.workflows import audited as made


@pytest.fixture(scope="module")
def workbook(centre: Built) -> Path:
    """The centre's published statements."""
    return next(path for path in centre.files if path.suffix == ".xlsx")


@pytest.fixture
def near(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do the work in this very process: for tests of what is done with results, and not of isolation."""

    def done(work: Callable[[Order], object], tasks: list, *_: object):  # type: ignore[type-arg]
        yield from ((number, work(task.about)) for number, task in reversed(list(enumerate(tasks))))

    monkeypatch.setattr(audit_module, "isolated", done)


def loud(examination: Examination) -> list[tuple[str, str, str, str]]:
    """What is wrong: rule, figure, printed and expected."""
    return [
        (r.rule, f"{r.statement}[{r.row}].{r.column}", r.printed, r.expected) for r in examination.remarks if r.is_loud
    ]


def by_name(done: Round) -> dict[str, Examination]:
    return {Path(e.path).name: e for e in done.examinations}


# One file


def test_a_clean_file_has_nothing_above_info(tmp_path: Path) -> None:
    examination = examine(Order(made.small(tmp_path / "甲.md"), "0")).examination
    assert loud(examination) == []
    assert (examination.unit, examination.year, examination.stops) == (made.UNIT, 2024, False)
    assert examination.tally.passed > 30
    assert examination.statements == ("T3",)


def test_one_changed_figure_is_one_finding_at_that_figure(tmp_path: Path) -> None:
    path = made.small(tmp_path / "改.md", made.WRONG)
    examination = examine(Order(path, "0")).examination
    assert [found[1:] for found in loud(examination)] == [(made.FIGURE, made.WRONG, made.RIGHT)]
    (found,) = (r for r in examination.remarks if r.is_loud)
    assert found.position is not None
    assert found.position.line == made.line_of(path)
    assert len(found.consequences) >= 3
    assert found.label
    assert found.reference


def test_what_could_not_be_checked_is_neither_right_nor_wrong(tmp_path: Path) -> None:
    examination = examine(Order(made.small(tmp_path / "甲.md"), "0")).examination
    sums = next(r for r in examination.requirements if r.rule == "T5.1")
    assert (sums.tally.passed, sums.tally.violated, sums.tally.undetermined) == (0, 0, 1)
    assert sums.open == ("没有找到一般公共预算财政拨款支出决算表",)


def test_the_entry_in_findings_json_is_the_reports_own(tmp_path: Path) -> None:
    path = made.small(tmp_path / "改.md", made.WRONG)
    reading = read_file(path)
    assert isinstance(reading, Reading)
    report, _ = audit_document(reading.document)
    mine = entry(examine(Order(path, "0")).examination)
    lines = [found.pop("line", None) for found in mine["findings"]]  # type: ignore[attr-defined]
    assert mine == as_json(str(path), made.UNIT, 2024, report)
    assert lines[0] == made.line_of(path)


def test_a_waiver_answers_for_a_finding(tmp_path: Path) -> None:
    path = made.small(tmp_path / "改.md", made.WRONG)
    rule = next(r.rule for r in examine(Order(path, "0")).examination.remarks if r.is_loud)
    waiver = Waiver(rule, made.FIGURE, "王某", "补记")
    examination = examine(Order(path, "0", (waiver,))).examination
    assert [r.waived for r in examination.remarks if r.level == "error"] == ["王某：补记"]
    assert not examination.stops


# Several files


@pytest.mark.usefixtures("near")
def test_results_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    for name in ("丙", "甲", "乙"):
        made.small(tmp_path / f"{name}.md", unit=f"甲市{name}局")
    done = audit([tmp_path / "甲.md", tmp_path], Settings())
    assert [Path(e.path).name for e in done.examinations] == ["甲.md", *sorted(["丙.md", "乙.md"])]


@pytest.mark.usefixtures("near")
def test_the_same_file_twice_is_audited_once_and_said_to_be_the_same(tmp_path: Path) -> None:
    first, second = made.small(tmp_path / "1.md"), made.small(tmp_path / "2.md")
    done = audit([tmp_path], Settings())
    assert done.twins == {str(second): str(first)}
    one, two = done.examinations
    assert one.path != two.path
    assert one.remarks == two.remarks
    assert summary(done)["same_files"] == [{"path": str(second), "same_as": str(first)}]


@pytest.mark.usefixtures("near")
def test_finished_results_are_taken_up_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(tmp_path / "出")
    made.small(tmp_path / "甲.md", made.WRONG)
    first = audit([tmp_path], settings)
    monkeypatch.setattr(audit_module, "examine", lambda order: pytest.fail("done a second time"))
    again = audit([tmp_path], settings)
    assert again.recalled == 1
    assert documents(again) == documents(first)


@pytest.mark.usefixtures("near")
def test_an_interruption_leaves_what_is_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made.small(tmp_path / "1.md")
    made.small(tmp_path / "2.md", made.WRONG)
    settings = Settings(tmp_path / "出")

    def broken_off(step: str, count: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        audit([tmp_path], settings, broken_off)
    assert len(list((tmp_path / "出" / ".进度").glob("*.审"))) == 1
    assert audit([tmp_path], settings).recalled == 1


@pytest.mark.usefixtures("near")
def test_a_file_that_was_lost_is_named_and_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made.small(tmp_path / "甲.md")
    with monkeypatch.context() as patch:
        patch.setattr(audit_module, "examine", lambda order: Lost("60秒内没有做完，已停止"))
        done = audit([tmp_path], Settings(tmp_path / "出"))
    assert [e.refused for e in done.examinations] == ["60秒内没有做完，已停止"]
    assert [e.refused for e in audit([tmp_path], Settings(tmp_path / "出")).examinations] == [""]


@pytest.mark.usefixtures("near")
def test_two_files_of_one_unit_and_year_are_held_against_each_other(tmp_path: Path) -> None:
    made.small(tmp_path / "原.md")
    made.small(tmp_path / "改.md", made.WRONG)
    done = by_name(audit([tmp_path], Settings()))
    held = {name: r.tally for name, e in done.items() for r in e.requirements if r.rule == "X20"}
    assert all(tally.passed >= 20 and not tally.violated for tally in held.values())
    assert loud(done["原.md"]) == [], "what the other file has wrong is not this one's fault"
    assert len(loud(done["改.md"])) == 1


@pytest.mark.usefixtures("near")
def test_a_difference_that_no_relation_shows_is_found_by_the_other_file(tmp_path: Path) -> None:
    one, other = made.small(tmp_path / "1.md"), made.small(tmp_path / "2.md")
    text = one.read_text("utf-8")
    for old, new in (("12.91", "13.91"), ("193.13", "194.13"), ("128.13", "129.13")):
        text = text.replace(old, new)
    other.write_text(text, encoding="utf-8")
    done = audit([tmp_path], Settings())
    for examination in done.examinations:
        (found,) = (r for r in examination.remarks if r.is_loud)
        assert (found.rule, found.level) == ("X20", "warning")
        assert "本文件为" in found.message


@pytest.mark.usefixtures("near")
def test_last_years_file_is_what_this_year_compares_with(tmp_path: Path) -> None:
    made.small(tmp_path / "2023.md", year=2023)
    for name, change in (("对", "减少0.00万元"), ("错", "增加12.00万元，增长6.63%")):
        made.small(tmp_path / name / "2024.md", said=f"本年支出合计193.13万元。与2023年度相比，{change}。")
        done = by_name(audit([tmp_path / "2023.md", tmp_path / name], Settings()))
        found = {r.printed: r for r in done["2024.md"].remarks if r.is_loud}
        assert ("12.00" in found) == (name == "错"), [r.message for r in found.values()]
        assert loud(done["2023.md"]) == []
    assert "193.13 − 193.13" in found["12.00"].message


@pytest.mark.usefixtures("near")
def test_a_department_is_held_against_all_its_units(tmp_path: Path) -> None:
    made.small(tmp_path / "1.md", unit=f"{made.UNIT}（本级）", kind="单位")
    made.small(tmp_path / "2.md", unit=f"{made.UNIT}信息中心", kind="单位")
    names = f"纳入决算编制范围的单位共2个：{made.UNIT}（本级）、{made.UNIT}信息中心。"
    made.small(tmp_path / "部门.md", structure=names, times=2)
    done = by_name(audit([tmp_path], Settings()))
    assert loud(done["部门.md"]) == []
    held = next(r for r in done["部门.md"].requirements if r.rule == "X19")
    assert held.tally.passed >= 20
    made.small(tmp_path / "部门.md", structure=names, times=3)
    wrong = by_name(audit([tmp_path], Settings()))["部门.md"]
    assert {r.rule for r in wrong.remarks if r.is_loud} == {"X19"}
    assert all(len(r.row) == 7 for r in wrong.remarks if r.is_loud), "the deepest rows are the cause, not their sums"


# Files that mean harm


def hostile(folder: Path, workbook: Path) -> None:
    """One of each kind, and a good one."""
    folder.mkdir()
    made.small(folder / "好.md")
    made.bomb(folder / "炸弹.xlsx")
    made.encrypted_package(folder / "加密.docx")
    made.truncated(workbook, folder / "半截.xlsx")
    made.pdf(folder / "加密.pdf", encrypt=True)
    made.pdf(folder / "一万页.pdf", 10_000)
    made.pdf(folder / "绕圈.pdf", loop=True)
    (folder / "空.pdf").write_bytes(b"")
    (folder / "零.pdf").write_bytes(b"\0" * 5_000)
    (folder / "乱.ofd").write_bytes(bytes(range(256)) * 40)
    made.small(folder / "怪 名'\"$(x);\n𠮷.md")


@pytest.mark.slow
def test_bad_files_are_named_with_the_reason_and_the_good_one_is_audited(workbook: Path, tmp_path: Path) -> None:
    hostile(tmp_path / "收", workbook)
    done = by_name(audit([tmp_path / "收"], Settings(jobs=2, seconds=30)))
    good, twin = done.pop("好.md"), done.pop("怪 名'\"$(x);\n𠮷.md")
    assert good.tally.passed > 30
    assert twin.remarks == good.remarks
    assert {name for name, e in done.items() if not e.refused} == set()
    for name, word in (
        ("炸弹.xlsx", "异常地大"),
        ("加密.docx", "密码"),
        ("加密.pdf", "密码"),
        ("半截.xlsx", "损坏"),
        ("一万页.pdf", "页"),
        ("空.pdf", "空"),
        ("零.pdf", "空"),
    ):
        assert word in done[name].refused, name


def test_what_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = made.small(tmp_path / "锁.md")
    opened = Path.open

    def closed(self: Path, *args: object, **options: object):
        if self == locked:
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", closed)
    (examination,) = audit([locked], Settings()).examinations
    assert examination.refused == "打不开：Permission denied"


def test_what_is_no_file_or_far_too_large_is_not_even_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit_module, "_LARGEST", 1 << 8)
    paths = [tmp_path / "没有.pdf", made.small(tmp_path / "大.md")]
    reasons = [e.refused for e in audit(paths, Settings()).examinations]
    assert reasons[0] == "没有这个文件"
    assert reasons[1].startswith("文件有0兆字节，超过")


# What is left behind


@pytest.mark.usefixtures("near")
def test_a_run_leaves_findings_a_summary_a_workbook_and_reports(tmp_path: Path) -> None:
    made.small(tmp_path / "收" / "甲.md", made.WRONG)
    (tmp_path / "收" / "乙.txt").write_text("这不是决算公开", encoding="utf-8")
    settings = Settings(tmp_path / "出")
    done = audit([tmp_path / "收"], settings)
    files, failed = publish_findings(done, ("xlsx", "html", "pdf", "docx"), settings)
    assert failed == {}
    assert sorted(str(path.relative_to(tmp_path / "出")) for path in files) == sorted(
        ["findings.json", "summary.json", "findings.xlsx", "审核报告/甲.html", "整改意见/甲.docx"]
    )
    assert all(path.stat().st_size for path in files)
    kept = json.loads((tmp_path / "出" / "findings.json").read_text("utf-8"))
    assert kept == documents(done)
    assert [bool(d.get("unreadable")) for d in kept["documents"]] == [True, False]


@pytest.mark.usefixtures("near")
def test_of_many_files_each_has_a_check_table_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(surfaces, "_FEW", 1)
    for name in ("甲", "乙"):
        made.small(tmp_path / "收" / f"{name}.md", made.WRONG, unit=f"甲市{name}局")
    settings = Settings(tmp_path / "出")
    files, _ = publish_findings(audit([tmp_path / "收"], settings), ("xlsx",), settings)
    sheets = {path.name: load_workbook(path).sheetnames for path in files if path.suffix == ".xlsx"}
    whole = ["疑点", "检查表", "核对范围", "文件"]
    assert sheets == {"findings.xlsx": ["疑点", "文件"], "甲.xlsx": whole, "乙.xlsx": whole}


@pytest.mark.usefixtures("near")
def test_the_summary_counts_by_unit_and_by_rule(tmp_path: Path) -> None:
    made.small(tmp_path / "甲.md", made.WRONG)
    (tmp_path / "说明.wps").write_text("x", encoding="utf-8")
    data = summary(audit([tmp_path], Settings()))
    (unit,) = data["units"]
    assert (unit["error"], unit["year"], unit["path"]) == (1, 2024, str(tmp_path / "甲.md"))
    (rule,) = data["rules"]
    assert (rule["documents"], rule["error"]) == (1, 1)
    assert data["passed_over"] == {".wps": 1}
    assert data["coverage"]["passed"] == unit["passed"]


@pytest.mark.usefixtures("near")
def test_two_files_of_one_name_get_reports_of_their_own(tmp_path: Path) -> None:
    made.small(tmp_path / "收" / "1" / "决算.md")
    made.small(tmp_path / "收" / "2" / "决算.md", made.WRONG)
    settings = Settings(tmp_path / "出")
    files, _ = publish_findings(audit([tmp_path / "收"], settings), ("html",), settings)
    assert len({path for path in files if path.suffix == ".html"}) == 2


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("chmod") or os.name == "nt", reason="no rights there")
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_rights_is_told(tmp_path: Path) -> None:
    locked = made.small(tmp_path / "锁.md")
    locked.chmod(0)
    (examination,) = audit([locked], Settings()).examinations
    assert examination.refused.startswith("打不开")
