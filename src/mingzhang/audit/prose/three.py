"""Three 三公: what has to be told of it, and whether counts and amounts go together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.prose.agree import shown, step
from mingzhang.audit.prose.figures import Figures
from mingzhang.audit.prose.matter import matter, text_of
from mingzhang.audit.prose.outcome import amiss, broken, idle, nearly, open_, passed
from mingzhang.audit.prose.said import Said, Text
from mingzhang.audit.prose.spot import Spot
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule, Severity
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import Absence, Amount, Change, Count
from mingzhang.disclosure.topic import THREE

TOTAL: Final = "合计"
CARS: Final = "小计"
_CAR_KINDS: Final = frozenset({"公务用车购置费", "公务用车运行费"})
_ITS_OWN: Final = 8
_SHOWN: Final = 80


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of 三公 spending: its column, its names in text, the counts that belong to it, and words for none.

    `always`: counts are owed even of nothing. `may_join`: people may travel with another body's group. `keeps`: what
    is counted is kept and not bought, so that it may be there without cost.
    """

    column: str
    name: str
    words: re.Pattern[str]
    counts: tuple[tuple[str, str], ...]
    none: re.Pattern[str]
    always: bool = False
    may_join: bool = False
    keeps: bool = False


KINDS: Final = (
    Kind(
        "因公出国（境）费", "因公出国（境）费", re.compile(r"因公出国"),
        (("因公出国团组数", "团组数"), ("因公出国人次", "人次")), re.compile(r"(?!)"), True, may_join=True,
    ),
    Kind(
        "公务用车购置费", "公务用车购置费", re.compile(r"购置"), (("公务用车购置数", "购置数"),),
        re.compile(r"(?:未|没有|无)(?:新增|更新|新购|购置|购买|安排)[^。；，]{0,8}(?:公务用车|车辆|公车)|无公务用车购置|(?:未|没有)发生公务用车购置"),
    ),
    Kind(
        "公务用车运行费", "公务用车运行维护费", re.compile(r"运行"), (("公务用车保有量", "保有量"),),
        re.compile(r"(?:无|没有)公务用车(?!购)"), keeps=True,
    ),
    Kind(
        "公务接待费", "公务接待费", re.compile(r"接待"), (("国内接待批次", "批次"), ("国内接待人次", "人次")),
        re.compile(r"(?!)"), True,
    ),
)  # fmt: skip


def actual(column: str) -> Address:
    """The final account of a kind."""
    return Address("T7", "决算数", column)


def counted(column: str) -> Address:
    """A count of 三公."""
    return Address("S", "三公", column)


@dataclass(frozen=True)
class Section:
    """Everything the text says of 三公."""

    text: Text
    spots: list[Spot]
    figures: Figures

    @staticmethod
    def of(grid: Grid, context: Context) -> "Section":
        """The paragraphs about 三公."""
        text, figures = matter(grid, context)
        return Section(text, [s for s in text.spots if s.topic == THREE and s.text.strip()], figures)

    @property
    def is_none(self) -> bool:
        """Whether one sentence says that there is no 三公 at all."""
        return any(actual(TOTAL) in c.facts for _, c in self.text.claims(Absence, (THREE,)))

    @property
    def has_amounts(self) -> bool:
        """Whether the amount of any kind was understood."""
        return any(self.amount(kind.column) for kind in KINDS) or self.amount(CARS) is not None

    def amount(self, column: str) -> Said | None:
        """Where the amount of a kind is told."""
        return next((s for s, c in self.text.claims(Amount, (THREE,)) if c.fact == actual(column)), None)

    def count(self, column: str) -> Said | None:
        """Where a count is told, anywhere in the document."""
        return next((s for s, c in self.text.claims(Count) if c.fact == counted(column)), None)

    def value(self, column: str) -> int | None:
        """The spending of a kind: as the statement prints it, or else as told."""
        value = self.figures.value(actual(column))
        if value is not None:
            return int(value)
        said = self.amount(column)
        return said.claim.value if said and isinstance(said.claim, Amount) else None

    def has_none(self, kind: Kind) -> bool:
        """Whether words say that a kind did not occur."""
        told = any(actual(kind.column) in c.facts for _, c in self.text.claims(Absence, (THREE,)))
        return told or any(kind.none.search(re.sub(r"\s", "", spot.text)) for spot in self.spots)

    def has_foreign_guests(self, kind: Kind) -> bool:
        """Whether receptions were for guests from abroad."""
        said = self.count("外宾接待批次") if kind.column == "公务接待费" else None
        return said is not None and _count(said) > 0

    def place(self, kind: Kind) -> tuple[Spot, int]:
        """Where the text speaks of a kind: its own item, or else the last paragraph with its name."""
        about = [(spot, found.start()) for spot in self.spots if (found := kind.words.search(spot.text))]
        own = [place for place in about if place[1] <= _ITS_OWN]
        return own[0] if own else about[-1] if about else (self.spots[0], 0)


