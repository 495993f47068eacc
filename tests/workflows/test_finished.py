"""What is kept of a finished file comes back whole, or not at all."""

import pickle
import zlib
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.examination import Bound, Examination, Requirement, Tally
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.remark import ERROR, Remark
from mingzhang.workflows import finished
from mingzhang.workflows.figures import Figures
from mingzhang.workflows.finished import Audited, Finished, keep

DIGEST = "ab" * 32
REMARK = Remark(
    ERROR, "N6", "基本支出", "依据", "印错了", "说明六", Position("甲.pdf", 24, (1, 2, 3, 4)), "T6", "total", "决算数",
    "5377.64", "5364.75", "基本支出 5377.64 万元", "N6", "", ("后果",),
)  # fmt: skip
AUDITED = Audited(
    Examination(
        "甲.pdf", DIGEST, "PDF", 26, "甲局", 2024,
        requirements=(Requirement("N6", "基本支出", "narrative", "依据", Tally(1, 2, 3, 4), ("没有表6",)),),
        remarks=(REMARK,), bound=Bound(10, 9), statements=("T1", "T2"), hints=("提示",),
    ),
    Figures("T1[收入总计].金额\t100\t5000\t万元\t1000000\t2\t=1.00\t\t\t\t", "甲局部门决算", "甲局本级"),
)  # fmt: skip


def test_a_result_comes_back_as_it_was(tmp_path: Path) -> None:
    store = Finished(tmp_path)
    place = store.place(DIGEST)
    assert place is not None
    keep(AUDITED, place)
    assert store.recall(DIGEST, "甲.pdf") == AUDITED


def test_it_comes_back_under_the_path_at_which_the_file_is_met(tmp_path: Path) -> None:
    store = Finished(tmp_path)
    keep(AUDITED, store.place(DIGEST) or tmp_path)
    found = store.recall(DIGEST, "别处/乙.pdf")
    assert found == replace(AUDITED, examination=replace(AUDITED.examination, path="别处/乙.pdf"))


def test_another_file_other_waivers_or_companions_find_nothing(tmp_path: Path) -> None:
    keep(AUDITED, Finished(tmp_path).place(DIGEST) or tmp_path)
    assert Finished(tmp_path).recall("cd" * 32, "甲.pdf") is None
    assert Finished(tmp_path, "豁免").recall(DIGEST, "甲.pdf") is None
    assert Finished(tmp_path).recall(DIGEST, "甲.pdf", "others") is None


def test_another_edition_of_the_program_does_the_work_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(AUDITED, Finished(tmp_path).place(DIGEST) or tmp_path)
    monkeypatch.setattr(finished, "edition", lambda: "另一版")
    assert Finished(tmp_path).recall(DIGEST, "甲.pdf") is None


@pytest.mark.parametrize("damage", [lambda data: b"", lambda data: data[:-1], lambda data: b"\0" + data[1:]])
def test_a_damaged_result_is_none(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    store = Finished(tmp_path)
    place = store.place(DIGEST)
    assert place is not None
    keep(AUDITED, place)
    place.write_bytes(damage(place.read_bytes()))
    assert store.recall(DIGEST, "甲.pdf") is None


@pytest.mark.parametrize("value", [print, Path("x"), {"examination": 1}, Address("T1", "a", "b")])
def test_a_file_that_asks_for_anything_else_is_refused(tmp_path: Path, value: object) -> None:
    store = Finished(tmp_path)
    place = store.place(DIGEST)
    assert place is not None
    place.parent.mkdir()
    packed = zlib.compress(pickle.dumps(value))
    place.write_bytes(sha256(packed).digest() + packed)
    assert store.recall(DIGEST, "甲.pdf") is None


def test_without_a_directory_nothing_is_kept() -> None:
    assert Finished(None).place(DIGEST) is None
    assert Finished(None).recall(DIGEST, "甲.pdf") is None
