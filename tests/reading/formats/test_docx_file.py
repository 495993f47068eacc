"""Word files: what prints is read, what was deleted, hidden or instructs is not."""

from pathlib import Path

import pytest

from mingzhang.reading.counting import counted
from mingzhang.reading.docx_file import read_docx
from mingzhang.reading.refusal import Refused
from tests.reading.formats.packed import docx, grids, p, tbl, tc, texts, zipped

STYLES = """
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="我的标题"/><w:basedOn w:val="h1"/></w:style>
<w:style w:type="paragraph" w:styleId="listed"><w:name w:val="编号"/>
  <w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="ghost"><w:name w:val="g"/><w:rPr><w:vanish/></w:rPr></w:style>
"""
NUMBERING = """
<w:abstractNum w:abstractNumId="0">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/>
  <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
"""


def listed(number: int, level: int) -> str:
    """The properties of a paragraph in a list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def read(tmp_path: Path, body: str, styles: str = STYLES, numbering: str = NUMBERING):
    return read_docx(docx(tmp_path / "a.docx", body, styles, numbering))


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def test_numbers_of_lists_are_written_out(tmp_path: Path) -> None:
    steps = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0), (3, 0), (1, 0)]
    body = "".join(p(f"甲{number}", listed(*step)) for number, step in enumerate(steps))
    assert texts(read(tmp_path, body)) == [
        "一、甲0", "（一）甲1", "（二）甲2", "1. 甲3", "二、甲4", "（一）甲5", "甲6", "一、甲7", "二、甲8",
    ]  # fmt: skip


def test_numbers_by_style(tmp_path: Path) -> None:
    body = p("收入", '<w:pStyle w:val="listed"/>') + p("支出", '<w:pStyle w:val="listed"/>')
    assert texts(read(tmp_path, body)) == ["一、收入", "二、支出"]


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (1, "chineseCounting", "一"), (10, "chineseCounting", "十"), (11, "chineseCounting", "十一"),
        (20, "chineseCounting", "二十"), (101, "chineseCountingThousand", "一百零一"), (12, "ideographDigital", "一二"),
        (3, "chineseLegalSimplified", "叁"), (4, "upperRoman", "IV"), (28, "lowerLetter", "bb"),
        (2, "decimalEnclosedCircle", "②"), (7, "decimalZero", "07"), (5, "unheardOf", "5"), (0, "chineseCounting", "0"),
    ],
)  # fmt: skip
def test_forms_of_counting(number: int, form: str, written: str) -> None:
    assert counted(number, form) == written


def test_levels_come_from_styles_and_outlines(tmp_path: Path) -> None:
    body = p("甲", '<w:pStyle w:val="own"/>') + p("乙", '<w:outlineLvl w:val="2"/>') + p("丙")
    assert [line.level for line in read(tmp_path, body).lines()] == [1, 3, 0]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (run("增长") + "<w:del><w:r><w:delText>5</w:delText></w:r></w:del><w:ins>" + run("6") + "</w:ins>%", "增长6"),
        (run("甲") + run("乙", "<w:vanish/>") + run("丙", '<w:vanish w:val="0"/>'), "甲丙"),
        (run("甲") + run("乙", '<w:rStyle w:val="ghost"/>'), "甲"),
        ("<w:hyperlink>" + run("链接") + "</w:hyperlink>", "链接"),
        ("<w:sdt><w:sdtContent>" + run("控件") + "</w:sdtContent></w:sdt>", "控件"),
        (field("begin") + "<w:r><w:instrText>PAGEREF</w:instrText></w:r>" + field("separate") + run("3"), "3"),
        (field("begin") + run("代码") + field("separate") + run("3") + field("end") + run("页"), "3页"),
        ("<w:r><w:t>12</w:t><w:noBreakHyphen/><w:t>3</w:t><w:tab/><w:t>万元</w:t></w:r>", "12-3 万元"),
        (f"<w:r><w:ruby><w:rt>{run('zhang')}</w:rt><w:rubyBase>{run('账')}</w:rubyBase></w:ruby></w:r>", "账"),
        (
            "<mc:AlternateContent><mc:Choice>" + run("一次") + "</mc:Choice><mc:Fallback>" + run("两次")
            + "</mc:Fallback></mc:AlternateContent>",
            "一次",
        ),
        ('<w:r><w:sym w:font="Wingdings" w:char="F052"/></w:r>' + run("是"), "☑是"),
    ],
)  # fmt: skip
def test_what_a_paragraph_says(content: str, said: str, tmp_path: Path) -> None:
    assert texts(read(tmp_path, f"<w:p>{content}</w:p>")) == [said]


def test_a_deleted_paragraph_mark_joins_two(tmp_path: Path) -> None:
    body = p("收入合计", "<w:rPr><w:del/></w:rPr>") + p("10.00万元。")
    assert texts(read(tmp_path, body)) == ["收入合计10.00万元。"]


def test_a_text_box_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{p('附件1')}</w:txbxContent>"
    content = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(read(tmp_path, f"<w:p>{content}{run('标题')}</w:p>" + p("正文"))) == ["标题", "附件1", "正文"]


def test_soft_breaks_part_sentences_but_no_title(tmp_path: Path) -> None:
    two = "<w:p><w:r><w:t>{}</w:t><w:br/><w:t>{}</w:t></w:r></w:p>"
    body = two.format("江城市信息中心", "2023年度部门决算") + two.format("一、总体情况说明", "收入合计1万元。")
    assert texts(read(tmp_path, body)) == ["江城市信息中心 2023年度部门决算", "一、总体情况说明", "收入合计1万元。"]


def test_spans_and_merges(tmp_path: Path) -> None:
    body = tbl(
        tc("项目", '<w:gridSpan w:val="2"/>') + tc("金额", '<w:vMerge w:val="restart"/>'),
        tc("编码") + tc("名称") + tc("", "<w:vMerge/>"),
        tc("208") + tc("社保") + tc("1.00"),
    )
    assert grids(read(tmp_path, body)) == [[["项目", "^", "金额"], ["编码", "名称", "^"], ["208", "社保", "1.00"]]]


def test_rows_that_begin_late_and_columns_too_narrow_for_a_letter(tmp_path: Path) -> None:
    rows = [
        tc("收入", '<w:gridSpan w:val="2"/>') + tc("支出", '<w:gridSpan w:val="2"/>'),
        tc("甲") + tc("1", '<w:gridSpan w:val="2"/>') + tc("乙"),
    ]
    widths = "".join(f'<w:gridCol w:w="{width}"/>' for width in (2000, 900, 12, 2000))
    body = tbl(*rows).replace("<w:tbl>", f"<w:tbl><w:tblGrid>{widths}</w:tblGrid>")
    assert grids(read(tmp_path, body)) == [[["收入", "^", "支出"], ["甲", "1", "乙"]]]
    late = tbl(tc("甲") + tc("乙"), "<w:trPr><w:gridBefore w:val='1'/></w:trPr>" + tc("2"))
    assert grids(read(tmp_path, late)) == [[["甲", "乙"], ["", "2"]]]


def test_deleted_rows_are_left_out_and_numbers_in_cells_written(tmp_path: Path) -> None:
    numbered = f"<w:tc>{p('总收入', listed(1, 0))}</w:tc>"
    gone = "<w:trPr><w:del/></w:trPr>" + tc("旧") + tc("9")
    assert grids(read(tmp_path, tbl(numbered + tc("1"), gone, tc("合计") + tc("1")))) == [
        [["一、总收入", "1"], ["合计", "1"]]
    ]


def test_a_table_that_only_arranges_is_opened(tmp_path: Path) -> None:
    inner = tbl(tc("甲") + tc("1"), tc("乙") + tc("2"), tc("丙") + tc("3"))
    outer = tbl(f"<w:tc>{p('标题')}{inner}{p('注')}</w:tc>" + tc(""))
    found = read(tmp_path, outer)
    assert grids(found) == [[["甲", "1"], ["乙", "2"], ["丙", "3"]]]
    assert texts(found) == ["标题", "注"]


def test_objects_of_other_programs_are_mentioned(tmp_path: Path) -> None:
    object_ = '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:o" ProgID="Excel.Sheet.12"/></w:object></w:r></w:p>'
    assert [fault.message[:9] for fault in read(tmp_path, p("甲") + object_).faults] == ["文档里嵌有 1 个"]
    assert not read(tmp_path, p("甲")).faults


def test_positions(tmp_path: Path) -> None:
    found = read(tmp_path, p("甲") + tbl(tc("1") + tc("2")) + p("乙"))
    assert [line.position.line for line in found.lines()] == [1, 4]
    (table,) = found.tables()
    assert table.rows[0][1].position.cell == "表1第1行第2列"


@pytest.mark.parametrize(
    "parts",
    [
        {"word/document.xml": "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>"},
        {"word/document.xml": "<not"},
        {"word/document.xml": "<x/>"},
        {"word/other.xml": "<x/>"},
    ],
)
def test_what_is_no_document_is_refused(parts: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_docx(zipped(tmp_path / "a.docx", parts))
    assert refused.value.fault.mend
