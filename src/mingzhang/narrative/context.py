"""Context: everything a text is written from: whose accounts, which figures, which wording, which free texts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from mingzhang.disclosure.address import PRIOR, TOTAL, Address
from mingzhang.disclosure.appraisal import Performance
from mingzhang.disclosure.fact import Facts, value_of
from mingzhang.disclosure.statement import Statement
from mingzhang.narrative.passage import Passage
from mingzhang.narrative.sentence import BadTemplate, Sentence
from mingzhang.narrative.terms import NO_GLOSSARY, Glossary
from mingzhang.narrative.texts import NO_TEXTS, Texts
from mingzhang.narrative.wording import Wording
from mingzhang.terms.entity import Entity
from mingzhang.terms.unit import WAN, Unit


@dataclass(frozen=True)
class Context:
    """`names` maps function and economic codes to the official names of the year; `statements` stand in printed order.

    `members` are the units a department consolidates, itself included; `unit` is the unit of every amount in the text.
    """

    entity: Entity
    year: int
    facts: Facts
    wording: Wording
    names: Mapping[str, str]
    texts: Texts = NO_TEXTS
    statements: tuple[Statement, ...] = ()
    members: tuple[Entity, ...] = ()
    glossary: Glossary = NO_GLOSSARY
    unit: Unit = WAN
    written: str = ""
    """The text of the other parts, when the glossary is written."""
    performance: Performance | None = None
    """The year's self-evaluation, when it is written about."""
    dated: str = ""
    """The day of the evaluation report, as printed below it."""
    _rows: frozenset[tuple[str, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Note which kinds of figures were handed in, to tell a zero from a figure nobody gave."""
        object.__setattr__(self, "_rows", frozenset(_kind(address) for address in self.facts))

    @property
    def is_department(self) -> bool:
        """Whether the text speaks of a department 部门 rather than of one unit 单位."""
        return self.entity.is_department or len(self.members) > 1

    def value(self, address: Address) -> int:
        """The value at an address; zero when no form prints it."""
        return value_of(self.facts, address)

    def known(self, address: Address) -> bool:
        """Whether the figure was handed in, or its absence among others of its kind says that it is zero."""
        return address in self.facts or _kind(address) in self._rows

    def name(self, code: str) -> str:
        """The official name of a code; the code itself when it has none."""
        return self.names.get(code, code)

    def path(self, code: str) -> str:
        """The full official path: 社会保障和就业支出（类）人力资源和社会保障管理事务（款）信息化建设（项）."""
        levels = ((3, "类"), (5, "款"), (7, "项"))
        return "".join(f"{self.name(code[:n])}（{word}）" for n, word in levels if n <= len(code))

    def codes(self, statement: str, length: int) -> tuple[str, ...]:
        """The codes of that length for which the statement has a figure in any phase, ascending."""
        rows = {a.row for a in self.facts if a.statement == statement and a.phase != PRIOR}
        return tuple(sorted(row for row in rows if row.isdigit() and len(row) == length))

    def common(self) -> dict[str, Passage | str]:
        """The slots that every sentence may use."""
        own = "部门" if self.is_department else "单位"
        return {
            **self.wording.words,
            "year": str(self.year),
            "prior": str(self.year - 1),
            "name": self.entity.name,
            "org": own,
            "end": f"{self.year}年12月31日",
        }

    def say(self, key: str, **values: Passage | str) -> Passage:
        """The sentence with this key, filled."""
        sentence = self.wording.sentences.get(key)
        if sentence is None:
            raise BadTemplate(f"行文规范“{self.wording.id}”没有句式 {key}")
        return self.fill(sentence, **values)

    def fill(self, sentence: Sentence, **values: Passage | str) -> Passage:
        """A sentence filled with these values and the common slots."""
        return sentence.fill({**self.common(), **values})


COMMON = frozenset({"year", "prior", "name", "org", "end"})
"""Names of the slots that `Context.common` fills, beside the wording's own words."""


def _kind(address: Address) -> tuple[str, ...]:
    """What figures are handed in together: those of one statement, column and phase, and of one length of code."""
    row = address.row
    if address.statement == "T7":  # its rows are 预算数 and 决算数: a budget is not known because the spending is
        return (address.statement, row, "", address.phase)
    if address.statement == "S" or row == TOTAL:
        return (address.statement, row, address.column, address.phase)
    level = str(len(row)) if re.fullmatch(r"\d+", row) else ""
    return (address.statement, level, address.column, address.phase)
