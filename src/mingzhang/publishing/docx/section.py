"""Sections 分节: runs of pages that lie alike, and the page numbers under them."""

from collections.abc import Iterable
from typing import Final

from mingzhang.publishing.docx.layout import FOOTER, LINE, Page
from mingzhang.publishing.docx.wml import Element, R, W, child, field, paragraph, run, to_xml, w

ODD, EVEN = "rIdOdd", "rIdEven"
"""The relations that lead to the two footers."""

_PARAGRAPH: Final = f"{{{W}}}p"


class Body:
    """The document's body while it is being filled: elements, and where the pages turn."""

    def __init__(self, page: Page) -> None:
        """Empty; the first pages lie as `page` says."""
        self._page, self._counting = page, False
        self._elements: list[Element] = []
        self._fresh = True

    @property
    def fresh(self) -> bool:
        """Whether the next element stands first on a page anyhow."""
        return self._fresh

    def add(self, *elements: Element) -> None:
        """Put elements at the end."""
        self._elements += elements
        self._fresh = self._fresh and not elements

    def turn(self, page: Page) -> None:
        """From here on pages lie as `page` says; nothing happens when they do already."""
        if page != self._page:
            self._close()
            self._page, self._fresh = page, True

    def element(self) -> Element:
        """The w:body."""
        last = self._section()
        return w("body", *self._elements, last)

    def _close(self) -> None:
        """End the section inside its last paragraph, so that no empty line is printed."""
        if not self._elements or self._elements[-1].tag != _PARAGRAPH:
            self._elements.append(paragraph("TableNote"))
        properties = self._elements[-1][0]
        properties.append(self._section())

    def _section(self) -> Element:
        page, section = self._page, w("sectPr")
        if page.numbered and not self._counting:
            section.extend(_footers())
        child(section, "type", val="nextPage")
        orient = {"orient": "landscape"} if page.landscape else {}
        child(section, "pgSz", w=page.width, h=page.height, **orient)
        sides = {"top": page.top, "right": page.right, "bottom": page.bottom, "left": page.left}
        child(section, "pgMar", **sides, header=FOOTER, footer=FOOTER, gutter=0)
        if page.numbered and not self._counting:
            child(section, "pgNumType", start=1)
        child(section, "cols", space=720)
        child(section, "docGrid", type="lines", linePitch=LINE)
        self._counting = self._counting or page.numbered
        return section


def _footers() -> Iterable[Element]:
    for kind, relation in (("default", ODD), ("even", EVEN)):
        reference = w("footerReference", type=kind)
        reference.set(f"{{{R}}}id", relation)
        yield reference


def footer_xml(style: str) -> bytes:
    """A footer with its page number between dashes: `— 1 —` (7.5)."""
    numbered = paragraph(style, run("— "), *field("PAGE", "1"), run(" —"))
    return to_xml(w("ftr", numbered))
