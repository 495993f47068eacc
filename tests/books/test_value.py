"""Single cells: amounts, days and texts in every spelling that occurs, and the refusals with their reasons."""

from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mingzhang.books.raw import Raw
from mingzhang.books.value import LARGEST, BadValue, as_day, as_fen, as_number, as_text, shown

ROUNDED = "数字超过15位，表格软件只保留15位有效数字，后面的位数已经丢失"


@pytest.mark.parametrize(
    ("value", "fen"),
    [
        ("1234.50", 123450), ("1,234.50", 123450), ("１２３４．５", 123450),
        ("1234.5元", 123450), ("￥1,234.50", 123450),
        ("(1,234.50)", -123450), ("（1234.50）", -123450), ("-1234.50", -123450), ("−1234.50", -123450), ("+3", 300),
        (".5", 50), ("7.", 700), ("", 0), (None, 0), ("—", 0), (" - ", 0), ("0.10", 10), (3, 300), (0.1 + 0.2, 30),
        (1234.5, 123450), (Decimal("1234.50"), 123450), (99_999_999.99, 9_999_999_999), ("00012.30", 1230),
    ],
)  # fmt: skip
def test_an_amount(value: Raw, fen: int) -> None:
    assert as_fen(value) == fen


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ("壹仟元", "不是金额"), ("12,34.50", "不是金额"), ("1.2.3", "不是金额"),
        ("1e5", "金额写成了科学计数法，位数已经丢失"),
        ("1.5万元", "金额单位不是元"), ("0.001", "金额比分还细"), (0.123, "金额比分还细"),
        (Decimal("0.001"), "金额比分还细"), (123456789012345678.0, ROUNDED),
        (float("nan"), "不是有效的数字"), (float("inf"), "不是有效的数字"), (Decimal("NaN"), "不是有效的数字"),
        (True, "这里应是金额"), (date(2021, 1, 1), "这里应是金额"), ("9" * 18, "金额大得不合理"),
        ("9" * 70 + ".00", "不是金额"),
        (LARGEST, "金额大得不合理"),
    ],
)  # fmt: skip
def test_no_amount(value: Raw, reason: str) -> None:
    with pytest.raises(BadValue) as refused:
        as_fen(value)
    assert refused.value.message == reason
    assert refused.value.mend


@given(st.integers(-(10**15), 10**15))
def test_an_amount_with_two_decimals_is_exact(fen: int) -> None:
    yuan = Decimal(fen).scaleb(-2)
    assert as_fen(f"{yuan:f}") == as_fen(f"{yuan:,f}") == as_fen(yuan) == fen


@given(st.integers(-(10**14), 10**14))
def test_a_spreadsheets_number_below_fifteen_digits_is_exact(fen: int) -> None:
    assert as_fen(fen / 100) == fen


@given(st.text() | st.floats() | st.decimals() | st.booleans() | st.dates() | st.integers() | st.none())
def test_whatever_a_cell_holds_is_read_or_refused(value: Raw) -> None:
    for read in (as_fen, as_number, as_day, as_text):
        with suppress(BadValue):
            read(value)


@pytest.mark.parametrize(
    "value",
    [
        "2021-03-05", "2021/3/5", "2021.3.5", "2021年3月5日", "20210305", "2021-03-05 00:00:00",
        "2021-03-05T08:30:00.0",
        "２０２１－３－５", 44260.0, 44260, "44260", 20210305.0, date(2021, 3, 5), datetime(2021, 3, 5, 8, 30),
    ],
)  # fmt: skip
def test_a_day(value: Raw) -> None:
    assert as_day(value) == date(2021, 3, 5)


@pytest.mark.parametrize("value", ["", None, "3月5日", "21-3-5", "2021-02-30", "05/03/2021", True, 1e300, 12.0])
def test_no_day(value: Raw) -> None:
    with pytest.raises(BadValue):
        as_day(value)


@pytest.mark.parametrize(
    ("value", "text"), [(" a ", "a"), (7201.0, "7201"), (7201, "7201"), (1.5, "1.5"), (None, ""), (True, "是")]
)
def test_a_text(value: Raw, text: str) -> None:
    assert as_text(value) == text


@pytest.mark.parametrize("value", [123456789012345678.0, float("nan")])
def test_a_code_that_a_spreadsheet_rounded_is_no_text(value: Raw) -> None:
    with pytest.raises(BadValue):
        as_text(value)


def test_a_quoted_value_stays_on_one_line_and_short() -> None:
    assert shown("a\nb\0c") == "a b c"
    assert len(shown("长" * 1000)) == 81
