"""Catalogue 科目簿: which classified row a name leads to, in this document and in the code list of its year."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Final

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Facts
from mingzhang.disclosure.statement import Figure, Label
from mingzhang.narrative.prose.item import ItemName
from mingzhang.narrative.prose.numeral import Numeral
from mingzhang.terms.classification import CodeList, ancestors

LENGTHS: Final = (3, 5, 7)
_NEAR: Final = Fraction(3, 4)
_LEAD: Final = Fraction(1, 10)
_NOISE: Final = re.compile(r"[\s\"“”‘’、，,·]|支出$")


Places = Mapping[str, Address]
"""Where the figures of codes stand, in the order of the statement."""


@dataclass(frozen=True)
class Catalogue:
    """The names of every code in force, official and as this document prints them, and the rows of its statements.

    `labels` are the names as they stand, `names` as they are compared.
    """

    names: Mapping[str, frozenset[str]]
    labels: Mapping[str, tuple[str, ...]]
    rows: Mapping[str, frozenset[str]]
    facts: Facts

    @staticmethod
    def of(document: Disclosure, codes: CodeList) -> "Catalogue":
        """The catalogue of a document and a code list (functions or economics)."""
        official = _official(codes, document.year)
        labels, names = dict(official[0]), dict(official[1])
        for code, name in _printed_names(document):
            if code in labels and name not in labels[code]:
                labels[code] = (*labels[code], name)
                names[code] = names[code] | {key(name)}
        rows: dict[str, set[str]] = defaultdict(set)
        for address in document.facts:
            if address.row.isdigit() and not address.phase:
                rows[address.statement].add(address.row)
        return Catalogue(names, labels, _frozen(rows), document.facts)

    def row(self, item: ItemName, places: Places, amount: Numeral | None) -> str:
        """The code that a path of names leads to, nothing when none fits: names, near names, then the amount."""
        if item.code in self.names:
            return item.code
        rows = [code for code in places if len(code) == LENGTHS[item.depth - 1]]
        for found in (self._exact(item, rows), self._named(item, rows), self._near(item, rows)):
            if len(found) == 1:
                return found[0]
            if found and (told := self._worth(found, places, amount)):
                return told
        return self._worth(self._within(item, rows), places, amount) or self._official(item)

    def exact(self, item: ItemName) -> list[str]:
        """The codes of the year with these names, in the statements or not."""
        named = self._by_name.get(key(item.path[-1]), ())
        return self._exact(item, [code for code in named if len(code) == LENGTHS[item.depth - 1]])

    @cached_property
    def _by_name(self) -> Mapping[str, list[str]]:
        """The codes that bear a name."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for code, names in self.names.items():
            for name in names:
                found[name].append(code)
        return found

    def _exact(self, item: ItemName, rows: Iterable[str]) -> list[str]:
        return [code for code in rows if self._fits(item, code)]

    def _fits(self, item: ItemName, code: str) -> bool:
        """Whether every name given is the name of the code or of the one above it at its level."""
        lineage = (*ancestors(code), code)[-len(item.path) :]
        return len(lineage) == len(item.path) and all(
            key(name) in self.names.get(line, ()) for name, line in zip(item.path, lineage, strict=True)
        )

    def _named(self, item: ItemName, rows: Iterable[str]) -> list[str]:
        """The rows with the innermost name, those of the right class if any."""
        found = [code for code in rows if key(item.path[-1]) in self.names.get(code, ())]
        return self._of_class(item, found) or found

    def _near(self, item: ItemName, rows: Iterable[str]) -> list[str]:
        """The one row whose name resembles the innermost name more than any other does."""
        scored = sorted(((self.likeness(item.path[-1], code), code) for code in self._within(item, rows)), reverse=True)
        if not scored or scored[0][0] < _NEAR or (len(scored) > 1 and scored[0][0] - scored[1][0] < _LEAD):
            return []
        return [scored[0][1]]

    def _within(self, item: ItemName, rows: Iterable[str]) -> list[str]:
        rows = list(rows)
        return self._of_class(item, rows) or ([] if len(item.path) == LENGTHS.index(7) + 1 else rows)

    def _of_class(self, item: ItemName, rows: Iterable[str]) -> list[str]:
        """Those under the class that the outermost of several names names."""
        if len(item.path) < 2:
            return []
        return [code for code in rows if key(item.path[0]) in self.names.get(code[:3], ())]

    def likeness(self, name: str, code: str) -> Fraction:
        """How much a name resembles a name of a code: 1 for the same, 0 for too little to matter."""
        return max((_likeness(key(name), known) for known in self.names.get(code, ())), default=Fraction(0))

    def _worth(self, codes: Iterable[str], places: Places, amount: Numeral | None) -> str:
        """The one of these rows that is worth the printed amount."""
        if amount is None or not amount.value:
            return ""
        worth = amount.printed.fen
        found = [code for code in codes if self._holds(places[code], worth, amount.printed.spread)]
        return found[0] if len(found) == 1 else ""

    def _holds(self, address: Address, worth: int, spread: int) -> bool:
        fact = self.facts.get(address)
        return fact is not None and abs(fact.value - worth) <= max(spread, 1)

    def _official(self, item: ItemName) -> str:
        """The one code of the year with these names, or with this name in this class, printed or not."""
        codes = [code for code in self.names if len(code) == LENGTHS[item.depth - 1]]
        for found in (self.exact(item), self._of_class(item, self._named(item, codes))):
            if len(found) == 1:
                return found[0]
        return ""


