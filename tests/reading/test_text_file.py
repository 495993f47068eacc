"""Plain text and Markdown: lines keep their numbers, tables their cells, and marks are no text."""

from pathlib import Path

import pytest

from mingzhang.disclosure.table import Table
from mingzhang.reading.refusal import Refused
from mingzhang.reading.text_file import read_text_file, transcript_of_text
from mingzhang.reading.transcript import TextLine


def lines(text: str) -> list[TextLine]:
    """The lines of a text."""
    return list(transcript_of_text(text, "例.md").lines())


def table(text: str) -> list[list[str]]:
    """The cells of the only table of a text."""
    (found,) = transcript_of_text(text, "例.md").tables()
    return [[cell.text for cell in row] for row in found.rows]


def test_headings_have_levels_and_lines_have_numbers() -> None:
    found = lines("# 2023 年度部门决算\n\n## 第一部分 概况\n\n一、主要职能\n")
    assert [(line.text, line.level, line.position.line) for line in found] == [
        ("2023 年度部门决算", 1, 1),
        ("第一部分 概况", 2, 3),
        ("一、主要职能", 0, 5),
    ]


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("**人员经费** 126.34 万元，主要包括：基本工资。", "人员经费 126.34 万元，主要包括：基本工资。"),
        ("- （一）推进制卡工作。", "（一）推进制卡工作。"),
        ("<p>增长 5%，其中 A<5% 而 B>3%。</p>", "增长 5%，其中 A<5% 而 B>3%。"),
        ("<!--[if !supportLists]-->一、<!--[endif]-->收入", "一、收入"),
        ("7*24小时不间断，5*8小时值守", "7*24小时不间断，5*8小时值守"),
        ("收入&nbsp;10&lt;12 万元", "收入 10<12 万元"),
        ("支出\\_12.5 万元", "支出_12.5 万元"),
        ("## **八、政府性基金**", "八、政府性基金"),
        ("全角　空格\u200b与\ufeff无宽字符", "全角　空格与无宽字符"),
    ],
)
def test_marks_are_no_text(printed: str, said: str) -> None:
    assert [line.text for line in lines(printed)] == [said]


@pytest.mark.parametrize(
    "printed", ["|---|---|", "- 12 -", "— 3 —", "第 3 页 共 20 页", "---", "![](image.png)", "```"]
)
def test_page_numbers_and_rules_are_left_out(printed: str) -> None:
    assert [line.text for line in lines(f"收入。\n\n{printed}\n\n支出。")] == ["收入。", "支出。"]


def test_a_number_at_the_end_of_a_page_is_left_out_and_lines_keep_theirs() -> None:
    found = lines("收入。\n\n     12\n\n\f支出。\n7\n")
    assert [(line.text, line.position.line) for line in found] == [("收入。", 1), ("支出。", 5), ("7", 6)]


def test_ragged_rows_are_padded_and_blank_lines_lie_within() -> None:
    text = "项目\t行次\t金额\n一、收入\t1\t193.13\n\n总计\t30\t<b>193.13</b>\n"
    assert table(text) == [["项目", "行次", "金额"], ["一、收入", "1", "193.13"], ["总计", "30", "193.13"]]
    assert table("编码\t名称\t小计\t基本\n208\t社保\t1.00\n") == [
        ["编码", "名称", "小计", "基本"],
        ["208", "社保", "1.00", ""],
    ]


def test_a_cell_that_spilled_over_is_one_cell() -> None:
    text = (
        "编码\t名称\t小计\t基本\n208\t社会保障\t1.00\t1.00\n2080505\t养老保险\n缴费支出\t2.00\t2.00\n合计\t\t3.00\t3.00"
    )
    assert table(text)[2] == ["2080505", "养老保险\n缴费支出", "2.00", "2.00"]
    assert table("序号\t完成情况\n1\t全年制卡\n一万张\n2\t办理业务")[1:] == [
        ["1", "全年制卡\n一万张"],
        ["2", "办理业务"],
    ]


def test_cells_know_their_line() -> None:
    (found,) = transcript_of_text("题\n\n项目\t金额\n收入\t1\n\n支出\t2", "例.md").tables()
    assert [row[0].position.line for row in found.rows] == [3, 4, 6]