def three_items(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Each of the four amounts is told; one for buying and running cars together does not tell what buying cost."""
    section = Section.of(grid, context)
    if not section.spots:
        return
    if section.is_none or not section.has_amounts:
        yield passed(rule) if section.is_none else open_(rule, "没有读懂“三公”经费各项的金额")
        return
    untold = [kind for kind in KINDS if not _is_told(section, kind)]
    yield from (passed(rule) for kind in KINDS if kind not in untold)
    if {kind.column for kind in untold} >= _CAR_KINDS:
        untold = [kind for kind in untold if kind.column not in _CAR_KINDS]
        yield _owed(rule, section, KINDS[1], "没有分列公务用车购置费和运行维护费", "分列购置费、运行维护费")
    for kind in untold:
        yield _owed(rule, section, kind, f"没有单独写明{kind.name}", f"写明{kind.name}的金额")


def _is_told(section: Section, kind: Kind) -> bool:
    """By an amount, a count of none, or words for none; nothing for all cars is nothing for buying and for running."""
    if section.amount(kind.column) or section.has_none(kind):
        return True
    counts = [section.count(column) for column, _ in kind.counts]
    if any(said and isinstance(said.claim, Count) and said.claim.value == 0 for said in counts):
        return True
    together = section.amount(CARS)
    nothing = together is not None and isinstance(together.claim, Amount) and together.claim.value == 0
    return nothing and kind.column in _CAR_KINDS


def three_counts(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Groups and people abroad, cars bought and kept, receptions and guests are told."""
    section = Section.of(grid, context)
    if not section.spots or not (section.has_amounts or section.is_none):
        return
    for kind in KINDS:
        missing = [name for column, name in kind.counts if section.count(column) is None]
        if not missing or section.is_none or not (kind.always or section.value(kind.column)):
            yield passed(rule)
            continue
        if not kind.always and section.has_none(kind):
            yield passed(rule)
            continue
        names = "、".join(missing)
        yield _owed(rule, section, kind, f"{kind.name}没有写明{names}", f"写明{names}（没有的写0）")


def three_logic(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Money was spent where something was counted, and the other way round; told once a kind."""
    section = Section.of(grid, context)
    for kind in KINDS:
        value = section.value(kind.column)
        told = [(said, name) for column, name in kind.counts if (said := section.count(column))]
        if value is not None and told:
            yield _logic(rule, section, kind, value, told)


def _logic(rule: Rule, section: Section, kind: Kind, value: int, told: list[tuple[Said, str]]) -> Result:
    none = [(said, name) for said, name in told if _count(said) == 0]
    some = [(said, name) for said, name in told if _count(said)]
    if value and none and not (some and kind.may_join) and not section.has_foreign_guests(kind):
        said, name = none[0]
        note = f"{said.spot.where}{kind.name}{section.figures.shown(actual(kind.column))}万元，{name}却写0"
        return broken(rule, said, note, "", "大于0的数", severity=Severity.LOW if kind.keeps else None)
    if some and not value and not kind.keeps:
        said, name = some[0]
        note = f"{said.spot.where}{name}写{said.digits}，{kind.name}却为0"
        return broken(rule, said, note, "", "0")
    return passed(rule)


def _count(said: Said) -> int:
    return said.claim.value if isinstance(said.claim, Count) else 0


def three_changes(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """The change of the whole is the sum of the changes of its kinds, where all are told."""
    text = text_of(context.document)
    seen: dict[tuple[int, Address], dict[str, Said]] = {}
    for said, claim in text.claims(Change, (THREE,)):
        if claim.delta is not None and claim.fact.statement == "T7":
            base = Address("T7", "", "", claim.base.phase or claim.base.row)
            seen.setdefault((said.spot.section, base), {}).setdefault(claim.fact.column, said)
    for found in seen.values():
        parts = [found.get(column) for column in (KINDS[0].column, CARS, KINDS[-1].column)]
        whole = found.get(TOTAL)
        if whole and whole.number and all(parts):
            yield _whole(rule, whole, [part for part in parts if part])


def _whole(rule: Rule, whole: Said, parts: list[Said]) -> Result:
    number = whole.number
    if number is None:
        return idle(rule, "没有印出数字")
    stated, total = _delta(whole), sum(_delta(part) for part in parts)
    slack = sum(step(said.number) for said in (whole, *parts) if said.number) // 2
    gap = abs(stated - total)
    if gap == 0:
        return passed(rule)
    word, right = ("减少" if amount < 0 else "增加" for amount in (stated, total))
    expected = shown(abs(total), number)
    note = f"{whole.spot.where}“三公”经费合计写{word}{whole.digits}，各项增减之和为{right}{expected}"
    return nearly(rule, whole, note, expected) if gap <= slack else broken(rule, whole, note, "", expected)


def _delta(said: Said) -> int:
    return said.claim.delta or 0 if isinstance(said.claim, Change) else 0


def _owed(rule: Rule, section: Section, kind: Kind, note: str, expected: str) -> Result:
    spot, start = section.place(kind)
    first, last = spot.line(start)
    span = (first, min(last, first + _SHOWN)) if start - first < _SHOWN else (start, min(last, start + _SHOWN))
    root = f"{rule.id}:{kind.column}"
    return amiss(rule, spot, span, f"{spot.where}{note}", spot.text[start : start + len(kind.name)], expected, root)