@lru_cache(50_000)
def _likeness(wanted: str, known: str) -> Fraction:
    """Twice the characters in common by those of both, as difflib counts them; 0 when below what is near."""
    matcher = SequenceMatcher(None, wanted, known, autojunk=False)
    length = max(1, len(wanted) + len(known))
    if 2 * min(len(wanted), len(known)) < _NEAR * length or matcher.quick_ratio() < _NEAR:
        return Fraction(0)
    return Fraction(2 * sum(block.size for block in matcher.get_matching_blocks()), length)


@lru_cache(20_000)
def key(name: str) -> str:
    """A name as names are compared: without quotes, spaces, pauses and a last 支出."""
    return _NOISE.sub("", name.replace("（", "(").replace("）", ")"))


def matches(percent: Fraction, part: int, whole: int, places: int) -> bool:
    """Whether a percentage printed with so many places can be the part's share, one unit of its last place aside."""
    return whole != 0 and abs(percent - Fraction(100 * part, whole)) <= Fraction(3, 2) / 10**places


Labels = Mapping[str, tuple[str, ...]]
Keys = Mapping[str, frozenset[str]]
_KNOWN: Final[dict[tuple[int, int], tuple[CodeList, Labels, Keys]]] = {}
"""What was made of a code list in a year, by the identity of the list, which is kept so that it stays the same."""


def _official(codes: CodeList, year: int) -> tuple[Labels, Keys]:
    """The names of every code in force in a year, as they stand and as they are compared."""
    found = _KNOWN.get((id(codes), year))
    if found is None:
        labels: dict[str, tuple[str, ...]] = {}
        for line in codes.codes:
            if year in line.span:
                labels[line.code] = (*labels.get(line.code, ()), line.name)
        keys = {code: frozenset(map(key, names)) for code, names in labels.items()}
        found = _KNOWN[id(codes), year] = (codes, labels, keys)
    return found[1], found[2]


def _frozen(sets: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(found) for name, found in sets.items()}


def _printed_names(document: Disclosure) -> Iterable[tuple[str, str]]:
    for statement in document.statements:
        for row in statement.body:
            codes = {c.address.row for c in row if isinstance(c, Figure) and c.address.row.isdigit()}
            labels = [c.text for c in row if isinstance(c, Label) and c.text and not c.text.strip().isdigit()]
            if len(codes) == 1 and labels and statement.id in ("T2", "T3", "T5", "T8", "T9"):
                yield codes.pop(), labels[-1].strip()
