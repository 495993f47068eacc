"""DOCX file Word文档: a word processing document as whole paragraphs and tables."""

from collections.abc import Iterator
from pathlib import Path

from mingzhang.books.fault import Fault, Gravity
from mingzhang.reading.docx.numbering import Numbering
from mingzhang.reading.docx.paragraph import Runs
from mingzhang.reading.docx.story import Story
from mingzhang.reading.docx.styles import Styles
from mingzhang.reading.element import Element, child, tag
from mingzhang.reading.own.word import exact_of
from mingzhang.reading.package import Package
from mingzhang.reading.refusal import Refused
from mingzhang.reading.transcript import Transcript

_MEND = "在文字处理软件中打开并另存为 DOCX"


def read_docx(path: Path) -> Transcript:
    """A document as it would print, without headers and footers; Refused when it is broken or holds nothing."""
    with Package(path) as package:
        root = package.xml("word/document.xml")
        if root is None:
            main = [name for name in package.names() if name.startswith("word/document") and name.endswith(".xml")]
            root = package.xml(main[0]) if main else None
        body = child(root, "body")
        if root is None or body is None:
            raise Refused(path.name, "文档里没有正文", _MEND)
        styles = Styles(package.xml("word/styles.xml"))
        story = Story(path.name, styles, Numbering.of(package.xml("word/numbering.xml")), Runs(styles))
        items = tuple(story.blocks(body))
        exact = exact_of(package, root)
    if not items:
        raise Refused(path.name, "文档里没有文字", "内容是图片时给出 PDF，用文字识别读取")
    return Transcript(path.name, "DOCX", items, faults=tuple(_faults(body, path.name)), exact=exact)


def _faults(body: Element, file: str) -> Iterator[Fault]:
    """What stands in the document as a file of another program, whose words nobody here can read."""
    count = sum(tag(element) == "OLEObject" for element in body.iter())
    if count:
        message = f"文档里嵌有 {count} 个其他程序的对象（如工作表），其中的内容没有读取"
        yield Fault(file, "", "", "", message, "把嵌入的表改成文档里的表格，或给出 PDF", Gravity.WARNING)
