"""One voucher line: what it must carry, what is wrong with it, and what a reversal or a transfer may leave out."""

from datetime import date

import pytest

from mingzhang.books.fault import Gravity
from mingzhang.books.raw import Raw
from mingzhang.terms.classification import FundSource, Nature
from tests.books.rules import GENERAL, SPENDING, VOUCHER, line, lines

ROUNDED = "数字超过15位，表格软件只保留15位有效数字，后面的位数已经丢失"


def errors(**values: Raw) -> list[tuple[str, str]]:
    """Column and message of the errors of one line."""
    return [(f.column, f.message) for f in line(**values)[1] if f.gravity is Gravity.ERROR]


def test_a_line_of_spending() -> None:
    posting, faults = line(**SPENDING, debit="100.00", project="P1", counterparty="002")
    assert faults == []
    assert posting is not None
    assert (posting.entity, posting.date, posting.debit, posting.credit) == ("001", date(2021, 3, 5), 10_000, 0)
    assert (posting.fund, posting.nature) == (FundSource.GENERAL, Nature.BASIC)
    assert (posting.project, posting.counterparty, posting.file, posting.place) == ("P1", "002", "a.csv", "第2行")


@pytest.mark.parametrize(
    ("left_out", "column", "message"),
    [
        ("fund", "fund", "缺资金性质"),
        ("function", "function", "缺支出功能分类代码"),
        ("nature", "nature", "缺支出性质"),
        ("economic", "economic", "缺部门支出经济分类代码"),
        ("account", "account", "没有会计科目编码"),
        ("date", "date", "没有凭证日期"),
        ("voucher", "voucher", "没有凭证号"),
    ],
)
def test_what_a_line_of_spending_must_carry(left_out: str, column: str, message: str) -> None:
    assert (column, message) in errors(**{**SPENDING, "debit": "1", left_out: ""})


@pytest.mark.parametrize("account", ["1002", "5001", "8001", "8202"], ids=["bank", "expense", "funds", "other balance"])
def test_accounts_that_need_no_dimensions(account: str) -> None:
    assert errors(account=account, debit="1") == []


@pytest.mark.parametrize(
    ("account", "needs"),
    [
        ("6001", {"fund", "function"}),
        ("8101", {"fund", "function"}),
        ("6101", {"function"}),
        ("7301", {"function"}),
        ("7201", {"fund", "function", "nature", "economic"}),
    ],
)
def test_what_each_account_needs(account: str, needs: set[str]) -> None:
    assert {column for column, _ in errors(account=account, debit="1")} == needs


TRANSFER = {"account": "7201", "function": "2080150", "fund": GENERAL}


@pytest.mark.parametrize(
    ("values", "must_say"),
    [
        ({"credit": "1", "date": "2021-12-31"}, False),
        ({"credit": "1", "summary": "年终结转"}, False),
        ({"debit": "-1", "date": "2021-12-31"}, False),
        ({"credit": "1"}, True),
        ({"debit": "-1"}, True),
        ({"debit": "1", "date": "2021-12-31"}, True),
        ({"debit": "1", "summary": "支付上年结转项目款"}, True),
    ],
)
def test_only_a_transfer_may_leave_out_what_was_bought(values: dict[str, Raw], must_say: bool) -> None:
    found = {column for column, _ in errors(**{**TRANSFER, **values})}
    assert found == ({"nature", "economic"} if must_say else set())


