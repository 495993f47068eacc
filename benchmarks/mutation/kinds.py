"""Kinds 改法: one printed thing of a clean document changed as people get it wrong, drawn by a seeded generator.

A change is made in what was read of the file (a cell or a line of its transcript), before anything is understood: the
same as if the file had been printed so, without printing it five thousand times. Each kind says whether the change is
large enough to break a relation beyond rounding, by the size of the change alone and not by what the audit says.
"""

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from mingzhang.disclosure.table import Table, TableCell
from mingzhang.reading.transcript import TextLine, Transcript

_AMOUNT: Final = re.compile(r"-?\d{1,3}(?:,\d{3})*\.\d{2}|-?\d+\.\d{2}")
_IN_PROSE: Final = re.compile(r"(?<![\d.,])(\d+\.\d{2})(?=\s*万元)")
_RATE: Final = re.compile(r"(?<![\d.,])(\d+\.\d{1,2})(?=\s*%)")
_SIGN: Final = re.compile(r"(?:占|增长|下降)[^%，。；]{0,24}?\d+\.\d{1,2}(\s*%)")
_DIRECTION: Final = re.compile(
    r"(小于|大于)(?=年初预算|预算|全年预算)|(减少|增加)(?=\s*\d+\.\d\d\s*万元，(?:下降|增长))"
)
_OPPOSITE: Final = {"小于": "大于", "大于": "小于", "减少": "增加", "增加": "减少"}
_END: Final = re.compile(r"截至\s*(20\d\d)\s*年")
_NAME: Final = re.compile(r"（款）([\u4e00-\u9fff]{4,})（项）")
_LARGE: Final = Decimal("0.30")
"""万元: larger than what the rounding of forty parts and their total can explain (TOL-SUM: 0.205)."""


@dataclass(frozen=True, slots=True)
class Mutation:
    """One change: what was printed, what is printed now, and whether it breaks a relation beyond rounding."""

    kind: str
    before: str
    after: str
    breaks: bool
    line: str = ""
    statement_cell: bool = False
    transcript: Transcript | None = None


Spot = tuple[int, int, int]
"""Item, row and column of a cell; item, start and end of a piece of a line."""


def cells(transcript: Transcript) -> list[Spot]:
    """The cells of tables that print an amount."""
    return [
        (index, row, column)
        for index, item in enumerate(transcript.items)
        if isinstance(item, Table) and len(item.rows) > 2
        for row, column, cell in item.cells()
        if _AMOUNT.fullmatch(cell.text.strip())
    ]


def pieces(transcript: Transcript, pattern: re.Pattern[str]) -> list[Spot]:
    """The pieces of lines that a pattern marks by its first group."""
    return [
        (index, *found.span(found.lastindex or 0))
        for index, item in enumerate(transcript.items)
        if isinstance(item, TextLine)
        for found in pattern.finditer(item.text)
    ]


def _digit(rng: random.Random, text: str) -> str:
    """One digit before the point changed."""
    places = [i for i, char in enumerate(text.partition(".")[0]) if char.isdigit()]
    at = rng.choice(places)
    return text[:at] + str((int(text[at]) + rng.randrange(1, 10)) % 10) + text[at + 1 :]


def _swap(rng: random.Random, text: str) -> str:
    """Two neighbouring digits swapped."""
    places = [i for i in range(len(text) - 1) if text[i : i + 2].isdigit() and text[i] != text[i + 1]]
    if not places:
        return text
    at = rng.choice(places)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _tenfold(rng: random.Random, text: str) -> str:
    """The point one place off."""
    factor = Decimal(10) if rng.random() < 0.5 else Decimal("0.1")
    return f"{Decimal(text.replace(',', '')) * factor:.2f}"


def _negative(rng: random.Random, text: str) -> str:
    """The sign lost or gained."""
    return text.removeprefix("-") if text.startswith("-") else f"-{text}"


def _blank(rng: random.Random, text: str) -> str:
    """Nothing printed."""
    return ""


