"""Rows 科目行: the classified rows of the statements, their names as printed and as the year's list has them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from fractions import Fraction
from functools import lru_cache
from typing import Final

from mingzhang.audit.context import Context, names_of
from mingzhang.audit.words.passages import Same
from mingzhang.audit.words.path import Path, plain_name
from mingzhang.disclosure.address import ACTUAL
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.terms.classification import FUNCTION_LENGTHS, CodeList

BY_FUNCTION: Final = ("T3", "T5", "T8", "T9", "T2")
"""The statements whose rows are function codes, those whose names count first in front."""
_TOTALS: Final = {"T2": "本年收入合计", "T3": "本年支出合计", "T5": "小计", "T8": "小计", "T9": "合计"}
_AMOUNT: Final = Fraction(3, 2)
_ENOUGH: Final = 2
_LIKE: Final = 0.6
_PLAINLY: Final = 0.15


@dataclass(frozen=True)
class Rows:
    """`names` by statement and code as printed, `figures` by statement and code, from one document."""

    context: Context
    names: dict[tuple[str, str], str]
    figures: dict[tuple[str, str], list[Fact]]
    _right: dict[str, frozenset[str]] = field(default_factory=dict, repr=False, compare=False)

    @staticmethod
    def of(context: Context, document: Disclosure) -> "Rows":
        """The rows of a document; remembered, since several checks ask for them."""
        return _rows(Same(document), Same(context))

    @staticmethod
    def _of(context: Context, document: Disclosure) -> "Rows":
        figures: dict[tuple[str, str], list[Fact]] = {}
        for address, fact in document.facts.items():
            if address.statement in BY_FUNCTION and address.row.isdigit() and address.phase == ACTUAL:
                figures.setdefault((address.statement, address.row), []).append(fact)
        return Rows(context, names_of(document.statements), figures)

    def codes(self, statements: Iterable[str]) -> list[str]:
        """The codes of the rows of some statements, each once, ascending."""
        wanted = set(statements)
        return sorted({code for statement, code in self.figures if statement in wanted})

    def used(self) -> list[str]:
        """The 项 with a figure that is not zero in any statement."""
        return sorted({
            code
            for (_, code), facts in self.figures.items()
            if len(code) == FUNCTION_LENGTHS[-1] and any(fact.value for fact in facts)
        })  # fmt: skip

    def printed(self, code: str) -> str:
        """The name that most statements print for a code."""
        found = [name for s in BY_FUNCTION if (name := self.names.get((s, code), ""))]
        return max(found, key=found.count) if found else ""

    def right_names(self, code: str) -> frozenset[str]:
        """Every name that may stand for a code: as the statements print it or as the year's list has it."""
        if code not in self._right:
            official = self.context.functions.name(code, self.context.year)
            printed = (self.names.get((s, code), "") for s in BY_FUNCTION)
            self._right[code] = frozenset(plain_name(name) for name in (*printed, official) if name)
        return self._right[code]

    def best_name(self, code: str) -> str:
        """The name to recommend: the official one where it is sure, else the printed one."""
        official = self.context.functions.find(code, self.context.year)
        if official and official.confidence in "AB":
            return official.name
        return self.printed(code) or (official.name if official else "")

    def agrees(self, path: Path, code: str) -> list[bool]:
        """For each name of a path whether it is right for the code or the one above it."""
        return [plain_name(s.name) in self.right_names(code[: FUNCTION_LENGTHS[s.level - 1]]) for s in path.steps]

    def code_of(self, path: Path, statements: tuple[str, ...], amount: int | None = None) -> str:
        """The row that a path means: the one it names, else the one most names and the amount beside it agree with.

        Of two rows with as much for them the one whose name is plainly more alike. Nothing when neither is, or when
        only names above the innermost speak for one.
        """
        codes = [c for c in self.codes(statements) if len(c) == FUNCTION_LENGTHS[path.depth - 1]]
        named = [c for c in codes if all(self.agrees(path, c))]
        if named:
            return named[0]
        scored = sorted(
            ((self._speaks_for(path, c, statements, amount), self._likeness(path, c), c) for c in codes), reverse=True
        )
        if not scored or (len(scored) > 1 and _is_tie(scored[0], scored[1])):
            return ""
        best, _, code = scored[0]
        if any(self.official(path)) and not self._worth(code, statements, amount):
            return ""  # An item of its own, of which these statements have nothing.
        return code if best >= (_ENOUGH if path.depth > 1 else 1) else ""

    def _speaks_for(self, path: Path, code: str, statements: tuple[str, ...], amount: int | None) -> Fraction:
        right, worth = self.agrees(path, code), self._worth(code, statements, amount)
        spoken = right[-1] or worth or self._likeness(path, code) >= _LIKE
        return sum(right) + worth if spoken else Fraction(0)

    def _likeness(self, path: Path, code: str) -> float:  # not money
        """How alike the innermost name and the right one are."""
        inner = plain_name(path.steps[-1].name)
        return max((SequenceMatcher(None, inner, n).ratio() for n in self.right_names(code)), default=0.0)

    def _worth(self, code: str, statements: tuple[str, ...], amount: int | None) -> Fraction:
        if not amount:
            return Fraction(0)
        totals = (f for s in statements for f in self.figures.get((s, code), ()) if f.address.column == _TOTALS[s])
        return _AMOUNT if any(fact.value == amount for fact in totals) else Fraction(0)

    def official(self, path: Path) -> Iterator[str]:
        """The codes of the year's list that bear exactly these names, whether the document uses them or not."""
        length = FUNCTION_LENGTHS[path.depth - 1]
        named = _by_name(Same(self.context.functions)).get(plain_name(path.steps[-1].name), ())
        return (code for code in named if len(code) == length and all(self.agrees(path, code)))


def _is_tie(one: tuple[Fraction, float, str], other: tuple[Fraction, float, str]) -> bool:  # not money
    """Whether two rows have as much for them, and neither bears a name plainly more alike."""
    return one[0] == other[0] and one[1] - other[1] < _PLAINLY


@lru_cache(maxsize=4)
def _rows(document: Same[Disclosure], context: Same[Context]) -> Rows:
    return Rows._of(context.value, document.value)


@lru_cache(maxsize=4)
def _by_name(codes: Same[CodeList]) -> dict[str, tuple[str, ...]]:
    """The codes that ever bore a name."""
    found: dict[str, dict[str, None]] = {}
    for line in codes.value.codes:
        found.setdefault(plain_name(line.name), {})[line.code] = None
    return {name: tuple(lines) for name, lines in found.items()}
