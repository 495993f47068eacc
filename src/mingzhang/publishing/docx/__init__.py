"""Word documents 公文 by GB/T 9704-2012, written as plain WordprocessingML."""

from collections.abc import Mapping

from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.section import ChartPlace
from mingzhang.publishing.day import published_on
from mingzhang.publishing.docx import package
from mingzhang.publishing.docx.anchors import NAMESPACE
from mingzhang.publishing.docx.document import DocumentWriter, picture_relation
from mingzhang.publishing.docx.section import footer_xml
from mingzhang.publishing.docx.styles import styles_xml


def write(disclosure: Disclosure, pictures: Mapping[int, bytes] | None = None) -> bytes:
    """The DOCX file; `pictures` are PNG files by chart number, and a chart without one is told in words."""
    held = _held(disclosure, pictures or {})
    document = DocumentWriter(disclosure, held)
    files = {picture_relation(number): f"media/chart{number}.png" for number in held}
    day = published_on(disclosure)
    parts = {
        "[Content_Types].xml": package.content_types(),
        "_rels/.rels": package.root_relations(),
        "word/document.xml": document.xml(),
        "word/_rels/document.xml.rels": package.document_relations(files),
        "word/styles.xml": styles_xml(),
        "word/settings.xml": package.settings_xml(),
        "word/footer1.xml": footer_xml("FooterOdd"),
        "word/footer2.xml": footer_xml("FooterEven"),
        **{f"word/media/chart{number}.png": png for number, png in held.items()},
        **package.custom_parts(document.anchors.listing(), NAMESPACE),
        "docProps/core.xml": package.core_properties(disclosure.title, disclosure.entity.name, day),
        "docProps/app.xml": package.app_properties(),
    }
    return package.zipped(parts)


def _held(disclosure: Disclosure, pictures: Mapping[int, bytes]) -> dict[int, bytes]:
    """The pictures of charts that the document shows, by number."""
    charts = {b.chart.number for _, b in disclosure.blocks() if isinstance(b, ChartPlace)}
    return {number: pictures[number] for number in sorted(charts & pictures.keys())}
