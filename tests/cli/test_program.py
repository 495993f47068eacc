"""The program as people type it: what it says, and the code it leaves with."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mingzhang.cli import program
from mingzhang.cli.explain import as_meant
from mingzhang.cli.language import chosen
from mingzhang.cli.program import main, run
from tests.conftest import CENTRE


def called(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    """The exit code, what was printed, and what was said on the side."""
    code = run([str(argument) for argument in arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_help_teaches_the_first_steps(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = called(capsys, "--help")
    assert code == 0
    for word in ("mingzhang new", "mingzhang build", "mingzhang explain", "退出码", "用法：", "选项"):
        assert word in out


@pytest.mark.parametrize("command", ["audit", "build", "check", "explain", "new", "rules", "codes", "completion"])
def test_every_command_has_help_with_an_example(capsys: pytest.CaptureFixture[str], command: str) -> None:
    code, out, _ = called(capsys, command, "--help")
    assert code == 0
    assert out.startswith(f"用法：mingzhang {command}")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("bulid",), "是否应为 build"),
        (("build", "--formt", "pdf", "."), "没有 --formt 这个选项"),
        (("build",), "缺少参数"),
        (("build", "没有这个目录"), "不可用"),
        (("explain", CENTRE, "T5"), "写法如"),
        (("explain", CENTRE, "T5[2080108].项目之处"), "T5[2080108].项目支出"),
        (("new", CENTRE), "没有写入任何内容"),
    ],
)
def test_wrong_use_says_what_and_leaves_with_two(
    capsys: pytest.CaptureFixture[str], arguments: tuple[object, ...], said: str
) -> None:
    code, _, err = called(capsys, *arguments)
    assert code == 2
    assert said in err


def test_build_tells_what_it_made(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, err = called(capsys, "build", CENTRE, "-o", tmp_path, "-f", "csv")
    assert (code, err) == (0, "")
    for words in ("收入总计 193.13万元", "649 行分录", "错误 0", "facts.csv", "mingzhang explain"):
        assert words in out
    assert (tmp_path / "facts.csv").exists()


def test_json_is_all_there_is_on_standard_output(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, _ = called(capsys, "build", CENTRE, "-o", tmp_path, "-f", "json", "--json")
    summary = json.loads(out)
    assert code == 0
    assert summary["published"] is True
    assert summary["findings"]["error"] == 0


def test_refused_input_is_listed_and_saved_beside_it(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    own = Path(shutil.copytree(CENTRE, tmp_path / "centre", ignore=shutil.ignore_patterns("out")))
    path = own / "books" / "vouchers.csv"
    path.write_text(path.read_text("utf-8-sig").replace("2021-01-04", "2020-01-04"), encoding="utf-8")
    code, out, err = called(capsys, "build", own)
    assert (code, out) == (2, "")
    assert "vouchers.csv" in err
    assert (own / "差错清单.xlsx").exists()
    assert not (own / "out").exists()


def test_check_says_that_the_input_is_in_order(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = called(capsys, "check", CENTRE)
    assert code == 0
    assert "输入可用" in out


def test_explain_draws_the_tree_down_to_the_voucher(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = called(capsys, "explain", CENTRE, "T5[2080108].小计")
    assert code == 0
    assert "T5[2080108].小计　65.00万元（649,978.91元）" in out
    assert "记01-003" in out
    assert "相加 649,978.91元" in out


def test_explain_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = called(capsys, "explain", CENTRE, "T6[30228].决算数", "--json", "--all")
    tree = json.loads(out)
    assert tree["agrees"] is True
    assert len(tree["lines"]) == tree["count"]


def test_codes_and_rules_are_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert "2080108  信息化建设" in called(capsys, "codes", "2080108", "-y", "2021")[1]
    assert "没有与" in called(capsys, "codes", "不存在的名称")[2]
    assert "T1.1" in called(capsys, "rules", "T1")[1]


def test_the_language_is_known_before_the_commands_are_built() -> None:
    assert chosen(["--lang", "en"], {}) == "en"
    assert chosen(["build", "--lang=en"], {}) == "en"
    assert chosen(["build"], {"MINGZHANG_LANG": "en"}) == "en"
    assert chosen(["build"], {}) == "zh"


def test_english_and_a_narrow_console_in_a_process_of_its_own() -> None:
    command = [sys.executable, "-m", "mingzhang.cli", "--lang", "en", "--help"]
    english = subprocess.run(command, capture_output=True, check=True, env={"PYTHONIOENCODING": "utf-8"})
    assert b"Usage: mingzhang" in english.stdout
    narrow = subprocess.run([*command[:3], "--help"], capture_output=True, check=True, env={"PYTHONIOENCODING": "gbk"})
    assert "用法" in narrow.stdout.decode("gbk")


def test_the_completion_script_names_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    assert "_MINGZHANG_COMPLETE" in called(capsys, "completion", "bash")[1]


def test_a_place_that_cannot_be_written_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    code, _, err = called(capsys, "build", CENTRE, "-o", tmp_path / "file" / "out", "-f", "csv")
    assert code == 2
    assert "不能读写" in err


def test_a_bug_is_not_mistaken_for_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "run", lambda _: 1 // 0)
    with pytest.raises(SystemExit) as left:
        main([])
    assert left.value.code == 70


@pytest.mark.parametrize("written", ["t5[合计].小计", "T5【total】.小计", " T5[total]。小计 "])
def test_an_address_is_understood_as_it_was_meant(written: str) -> None:
    assert as_meant(written) == "T5[total].小计"
