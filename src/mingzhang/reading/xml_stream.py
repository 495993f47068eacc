"""XML stream: record elements of a very large XML file one by one, in constant memory and without any entity."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Literal, cast

from lxml import etree

from mingzhang.reading.refusal import Refused

_BLOCK: Final = 1 << 18
_HEAD: Final = 1 << 16


def local(tag: str) -> str:
    """A tag without its namespace."""
    return tag[tag.rindex("}") + 1 :] if tag.startswith("{") else tag


def root_of(path: Path) -> str:
    """The local name of a file's root element, empty when it is not XML; Refused when it declares a document type."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    parser = _parser(("start",), ("*",))
    # What is wrong further down is reported when the records are read.
    with suppress(etree.XMLSyntaxError, ValueError):
        parser.feed(head)
    for _, element in _events(parser):
        _refuse_declaration(path, element)
        return local(str(element.tag))
    return ""


def records(path: Path, names: frozenset[str]) -> Iterator[etree._Element]:
    """Each element of these local names when it is complete, to be used before the next is asked for.

    Whatever has been read is cut from the tree after every block, so memory does not grow with the file. Refused
    when the XML is broken; what came before has then been given already.
    """
    root_name = root_of(path)
    parser = _parser(("start", "end"), tuple(f"{{*}}{name}" for name in sorted(names | {root_name})))
    root: etree._Element | None = None
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            _feed(path, parser, block)
            for event, element in _events(parser):
                if root is None:
                    root = element
                    _refuse_declaration(path, root)
                elif event == "end" and element is not root:
                    yield element
                    element.clear()
            if root is not None:
                _prune(root, names)
    _feed(path, parser, None)


def _events(parser: etree.XMLPullParser) -> Iterator[tuple[str, etree._Element]]:
    return cast(Iterator[tuple[str, etree._Element]], parser.read_events())


def _parser(events: tuple[Literal["start", "end"], ...], tags: tuple[str, ...]) -> etree.XMLPullParser:
    return etree.XMLPullParser(
        events=events,
        tag=tags,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )


def _refuse_declaration(path: Path, root: etree._Element) -> None:
    """No ledger declares a document type; one that does wants entities, which are never taken."""
    info: Any = root.getroottree().docinfo
    if info.doctype:
        mend = "删去 <!DOCTYPE …> 声明；数据接口文件不需要它"
        raise Refused(path.name, "XML 文件带有 DOCTYPE 声明，出于安全不读取", mend)


def _feed(path: Path, parser: etree.XMLPullParser, block: bytes | None) -> None:
    """Give the parser a block, or the end of the file."""
    try:
        if block is None:
            parser.close()
        else:
            parser.feed(block)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        place = f"第{line}行" if line else ""
        raise Refused(path.name, "XML 不完整或有语法错误", "在原软件中重新导出数据接口文件", place) from None


def _prune(root: etree._Element, names: frozenset[str]) -> None:
    """Cut everything complete: at each level all but the last child, down to the record that is still open."""
    node = root
    while len(node):
        del node[:-1]
        last = node[-1]
        if local(str(last.tag)) in names and not (len(last) and local(str(last[-1].tag)) in names):
            return
        node = last
