"""Paragraph 段落: what the runs of a paragraph say, as it is printed with all changes accepted."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from mingzhang.reading.docx.styles import Styles
from mingzhang.reading.element import Element, attribute, child, children, is_on, tag, value

_INSIDE: Final = frozenset(
    (
        "ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml", "bdo", "dir",
        "rubyBase", "Choice", "Fallback",
    )
)  # fmt: skip
_BOXES: Final = frozenset(("drawing", "pict", "object"))
_SIGNS: Final = {"noBreakHyphen": "-", "cr": "\n", "tab": "\t", "ptab": "\t", "br": "\n"}
_SYMBOLS: Final = {
    "F052": "☑",
    "F0FE": "☑",
    "F0FD": "☒",
    "F0A3": "□",
    "F06F": "□",
    "F0A8": "□",
    "F0D6": "√",
    "F0FC": "√",
}


@dataclass
class Said:
    """What a paragraph says, and the boxes of text that hang on it."""

    text: str = ""
    boxes: list[Element] = field(default_factory=list)


@dataclass
class Runs:
    """Reads runs; it remembers the fields that are open, since one may reach over many paragraphs."""

    styles: Styles
    _fields: list[bool] = field(default_factory=list)
    """For each open field, whether its instruction is still being read."""

    def read(self, paragraph: Element) -> Said:
        """A paragraph without what was deleted, hidden, or is an instruction."""
        said = Said()
        said.text = "".join(self._texts(paragraph, said.boxes))
        return said

    def _texts(self, element: Element, boxes: list[Element]) -> Iterator[str]:
        for each in element:
            match tag(each):
                case "r":
                    if not self._is_hidden(each):
                        yield from self._run(each, boxes)
                case "ruby":
                    yield from self._texts(each, boxes)
                case "AlternateContent":
                    yield from self._texts(_chosen(each), boxes)
                case "oMath" | "oMathPara":
                    yield "".join(str(found.text or "") for found in each.iter() if tag(found) == "t")
                case name if name in _INSIDE:
                    yield from self._texts(each, boxes)

    def _run(self, run: Element, boxes: list[Element]) -> Iterator[str]:
        for each in run:
            name = tag(each)
            if name == "fldChar":
                self._field(attribute(each, "fldCharType"))
            elif name in _BOXES:
                boxes += _boxes(each)
            elif name == "AlternateContent":
                yield from self._run(_chosen(each), boxes)
            elif name == "ruby":
                yield from (text for base in children(each, "rubyBase") for text in self._texts(base, boxes))
            elif not any(self._fields):
                yield _printed(each)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._fields.pop()

    def _is_hidden(self, run: Element) -> bool:
        properties = child(run, "rPr")
        if child(properties, "vanish") is not None:
            return is_on(properties, "vanish")
        style = value(properties, "rStyle")
        return bool(style) and self.styles.of(style).hidden is True


def _printed(element: Element) -> str:
    name = tag(element)
    if name == "t":
        return str(element.text or "")
    if name == "br" and attribute(element, "type") in ("page", "column"):
        return ""
    if name == "sym":
        return _SYMBOLS.get(attribute(element, "char").upper(), "")
    return _SIGNS.get(name, "")


def _chosen(alternatives: Element) -> Element:
    """The first choice, which is what a program of today shows; else what is there for older ones."""
    found = child(alternatives, "Choice")
    if found is None:
        found = child(alternatives, "Fallback")
    return alternatives if found is None else found


def _boxes(element: Element) -> list[Element]:
    """The contents of the outermost boxes of text in a drawing."""
    found: list[Element] = []
    for each in element.iter():
        if tag(each) == "txbxContent" and not any(tag(above) == "txbxContent" for above in each.iterancestors()):
            found.append(each)
    return found
