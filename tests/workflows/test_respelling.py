"""In a scan a name one letter off is taken for the official one; printed names are left as they are."""

from dataclasses import replace

import pytest

from mingzhang.disclosure.document import Disclosure
from mingzhang.standards.codes import economic_codes, function_codes
from mingzhang.workflows.examine import audit_document
from mingzhang.workflows.reading import read_text
from mingzhang.workflows.respelling import respelled

TEXT = """# 某局2023年度部门决算

# 第二部分 报表

## 支出决算表

单位：万元

科目编码	科目名称	本年支出合计	基本支出	项目支出
合计		10.00	10.00	0.00
208	社会保障和就业支出	10.00	10.00	0.00
20805	行政事业单位养老支出	10.00	10.00	0.00
2080505	{name}	10.00	10.00	0.00
"""
OFFICIAL = "机关事业单位基本养老保险缴费支出"


def document(name: str, *, recognised: bool) -> Disclosure:
    read = replace(read_text(TEXT.format(name=name)), recognised=recognised)
    return respelled(read, function_codes(), economic_codes())


@pytest.mark.parametrize("name", ["机关事业单位基木养老保险缴费支出", "机关事业单位基本养老保险缴费支", OFFICIAL])
def test_a_name_of_a_scan(name: str) -> None:
    found = [getattr(cell, "text", "") for cell in document(name, recognised=True).statement("T3").body[3]]
    assert OFFICIAL in found


def test_a_printed_name_stays_as_it_is() -> None:
    report, _ = audit_document(document("机关事业单位基木养老保险缴费支出", recognised=False))
    assert any(found.printed == "机关事业单位基木养老保险缴费支出" for found in report.findings)


def test_another_name_altogether_stays_in_a_scan_too() -> None:
    found = [
        getattr(cell, "text", "") for cell in document("职业年金缴费支出", recognised=True).statement("T3").body[3]
    ]
    assert "职业年金缴费支出" in found
