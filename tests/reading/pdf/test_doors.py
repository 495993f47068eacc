"""What cannot be opened is refused with a reason; what is damaged neither crashes nor hangs."""

import random
from contextlib import suppress
from pathlib import Path

import pytest

from mingzhang.books.fault import Gravity
from mingzhang.reading.pdf import read_pdf
from mingzhang.reading.pdf.limits import MOST_GLYPHS
from mingzhang.reading.refusal import Refused
from tests.reading.pdf.sheet import Sheet, pdf_bytes


def sample() -> bytes:
    sheets = []
    for number in range(3):
        sheet = Sheet()
        sheet.grid((60, 200, 300, 400), (100, 120, 140, 160))
        sheet.words((60, 200, 300, 400), (100, 120, 140), [("项目", "收入", "支出"), ("合计", "1.00", f"{number}.00")])
        sheet.text(60, 200, "本年支出合计1,324.00万元。", 14)
        sheets.append(sheet)
    return pdf_bytes(sheets)


def refused(tmp_path: Path, data: bytes) -> str:
    file = tmp_path / "坏.pdf"
    file.write_bytes(data)
    with pytest.raises(Refused) as raised:
        read_pdf(file)
    assert raised.value.fault.file == "坏.pdf"
    assert raised.value.fault.mend
    return raised.value.fault.message


ENCRYPTED = (
    "/Encrypt<</Filter/Standard/V 1/R 2/P -44/O<" + "4E" * 32 + ">/U<" + "28" * 32 + ">>>/ID[<00112233><00112233>]"
)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "文件是空的"),
        (b"PK\x03\x04 not a pdf", "不是 PDF"),
        (b"%PDF-1.7\n", "PDF 不完整，结尾缺失"),
        (sample()[: len(sample()) // 2], "PDF 不完整，结尾缺失"),
        (b"%PDF-1.7\nnothing\nstartxref\n0\n%%EOF", "PDF 已损坏或不完整"),
        (pdf_bytes([Sheet()], trailer=ENCRYPTED), "文件加了密码"),
        (pdf_bytes([]), "PDF 已损坏或不完整"),
        (pdf_bytes([Sheet()] * 2001), "页数异常地多，没有读取"),
    ],
    ids=["empty", "no pdf", "head only", "half", "no objects", "encrypted", "no page", "too many pages"],
)
def test_what_cannot_be_opened_is_refused(tmp_path: Path, data: bytes, message: str) -> None:
    assert refused(tmp_path, data) == message


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        read_pdf(tmp_path / "没有.pdf")


def test_a_page_with_too_many_characters_gives_nothing_but_the_others_do(tmp_path: Path) -> None:
    full, other = Sheet(), Sheet()
    for number in range(MOST_GLYPHS // 500 + 1):
        full.text(10, 10 + 4 * number, "收" * 500, 1)
    other.text(60, 100, "收入", 14)
    file = tmp_path / "满.pdf"
    file.write_bytes(pdf_bytes([full, other]))
    transcript = read_pdf(file)
    assert [fault.message for fault in transcript.faults] == ["第1页文字异常地多，没有读取"]
    assert [line.text for line in transcript.lines()] == ["收入"]


def test_a_file_that_had_to_be_mended_says_so(tmp_path: Path) -> None:
    file = tmp_path / "移.pdf"
    file.write_bytes(sample())
    assert not read_pdf(file).faults
    file.write_bytes(sample().replace(b"startxref\n", b"startxref\n1"))
    transcript = read_pdf(file)
    assert [(fault.message, fault.gravity) for fault in transcript.faults] == [
        ("PDF 的目录已损坏，修复后读取，内容可能不全", Gravity.WARNING)
    ]
    assert len(list(transcript.tables())) == 3


def test_forms_within_forms_end(tmp_path: Path) -> None:
    data = pdf_bytes([Sheet(content=["/F Do"], form="1 0 0 1 0 0")]).replace(
        b"/Resources<</Font<</song 3 0 R/latin 4 0 R>>>>", b"/Resources<</XObject<</F 5 0 R>>          >>  "
    )
    file = tmp_path / "套.pdf"
    file.write_bytes(data)
    assert not read_pdf(file).items


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_is_read_or_refused(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(sample())
    if seed % 2:
        for _ in range(chance.randint(1, 40)):
            data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    else:
        del data[chance.randrange(20, len(data)) :]
    file = tmp_path / "坏.pdf"
    file.write_bytes(data)
    with suppress(Refused):
        assert read_pdf(file).pages
