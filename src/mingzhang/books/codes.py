"""BookCodes 账套代码: reading codes out of cells and asking the lists of the year whether they hold."""

import difflib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from mingzhang.books.fault import Gravity
from mingzhang.books.problem import Problem
from mingzhang.terms.classification import CodeList, Standing

FIRST_LEVEL: Final = 4
"""Digits of a first-level account 一级科目; longer codes are a unit's own sub-accounts."""

_CODE_THEN_NAME = re.compile(r"[\[(（【]?\s*([\d.\-_ ]*\d)\s*[\])）】]?\s*[\s\-_.:、]?\s*(\D*)")
_NAME_THEN_CODE = re.compile(r"\D+?[\[(（【]\s*(\d+)\s*[\])）】]")
_SEPARATORS = str.maketrans("", "", ".-_ ")
_CERTAIN: Final = frozenset("AB")


@dataclass(frozen=True)
class BookCodes:
    """The code lists the books are held against: 会计科目, 支出功能分类, 部门支出经济分类."""

    accounts: CodeList
    functions: CodeList
    economics: CodeList


def code_in(text: str) -> str:
    """The digits of a code cell: `208.01.08`, `2080108 信息化建设`, `信息化建设(2080108)` give 2080108."""
    if text.isdecimal() and text.isascii():
        return text
    text = unicodedata.normalize("NFKC", text).strip()
    found = _CODE_THEN_NAME.fullmatch(text) or _NAME_THEN_CODE.fullmatch(text)
    return found[1].translate(_SEPARATORS) if found and len(text) < 200 else ""


@dataclass
class CodeCheck:
    """Asks one code list about codes of one year; `label` names the list, `field` the column."""

    label: str
    field: str
    codes: CodeList
    year: int

    def problems(self, code: str, text: str) -> Iterator[Problem]:
        """What the list has against a code, which `text` shows as it was written."""
        standing = self.codes.standing(code, self.year)
        if standing is Standing.UNKNOWN:
            mend = f"核对代码；确属{self.year}年的代码则不必改" + self.advice(code)
            yield Problem(self.field, text, f"{self.label}代码未收录", mend, Gravity.WARNING)
        elif standing is not Standing.IN_FORCE:
            word = "已停用" if standing is Standing.RETIRED else "尚未启用"
            yield Problem(
                self.field, text, f"{self.label}代码在{self.year}年{word}", self._successor(code), self._weight(code)
            )

    def advice(self, text: str) -> str:
        """The closest official line, by code or by name, as the end of a sentence; nothing when none is close."""
        close = difflib.get_close_matches(text[:30], self._spellings, n=1, cutoff=0.6)
        if not close:
            return ""
        code = self._spellings[close[0]]
        return f"；最接近的是 {code} {self.codes.name(code, self.year)}"

    def _successor(self, code: str) -> str:
        names = {line.name for line in self.codes.codes if line.code == code}
        same = [line.code for line in self.codes.codes if line.name in names and self.year in line.span]
        if same:
            return f"改用{self.year}年的代码 {same[0]} {self.codes.name(same[0], self.year)}"
        return f"改用{self.year}年有效的代码{self.advice(code)}"

    def _weight(self, code: str) -> Gravity:
        certain = any(line.confidence in _CERTAIN for line in self.codes.codes if line.code == code)
        return Gravity.ERROR if certain else Gravity.WARNING

    @cached_property
    def _spellings(self) -> dict[str, str]:
        lines = [line for line in self.codes.codes if self.year in line.span]
        return {line.name: line.code for line in lines} | {line.code: line.code for line in lines}
