"""Small packages written by hand: a DOCX and an OFD of exactly the XML a test is about."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from mingzhang.disclosure.table import Table
from mingzhang.reading.transcript import Transcript

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OFD = "http://www.ofdspec.org/2016"


def zipped(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """A zip of these parts."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def docx(path: Path, body: str, styles: str = "", numbering: str = "") -> Path:
    """A Word file with this body."""
    head = f'xmlns:w="{W}" xmlns:mc="{MC}"'
    parts = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f"<w:document {head}><w:body>{body}</w:body></w:document>",
    }
    if styles:
        parts["word/styles.xml"] = f"<w:styles {head}>{styles}</w:styles>"
    if numbering:
        parts["word/numbering.xml"] = f"<w:numbering {head}>{numbering}</w:numbering>"
    return zipped(path, parts)


def p(text: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(text: str, properties: str = "") -> str:
    """A cell of one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def tbl(*rows: str) -> str:
    """A table of rows of cells."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def ofd(path: Path, *pages: str, templates: Mapping[str, str] | None = None, resources: str = "") -> Path:
    """An OFD file whose pages hold these objects."""
    head = f'xmlns:ofd="{OFD}"'
    drawn = templates or {}
    listed = "".join(f'<ofd:TemplatePage ID="{name}" BaseLoc="T{name}.xml"/>' for name in drawn)
    page = "".join(f'<ofd:Page ID="{n}" BaseLoc="P{n}.xml"/>' for n in range(len(pages)))
    common = f"<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{listed}"
    common += "<ofd:PublicRes>Res.xml</ofd:PublicRes>" if resources else ""
    document = (
        f"<ofd:Document {head}><ofd:CommonData>{common}</ofd:CommonData><ofd:Pages>{page}</ofd:Pages></ofd:Document>"
    )
    parts = {
        "OFD.xml": f"<ofd:OFD {head}><ofd:DocBody><ofd:DocRoot>Doc/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc/Document.xml": document,
        "Doc/Res.xml": f"<ofd:Res {head}>{resources}</ofd:Res>",
    }
    uses = "".join(f'<ofd:Template TemplateID="{name}"/>' for name in drawn)
    for name, content in [*((f"P{n}", uses + _content(each)) for n, each in enumerate(pages)), *_templates(drawn)]:
        parts[f"Doc/{name}.xml"] = f"<ofd:Page {head}>{content}</ofd:Page>"
    return zipped(path, parts)


def _templates(drawn: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(f"T{name}", _content(each)) for name, each in drawn.items()]


def _content(objects: str) -> str:
    return f"<ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content>"


def texts(transcript: Transcript) -> list[str]:
    """The lines."""
    return [line.text for line in transcript.lines()]


def grid(table: Table) -> list[list[str]]:
    """The words of a table, ^ where a span covers."""
    return [["^" if cell.is_covered else cell.text for cell in row] for row in table.rows]


def grids(transcript: Transcript) -> list[list[list[str]]]:
    """The words of all tables."""
    return [grid(table) for table in transcript.tables()]
