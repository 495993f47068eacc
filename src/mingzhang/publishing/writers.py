"""Writers 发布格式: which formats there are, what their files are called, and who writes each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

WriterCall = Callable[..., Any]
"""Takes a Disclosure (and what its format needs besides) and gives bytes, or bytes by file name."""


@dataclass(frozen=True, slots=True)
class Format:
    """One way to publish: `file` is the plain name of what it writes, empty when it writes several files."""

    name: str
    label: str
    file: str
    call: str
    """`module:function`, imported only when asked for, so that a missing library stops its format alone."""
    needs: tuple[str, ...] = ()
    """What the writer takes besides the disclosure, in order: `fonts`, or the charts as `pictures`."""

    def writer(self) -> WriterCall:
        """The function that writes this format."""
        module, _, function = self.call.partition(":")
        found: WriterCall = getattr(import_module(module), function)
        return found


_ALL: Final = (
    Format("xlsx", "Excel 工作簿", "disclosure.xlsx", "mingzhang.publishing.xlsx:write"),
    Format("docx", "Word 文档", "disclosure.docx", "mingzhang.publishing.docx:write", ("pictures",)),
    Format("html", "网页", "disclosure.html", "mingzhang.publishing.html:write"),
    Format("pdf", "PDF 文档", "disclosure.pdf", "mingzhang.publishing.pdf:write", ("fonts",)),
    Format("ofd", "OFD 版式文档", "disclosure.ofd", "mingzhang.publishing.ofd:write", ("fonts", "pictures")),
    Format("json", "JSON 数据", "disclosure.json", "mingzhang.publishing.json_file:write"),
    Format("csv", "CSV 数据包", "", "mingzhang.publishing.datapackage:write"),
)

FORMATS: Final[Mapping[str, Format]] = {format.name: format for format in _ALL}
"""The formats by name, in the order in which they are offered."""
