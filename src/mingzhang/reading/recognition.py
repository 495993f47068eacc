"""Recognition 文字识别: whether the recogniser is installed, and the readers that use it only when a page needs it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from mingzhang.reading.pdf import read_pdf
from mingzhang.reading.pdf.page import Page
from mingzhang.reading.refusal import Refused
from mingzhang.reading.transcript import Transcript

INSTALL: Final = "安装文字识别组件：pip install 'mingzhang[scan]'，或给出由文字处理软件导出的文件"
_PACKAGES: Final = ("cv2", "onnxruntime", "rapidocr")

Heard = Callable[[int, int], None]
"""Told before each page that is recognised: which one of them it is, from 1, and how many there are."""


def _nothing(page: int, pages: int) -> None:
    """Nobody waits."""


_HEARD: ContextVar[Heard] = ContextVar("heard", default=_nothing)


@contextmanager
def told_to(heard: Heard) -> Iterator[None]:
    """While this holds, who recognises pages tells so: a page takes seconds."""
    token = _HEARD.set(heard)
    try:
        yield
    finally:
        _HEARD.reset(token)


def is_installed() -> bool:
    """Whether everything that recognition needs is there."""
    return all(find_spec(package) is not None for package in _PACKAGES)


def read_pdf_or_scan(path: Path) -> Transcript:
    """A PDF; its pages that are pictures are recognised when that can be done, and named when it cannot."""
    return read_pdf(path, _recognised if is_installed() else None)


def read_picture_file(path: Path) -> Transcript:
    """A picture of a page; Refused, with what to install, when it cannot be recognised here."""
    if not is_installed():
        raise Refused(path.name, "这是图片，没有装文字识别", INSTALL)
    from mingzhang.reading.scan.reader import read_picture

    return read_picture(path, _HEARD.get())


def _recognised(document: int, pages: Sequence[Page], file: str) -> Sequence[Page]:
    from mingzhang.reading.scan.reader import recognised  # half a second that only scans need

    return recognised(document, pages, file, _HEARD.get())
