"""Letter 整改通知: what one unit has to mend, as an official letter in Word."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from mingzhang.disclosure.examination import Examination
from mingzhang.disclosure.remark import LEVELS, Remark
from mingzhang.publishing.docx import package
from mingzhang.publishing.docx.layout import PORTRAIT
from mingzhang.publishing.docx.section import Body, footer_xml
from mingzhang.publishing.docx.styles import styles_xml
from mingzhang.publishing.docx.wml import Element, child, paragraph, run, to_xml, w
from mingzhang.publishing.examined import words

_WIDTHS = (700, 1500, 2900, 1500, 1500, 740)
_HEAD = ("序号", "位置", "问题", "印出", "应为", "页码")


def write(examination: Examination, day: date, sender: str = "") -> bytes:
    """The DOCX letter to the unit of `examination`; findings at level info and waived ones are left out."""
    body = Body(PORTRAIT)
    body.add(*_elements(examination, day, sender))
    parts = {
        "[Content_Types].xml": package.content_types(listing=False),
        "_rels/.rels": package.root_relations(),
        "word/document.xml": to_xml(w("document", body.element())),
        "word/_rels/document.xml.rels": package.document_relations({}, listing=False),
        "word/styles.xml": styles_xml(),
        "word/settings.xml": package.settings_xml(),
        "word/footer1.xml": footer_xml("FooterOdd"),
        "word/footer2.xml": footer_xml("FooterEven"),
        "docProps/core.xml": package.core_properties(_title(examination), sender or "明账", day),
        "docProps/app.xml": package.app_properties(),
    }
    return package.zipped(parts)


def _title(examination: Examination) -> str:
    return f"关于{words.name(examination)}部门决算公开的整改意见"


def _elements(examination: Examination, day: date, sender: str) -> Iterator[Element]:
    loud = sorted((r for r in examination.remarks if r.is_loud), key=lambda r: LEVELS.index(r.level))
    yield paragraph("TitleLong", run(_title(examination)))
    yield paragraph("BodyText", run(f"{examination.unit or '有关单位'}："), properties=(w("ind", firstLine=0),))
    yield from (_text(text) for text in _opening(examination, loud))
    if loud:
        yield _table(loud)
    yield from (_text(text) for text in _closing(loud))
    signed = (w("jc", val="right"),)
    if sender:
        yield paragraph("BodyText", run(sender), properties=signed)
    yield paragraph("BodyText", run(f"{day.year}年{day.month}月{day.day}日"), properties=signed)


def _text(text: str) -> Element:
    return paragraph("BodyText", run(text))


def _opening(examination: Examination, loud: Sequence[Remark]) -> Iterator[str]:
    yield f"我们审核了你单位公开的决算文件（{examination.path}）。{words.coverage(examination.tally)}"
    if loud:
        yield f"发现以下 {len(loud)} 个问题，请逐项核对、更正后重新公开。"
    else:
        yield "未发现需要整改的问题。"


def _closing(loud: Sequence[Remark]) -> Iterator[str]:
    if loud:
        yield "“应为”一栏按文件内各数的勾稽关系推算，请以账簿和批复数为准；认为无误的，请书面说明理由。"
        yield "无法判断的事项不在本意见之内，不视为已经相符。"


def _table(remarks: Iterable[Remark]) -> Element:
    table = w(
        "tbl",
        w(
            "tblPr",
            w("tblStyle", val="TableGrid"),
            w("tblW", w=sum(_WIDTHS), type="dxa"),
            w("jc", val="center"),
            w("tblLayout", type="fixed"),
        ),
        w("tblGrid", *(w("gridCol", w=width) for width in _WIDTHS)),
    )
    table.append(_row(_HEAD, "TableHeadDense", header=True))
    table.extend(_row(_cells(number, remark), "TableTextDense") for number, remark in enumerate(remarks, 1))
    return table


def _cells(number: int, remark: Remark) -> Sequence[str]:
    said = "\n".join((remark.message, *remark.consequences))
    return str(number), remark.place, said, remark.printed, remark.expected, words.page(remark)


def _row(cells: Sequence[str], style: str, *, header: bool = False) -> Element:
    row = w("tr")
    properties = child(row, "trPr")
    child(properties, "cantSplit")
    if header:
        child(properties, "tblHeader")
    for text, width in zip(cells, _WIDTHS, strict=True):
        row.append(w("tc", w("tcPr", w("tcW", w=width, type="dxa")), paragraph(style, run(text))))
    return row
