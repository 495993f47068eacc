"""A heading names what the paragraphs below it speak of."""

import pytest

from tests.narrative.prose.document import mentions, understood
from tests.narrative.prose.notation import noted

CASES = [
    ("七、“三公”经费支出决算情况说明", "1.因公出国（境）费", "预算为2.00万元。", "T7[预算数].因公出国（境）费 = 2"),
    ("七、“三公”经费支出决算情况说明", "（三）公务接待费", "支出决算1.00万元。", "T7[决算数].公务接待费 = 1"),
    ("七、“三公”经费支出决算情况说明", "（一）总体情况", "支出决算为1.00万元。", "T7[决算数].合计 = 1"),
    ("二、收入决算情况说明", "（二）事业收入", "2021年度为3.00万元。", "T2[total].事业收入 = 3"),
    (
        "五、一般公共预算财政拨款支出决算情况说明",
        "1、教育支出（类）普通教育（款）小学教育（项）",
        "年初预算为4.00万元。",
        "T5[2050202].小计@年初预算 = 4",
    ),
    ("八、政府性基金预算财政拨款收入支出决算情况说明", "（一）总体情况", "支出决算为1.00万元。", "T8[total].小计 = 1"),
]


@pytest.mark.parametrize(("heading", "inner", "text", "expected"), CASES)
def test_a_paragraph_speaks_of_what_its_heading_names(heading: str, inner: str, text: str, expected: str) -> None:
    read = understood(f"# {heading}\n## {inner}\n{text}", {"T5[2050202].小计": 4}, 2021)
    assert [noted(claim) for _, claim in mentions(read)] == [expected]
