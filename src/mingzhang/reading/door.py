"""Door 入口: what a file that was handed in is, told by its content and not by its name."""

from enum import Enum
from pathlib import Path
from typing import Final

from mingzhang.reading.refusal import Refused
from mingzhang.reading.xml_stream import root_of


class Door(Enum):
    """The formats books come in."""

    CSV = "CSV 文本表"
    WORKBOOK = "工作簿"
    PARQUET = "Parquet"
    XML = "会计软件数据接口"


_HEAD: Final = 4096
_OLE: Final = bytes.fromhex("d0cf11e0a1b11ae1")
_BIFF: Final = (b"\x09\x08", b"\x09\x04", b"\x09\x02", b"\x09\x00")
_OTHERS: Final = (
    (b"%PDF", "这是 PDF，不是账"),
    (b"\x1f\x8b", "这是压缩包"),
    (b"Rar!", "这是压缩包"),
    (b"7z\xbc\xaf", "这是压缩包"),
    (b"\x89PNG", "这是图片"),
    (b"\xff\xd8\xff", "这是图片"),
)
_ACCEPTED: Final = "给出凭证或余额表的 CSV、XLSX、XLS、Parquet，或 GB/T 24589 数据接口的 XML"


def door_of(path: Path) -> Door:
    """Which door the file goes through; Refused when it is missing, empty, or none of them."""
    head = _head(path)
    if not head.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise Refused(path.name, "文件是空的", "重新导出；没有数据就不要放进目录")
    if head.startswith(b"PAR1"):
        return Door.PARQUET
    if head.startswith((b"PK\x03\x04", _OLE, *_BIFF)):
        return Door.WORKBOOK
    for mark, message in _OTHERS:
        if head.startswith(mark):
            raise Refused(path.name, message, _ACCEPTED)
    return Door.XML if _is_markup(head) else Door.CSV


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except OSError as error:
        raise Refused(path.name, f"打不开文件：{error.strerror}", "核对文件名和读取权限") from None


def _is_markup(head: bytes) -> bool:
    text = head.lstrip(b"\xef\xbb\xbf\xff\xfe").replace(b"\0", b"").lstrip()
    return text.startswith(b"<")


def xml_root(path: Path) -> str:
    """The root of an XML file; Refused when it is something else, such as a web page saved as a workbook."""
    root = root_of(path)
    if not root or root.lower() == "html":
        raise Refused(path.name, "不是可读的 XML", _ACCEPTED)
    return root
