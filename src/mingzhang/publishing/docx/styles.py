"""Styles of the document: GB/T 9704-2012 for text, smaller type for tables; every one named, none by hand."""

from dataclasses import dataclass
from typing import Final

from mingzhang.publishing.docx.layout import CHARACTER, LINE, TIGHTEN, mm
from mingzhang.publishing.docx.wml import Element, child, qualified, to_xml, w

SONG, FANG, HEI, KAI, TITLE = "宋体", "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"
LATIN: Final = "Times New Roman"


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. `size` in half points; `exact` a fixed line height; `outline` its level as a heading."""

    id: str
    name: str
    font: str = FANG
    size: int = 32
    align: str = "both"
    indent: int = 0
    """Characters that the first line is moved in."""
    left: int = 0
    right: int = 0
    before: int = 0
    after: int = 0
    exact: int = 0
    outline: int | None = None
    bold: bool = False
    keep: bool = False
    page: bool = False
    """Begins a page."""
    free: bool = False
    """Off the grid of lines, at the font's own width."""
    tab: int = 0
    """A right-hand tab stop, with dots leading to it in a table of contents."""


SMALL, DENSE, ROOMY = "Small", "Dense", "Roomy"
"""Endings of the table styles: 8-point, 9-point and 10.5-point type."""


def _table_styles(ending: str, word: str, size: int, line: int) -> tuple[Style, ...]:
    kinds = (("Head", "表头", "center"), ("Text", "表文", "left"), ("Figure", "表数", "right"))
    return tuple(
        Style(f"Table{kind}{ending}", f"{name}{word}", SONG, size, align, exact=line, free=True)
        for kind, name, align in kinds
    )


STYLES: Final = (
    Style("BodyText", "Body Text", indent=2),
    Style("Title", "Title", TITLE, 52, "center", exact=840, free=True),
    Style("TitleLong", "长标题", TITLE, 44, "center", exact=840, free=True),
    Style("Subtitle", "Subtitle", KAI, 36, "center", before=LINE, exact=LINE),
    Style("Heading1", "heading 1", TITLE, 44, "center", after=LINE, exact=LINE, outline=0, keep=True, free=True),
    Style("Heading2", "heading 2", HEI, align="left", indent=2, outline=1, keep=True),
    Style("Heading3", "heading 3", KAI, align="left", indent=2, outline=2, keep=True),
    Style("Heading4", "heading 4", FANG, align="left", indent=2, outline=3, bold=True, keep=True),
    Style("TOCHeading", "TOC Heading", TITLE, 44, "center", after=LINE, exact=LINE, page=True, free=True),
    Style("TOC1", "toc 1", HEI, 28, "left", exact=LINE, tab=mm(156)),
    Style("TOC2", "toc 2", FANG, 28, "left", left=2 * 280, exact=LINE, tab=mm(156)),
    Style("TableTitle", "表题", HEI, align="center", exact=LINE, keep=True),
    Style("TableOver", "表上行", SONG, 21, "left", exact=360, free=True, keep=True),
    Style("TableNote", "表注", SONG, 21, "left", before=60, exact=300, free=True),
    Style("Picture", "图", align="center", keep=True, free=True),
    Style("Caption", "caption", FANG, 28, "center", exact=LINE),
    Style("FooterOdd", "页码单", SONG, 28, "right", right=280, free=True),
    Style("FooterEven", "页码双", SONG, 28, "left", left=280, free=True),
    *_table_styles(ROOMY, "", 21, 280),
    *_table_styles(DENSE, "小", 18, 230),
    *_table_styles(SMALL, "更小", 16, 200),
)


def styles_xml() -> bytes:
    """The part word/styles.xml."""
    root = w("styles", _defaults(), _normal(), _table_normal(), _table_grid())
    root.extend(_style(style) for style in STYLES)
    return to_xml(root)


def _fonts(east: str) -> Element:
    # No theme attributes: a theme font would win over the named one.
    return w("rFonts", ascii=LATIN, hAnsi=LATIN, eastAsia=east, cs=LATIN)


def _defaults() -> Element:
    # Digits count as Latin text: called Chinese, a number may be broken at the end of a line.
    run = w("rPr", _fonts(FANG), w("kern", val=2), w("sz", val=32), w("szCs", val=32))
    run.append(w("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA"))
    return w("docDefaults", w("rPrDefault", run), w("pPrDefault", w("pPr")))


def _normal() -> Element:
    """Without widow control and extra room beside digits, so that the grid alone decides where lines end."""
    style = w("style", w("name", val="Normal"), w("qFormat"), type="paragraph", default=1, styleId="Normal")
    off = ("widowControl", "autoSpaceDE", "autoSpaceDN")
    style.append(w("pPr", *(w(name, val=0) for name in off), w("jc", val="both")))
    style.append(w("rPr", w("spacing", val=TIGHTEN)))
    return style


def _table_normal() -> Element:
    margins = w("tblCellMar", *(w(side, w=60 if side in ("left", "right") else 0, type="dxa") for side in _SIDES))
    properties = w("tblPr", w("tblInd", w=0, type="dxa"), margins)
    name = w("name", val="Normal Table")
    return w("style", name, properties, type="table", default=1, styleId="TableNormal")


_SIDES: Final = ("top", "left", "bottom", "right")


def _table_grid() -> Element:
    lines = (*_SIDES, "insideH", "insideV")
    borders = w("tblBorders", *(w(line, val="single", sz=4, space=0, color="000000") for line in lines))
    parts = (w("name", val="Table Grid"), w("basedOn", val="TableNormal"), w("tblPr", borders))
    return w("style", *parts, type="table", styleId="TableGrid")


def _style(style: Style) -> Element:
    head = (w("name", val=style.name), w("basedOn", val="Normal"), *_next(style), w("qFormat"))
    custom = {"customStyle": 1} if not style.name.isascii() else {}
    body = (_paragraph_properties(style), _run_properties(style))
    return w("style", *head, *body, type="paragraph", styleId=style.id, **custom)


def _next(style: Style) -> tuple[Element, ...]:
    return (w("next", val="BodyText"),) if style.outline is not None else ()


def _paragraph_properties(style: Style) -> Element:
    """In the order that the schema demands."""
    properties = w("pPr")
    if style.keep:
        child(properties, "keepNext")
    if style.page:
        child(properties, "pageBreakBefore")
    if style.tab:
        child(child(properties, "tabs"), "tab", val="right", leader="dot", pos=style.tab)
    if style.free:
        child(properties, "snapToGrid", val=0)
    if style.before or style.after or style.exact:
        spacing = child(properties, "spacing", before=style.before, after=style.after)
        if style.exact:
            spacing.attrib.update({qualified("line"): str(style.exact), qualified("lineRule"): "exact"})
    _add_indent(properties, style)
    child(properties, "jc", val=style.align)
    if style.outline is not None:
        child(properties, "outlineLvl", val=style.outline)
    return properties


def _add_indent(properties: Element, style: Style) -> None:
    if style.indent:
        child(properties, "ind", firstLineChars=100 * style.indent, firstLine=style.indent * CHARACTER)
    elif style.left or style.right:
        child(properties, "ind", left=style.left, right=style.right)


def _run_properties(style: Style) -> Element:
    properties = w("rPr", _fonts(style.font))
    if style.bold:
        properties.extend((w("b"), w("bCs")))
    if style.free:
        child(properties, "spacing", val=0)
    properties.extend((w("sz", val=style.size), w("szCs", val=style.size)))
    return properties
