"""Which files are audited when somebody names files and folders."""

import os
from pathlib import Path

import pytest

from mingzhang.workflows.intake import take


def laid(root: Path, *names: str) -> Path:
    """A folder with these files in it."""
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    return root


def names(root: Path, *paths: Path, out: Path | None = None) -> list[str]:
    return [str(path.relative_to(root)) for path in take(paths, out).files]


def test_a_folder_is_gone_through_in_a_fixed_order(tmp_path: Path) -> None:
    laid(tmp_path, "乙.pdf", "甲.DOCX", "子/丙.ofd", "子/~$丙.docx", ".隐藏/丁.pdf", "说明.wps")
    assert names(tmp_path, tmp_path) == sorted(["乙.pdf", "甲.DOCX", "子/丙.ofd"])
    assert take([tmp_path]).others == {".wps": 1}


def test_a_file_that_is_named_is_taken_whatever_it_is_called(tmp_path: Path) -> None:
    laid(tmp_path, "决算", "决算.wps")
    assert names(tmp_path, tmp_path / "决算.wps", tmp_path / "决算") == ["决算.wps", "决算"]


def test_a_file_named_twice_is_taken_once(tmp_path: Path) -> None:
    laid(tmp_path, "甲.pdf")
    assert names(tmp_path, tmp_path / "甲.pdf", tmp_path) == ["甲.pdf"]


def test_the_results_of_earlier_runs_are_not_audited(tmp_path: Path) -> None:
    laid(tmp_path, "甲.pdf", "审核结果/甲.html")
    assert names(tmp_path, tmp_path, out=tmp_path / "审核结果") == ["甲.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_folder_that_leads_back_to_itself_ends(tmp_path: Path) -> None:
    laid(tmp_path, "子/甲.pdf")
    (tmp_path / "子" / "回").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "断").symlink_to(tmp_path / "没有")
    assert names(tmp_path, tmp_path) == ["子/甲.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_linked_folder_is_entered(tmp_path: Path) -> None:
    laid(tmp_path / "别处", "甲.pdf")
    (tmp_path / "这里").mkdir()
    (tmp_path / "这里" / "链").symlink_to(tmp_path / "别处", target_is_directory=True)
    assert names(tmp_path, tmp_path / "这里") == ["这里/链/甲.pdf"]


def test_a_folder_that_cannot_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    laid(tmp_path, "甲.pdf", "锁/乙.pdf")
    scan = os.scandir

    def closed(path: Path) -> object:
        if path.name == "锁":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", closed)
    intake = take([tmp_path])
    assert [path.name for path in intake.files] == ["甲.pdf"]
    assert [(path.name, why) for path, why in intake.closed] == [("锁", "Permission denied")]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes there")
def test_what_is_no_ordinary_file_is_left_alone(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管.pdf")
    assert take([tmp_path]).files == ()


def test_odd_names_are_names(tmp_path: Path) -> None:
    laid(tmp_path, "甲 乙\n丙'\"$(x).pdf", "𠮷.pdf")
    assert len(take([tmp_path]).files) == 2