@pytest.mark.parametrize(
    ("values", "column", "message"),
    [
        ({"debit": "abc"}, "debit", "不是金额"),
        ({"debit": "1", "credit": "1"}, "credit", "同一行借方和贷方都有金额"),
        ({"debit": ""}, "debit", "没有金额"),
        ({"debit": "1", "date": "2020-12-31"}, "date", "日期不在2021年度内"),
        ({"debit": "1", "date": "三月"}, "date", "不是日期"),
        ({"debit": "1", "account": "9999"}, "account", "会计科目在2021年的科目表中没有"),
        ({"debit": "1", "account": "事业支出"}, "account", "不是会计科目编码"),
        ({"debit": "1", "function": "208"}, "function", "支出功能分类没有到项级"),
        ({"debit": "1", "function": "信息化"}, "function", "不是支出功能分类代码"),
        ({"debit": "1", "economic": "302"}, "economic", "部门支出经济分类没有到款级"),
        ({"debit": "1", "fund": "彩票"}, "fund", "不认识的资金性质"),
        ({"debit": "1", "nature": "杂项"}, "nature", "不认识的支出性质"),
        ({"debit": "1", "line": "甲"}, "line", "分录号不是整数"),
        ({"debit": "1", "entity": "002"}, "entity", "单位编码与本单位不符"),
        ({"amount": "1", "debit": ""}, "side", "没有写明借贷方向"),
        ({"debit": "1", "voucher": 123456789012345678.0}, "voucher", ROUNDED),
        ({"debit": "1", "fund": 123456789012345678.0}, "fund", ROUNDED),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_line(values: dict[str, Raw], column: str, message: str) -> None:
    assert (column, message) in errors(**{**SPENDING, **values})


def test_every_fault_of_a_line_is_found_at_once() -> None:
    found = errors(account="9999", date="x", voucher="", debit="y", fund="z")
    assert {column for column, _ in found} >= {"account", "date", "voucher", "debit", "fund"}


def test_a_retired_code_names_its_successor() -> None:
    _, faults = line(**{**SPENDING, "function": "2080199"}, debit="1")
    assert [(f.gravity, f.message, f.mend) for f in faults] == [
        (Gravity.ERROR, "支出功能分类代码在2021年已停用", "改用2021年的代码 2080198 旧名支出")
    ]


@pytest.mark.parametrize(("code", "message"), [("2080197", "尚未启用"), ("2089999", "未收录")])
def test_a_doubtful_code_is_only_a_hint(code: str, message: str) -> None:
    posting, faults = line(**{**SPENDING, "function": code}, debit="1")
    assert posting is not None
    assert [f.gravity for f in faults] == [Gravity.WARNING]
    assert message in faults[0].message


@pytest.mark.parametrize("written", ["2080150", 2080150.0, "208.01.50", "2080150 事业运行", "事业运行（2080150）"])
def test_a_code_in_the_spellings_that_occur(written: Raw) -> None:
    posting, faults = line(**{**SPENDING, "function": written}, debit="1")
    assert faults == []
    assert posting is not None
    assert posting.function == "2080150"


def test_a_negative_amount_is_a_reversal_and_valid() -> None:
    posting, faults = line(**SPENDING, debit="-100.00")
    assert faults == []
    assert posting is not None
    assert posting.debit == -10_000


@pytest.mark.parametrize(("side", "amounts"), [("借", (150, 0)), ("贷方", (0, 150)), ("Dr", (150, 0))])
def test_an_amount_with_its_side(side: str, amounts: tuple[int, int]) -> None:
    posting, _ = line(account="8001", amount="1.50", side=side)
    assert posting is not None
    assert (posting.debit, posting.credit) == amounts


def test_an_opening_balance_needs_neither_day_nor_number() -> None:
    posting, faults = line(account="8001", debit="5", kind="期初", date="", voucher="")
    assert faults == []
    assert posting is not None
    assert (posting.opening, posting.date, posting.voucher) == (True, None, "")


@pytest.mark.parametrize("void", ["1", "是", "作废", True])
def test_a_voided_line_is_none(void: Raw) -> None:
    assert line(account="8001", debit="5", void=void) == (None, [])


def test_a_line_marked_as_transfer_is_closing() -> None:
    posting, _ = line(**TRANSFER, credit="5", kind="结转", date="2021-12-31")
    assert posting is not None
    assert posting.closing


def test_empty_lines_are_passed_over_and_totals_mentioned() -> None:
    postings, faults = lines([{}, {"summary": "合 计", "debit": "100.00"}])
    assert postings == []
    assert [(f.gravity, f.place, f.message) for f in faults] == [(Gravity.WARNING, "第3行", "跳过了合计行")]


def entry(number: str, debit: str = "", credit: str = "") -> dict[str, Raw]:
    """A line without a line number."""
    return {**VOUCHER, "voucher": number, "line": "", "account": "8001", "debit": debit, "credit": credit}


def test_lines_without_numbers_are_counted_within_their_voucher() -> None:
    postings, _ = lines([entry("1", "5"), entry("1", "", "5"), entry("2", "7"), entry("2", "", "7")])
    assert [posting.line for posting in postings] == [1, 2, 1, 2]


def test_a_voucher_whose_lines_stand_apart_is_counted_on() -> None:
    postings, _ = lines([entry("1", "5"), entry("2", "7"), entry("1", "", "5"), entry("2", "", "7")])
    assert [posting.line for posting in postings] == [1, 1, 2, 2]


def test_a_number_used_again_after_it_balanced_starts_anew() -> None:
    postings, _ = lines([*_pair("1"), *_pair("2"), *_pair("1")])
    assert [posting.line for posting in postings] == [1, 2, 1, 2, 1, 2]


def _pair(number: str) -> list[dict[str, Raw]]:
    return [entry(number, "5"), entry(number, "", "5")]


def test_the_type_is_part_of_the_number_unless_it_is_there() -> None:
    numbers = [line(account="8001", debit="1", voucher=number, voucher_type="记")[0] for number in ("7", "记7")]
    assert [posting.voucher for posting in numbers if posting] == ["记-7", "记7"]


def test_faults_of_one_kind_are_listed_up_to_a_limit_and_the_rest_counted() -> None:
    _, faults = lines([{**VOUCHER, "account": "8001", "debit": "x"} for _ in range(1_200)])
    assert len(faults) == 1_001
    assert faults[-1].message == "不是金额：另有 200 处，没有逐一列出"
    assert faults[-1].place == "最后一处 第1201行"
