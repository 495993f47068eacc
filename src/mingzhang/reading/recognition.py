"""Recognition 文字识别: whether the recogniser is installed, and the readers that use it only when a page needs it."""

from importlib.util import find_spec
from pathlib import Path
from typing import Final

from mingzhang.reading.pdf import read_pdf
from mingzhang.reading.refusal import Refused
from mingzhang.reading.transcript import Transcript

INSTALL: Final = "安装文字识别组件：pip install 'mingzhang[scan]'，或给出由文字处理软件导出的文件"
_PACKAGES: Final = ("cv2", "onnxruntime", "rapidocr")
_NEEDED: Final = "需识别"


def is_installed() -> bool:
    """Whether everything that recognition needs is there."""
    return all(find_spec(package) is not None for package in _PACKAGES)


def read_pdf_or_scan(path: Path) -> Transcript:
    """A PDF; its pages that are pictures are recognised when that can be done, and named when it cannot."""
    transcript = read_pdf(path)
    if not any(fault.message.endswith(_NEEDED) for fault in transcript.faults) or not is_installed():
        return transcript
    from mingzhang.reading.scan.reader import read_pdf_with_pictures  # half a second that only scans need

    return read_pdf_with_pictures(path)


def read_picture_file(path: Path) -> Transcript:
    """A picture of a page; Refused, with what to install, when it cannot be recognised here."""
    if not is_installed():
        raise Refused(path.name, "这是图片，没有装文字识别", INSTALL)
    from mingzhang.reading.scan.reader import read_picture

    return read_picture(path)
