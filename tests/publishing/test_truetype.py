import io
from pathlib import Path

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from mingzhang.publishing.fonts import find_fonts, subset
from mingzhang.publishing.truetype import NotTrueType, TrueType

TEXT = "收入支出决算总表193.13万元，（境）“三公”ÄéǙ①喆"


@pytest.fixture(scope="module")
def path():
    found = find_fonts().serif.regular
    if found.read_bytes()[:4] != b"\0\1\0\0":
        pytest.skip("这台机器的字体不是 TrueType 轮廓")
    return found


@pytest.fixture(scope="module")
def cut(path):
    return TrueType.of(path.read_bytes()).cut(TEXT)


def _drawn(font, name):
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[name].draw(pen)
    return pen.value


def test_the_glyphs_are_those_of_the_whole_font(path, cut):
    whole, small = TTFont(path, lazy=True), TTFont(io.BytesIO(cut))
    known, kept = whole.getBestCmap(), small.getBestCmap()
    assert kept.keys() == {ord(c) for c in TEXT} & known.keys()
    for code, name in kept.items():
        assert _drawn(small, name) == _drawn(whole, known[code])
        assert small["hmtx"][name] == whole["hmtx"][known[code]]


def test_another_tool_reads_every_table_and_agrees_with_its_own_cutting(path, cut):
    small, other = TTFont(io.BytesIO(cut)), TTFont(io.BytesIO(subset(path, TEXT)))
    for name in small.keys():  # noqa: SIM118 - a font is no dictionary
        assert small[name] is not None
    assert small.getBestCmap().keys() == other.getBestCmap().keys()
    assert small["maxp"].numGlyphs == other["maxp"].numGlyphs


def test_both_character_maps_say_the_same(cut):
    tables = TTFont(io.BytesIO(cut))["cmap"].tables
    assert [t.format for t in tables] == [4, 12]
    assert tables[0].cmap == tables[1].cmap


def test_advances_are_measured_as_the_font_says(path):
    font, whole = TrueType.of(path.read_bytes()), TTFont(path, lazy=True)
    known = whole.getBestCmap()
    for character, glyph in font.glyphs(TEXT).items():
        assert font.advance(glyph) == whole["hmtx"][known[ord(character)]][0]
    assert font.units == whole["head"].unitsPerEm


def test_the_file_sums_to_what_its_head_says(cut):
    words = [int.from_bytes(cut[n : n + 4], "big") for n in range(0, len(cut), 4)]
    assert sum(words) % 2**32 == 0xB1B0AFBA


def test_what_the_font_lacks_is_left_out(path):
    font = TrueType.of(path.read_bytes())
    assert "\U0010ffff" not in font.glyphs("甲\U0010ffff")
    assert TTFont(io.BytesIO(font.cut("甲\U0010ffff"))).getBestCmap().keys() == {ord("甲")}


@pytest.mark.parametrize("data", [b"OTTO" + bytes(60), b"ttcf" + bytes(60), b"\0\1\0\0" + bytes(60), b"", b"x" * 99])
def test_other_kinds_are_refused(data):
    with pytest.raises(NotTrueType):
        TrueType.of(data)


def test_nothing_at_all_is_still_a_font(path):
    assert TTFont(io.BytesIO(TrueType.of(Path(path).read_bytes()).cut("")))["maxp"].numGlyphs == 1