NUMBERS: Final[Mapping[str, Callable[[random.Random, str], str]]] = {
    "错一位数字": _digit, "两位颠倒": _swap, "小数点错位": _tenfold, "正负号": _negative, "漏印": _blank,
}  # fmt: skip


def change_cell(transcript: Transcript, rng: random.Random, kind: str) -> Mutation | None:
    """A figure of a statement printed wrong."""
    places = cells(transcript)
    if not places:
        return None
    index, row, column = rng.choice(places)
    table = transcript.items[index]
    assert isinstance(table, Table)
    before = table.rows[row][column].text.strip()
    after = NUMBERS[kind](rng, before)
    if after == before or _worth(before) == _worth(after):
        return None
    changed = _with_cell(table, row, column, replace(table.rows[row][column], text=after))
    large = abs(_worth(before) - _worth(after)) >= _LARGE
    return Mutation(f"报表·{kind}", before, after, large, "", True, _with(transcript, index, changed))


def change_line(
    transcript: Transcript, rng: random.Random, kind: str, pattern: re.Pattern[str], turn: Callable[[str], str]
) -> Mutation | None:
    """A piece of a sentence printed wrong."""
    places = pieces(transcript, pattern)
    if not places:
        return None
    index, start, end = rng.choice(places)
    line = transcript.items[index]
    assert isinstance(line, TextLine)
    before, after = line.text[start:end], turn(line.text[start:end])
    if before == after:
        return None
    changed = replace(line, text=line.text[:start] + after + line.text[end:])
    return Mutation(kind, before, after, True, changed.text, False, _with(transcript, index, changed))


def mutate(transcript: Transcript, rng: random.Random, kind: str) -> Mutation | None:
    """One change of a kind, or nothing where the document has no place for it."""
    family, _, how = kind.partition("·")
    if family == "报表":
        return change_cell(transcript, rng, how)
    if kind.startswith("文字·金额"):
        return change_line(transcript, rng, kind, _IN_PROSE, lambda text: NUMBERS[kind[5:]](rng, text))
    pattern, turn = _WORDS[kind]
    return change_line(transcript, rng, kind, pattern, lambda text: turn(rng, text))


def _rate(rng: random.Random, text: str) -> str:
    """A percentage off by more than the last place can be."""
    places = len(text.partition(".")[2])
    off = rng.choice((-1, 1)) * rng.randrange(12, 400) * Decimal(1).scaleb(-places)
    return f"{abs(Decimal(text) + off):.{places}f}"


_WORDS: Final[Mapping[str, tuple[re.Pattern[str], Callable[[random.Random, str], str]]]] = {
    "文字·百分比": (_RATE, _rate),
    "文字·漏百分号": (_SIGN, lambda rng, text: ""),
    "文字·增减方向": (_DIRECTION, lambda rng, text: _OPPOSITE[text]),
    "文字·年度": (_END, lambda rng, text: str(int(text) - 1)),
    "文字·科目名称": (_NAME, lambda rng, text: text[:-1] + ("务" if text[-1] != "务" else "业")),
}
KINDS: Final = (
    *(f"报表·{how}" for how in NUMBERS),
    *(f"文字·金额{how}" for how in ("错一位数字", "两位颠倒", "小数点错位")),
    *_WORDS,
)  # fmt: skip
"""Every kind, in the order of the table."""


def _worth(text: str) -> Decimal:
    return Decimal(text.replace(",", "") or "0")


def _with_cell(table: Table, row: int, column: int, cell: TableCell) -> Table:
    rows = list(table.rows)
    rows[row] = (*rows[row][:column], cell, *rows[row][column + 1 :])
    return replace(table, rows=tuple(rows))


def _with(transcript: Transcript, index: int, item: Table | TextLine) -> Transcript:
    items = (*transcript.items[:index], item, *transcript.items[index + 1 :])
    return replace(transcript, items=items, exact=None)
