"""Whatever a file holds, the door gives a transcript or a refusal with reason and mend: no other error, no hang."""

import random
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from mingzhang.publishing import docx, html, json_file, ofd, xlsx
from mingzhang.publishing.fonts import find_fonts
from mingzhang.reading.published_door import open_transcript
from mingzhang.reading.refusal import Refused
from tests.reading.formats.packed import docx as small_docx
from tests.reading.formats.packed import ofd as small_ofd
from tests.reading.formats.packed import p, tbl, tc, zipped
from tests.reading.test_fuzz import spoiled
from tests.sample import small_disclosure

TEXT = (
    "# 2021 年度决算\n\n收入合计 **193.13** 万元，占\n\n项目\t金额\t比例\n收入\t193.13\t5%\n支出\n\t1\t2\n"
    "| 甲 | 乙 |\n|--|--|\n| 1 | 2 |\n"
) * 4
SMALL = small_disclosure()
GOOD: dict[str, Callable[[], bytes]] = {
    "txt": TEXT.encode,
    "html": lambda: html.write(SMALL),
    "json": lambda: json_file.write(SMALL),
    "docx": lambda: docx.write(SMALL),
    "xlsx": lambda: xlsx.write(SMALL),
    "ofd": lambda: ofd.write(SMALL, find_fonts()),
}
ZIPPED = ("docx", "xlsx", "ofd")


@pytest.fixture(scope="module")
def good() -> dict[str, bytes]:
    return {name: make() for name, make in GOOD.items()}


def attempt(path: Path) -> str:
    """Open a file; the reason it was refused, or nothing."""
    started = time.monotonic()
    try:
        found = open_transcript(path)
    except Refused as refused:
        faults = [refused.fault]
    else:
        faults = [] if found.items else list(found.faults)
        assert found.items or faults
    assert time.monotonic() - started < 10
    assert all(fault.message and fault.mend for fault in faults)
    return faults[0].message if faults else ""


def spoil_inside(data: bytes, path: Path, seed: int) -> None:
    """The same package with one of its XML parts spoiled, so that the zip itself is sound."""
    original = path.with_suffix(".good")
    original.write_bytes(data)
    with zipfile.ZipFile(original) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    chosen = random.Random(seed).choice([name for name in parts if name.endswith(".xml")])
    zipped(path, {**parts, chosen: spoiled(parts[chosen], seed)})


@pytest.mark.parametrize("name", GOOD)
def test_spoiled_files(name: str, good: dict[str, bytes], tmp_path: Path) -> None:
    for seed in range(12):
        path = tmp_path / f"{seed}.bin"
        path.write_bytes(spoiled(good[name], seed))
        attempt(path)


@pytest.mark.parametrize("name", ZIPPED)
def test_spoiled_parts(name: str, good: dict[str, bytes], tmp_path: Path) -> None:
    for seed in range(6):
        path = tmp_path / f"{seed}.{name}"
        spoil_inside(good[name], path, seed)
        attempt(path)


@pytest.mark.slow
@pytest.mark.parametrize("name", GOOD)
def test_hundreds_of_spoiled_files(name: str, good: dict[str, bytes], tmp_path: Path) -> None:
    for seed in range(1_000, 1_200):
        path = tmp_path / f"a.{name}"
        path.write_bytes(spoiled(good[name], seed))
        attempt(path)
        if name in ZIPPED:
            spoil_inside(good[name], path, seed)
            attempt(path)


@pytest.mark.parametrize("name", GOOD)
def test_truncated_files(name: str, good: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "a.bin"
    for share in (0.01, 0.3, 0.9, 0.999):
        path.write_bytes(good[name][: int(len(good[name]) * share)])
        attempt(path)


def nested(depth: int) -> str:
    """Tables in tables."""
    return "<w:tbl><w:tr><w:tc>" * depth + p("甲") + "</w:tc></w:tr></w:tbl>" * depth


@pytest.mark.parametrize(
    ("body", "refused"),
    [
        (nested(60), False),
        (nested(5_000), True),
        ("<w:sdt><w:sdtContent>" * 100 + p("甲") + "</w:sdtContent></w:sdt>" * 100, False),
        (tbl(tc("甲", '<w:gridSpan w:val="1000000"/>') + tc("乙"), tc("1") + tc("2")) + p("丙"), False),
        (tbl("<w:trPr><w:gridBefore w:val='999999999'/></w:trPr>" + tc("1")) + p("丙"), False),
        (tbl(tc("甲", '<w:gridSpan w:val="-5"/>') + tc("乙", '<w:vMerge w:val="x"/>')) + p("丙"), False),
        (p("甲", '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr>'), False),
        ("<a/>" * 4_000_000, True),
    ],
)
def test_word_files_made_to_do_harm(body: str, refused: bool, tmp_path: Path) -> None:
    assert bool(attempt(small_docx(tmp_path / "a.docx", body, numbering="<w:num w:numId='1'/>"))) is refused


def test_styles_that_go_in_circles(tmp_path: Path) -> None:
    styles = "".join(f'<w:style w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>' for a, b in ("xy", "yx", "zz"))
    assert attempt(small_docx(tmp_path / "a.docx", p("甲", '<w:pStyle w:val="x"/>'), styles)) == ""


@pytest.mark.parametrize("name", ["word/document.xml", "OFD.xml", "xl/workbook.xml"])
def test_packages_that_swell(name: str, tmp_path: Path) -> None:
    assert "异常地大" in attempt(zipped(tmp_path / "a.zip", {name: b" " * 12_000_000, "xl/a": b""}))


@pytest.mark.parametrize("name", ["word/document.xml", "OFD.xml"])
@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd"><x/>',
        "<x>" * 1_000 + "</x>" * 1_000,
    ],
)
def test_entities_and_depth(name: str, text: str, tmp_path: Path) -> None:
    assert attempt(zipped(tmp_path / "a.zip", {name: text}))


