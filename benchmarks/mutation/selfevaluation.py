"""Self-evaluation 绩效自评: a figure of targets and results printed wrong, a claim that all was reached."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from benchmarks.mutation.flow import Flow
from benchmarks.mutation.mutation import Mutation
from benchmarks.mutation.slips import Slip, digit, rate, swap
from mingzhang.disclosure.table import Table, TableCell

_HEADS: Final = {
    "完成值": re.compile(r"(?:年度|实际)完成值"),
    "得分": re.compile("得分"),
    "分值": re.compile("分值"),
    "扣分": re.compile("扣分"),
    "执行率": re.compile(r"执行率.*"),
    "预算数": re.compile(r"(?:全年)?预算数.*"),
    "执行数": re.compile(r"(?:全年)?执行数.*"),
}
_FOOT: Final = {"总分": ("总分", "总得分"), "等级": ("自评等级",)}
_GRADES: Final = ("优", "良", "中", "差")
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")
_MISSED: Final = re.compile(r"没有达到目标值的指标：[^。]*。其余指标均达到目标值。")
_ALL_MET: Final = "年初设定的各项绩效目标全部完成。"


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell of an evaluation: which table, row and column."""

    item: int
    row: int
    column: int
    cell: TableCell


def in_column(flow: Flow, rng: random.Random, kind: str, head: str) -> Mutation | None:
    """A number under a head printed wrong."""
    return _changed(flow, rng, kind, [spot for name, spot in _under_heads(flow) if name == head], _slip(head))


def in_foot(flow: Flow, rng: random.Random, kind: str, name: str) -> Mutation | None:
    """The total or the grade at the foot printed wrong."""
    labels = _FOOT[name]
    spots = [spot for label, spot in _beside_labels(flow) if label in labels]
    return _changed(flow, rng, kind, spots[-1:] if name == "总分" else spots, _graded if name == "等级" else _number)


def claimed(flow: Flow, rng: random.Random, kind: str) -> Mutation | None:
    """That one target was missed left out, and all said to be reached."""
    found = list(_MISSED.finditer(flow.text))
    if not found:
        return None
    start, end = rng.choice(found).span()
    return Mutation(
        kind,
        flow.text[start:end],
        _ALL_MET,
        True,
        flow.written(start, end, _ALL_MET),
        flow.sentence(start, end, _ALL_MET),
    )


def _changed(flow: Flow, rng: random.Random, kind: str, spots: list[Spot], slip: Slip) -> Mutation | None:
    if not spots:
        return None
    spot = rng.choice(spots)
    before = spot.cell.text.strip()
    after = slip(rng, before)
    if after == before:
        return None
    items = list(flow.transcript.items)
    table = items[spot.item]
    assert isinstance(table, Table)
    rows = list(table.rows)
    row = rows[spot.row]
    rows[spot.row] = (*row[: spot.column], replace(spot.cell, text=after), *row[spot.column + 1 :])
    items[spot.item] = replace(table, rows=tuple(rows))
    line = "".join(cell.text for cell in rows[spot.row])
    changed = replace(flow.transcript, items=tuple(items), exact=None)
    return Mutation(kind, before, after, _breaks(flow, kind, before), changed, row=line)


def _breaks(flow: Flow, kind: str, before: str) -> bool:
    """Whether the figure is told in another place too; scores, weights and money have their sum or their rate."""
    if not kind.endswith("完成值"):
        return True
    cells = [cell.text for item in flow.transcript.items if isinstance(item, Table) for _, _, cell in item.cells()]
    told = sum(text.count(before) for text in cells) + len(re.findall(re.escape(before) + "(?!／)", flow.text))
    return told > 1 and before != "100.00%"


def _under_heads(flow: Flow) -> Iterator[tuple[str, Spot]]:
    """Every cell with a number under a head of an evaluation."""
    for index, item in enumerate(flow.transcript.items):
        columns: dict[int, str] = {}
        for number, row in enumerate(item.rows if isinstance(item, Table) else ()):
            heads = {at: name for at, cell in enumerate(row) if (name := _head(cell.text.strip()))}
            columns = heads if len(heads) >= 2 else columns
            if len(heads) >= 2 or _label(row) in {"总分", "自评等级", "年度总体目标"}:
                continue
            for at, name in columns.items():
                if at < len(row) and _NUMBER.match(row[at].text.strip()):
                    yield name, Spot(index, number, at, row[at])


def _beside_labels(flow: Flow) -> Iterator[tuple[str, Spot]]:
    """The last cell of each row of the foot that says something, with its label."""
    for index, item in enumerate(flow.transcript.items):
        for number, row in enumerate(item.rows if isinstance(item, Table) else ()):
            said = [at for at, cell in enumerate(row) if cell.text.strip()]
            if len(said) >= 2 and _label(row) in {"总分", "自评等级"}:
                yield _label(row), Spot(index, number, said[-1], row[said[-1]])


def _head(text: str) -> str:
    return next((name for name, pattern in _HEADS.items() if pattern.fullmatch(text)), "")


def _label(row: tuple[TableCell, ...]) -> str:
    return next((cell.text.strip() for cell in row if cell.text.strip()), "")


def _slip(head: str) -> Slip:
    return _rated if head == "执行率" else _number


def _number(rng: random.Random, text: str) -> str:
    """The number of a cell with a digit wrong, or two swapped."""
    found = _NUMBER.search(text)
    if not found:
        return text
    slip = rng.choice((digit, swap))
    wrong = slip(rng, found[0])
    wrong = digit(rng, found[0]) if wrong == found[0] else wrong
    return text[: found.start()] + wrong + text[found.end() :]


def _rated(rng: random.Random, text: str) -> str:
    return rate(rng, text.removesuffix("%")) + "%"


def _graded(rng: random.Random, text: str) -> str:
    return rng.choice([grade for grade in _GRADES if grade != text])
