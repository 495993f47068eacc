"""Companions 相关文件: which of the files at hand belong together: last year's, the same accounts twice, the units."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Final

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.remark import INFO
from mingzhang.workflows.figures import facts_in
from mingzhang.workflows.finished import Audited

_ALIKE: Final = 0.5
"""The share of figures in common that must agree before two files count as the same accounts."""
_MOST_COPIES: Final = 4
"""The formats in which one disclosure is published; more of the same are compared with the first ones."""
_NUMBER: Final = r"(\d+|[一二三四五六七八九十]+)\s*[个家]"
_COUNTED: Final = re.compile(rf"{_NUMBER}[^。；，\n]{{0,10}}单位|单位[^。；，\n]{{0,12}}?{_NUMBER}")
_DIGITS: Final = {digit: number for number, digit in enumerate("一二三四五六七八九十", 1)}
_BRACKETS: Final = str.maketrans("（）", "()")
_HEAD_OFFICE: Final = re.compile(r"\(?(?:本级|机关本级|机关)\)?$")


@dataclass(frozen=True, slots=True)
class Companions:
    """What other files say of a document's figures, each as a name and kept lines; `hints` what could not be held."""

    prior: tuple[tuple[str, str], ...] = ()
    copies: tuple[tuple[str, str], ...] = ()
    members: tuple[tuple[str, str], ...] = ()
    hints: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """What decides, besides the document itself, what comes of it."""
        return sha256(repr(self).encode()).hexdigest()


ALONE: Final = Companions()
"""Nothing else is known."""


def companions(files: Sequence[Audited]) -> dict[str, Companions]:
    """For each file that has any, by path, the others it can be held against."""
    known = [_Known(audited) for audited in files if not audited.examination.refused]
    found = {one.path: _of(one, known) for one in known}
    return {path: others for path, others in found.items() if others != ALONE}


class _Known:
    """A file whose figures are known."""

    def __init__(self, audited: Audited) -> None:
        examination, figures = audited.examination, audited.figures
        self.path, self.digest = examination.path, examination.digest
        doubted = {f"{remark.root}\t" for remark in examination.remarks if remark.level != INFO}
        self.lines = _without(figures.lines, tuple(doubted))
        self.unit, self.year = _squeezed(examination.unit), examination.year
        self.kind = next((kind for kind in ("部门", "单位") if f"{kind}决算" in figures.title), "")
        self.structure = _squeezed(figures.structure)
        self._facts: dict[Address, Fact] | None = None

    @property
    def facts(self) -> dict[Address, Fact]:
        """The figures, unpacked when they are first wanted."""
        if self._facts is None:
            self._facts = facts_in(self.lines, self.path)
        return self._facts


def _of(one: _Known, known: Iterable[_Known]) -> Companions:
    others = [k for k in known if k.digest != one.digest and k.unit and k.year]
    same = [k for k in others if k.unit == one.unit and (k.kind == one.kind or not (k.kind and one.kind))]
    prior = [k for k in same if one.year and k.year == one.year - 1][:1]
    copies = list(islice((k for k in same if k.year == one.year and _alike(one, k)), _MOST_COPIES))
    members, hints = _members(one, [k for k in others if k.year == one.year])
    return Companions(_pairs(prior), _pairs(copies), _pairs(members), hints)


def _pairs(known: Iterable[_Known]) -> tuple[tuple[str, str], ...]:
    return tuple((Path(k.path).name, k.lines) for k in known)


def _without(lines: str, doubted: tuple[str, ...]) -> str:
    """The figures that a file can speak for: not those found wrong by its own relations."""
    return "\n".join(line for line in lines.split("\n") if not line.startswith(doubted))


def _alike(one: _Known, other: _Known) -> bool:
    """Whether two files of a unit and year are the same accounts, and not those of a department and its office."""
    shared = [(f, other.facts[a]) for a, f in one.facts.items() if a.statement.startswith("T") and a in other.facts]
    telling = [(f, g) for f, g in shared if f.value or g.value]
    agreeing = sum(abs(f.value - g.value) <= f.spread + g.spread for f, g in telling)
    return bool(telling) and agreeing >= _ALIKE * len(telling)


def _members(one: _Known, others: list[_Known]) -> tuple[list[_Known], tuple[str, ...]]:
    """The files of a department's units, once all that it names are there."""
    if one.kind != "部门":
        return [], ()
    by_unit = {k.unit: k for k in others if _belongs(k, one)}
    counted = _count(one.structure)
    if not by_unit or counted == 1:
        return [], ()
    if counted == len(by_unit) and any(_is_office(unit, one) for unit in by_unit):
        return list(by_unit.values()), ()
    said = f"所属单位共{counted}个" if counted else "没有写明所属单位共几个"
    return [], (f"{said}，给出了{len(by_unit)}个的文件，不能确定是否齐全，没有核对部门与所属单位的汇总关系",)


def _belongs(other: _Known, department: _Known) -> bool:
    """Whether a file is that of a unit which the department names, its own office included."""
    return other.kind != "部门" and (_is_office(other.unit, department) or other.unit in department.structure)


def _is_office(unit: str, department: _Known) -> bool:
    """Whether a unit is the department's own office 本级."""
    return _HEAD_OFFICE.sub("", unit) == department.unit


def _count(text: str) -> int | None:
    found = _COUNTED.search(text)
    number = (found[1] or found[2]) if found else ""
    return int(number) if number.isdigit() else _DIGITS.get(number)


def _squeezed(text: str) -> str:
    return "".join(line.strip().replace(" ", "") + "\n" for line in text.translate(_BRACKETS).splitlines()).strip()
