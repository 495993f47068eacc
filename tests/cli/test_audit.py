"""`mingzhang audit` as people type it: what it says, what it writes, and the code it leaves with."""

import json
from pathlib import Path

import pytest

from mingzhang.cli.program import run
from mingzhang.workflows import audit as audit_module
from mingzhang.workflows import surfaces
from mingzhang.workflows.isolation import Lost
from tests.workflows import audited as made

LETTER = "各位同事：本周五下午三点在三楼会议室开会，请准时参加，有事请假。\n" * 20


@pytest.fixture(autouse=True)
def near(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do the work in this process; isolation has tests of its own."""

    def done(work, tasks, jobs: int, megabytes: int, tools: str = "", told=None):
        yield from ((number, work(task.about)) for number, task in enumerate(tasks))

    monkeypatch.setattr(audit_module, "isolated", done)
    monkeypatch.setattr(surfaces, "isolated", done)


def called(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """The exit code, what was printed, and what was said on the side."""
    code = run(["audit", *map(str, arguments)])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_one_file_is_told_in_full(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = made.small(tmp_path / "改.md", made.WRONG)
    code, out, err = called(capsys, path, "-o", tmp_path / "出")
    assert code == 1
    lines = out.splitlines()
    assert lines[0].startswith(f"{made.UNIT} 2024年度")
    assert lines[1].startswith("校验：")
    assert "无法判断：没有找到收入支出决算总表（X1、" in out
    assert f"第{made.line_of(path)}行 表3 支出决算表 2080150 事业运行 基本支出　{made.WRONG} → {made.RIGHT}" in out
    assert "疑点：错误 1，警告 0" in out
    assert out.index("校验：") < out.index("疑点：") < out.index("[错误]")
    assert err == ""


def test_a_clean_file_leaves_with_zero(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, _ = called(capsys, made.small(tmp_path / "甲.md"), "-o", tmp_path / "出")
    assert code == 0
    assert "错误 0，警告 0" in out


def test_json_prints_nothing_but_json_and_writes_no_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    made.small(tmp_path / "改.md", made.WRONG)
    code, out, _ = called(capsys, "改.md", "--json")
    (document,) = json.loads(out)["documents"]
    assert code == 1
    assert (document["path"], document["unit"], document["year"]) == ("改.md", made.UNIT, 2024)
    assert set(document["coverage"]) == {"passed", "violated", "undetermined", "not_applicable"}
    first = document["findings"][0]
    assert (first["level"], first["printed"], first["expected"]) == ("error", made.WRONG, made.RIGHT)
    assert [path.name for path in tmp_path.iterdir()] == ["改.md"]


def test_a_folder_is_told_as_tables(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    made.small(tmp_path / "收" / "好.md", unit="甲市丁局")
    made.small(tmp_path / "收" / "改.md", made.WRONG)
    made.small(tmp_path / "收" / "又.md", made.WRONG)
    (tmp_path / "收" / "坏.pdf").write_bytes(b"")
    (tmp_path / "收" / "信.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "收" / "表.wps").write_bytes(b"x")
    code, out, _ = called(capsys, tmp_path / "收", "-o", tmp_path / "出")
    assert code == 1
    assert "收到 5 份文件，审核了 3 份" in out
    assert "略过其他格式的文件：.wps 1" in out
    assert "是同一文件" in out
    units = [line.split() for line in out.splitlines() if "甲市" in line and ".md" in line and "是同一" not in line]
    assert [line[:3] for line in units] == [[made.UNIT, "2024", "1"]] * 2 + [["甲市丁局", "2024", "0"]]
    assert "没有审核的 2 份：" in out
    assert "坏.pdf　文件是空的" in out
    assert "信.txt　没有找到决算报表" in out
    assert (tmp_path / "出" / "审核报告").is_dir()
    assert json.loads((tmp_path / "出" / "summary.json").read_text("utf-8"))["files"] == 5


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("好.md",), 0),
        (("好.md", "信.txt"), 0),
        (("信.txt",), 2),
        (("坏.pdf",), 2),
        (("好.md", "坏.pdf"), 2),
        (("改.md", "坏.pdf"), 1),
    ],
)
def test_the_exit_code_says_what_came_of_it(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, names: tuple[str, ...], code: int
) -> None:
    made.small(tmp_path / "好.md", unit="甲市丁局")
    made.small(tmp_path / "改.md", made.WRONG)
    (tmp_path / "坏.pdf").write_bytes(b"")
    (tmp_path / "信.txt").write_text(LETTER, encoding="utf-8")
    assert called(capsys, *(tmp_path / name for name in names), "--json")[0] == code


def test_waivers_answer_for_findings_and_those_of_no_use_are_told(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path, waivers = made.small(tmp_path / "改.md", made.WRONG), tmp_path / "豁免.toml"
    rule = json.loads(called(capsys, path, "--json")[1])["documents"][0]["findings"][0]["rule"]
    entry = '[[waiver]]\nrule = "{}"\nplace = "{}"\nby = "王某"\nreason = "补记"\n'
    waivers.write_text(entry.format(rule, made.FIGURE) + entry.format("T1.1", "T1"), encoding="utf-8")
    code, out, err = called(capsys, path, "--json", "--waivers", waivers)
    assert code == 0
    assert json.loads(out)["documents"][0]["findings"][0]["waived"] == "王某：补记"
    assert "豁免没有用到，请删去：T1.1 T1" in err


@pytest.mark.parametrize("text", ["[[waiver]]\nrule = 1\n", "不是 TOML", "其他 = 1"])
def test_faults_of_the_waivers_are_told(capsys: pytest.CaptureFixture[str], tmp_path: Path, text: str) -> None:
    waivers = tmp_path / "豁免.toml"
    waivers.write_text(text, encoding="utf-8")
    code, _, err = called(capsys, made.small(tmp_path / "甲.md"), "--json", "--waivers", waivers)
    assert code == 2
    assert "豁免.toml" in err


def test_an_interruption_says_how_to_go_on(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken_off(*_: object) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(audit_module, "isolated", broken_off)
    code, _, err = called(capsys, made.small(tmp_path / "甲.md"), "-o", tmp_path / "出")
    assert code == 130
    assert "再运行同一条命令" in err


def test_a_fault_of_the_program_is_told_once_and_is_no_finding(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit_module, "examine", lambda order: Lost("程序出错", "Traceback …\nKeyError: 'x'"))
    made.small(tmp_path / "1.md")
    made.small(tmp_path / "2.md", made.WRONG)
    code, out, err = called(capsys, tmp_path, "--json")
    assert code == 70
    assert [d["unreadable"] for d in json.loads(out)["documents"]] == ["程序出错"] * 2
    assert err.count("KeyError") == 1
    assert "1.md、" in err


def test_a_report_that_cannot_be_made_is_told_and_the_findings_stay(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surfaces, "draw", lambda surface: Lost("60秒内没有做完，已停止"))
    code, _, err = called(capsys, made.small(tmp_path / "甲.md"), "-o", tmp_path / "出", "-f", "html")
    assert code == 0
    assert "没有生成" in err
    assert (tmp_path / "出" / "findings.json").exists()


def test_wrong_use_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = called(capsys, "没有这个文件.pdf")
    assert code == 2
    assert "不可用" in err
    assert called(capsys)[0] == 2


def test_results_that_cannot_be_written_are_wrong_use(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("x", encoding="utf-8")
    code, _, err = called(capsys, made.small(tmp_path / "甲.md"), "-o", tmp_path / "文件" / "出")
    assert code == 2
    assert "不能读写" in err
