"""Vocabulary of a topic: its own words and the names of the classified items that can stand in it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from mingzhang.disclosure import topic as t
from mingzhang.disclosure.address import TOTAL, Address
from mingzhang.narrative.prose.catalogue import Catalogue
from mingzhang.narrative.prose.names import NONE, Names
from mingzhang.narrative.prose.roll import Roll
from mingzhang.narrative.prose.subject import Meaning, Shared, Subject, Vocabulary
from mingzhang.narrative.prose.words.accounts import INCOME, OVERALL, SPENDING
from mingzhang.narrative.prose.words.general import ALL_FUNDS, BASIC, GENERAL
from mingzhang.narrative.prose.words.grants import GRANTS
from mingzhang.narrative.prose.words.matters import ASSETS, PERFORMANCE, PROCUREMENT, RUNNING, STAFF
from mingzhang.narrative.prose.words.own_budget import FUND, STATE_CAPITAL
from mingzhang.narrative.prose.words.three import THREE

_EMPTY: Final = Vocabulary(())
_OWN: Final[Mapping[str, Vocabulary]] = {
    t.STAFF: STAFF,
    t.OVERALL: OVERALL,
    t.INCOME: INCOME,
    t.SPENDING: SPENDING,
    t.GRANTS: GRANTS,
    t.GENERAL: GENERAL,
    t.GENERAL_TOTAL: GENERAL,
    t.GENERAL_STRUCTURE: GENERAL,
    t.GENERAL_ITEMS: GENERAL,
    t.BASIC: BASIC,
    t.THREE: THREE,
    t.FUND: FUND,
    t.STATE_CAPITAL: STATE_CAPITAL["小计"],
    t.RUNNING_COST: RUNNING,
    t.PROCUREMENT: PROCUREMENT,
    t.ASSETS: ASSETS,
    t.PERFORMANCE: PERFORMANCE,
}
ITEMISED: Final = (t.GENERAL, t.GENERAL_TOTAL, t.GENERAL_STRUCTURE, t.GENERAL_ITEMS, t.FUND, t.STATE_CAPITAL)
"""Topics in which names of classified items are subjects."""
_BROAD: Final = (t.GENERAL, t.GENERAL_TOTAL, t.GENERAL_STRUCTURE, t.GENERAL_ITEMS)
"""Topics that may be of what all funds paid."""
_STATEMENTS: Final = {t.FUND: "T8", t.STATE_CAPITAL: "T9", t.GLOSSARY: "T3", t.SPENDING: "T3"}
_T6_CLASSES: Final = ("301", "302", "303", "307", "310", "399")


def vocabulary(topic: str, functions: Catalogue) -> Vocabulary:
    """The words of a topic; T9 calls its spending 合计 in its short form and 小计 in its long one."""
    if topic == t.STATE_CAPITAL and Address("T9", TOTAL, "合计") in functions.facts:
        return STATE_CAPITAL["合计"]
    return _OWN.get(topic, _EMPTY)


@dataclass(frozen=True)
class Ground:
    """What a topic is read with: its words, the rows of its items and their names."""

    words: Vocabulary
    roll: Roll
    names: Names


def ground(topic: str, all_funds: bool, functions: Catalogue, economics: Catalogue) -> Ground:
    """The words and rows of a topic, of all funds together where its section tells what all of them paid."""
    if all_funds and topic in _BROAD:
        roll = Roll.of_all_funds(functions)
        return Ground(ALL_FUNDS, roll, Names.of(_items(functions, roll)))
    words, statement = vocabulary(topic, functions), _STATEMENTS.get(topic, "T5")
    column = words.default.fact.column if words.default and statement != "T5" else "小计"
    roll = Roll.of(functions, statement, "本年支出合计" if topic == t.GLOSSARY else column)
    return Ground(words, roll, _names(topic, roll, functions, economics))


def _names(topic: str, roll: Roll, functions: Catalogue, economics: Catalogue) -> Names:
    """The names of rows that can stand in a topic."""
    if topic == t.BASIC:
        return Names.of(_economic(economics))
    return Names.of(_items(functions, roll)) if topic in ITEMISED or topic == t.SPENDING else NONE


def _items(functions: Catalogue, roll: Roll) -> Iterator[tuple[str, Meaning]]:
    """Classes of the year and items of the roll; a name that several rows bear names none."""
    rows = roll.places
    classes = [code for code in functions.labels if len(code) == 3 and (code in rows or not rows)]
    bearers: dict[str, list[Subject]] = defaultdict(list)
    for code in sorted({*classes, *rows}):
        if place := roll.at(code):
            for label in functions.labels.get(code, ()):
                bearers[label].append(Subject(place, wholes=(roll.whole,)))
    for label, subjects in bearers.items():
        yield label, subjects[0] if len(subjects) == 1 or len(subjects[0].fact.row) == 3 else Shared(tuple(subjects))


_ALSO: Final[Mapping[str, tuple[str, ...]]] = {
    "301": ("工资和福利支出",),
    "302": ("商品服务支出",),
    "303": ("对个人和家庭补助",),
    "30102": ("津补贴",),
}
"""Names that are often written for the official ones."""


def _economic(economics: Catalogue) -> Iterator[tuple[str, Meaning]]:
    """The rows of T6; of rows with one name the printed one, else the first usual one."""
    rows = economics.rows.get("T6", frozenset())
    best: dict[str, str] = {}
    for code in sorted(economics.labels, key=lambda code: (code not in rows, code[:3] not in _T6_CLASSES, code)):
        if code in rows or code[:3] in _T6_CLASSES:
            for label in (*economics.labels[code], *_ALSO.get(code, ())):
                best.setdefault(label, code)
    for label, code in best.items():
        above = Address("T6", "人员经费合计" if code[:3] in ("301", "303") else "公用经费合计", "决算数")
        yield label, Subject(Address("T6", code, "决算数"), wholes=(above, Address("T5", TOTAL, "基本支出")))
