"""Web pages: what a reader sees is read, and nothing a browser does not show."""

import time
from pathlib import Path

import pytest

from mingzhang.reading.html_file import read_archived_page, read_html, transcript_of_page
from mingzhang.reading.refusal import Refused
from tests.reading.formats.packed import grids, texts


def page(body: str):
    return transcript_of_page(f"<html><head><title>决算公开</title></head><body>{body}</body></html>", "例.html")


def said(body: str) -> list[str]:
    """The lines of a page, its title aside."""
    return [text for text in texts(page(body)) if text != "决算公开"]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>一、收入&nbsp;情况</p><p>合计1万元。</p>", ["一、收入 情况", "合计1万元。"]),
        ("一、收入<br>　　二、支出<br/>", ["一、收入", "二、支出"]),
        ("<p>某某市信息中心<br>2023年度决算</p>", ["某某市信息中心 2023年度决算"]),
        ("<!--[if !supportLists]-->一、<![if x]>收入<![endif]>", ["一、收入"]),
        ("<p><span style='mso-list:Ignore'>1.</span><o:p>收入</o:p></p>", ["1.收入"]),
        ("<script>var a=1</script><style>p{}</style><nav>首页</nav><footer>备案</footer><p>正文</p>", ["正文"]),
        ("<p style='display: none'>旧</p><p hidden>旧</p><p>新</p>", ["新"]),
        ("<p>收入合计为\n  一万元，支出 2\n 万元</p>", ["收入合计为一万元，支出 2 万元"]),
        ("<ol><li>收入</li><li>支出</li></ol><ul><li>其他</li></ul>", ["1. 收入", "2. 支出", "其他"]),
        ("<ol start=3 style='list-style:cjk-ideographic'><li>收入</li></ol>", ["三、收入"]),
        ("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
        ("<p>增长<b>5</b>.<i>2</i>%</p>", ["增长5.2%"]),
        ("<p>5 &lt; 6 &#19975;元</p>", ["5 < 6 万元"]),
    ],
)
def test_words(body: str, lines: list[str]) -> None:
    assert said(body) == lines


def test_headings_have_levels() -> None:
    found = page("<h2>第一部分</h2><h3>一、概况</h3><p>正文</p>")
    assert [(line.text, line.level) for line in found.lines()][1:] == [("第一部分", 2), ("一、概况", 3), ("正文", 0)]


def test_spans() -> None:
    body = (
        "<table><caption>收入表</caption><tr><th colspan=2>项目<th rowspan=2>金额<tr><td>编码<td>名称"
        "<tr><td>208<td>社保<td>1.00<tr><td>合计<td><td>1.00</table>"
    )
    assert said(body) == ["收入表"]
    assert grids(page(body)) == [
        [["项目", "^", "金额"], ["编码", "名称", "^"], ["208", "社保", "1.00"], ["合计", "", "1.00"]]
    ]


def test_a_span_to_the_end_and_a_span_beyond_all_bounds() -> None:
    assert grids(page("<table><tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3</table>")) == [
        [["甲", "1"], ["^", "2"], ["^", "3"]]
    ]
    huge = "<table>" + "<tr><td colspan=1000000 rowspan=65534>甲<td>乙" * 50 + "</table>"
    started = time.monotonic()
    (table,) = page(huge).tables()
    assert len(table.rows[0]) < 500
    assert time.monotonic() - started < 5


def test_a_page_laid_out_by_tables() -> None:
    data = "<table><tr><td>项目<td>金额<tr><td>收入<td>1.00<tr><td>支出<td>1.00</table>"
    body = f"<table><tr><td><p>题目</p>{data}<p>注：单位万元。</p><td></table>"
    assert said(body) == ["题目", "注：单位万元。"]
    assert grids(page(body)) == [[["项目", "金额"], ["收入", "1.00"], ["支出", "1.00"]]]


def test_a_cell_of_many_paragraphs_in_a_table_of_data_stays_a_cell() -> None:
    rows = "".join(f"<tr><td>指标{n}<td>目标<td>完成<td>得分" for n in range(8))
    body = f"<table>{rows}<tr><td colspan=4>{'<p>一、工作情况如下所述，全部完成。</p>' * 15}</table>"
    (found,) = grids(page(body))
    assert len(found) == 9
    assert found[8][0].count("工作情况") == 15


def test_the_shell_around_the_text_is_left_and_the_title_kept() -> None:
    body = (
        "<div class=top>首页 政务公开</div><div class=wrap><h1>某某局2023年度决算</h1><div class=content>"
        + "<p>本年收入合计一百万元，支出合计一百万元。</p>" * 30
        + "</div><div class=share>打印 关闭</div></div>"
    )
    found = texts(page(body))
    assert found[0] == "某某局2023年度决算"
    assert "首页 政务公开" not in found
    assert "打印 关闭" not in found
    assert len(found) == 31


def test_the_name_of_a_page_counts_when_nothing_else_says_it() -> None:
    head = "<title>某某局2023年度决算_政务公开_某某市人民政府</title>"
    assert texts(transcript_of_page(f"{head}<p>一、收入</p>", "a"))[0] == "某某局2023年度决算"
    assert texts(transcript_of_page(f"{head}<p>某某局 2023年度决算</p>", "a")) == ["某某局 2023年度决算"]


@pytest.mark.parametrize("encoding", ["utf-8", "gb2312", "gb18030", "utf-16", "big5"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(f'<html><meta charset="{encoding}"><p>年度收入合計一百萬元</p>'.encode(encoding, "ignore"))
    assert texts(read_html(path))[-1].startswith("年度收入合")


def test_a_web_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.mht"
    head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n'
    part = (
        'Content-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: 8bit\n\n<p>收入合计1万元。</p>\n--x--\n'
    )
    path.write_bytes((head + part).encode())
    assert texts(read_archived_page(path)) == ["收入合计1万元。"]


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 100_000 + "x",
        "<table><tr><td>" * 200 + "x",
        "".join(f"<font a{n}>" for n in range(3_000)) + "<p>x" * 3_000,
        "<b>" * 50_000 + "<div>" * 4_000,
    ],
)
def test_pages_made_to_blow_up_are_refused_at_once(body: str) -> None:
    started = time.monotonic()
    with pytest.raises(Refused):
        page(body)
    assert time.monotonic() - started < 3


def test_inline_marks_nested_deep_are_read() -> None:
    assert said("<span>" * 2_000 + "收入") == ["收入"]
