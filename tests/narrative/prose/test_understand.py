"""What holds of any text: not a character changes, nothing is raised, and length costs no more than length."""

import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Amount
from mingzhang.disclosure.section import Paragraph, Words
from mingzhang.narrative.prose import share_bound, unbound, understand
from mingzhang.standards.codes import economic_codes, function_codes
from tests.depth import examples
from tests.narrative.prose.document import document, mentions, understood
from tests.narrative.prose.notation import noted

HEADINGS = (
    "一、收入支出决算总体情况说明",
    "二、收入决算情况说明",
    "三、支出决算情况说明",
    "四、财政拨款收入支出决算总体情况说明",
    "五、一般公共预算财政拨款支出决算情况说明",
    "（三）一般公共预算财政拨款支出决算具体情况",
    "六、一般公共预算财政拨款基本支出决算情况说明",
    "七、“三公”经费支出决算情况说明",
    "八、政府性基金预算财政拨款收入支出决算情况说明",
    "九、国有资本经营预算财政拨款支出决算情况说明",
    "十、机关运行经费支出说明",
    "十一、政府采购支出说明",
    "十二、国有资产占用情况说明",
    "十三、预算绩效情况说明",
    "十四、其他重要事项",
    "名词解释",
    "三、部门人员构成",
    "",
)
PIECES = (
    *[
        "收、支总计",
        "本年收入合计",
        "财政拨款收入",
        "基本支出",
        "项目支出",
        "教育支出（类）",
        "小学教育（项）",
        "（类）",
        "“三公”经费",
        "公务接待费",
    ],
    *[
        "公务用车购置及运行维护费",
        "政府采购",
        "机关运行经费",
        "人员经费",
        "主要包括：办公费、水费",
        "年初预算为",
        "支出决算为",
        "决算数",
    ],
    *[
        "预算数",
        "完成年初预算的",
        "占",
        "的",
        "比",
        "较",
        "与",
        "相比",
        "2020年度",
        "2021年",
        "上年",
        "同比",
        "增加",
        "减少",
        "（减少）",
        "增长",
        "下降",
        "持平",
    ],
    *[
        "大于",
        "小于",
        "等于",
        "各",
        "分别为",
        "分别",
        "和",
        "其中：",
        "主要原因是",
        "主要用于",
        "无",
        "没有",
        "12.34万元",
        "1,234.56万元",
        "0",
        "5.6%",
        "7％",
    ],
    *[
        "3辆",
        "2批次",
        "26人次",
        "1台（套）",
        "2010301",
        "1.",
        "（一）",
        "一是",
        "，",
        "。",
        "；",
        "、",
        "（",
        "）",
        " ",
        "-",
        "—",
        "．",
        "，123",
        "元",
        "亿元",
        "x",
        "𠀀",
    ],
    *("\u3000", "\u00a0", "\u0000", "\n", "9" * 50),
)
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
    st.text(max_size=80),
    st.text(alphabet="0123456789.,，%％万元亿年度月日（）()、。；：比占增减 \n", max_size=60),
)


def one(text: str, heading: str) -> Paragraph:
    """The only paragraph of a section, after it was read; its second half was bold."""
    half = len(text) // 2
    runs = (Words(text[:half]), Words(text[half:], bold=True))
    raw = Paragraph(tuple(run for run in runs if run.text))
    unread = document(f"# {heading}\nx", {"T5[205].小计": 12.34, "T5[2050202].小计": 12.34}, 2021)
    section = replace(unread.parts[0].sections[0], blocks=(raw,))
    whole = replace(unread, parts=(replace(unread.parts[0], sections=(section,)),))
    read = understand(whole, function_codes(), economic_codes())
    assert 0 <= share_bound(read) <= 1
    assert not any(figure.bound for figure in unbound(read))
    block = read.parts[0].sections[0].blocks[0]
    assert isinstance(block, Paragraph)
    return block


@settings(max_examples=examples(100), deadline=None)
@given(TEXTS, st.sampled_from(HEADINGS))
def test_any_text_stays_as_it_is(text: str, heading: str) -> None:
    read = one(text, heading)
    assert read.text == text
    assert all(run.text for run in read.runs)
    bold = [run.bold for run in read.runs for _ in run.text if isinstance(run, Words)]
    assert bold == sorted(bold), "what was bold stays bold"


LONG = (
    "收、支总计各减少13.94万元，下降6.73%，",
    "其中：基本支出128.13万元，占66.35%；",
    "教育支出（类）普通教育（款）小学教育（项）",
    "分别",
    "（",
    "(类)",
    "9",
    "1 ",
    "，",
    "基本支出和",
    "比上年",
    "主要",
    "年度",
    "1.",
    "。",
    "无",
    "一",
)


def took(piece: str, heading: str, length: int) -> float:
    """The seconds of work on a paragraph of this length made of this piece."""
    one(piece, heading)
    start = time.process_time()
    one(piece * (length // len(piece)), heading)
    return time.process_time() - start


@pytest.mark.parametrize("piece", LONG[:3])
def test_a_long_paragraph_is_soon_read(piece: str) -> None:
    assert took(piece, HEADINGS[5], 5_000) < 2


@pytest.mark.slow
@pytest.mark.parametrize("piece", LONG)
@pytest.mark.parametrize("heading", [HEADINGS[1], HEADINGS[5], HEADINGS[7], HEADINGS[-1]])
def test_no_text_takes_long_for_its_length(piece: str, heading: str) -> None:
    assert took(piece, heading, 66_000) < 10


def test_prose_facts_never_stand_in_for_what_a_statement_prints() -> None:
    text = "# 七、“三公”经费支出决算情况说明\n“三公”经费支出年初预算为2.00万元，支出决算为1.00万元。"
    read = understood(text, {"T7[决算数].合计": 3}, 2021)
    assert read.fact("T7[决算数].合计").value == 3_000_000
    assert Address.parse("T7[预算数].合计") not in read.facts


def test_of_two_statements_of_one_figure_the_first_is_the_figure() -> None:
    text = (
        "# 五、一般公共预算财政拨款支出决算情况说明\n"
        "一般公共预算财政拨款支出年初预算为2.00万元。\n"
        "一般公共预算财政拨款支出年初预算为2.50万元。"
    )
    read = understood(text, {}, 2021)
    assert read.fact("T5[total].小计@年初预算").value == 2_000_000
    assert [noted(c) for _, c in mentions(read) if isinstance(c, Amount)] == [
        "T5[total].小计@年初预算 = 2",
        "T5[total].小计@年初预算 = 2.5",
    ]


def test_mentions_stand_in_order_and_apart() -> None:
    read = one("收、支总计193.13万元，与2020年度相比，各减少13.94万元，下降6.73%。", HEADINGS[0])
    spans = [(start, start + len(mention.text)) for start, mention in read.mentions()]
    assert len(spans) == 3
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
