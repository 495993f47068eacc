"""Package 文件包: a zip of XML parts from a stranger, opened with bounds on all that may grow."""

import re
import zipfile
import zlib
from pathlib import Path
from types import TracebackType
from typing import Any, Final

from lxml import etree

from mingzhang.reading.refusal import Refused
from mingzhang.reading.zip_guard import MOST_RATIO

_SMALL: Final = 10 << 20
_MOST_PARTS: Final = 20_000
_MOST_TOTAL: Final = 1 << 30
_MOST_XML: Final = 64 << 20
_MOST_MARKS: Final = 1_500_000
"""Beginnings and ends of elements in one part; a hundred pages of tables have some hundred thousand."""

_FAILURES: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError,
)  # fmt: skip
_MEND: Final = "在原程序中打开并另存"
_BROKEN: Final = "文件已损坏或加了密码"


class Package:
    """An opened package; every part is read at most once and only when asked for."""

    def __init__(self, path: Path) -> None:
        """Open it; Refused for what is no zip, or one made to swell."""
        self.file = path.name
        try:
            self._zip = zipfile.ZipFile(path)
        except _FAILURES:
            raise Refused(path.name, _BROKEN, _MEND) from None
        self._check(self._zip.infolist())
        self._names = {_plain(name): name for name in self._zip.namelist()}

    def __enter__(self) -> "Package":
        """Open for a while."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self._zip.close()

    def names(self) -> tuple[str, ...]:
        """The names of the parts, without leading slash."""
        return tuple(self._names)

    def xml(self, name: str) -> etree._Element | None:
        """The root of a part, without entities and without any other file; None when there is no such part."""
        if _plain(name) not in self._names:
            return None
        data = self._read(self._names[_plain(name)])
        if data.count(b"<") > _MOST_MARKS:
            raise Refused(self.file, "文件里的标记异常地多，没有打开", _MEND, name)
        return self._parsed(data, name)

    def _read(self, name: str) -> bytes:
        try:
            with self._zip.open(name) as part:
                data = part.read(_MOST_XML + 1)
        except _FAILURES:
            raise Refused(self.file, _BROKEN, _MEND, name) from None
        if len(data) > _MOST_XML:
            raise Refused(self.file, "文件解开后异常地大，没有打开", _MEND, name)
        return data

    def _parsed(self, data: bytes, name: str) -> etree._Element:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            raise Refused(self.file, "文件的内容已损坏", _MEND, name) from None
        information: Any = root.getroottree().docinfo
        if information.doctype:
            raise Refused(self.file, "文件里有不该有的文档类型声明，没有读取", _MEND, name)
        return root

    def _check(self, parts: list[zipfile.ZipInfo]) -> None:
        total = sum(part.file_size for part in parts)
        swollen = any(
            part.file_size > _SMALL and part.file_size > MOST_RATIO * max(1, part.compress_size) for part in parts
        )
        if total > _MOST_TOTAL or swollen or len(parts) > _MOST_PARTS:
            raise Refused(self.file, "文件解开后异常地大，没有打开", _MEND, value=f"{total:,} 字节")


def _plain(name: str) -> str:
    """A part's name with plain slashes, steps up and down worked out."""
    steps: list[str] = []
    for step in re.split(r"[/\\]+", name):
        if step == "..":
            steps[-1:] = []
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(steps)
