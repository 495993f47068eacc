"""Corrections of earlier years are part of what the year began with, so that beginning + income = spending + end."""

import shutil
from pathlib import Path

from mingzhang.disclosure.address import Address
from mingzhang.workflows.build import build
from tests.conftest import CENTRE

RETURNED = (
    "2021-02-01,更正01,1,收回以前年度多付网络费,800101,资金结存,,,一般公共预算财政拨款,,,,500.00,\n"
    "2021-02-01,更正01,2,收回以前年度多付网络费,8101,财政拨款结转,2080108,,一般公共预算财政拨款,,,,,500.00\n"
)


def test_money_returned_from_earlier_years_is_in_the_adjusted_opening(tmp_path: Path) -> None:
    own = Path(shutil.copytree(CENTRE, tmp_path / "centre", ignore=shutil.ignore_patterns("out")))
    with (own / "books" / "vouchers.csv").open("a", encoding="utf-8") as file:
        file.write(RETURNED)
    built = build(own, tmp_path / "out", ("json",))
    facts = built.accounts.facts
    shown = {
        text: facts[Address.parse(text)].value
        for text in ("T1[年初结转和结余].金额", "T1[年末结转和结余].金额", "T4[年初-一般公共预算财政拨款].金额")
    }
    assert shown == dict.fromkeys(shown, 50_000)
    assert facts[Address.parse("T1[收入总计].金额")].value == facts[Address.parse("T1[支出总计].金额")].value
    assert [f.message for f in built.report.findings if f.level.value == "error"] == []
