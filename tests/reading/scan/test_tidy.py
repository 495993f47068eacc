"""Slips of recognition are put right only where nothing else can be meant."""

import pytest

from mingzhang.reading.scan.recognise import Said
from mingzhang.reading.scan.tidy import tidy


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("1,234,56", "1,234.56"), ("1.234.56", "1234.56"), ("12，345.67", "12,345.67"), ("0. 00", "0.00"),
        ("2080108", "2080108"), ("12.3", "12.3"), ("基本支出(元)", "基本支出（元）"), ("", ""), ("—", "—"),
        ("支出1,234,56万元,增长3. 21%", "支出1,234.56万元，增长3.21%"), ("3. 2021年度", "3. 2021年度"),
        ("卫生健康支出（类）行政事业单位医疗款)", "卫生健康支出（类）行政事业单位医疗（款）"), ("12,34", "12.34"),
        ("养老支出（款事业单位离退休(项)", "养老支出（款）事业单位离退休（项）"), ("（类款项）", "（类款项）"),
    ],
)  # fmt: skip
def test_a_slip(read: str, meant: str) -> None:
    assert tidy(read) == meant


@pytest.mark.parametrize(
    ("text", "sure"),
    [("支出112万元", False), ("支出1.12万元", True), ("完成100%", True), ("65.0033.65%", False), ("共12人", True)],
)
def test_what_may_have_lost_its_point_is_doubtful(text: str, sure: bool) -> None:
    assert Said(text, 0.99, 0.99).is_sure == sure
