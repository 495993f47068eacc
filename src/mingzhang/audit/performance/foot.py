"""Foot 表尾: the full mark, the total, the grade and the reasons below the indicators."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from mingzhang.audit.performance import heads
from mingzhang.audit.performance.places import Place, Row, quote, words
from mingzhang.audit.performance.quantity import number
from mingzhang.disclosure.evaluation import Entry

GRADES: Final = frozenset({"优", "良", "中", "差", "优秀", "良好", "中等", "较差", "合格", "不合格", "基本合格"})
_SAID: Final = re.compile(r"(?:自评|综合|评价)*(?:总分|总得分|得分|评分)\s*[:：为]\s*(?P<score>\d+(?:\.\d+)?)\s*分?")
_EARNED: Final = frozenset({"总得分", "自评得分", "综合得分", "得分", "自评总分", "评价得分", "自评总得分", "实际得分"})


@dataclass(frozen=True, slots=True)
class Foot:
    """What one row of the foot says; all empty for a row of the foot that says nothing of interest."""

    full: Entry | None = None
    total: Entry | None = None
    grade: Entry | None = None
    reason: Entry | None = None


def foot(row: Row, weight: Entry | None, score: Entry | None) -> Foot | None:
    """The row as a row of the foot, its numbers in the columns of weights and scores; None for any other row."""
    said = words(row)
    if any(heads.is_subtotal(place.text) for place in said[:2]):
        return Foot()
    is_total = any(heads.is_total(place.text) for place in said[:2])
    full, total = _marks(row, said, weight, score) if is_total else (None, None)
    spoken = next((found for place in said if (found := _SAID.fullmatch(place.text))), None)
    if spoken and not total:
        total = Entry(spoken["score"], said[0].cell.position, row=quote(row))
    grade = _beside(row, said, lambda label, value: heads.is_grade(label) and value in GRADES)
    reason = _beside(row, said, lambda label, value: heads.is_whole_reason(label))
    alone = len(said) == 1 and heads.is_whole_reason(said[0].text)
    return Foot(full, total, grade, reason) if is_total or spoken or grade or reason or alone else None


def _marks(row: Row, said: list[Place], weight: Entry | None, score: Entry | None) -> tuple[Entry | None, Entry | None]:
    """Full mark and total, each by its own label where both have one, otherwise by their columns."""
    labelled = {heads.squeezed(a.text).rstrip(":"): b for a, b in pairwise(said) if number(b.text)}
    earned = next((place for label, place in labelled.items() if label in _EARNED), None)
    full = next((place for label, place in labelled.items() if label not in _EARNED and heads.is_total(label)), None)
    if earned and full:
        return replace(full.entry, row=quote(row)), replace(earned.entry, row=quote(row))
    return _number(row, weight), _number(row, score)


def _number(row: Row, entry: Entry | None) -> Entry | None:
    return replace(entry, row=quote(row)) if entry and entry.text and number(entry.text) else None


def _beside(row: Row, said: list[Place], fits: heads.Pairing) -> Entry | None:
    """What stands beside a label."""
    found = next((value for label, value in pairwise(said) if fits(label.text, value.text)), None)
    return replace(found.entry, row=quote(row)) if found else None
