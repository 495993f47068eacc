"""GB/T 24589 files as different programs write them."""

import tracemalloc
from pathlib import Path

import pytest

from mingzhang.books.posting import Posting
from mingzhang.reading.accounting_xml import AccountingXml
from mingzhang.reading.mapping import ColumnMapping
from mingzhang.terms.classification import FundSource, Nature
from tests.reading.ledgers import read

ITEMS = ("支出功能分类", "部门支出经济分类", "资金性质", "支出性质")
MEANING = "".join(
    f"<科目辅助核算><科目编号>7201</科目编号><辅助项编号>{n}</辅助项编号><辅助项名称>{item}</辅助项名称>"
    f"<对应档案>D{n}</对应档案></科目辅助核算>"
    for n, item in enumerate(ITEMS, 1)
)
ARCHIVE = (
    "<自定义档案值><档案编码>D3</档案编码><档案值编码>11</档案值编码><档案值名称>一般公共预算</档案值名称></自定义档案值>"
    "<自定义档案值><档案编码>D4</档案编码><档案值编码>1</档案值编码><档案值名称>基本支出</档案值名称></自定义档案值>"
)
HEAD = "<记账凭证日期>20210305</记账凭证日期><记账凭证编号>1</记账凭证编号><记账凭证摘要>买&amp;卖</记账凭证摘要>"
SPENT = (
    "<科目编号>7201.01</科目编号><辅助项1编号>2080150</辅助项1编号><辅助项2编号>30201</辅助项2编号>"
    "<辅助项3编号>11</辅助项3编号><辅助项4编号>1</辅助项4编号><借方本币金额>5.00</借方本币金额><贷方本币金额>0</贷方本币金额>"
)
PAID = "<科目编号>8001</科目编号><借方本币金额>0</借方本币金额><贷方本币金额>5.00</贷方本币金额>"
FLAT = f"<记账凭证>{HEAD}{SPENT}</记账凭证><记账凭证>{HEAD}{PAID}</记账凭证>"
NESTED = f"<记账凭证>{HEAD}<分录>{SPENT}</分录><分录>{PAID}</分录></记账凭证>"
LISTED = f"<记账凭证>{HEAD}<分录列表><分录>{SPENT}</分录><分录>{PAID}</分录></分录列表></记账凭证>"


def ledger(path: Path, *parts: str, encoding: str = "UTF-8", root: str = "总账") -> Path:
    """A file of these records."""
    text = f'<?xml version="1.0" encoding="{encoding}"?><{root} xmlns="urn:x">{"".join(parts)}</{root}>'
    path.write_bytes(text.encode(encoding))
    return path


def essence(postings: list[Posting]) -> list[tuple[str, str, str, int, int]]:
    """Account, function, economic code and amounts."""
    return [(p.account, p.function, p.economic, p.debit, p.credit) for p in postings]


@pytest.mark.parametrize("vouchers", [FLAT, NESTED, LISTED], ids=["flat", "nested", "in a list"])
@pytest.mark.parametrize("encoding", ["UTF-8", "GB18030", "UTF-16"])
def test_vouchers_flat_and_nested_in_any_encoding(vouchers: str, encoding: str, tmp_path: Path) -> None:
    postings, faults = read(ledger(tmp_path / "a.xml", MEANING, ARCHIVE, vouchers, encoding=encoding))
    assert faults == ()
    assert essence(postings) == [("720101", "2080150", "30201", 500, 0), ("8001", "", "", 0, 500)]
    assert (postings[0].fund, postings[0].nature) == (FundSource.GENERAL, Nature.BASIC)
    assert (postings[0].summary, postings[0].place) == ("买&卖", "第1条分录")


def test_archives_in_a_file_of_their_own_are_read_first(tmp_path: Path) -> None:
    books = ledger(tmp_path / "1.xml", MEANING, FLAT)
    archives = ledger(tmp_path / "2.xml", ARCHIVE, root="公共档案")
    postings, faults = read(books, archives)
    assert faults == ()
    assert len(postings) == 2


def test_records_of_changing_shape_are_each_read_right(tmp_path: Path) -> None:
    other = SPENT.replace("<借方", "<汇率>1</汇率><借方").replace("<辅助项2编号>30201</辅助项2编号>", "")
    other = other.replace("<贷方", "<部门支出经济分类>30101</部门支出经济分类><贷方")
    records = "".join(f"<记账凭证>{HEAD}{part}</记账凭证>" for part in (SPENT, other, PAID, other, SPENT))
    postings, _ = read(ledger(tmp_path / "a.xml", MEANING, ARCHIVE, records.replace("买&amp;卖", "买")))
    assert [p.economic for p in postings] == ["30201", "30101", "", "30101", "30201"]


def balance(period: int, **amounts: str) -> str:
    """One period of 8001 in the element names of the standard."""
    names = {"opening": "期初本币余额", "debit": "借方本币金额", "credit": "贷方本币金额", "closing": "期末本币余额"}
    values = "".join(f"<{names[key]}>{value}</{names[key]}>" for key, value in amounts.items())
    sides = "<期初余额方向>借</期初余额方向><期末余额方向>借</期末余额方向>"
    number = f"<会计期间号>{period:02d}</会计期间号>"
    return f"<科目余额及发生额><科目编号>8001</科目编号>{number}{sides}{values}</科目余额及发生额>"


MONTHS = (
    balance(2, opening="15", debit="0", credit="3", closing="12"),
    balance(1, opening="10", debit="5", credit="0", closing="15"),
)


def test_beside_vouchers_the_first_period_gives_the_opening_balance(tmp_path: Path) -> None:
    postings, _ = read(ledger(tmp_path / "a.xml", MEANING, ARCHIVE, FLAT, *MONTHS))
    assert [(p.account, p.debit) for p in postings if p.opening] == [("8001", 1_000)]
    assert len(postings) == 3


def test_without_vouchers_the_periods_are_added_to_a_year(tmp_path: Path) -> None:
    postings, _ = read(ledger(tmp_path / "a.xml", *MONTHS))
    assert [(p.opening, p.debit, p.credit) for p in postings] == [(True, 1_000, 0), (False, 500, 0), (False, 0, 300)]


def test_a_balance_that_is_no_amount_is_named(tmp_path: Path) -> None:
    _, faults = read(ledger(tmp_path / "a.xml", balance(1, opening="1", debit="许多"), balance(2, debit="1")))
    assert (faults[0].column, faults[0].value, faults[0].message) == ("本年借方发生额", "许多", "不是金额")


def test_a_file_cut_short_is_a_fault_and_not_half_a_year(tmp_path: Path) -> None:
    path = ledger(tmp_path / "a.xml", MEANING, ARCHIVE, FLAT)
    path.write_bytes(path.read_bytes()[:-30])
    _, faults = read(path)
    assert [fault.message for fault in faults] == ["XML 不完整或有语法错误"]


def test_voided_vouchers_are_left_out(tmp_path: Path) -> None:
    void = FLAT.replace("</记账凭证>", "<作废标志>1</作废标志></记账凭证>")
    postings, _ = read(ledger(tmp_path / "a.xml", MEANING, ARCHIVE, void.replace("20210305", "20210306"), FLAT))
    assert len(postings) == 2


@pytest.mark.slow
def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    padding = "<工资><姓名>某</姓名></工资>" * 20_000
    path = ledger(tmp_path / "a.xml", MEANING, ARCHIVE, FLAT * 20_000, padding)
    tracemalloc.start()
    count = sum(1 for _ in AccountingXml(ColumnMapping()).lines(path))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 40_000
    assert peak < 20_000_000
