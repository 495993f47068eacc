"""The door goes by what a file holds, whatever its name says, and names what it does not take."""

import zipfile
from pathlib import Path

import pytest

from mingzhang.reading.file_format import FileFormat, format_of
from mingzhang.reading.published_door import READERS, open_transcript
from mingzhang.reading.refusal import Refused
from mingzhang.reading.transcript import Transcript

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
TEXT = "一、收入决算情况说明。2023年度收入合计1万元。"


def packed(path: Path, *names: str, kind: str = "") -> Path:
    with zipfile.ZipFile(path, "w") as package:
        for name in names:
            package.writestr(name, b"x")
        if kind:
            package.writestr("mimetype", kind)
    return path


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n", FileFormat.PDF),
        (b"\xef\xbb\xbf\n%PDF-1.4", FileFormat.PDF),
        (b"<!DOCTYPE html><p>", FileFormat.HTML),
        (b"\xef\xbb\xbf <html>", FileFormat.HTML),
        (f"<div><p>{TEXT}</p></div>".encode(), FileFormat.HTML),
        (f"<p>{TEXT}</p>\n\n# 标题\n\n甲\t乙\t丙\n".encode(), FileFormat.TEXT),
        ("<html><p>收入".encode("utf-16"), FileFormat.HTML),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n", FileFormat.ARCHIVED_PAGE),
        (b'{\n "schema": "mingzhang/disclosure/1"', FileFormat.JSON),
        (TEXT.encode(), FileFormat.TEXT),
        (TEXT.encode("gb18030"), FileFormat.TEXT),
        (b"\x89PNG\r\n\x1a\n", FileFormat.PICTURE),
        (b"\xff\xd8\xff\xe0", FileFormat.PICTURE),
        (b"RIFF\0\0\0\0WEBPVP8 ", FileFormat.PICTURE),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00", FileFormat.SHEETS),
        (OLE + b"\0" * 600 + "Workbook".encode("utf-16-le"), FileFormat.SHEETS),
    ],
)
def test_formats_by_content(data: bytes, expected: FileFormat, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    assert format_of(path) is expected


@pytest.mark.parametrize(
    ("names", "kind", "expected"),
    [
        (["word/document.xml"], "", FileFormat.DOCX),
        (["xl/workbook.xml"], "", FileFormat.SHEETS),
        (["xl/workbook.bin"], "", FileFormat.SHEETS),
        (["OFD.xml"], "", FileFormat.OFD),
        (["content.xml"], "application/vnd.oasis.opendocument.spreadsheet", FileFormat.SHEETS),
    ],
)
def test_packages_by_their_parts(names: list[str], kind: str, expected: FileFormat, tmp_path: Path) -> None:
    assert format_of(packed(tmp_path / "a.doc", *names, kind=kind)) is expected


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "空的"),
        (b" \r\n\0", "空的"),
        (b"Rar!\x1a\x07", "压缩包"),
        (b"7z\xbc\xaf\x27\x1c", "压缩包"),
        (b"{\\rtf1", "RTF"),
        (b"PK\x03\x04broken", "损坏"),
        (b"<?xml version='1.0'?><data/>", "XML"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
        (OLE + "WordDocument".encode("utf-16-le"), "DOC"),
        (OLE, "不认识"),
        (b"\x89PNG\r\n\x1a\n", "图片"),
    ],
)
def test_what_the_door_does_not_take_is_named(data: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    with pytest.raises(Refused) as refused:
        open_transcript(path)
    assert reason in refused.value.fault.message
    assert refused.value.fault.mend


def test_other_packages_and_missing_files_are_named(tmp_path: Path) -> None:
    for path in (
        packed(tmp_path / "a.zip", "a.pdf"),
        packed(tmp_path / "a.odt", "content.xml", kind="application/vnd.oasis.opendocument.text"),
        tmp_path / "nothing.pdf",
        tmp_path,
    ):
        with pytest.raises(Refused):
            open_transcript(path)


def test_another_reader_may_be_handed_in(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    recognised = Transcript("a.png", "图片", (), recognised=True)
    assert open_transcript(path, {**READERS, FileFormat.PICTURE: lambda _: recognised}) is recognised


def test_every_format_has_a_reader() -> None:
    assert set(READERS) == set(FileFormat)