def test_a_pipe_table() -> None:
    text = "| 项目 | **金额** |\n|:---|---:|\n| 收入 | 1.00 |\n| 支出 |  |"
    assert table(text) == [["项目", "金额"], ["收入", "1.00"], ["支出", ""]]


@pytest.mark.parametrize(
    "text",
    [
        "一、收入决算表\t3\n二、支出决算表\t4\n三、说明\t12",
        "部门：某某局\t\t金额单位：万元",
        "\t本单位有 9 人。\n\t其中行政 3 人。",
    ],
)
def test_tabs_without_a_table(text: str) -> None:
    assert not list(transcript_of_text(text, "例.txt").tables())


def test_a_paragraph_broken_over_lines_is_told_by_indent_and_room() -> None:
    found = lines("(2)运行费0万元，完成年初预算的0%，比年\n\n初预算增加 0 万元。\n\n3. 接待费 0 万元，无公务接待。")
    assert [(line.whole, line.indent > 0, line.room > 0) for line in found] == [
        (False, True, False),
        (False, False, True),
        (True, False, False),
    ]


def test_a_text_wrapped_by_hand() -> None:
    words = "二〇二三年度收入总计一百九十三万元与上年相比减少十三万元下降百分之六主要原因是人员减少" * 8
    broken = [words[start : start + 36] for start in range(0, len(words) - 20, 36)]
    found = lines("\n".join(["　　" + broken[0], *broken[1:], "　　另起一段。"]))
    assert not any(line.whole for line in found[:-1])
    assert found[0].indent == 2
    assert found[-1].whole


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("2023年度部门决算公开\r\n收入合计 10.00 万元，支出合计 9.00 万元。\r\n".encode(encoding))
    assert next(line.text for line in read_text_file(path).lines()) == "2023年度部门决算公开"


@pytest.mark.parametrize("data", [b"", b"\n \n", bytes(range(256)) * 40, b"\0" * 5_000, b"\xff\xfe\xff"])
def test_what_is_no_text_is_refused(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(Refused):
        read_text_file(path)


def test_every_item_is_of_the_file() -> None:
    for item in transcript_of_text("题\n\n甲\t乙\n1\t2\n", "例.md").items:
        assert item.position.file == "例.md"
        assert isinstance(item, Table | TextLine)


ALIGNED = """
                      收入支出决算总表
部门：某某局                                     金额单位：万元
          收入                            支出
      项目        行次    金额          项目        行次     金额
一、财政拨款收入     1    193.13   一、一般公共服务    31
二、事业收入         2             二、教育支出        32     180.22
本年收入合计        27    193.13   本年支出合计        57     193.13
注：本表反映总收支。
"""


def test_columns_told_by_blanks() -> None:
    assert table(ALIGNED) == [
        ["收入", "", "", "支出", "", ""],
        ["项目", "行次", "金额", "项目", "行次", "金额"],
        ["一、财政拨款收入", "1", "193.13", "一、一般公共服务", "31", ""],
        ["二、事业收入", "2", "", "二、教育支出", "32", "180.22"],
        ["本年收入合计", "27", "193.13", "本年支出合计", "57", "193.13"],
    ]
    assert [line.text.split() for line in lines(ALIGNED)] == [
        ["收入支出决算总表"], ["部门：某某局", "金额单位：万元"], ["注：本表反映总收支。"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "一、收入决算表 ........ 3\n二、支出决算表 ........ 4\n三、说明 ........ 12\n四、其他 ........ 13",
        "目    录\n\n附    件\n\n2022 年 10 月 18 日",
        "单位负责人：    财务负责人：    经办人：\n\n收入  合计 1 万元。",
    ],
)
def test_blanks_without_columns(text: str) -> None:
    assert not list(transcript_of_text(text, "例.txt").tables())


def test_a_table_of_a_web_page_in_markdown() -> None:
    text = (
        "# 收入决算表\n\n"
        + "<table><tr><th colspan=2>项目</th><th>金额</th></tr>\n"
        + "<tr><td>208</td><td>社保</td><td>1.00</td></tr></table>\n\n注：无。"
    )
    assert table(text) == [["项目", "", "金额"], ["208", "社保", "1.00"]]
    assert [(line.text, line.position.line) for line in lines(text)] == [("收入决算表", 1), ("注：无。", 6)]
