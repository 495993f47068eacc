"""Where the text of pages begins and ends."""

from dataclasses import replace

from mingzhang.disclosure.position import Position
from mingzhang.reading.published.margins import unwrapped, within_margins
from mingzhang.reading.published.passage import passages_of
from mingzhang.reading.transcript import TextLine

SENTENCE = "本年度收入合计一百万元其中财政拨款收入九十万元占本年收入的百分之九十其余为事业收入和其他收入两项合计十万元"


def line(text: str, indent: int, room: int, *, centred: bool = False) -> TextLine:
    """A line of a page."""
    return TextLine(text, Position("页.pdf", page=1), indent=indent, room=room, centred=centred)


def test_lines_are_measured_from_the_text_and_not_from_what_stands_outside() -> None:
    full = [line("一" * 20, 4, 4, centred=True) for _ in range(20)]
    moved = within_margins([line("https://example.cn/1", 0, 20), line("一" * 18, 6, 4), *full])
    measured = [(item.indent, item.room, item.centred) for item in moved if isinstance(item, TextLine)]
    assert measured[1] == (2, 0, False)
    assert set(measured[2:]) == {(0, 0, False)}


def test_a_title_in_the_middle_stays_there() -> None:
    full = [line("一" * 20, 0, 0) for _ in range(20)]
    (*_, title) = within_margins([*full, line("部门决算", 8, 8, centred=True)])
    assert isinstance(title, TextLine)
    assert title.centred


def test_paragraphs_that_are_only_lines_are_joined() -> None:
    width = 26
    text = SENTENCE * 8 + "。"
    cut = [text[start : start + width] for start in range(0, len(text), width)]
    lines = [replace(line(part, 0, 0), whole=True) for part in cut]
    (passage,) = passages_of(item for item in unwrapped(lines) if isinstance(item, TextLine))
    assert passage.text == text


def test_paragraphs_that_are_whole_stay_apart() -> None:
    lines = [replace(line(SENTENCE[: 20 + n] + "。", 0, 0), whole=True) for n in range(20)]
    assert unwrapped(lines) == lines