@pytest.mark.parametrize(
    "objects",
    [
        '<ofd:TextObject Boundary="0 0 1e300 1" CTM="1e300 0 0 1e300 0 0" Size="4"><ofd:TextCode X="1" Y="1" '
        'DeltaX="g 999999999 1">甲乙</ofd:TextCode></ofd:TextObject>',
        '<ofd:TextObject Size="nan"><ofd:TextCode DeltaX="g">甲</ofd:TextCode></ofd:TextObject>',
        '<ofd:PathObject Boundary="x"><ofd:AbbreviatedData>M 1e999 B L L 3</ofd:AbbreviatedData></ofd:PathObject>',
        '<ofd:PageBlock>' * 200 + '</ofd:PageBlock>' * 200,
        '<ofd:CompositeObject ResourceID="1" Boundary="0 0 9 9"/>' * 3,
        '<ofd:PathObject Boundary="0 0 9 9"><ofd:AbbreviatedData>' + "M 0 0 L 100 0 " * 10_000
        + "</ofd:AbbreviatedData></ofd:PathObject>",
    ],
)  # fmt: skip
def test_ofd_files_made_to_do_harm(objects: str, tmp_path: Path) -> None:
    unit = '<ofd:CompositeGraphicUnit ID="1"><ofd:Content>'
    unit += '<ofd:CompositeObject ResourceID="1" Boundary="0 0 9 9"/>' * 3 + "</ofd:Content></ofd:CompositeGraphicUnit>"
    word = (
        '<ofd:TextObject Boundary="20 20 90 9" Size="4"><ofd:TextCode X="0" Y="4">收入</ofd:TextCode></ofd:TextObject>'
    )
    attempt(small_ofd(tmp_path / "a.ofd", objects + word, resources=unit))


HARM: dict[str, Callable[[int], str]] = {
    "tabs": lambda n: "\t" * n,
    "rows": lambda n: "甲\t乙\n" * (n // 10),
    "pipes": lambda n: "|" * (n // 5) + "\n" + "|" * (n // 5),
    "stars": lambda n: "*" * n,
    "bold": lambda n: "**甲" * (n // 5),
    "never bold": lambda n: " **甲" * (n // 10),
    "tags": lambda n: "<p" * n,
    "brackets": lambda n: "<" * n + "p>",
    "links": lambda n: "[" * n + "](",
    "pictures": lambda n: "![" * n,
    "entities": lambda n: "&" * n,
    "comments": lambda n: "<!--" * (n // 5),
    "a staircase": lambda n: "\n".join("\t" * step + "甲" for step in range(n // 125)),
    "one word": lambda n: "甲" * (3 * n),
    "items": lambda n: "- " * n,
    "quotes": lambda n: "> " * n + "x",
    "emphasis": lambda n: "_~*" * (n // 3) + "甲",
    "blanks": lambda n: ("甲" + " " * (n // 20)) * 50,
    "a heading": lambda n: "# " + " " * n + "甲" + " " * n + "#" * 1_000 + "x",
    "an entry": lambda n: "甲" + "\t" * 300 + "x" + " " * n + "\t乙",
    "a number": lambda n: "- " + " " * n + "12" + " " * n + "x",
    "columns": lambda n: ("甲" + "  乙" * 200 + "\n") * (n // 200),
    "tables": lambda n: "<table>" * (n // 30),
}


def harm(name: str, size: int, folder: Path) -> None:
    """Read a text of so many characters that is made to keep a reader busy."""
    path = folder / "a.md"
    path.write_text(f"标题\n{HARM[name](size)}\n", encoding="utf-8")
    attempt(path)


@pytest.mark.parametrize("name", HARM)
def test_texts_made_to_do_harm(name: str, tmp_path: Path) -> None:
    harm(name, 10_000, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("name", HARM)
def test_long_texts_made_to_do_harm(name: str, tmp_path: Path) -> None:
    harm(name, 100_000, tmp_path)
