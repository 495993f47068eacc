"""What was recognised from pictures is not accused letter by letter, and no text makes a check fall over."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from mingzhang.audit.finding import Level

from .reading import audited, case, loud, read

BY_LETTER = ("TX.punctuation", "TX.character", "TX.bracket", "ID.name", "CL.path")
PIECES = (
    "（", "）", "“", "”", "。", "，", "；", "：", "\n", "## 一、", "（类）", "（款）", "（项）", "2021年度", "2020年",
    "万元", "1.00", "XX", "增加（减少）", "例州市水利局", "行政运行", "# 第四部分 名词解释\n", "截至2021年12月31日",
    "在职9人，", "其中：", "\t", "12", "____", "主要用于：", "与2021年度相比增加",
)  # fmt: skip


def test_letters_of_a_scan_are_hints_at_most() -> None:
    for rule in BY_LETTER:
        document = read(case(rule, failing=True))
        assert loud(document, rule)
        found = audited(replace(document, recognised=True), rule).findings
        assert [f.level for f in found] == [Level.INFO] * len(found) != []


def test_words_of_a_scan_still_count() -> None:
    assert loud(replace(read(case("PH.choice", failing=True)), recognised=True), "PH.choice")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40))
def test_any_text_is_looked_through(pieces: list[str]) -> None:
    front = "# 例州市水利局2021年度部门决算\n# 第三部分 决算情况说明\n## 一、收入支出决算总体情况说明\n"
    for finding in audited(read(front + "".join(pieces))).findings:
        assert finding.message
        assert finding.root
