"""Panels 数据面板: for each figure what it is, what it is made of and checked, where else it stands, its source."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from mingzhang.disclosure.address import ACTUAL, ADJUSTED, BUDGET, PRIOR, TOTAL, Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.trace import Term
from mingzhang.publishing.drawing import percent
from mingzhang.publishing.html.derivation import derivation
from mingzhang.publishing.html.markup import cell_id, panel_id, tag, words
from mingzhang.publishing.html.places import Place, Places, places
from mingzhang.publishing.makeup import Makeup, Sum, makeup
from mingzhang.publishing.naming import PERFORMANCE, Names, names
from mingzhang.publishing.origin import origin
from mingzhang.terms.unit import PERCENT, WAN, YUAN, Unit, unit_called

PHASE_NAMES = {ACTUAL: "本年决算数", PRIOR: "上年决算数", BUDGET: "年初预算数", ADJUSTED: "全年预算数"}
_ORDER = (ACTUAL, BUDGET, ADJUSTED, PRIOR)


Topic = tuple[str, int]
"""What a figure is about, whatever table it stands in, and its value."""


def topic(names: Names, fact: Fact) -> Topic:
    """The row's name without its code; for a total row the column's name."""
    address = fact.address
    name = address.column if address.row == TOTAL else names.rows.get((address.statement, address.row), "")
    return (name if address.row == TOTAL or address.row.isdigit() else address.row), fact.value


@dataclass(frozen=True)
class Panels:
    """All panels of a page; `subjects` are the figures that have one, each with its phases 口径."""

    disclosure: Disclosure
    names: Names
    makeup: Makeup
    places: Places
    subjects: dict[Address, list[Fact]]
    alike: dict[Topic, list[Address]]

    def has(self, address: Address) -> bool:
        """Whether a link to this figure's panel leads anywhere."""
        return address.at(ACTUAL) in self.subjects

    def link(self, address: Address) -> str:
        """Where a mark of a chart leads."""
        return f"#{panel_id(address)}" if self.has(address) else ""

    def __iter__(self) -> Iterator[str]:
        """The panels as markup, in the order of the facts."""
        return (self._panel(subject, facts) for subject, facts in self.subjects.items())

    def _panel(self, subject: Address, facts: list[Fact]) -> str:
        name = panel_id(subject)
        stands = [place for fact in facts for place in self.places.get(fact.address, ())]
        back = stands[0].anchor if stands else "top"
        return tag(
            "section",
            tag("a", "关闭", class_="x", href=f"#{back}"),
            tag("h2", words(self.names.row(subject)), id=f"h{name}"),
            tag("p", words(f"{self.names.statement(subject)} · {self.names.column(subject)}"), class_="of"),
            _values(facts),
            *(self._sum(subject, total) for total in self.makeup.sums(subject)),
            *(derivation(f, self.disclosure.facts, partial(self._to, near=subject)) for f in facts if _is_now(f)),
            self._elsewhere(subject, stands),
            self._sources(facts),
            class_="p",
            id=name,
            tabindex=-1,
            aria_labelledby=f"h{name}",
        )

    def _sum(self, subject: Address, total: Sum) -> str:
        unit = _unit(self.disclosure, total)
        shown = [term for term in total.terms if self._value(term)]
        rest = len(total.terms) - len(shown)
        lines = [tag("li", self._term(subject, term, first=number == 0)) for number, term in enumerate(shown)]
        nothing = tag("li", f"{'另有' if shown else ''}{rest}项为零", class_="q") if rest else ""
        title = "由什么组成" + _direction(subject, total)
        return (
            tag("h3", title)
            + tag("ul", *lines, nothing, class_="sum")
            + _verdict(total, unit)
            + self._rounding(total, unit)
        )

    def _rounding(self, total: Sum, unit: Unit) -> str:
        """A word on printed digits that do not add up although the exact amounts do."""
        printed = sum(t.sign * unit.rounded(self._value(t)) for t in total.terms)
        own = unit.rounded(total.value)
        if total.difference or printed == own:
            return ""
        return tag("p", f"按显示的数相加为 {printed}，与 {own} 相差 {abs(printed - own)}，来自四舍五入。", class_="q")

    def _value(self, term: Term) -> int:
        fact = self.disclosure.facts.get(term.address)
        return fact.value if fact else 0

    def _term(self, subject: Address, term: Term, *, first: bool) -> str:
        sign = "" if first and term.sign > 0 else "＋" if term.sign > 0 else "－"
        fact = self.disclosure.facts[term.address]
        return sign + self._to(term.address, subject) + tag("b", fact.shown)

    def _to(self, address: Address, near: Address) -> str:
        text = words(self.names.short(address, near))
        return tag("a", text, href=f"#{panel_id(address)}") if self.has(address) else text

    def _elsewhere(self, subject: Address, stands: list[Place]) -> str:
        lines = [tag("li", _back(place)) for place in dict.fromkeys(stands)]
        same = self.makeup.same(subject)
        wholes = [whole for whole in self.makeup.wholes.get(subject, ()) if whole not in same]
        lines += [tag("li", "同一个数：", self._to(other, subject)) for other in same]
        alike = [
            a
            for a in self.alike.get(self._topic(subject), ())
            if a not in (subject, *same) and a.statement != subject.statement
        ]
        lines += [tag("li", "他表同数：", self._to(other, subject)) for other in alike]
        lines += [tag("li", "计入：", self._to(whole, subject)) for whole in wholes]
        return tag("h3", "还出现在哪里") + tag("ul", *lines) if lines else ""

    def _topic(self, address: Address) -> Topic:
        return topic(self.names, self.disclosure.facts[address]) if address in self.disclosure.facts else ("", 0)

    def _sources(self, facts: list[Fact]) -> str:
        lines = [(phase_name(f.address), origin(f.trace, self.names.short)) for f in facts]
        several = len(lines) > 1
        text = "".join(tag("p", words((f"{phase}：" if several else "") + line)) for phase, line in lines)
        return tag("h3", "来源") + text


def panels(disclosure: Disclosure) -> Panels:
    """The panels of a page: one for every figure but the zeros that no sentence and no chart speaks of."""
    stands = places(disclosure)
    groups: dict[Address, list[Fact]] = {}
    for address, fact in disclosure.facts.items():
        groups.setdefault(address.at(ACTUAL), []).append(fact)
    subjects = {
        subject: sorted(facts, key=lambda fact: _ORDER.index(fact.address.phase))
        for subject, facts in groups.items()
        if any(_worth_telling(fact, stands) for fact in facts)
    }
    called = names(disclosure)
    return Panels(disclosure, called, makeup(disclosure), stands, subjects, _alike(disclosure, called))


def _alike(disclosure: Disclosure, called: Names) -> dict[Topic, list[Address]]:
    """Printed figures about one thing with one value; one of a kind in each table, so as not to list columns."""
    found: dict[Topic, dict[str, Address]] = {}
    for statement in disclosure.statements:
        for address in statement.addresses():
            fact = disclosure.facts.get(address)
            if fact and fact.value:
                found.setdefault(topic(called, fact), {}).setdefault(statement.id, address)
    return {key: list(by_table.values()) for key, by_table in found.items() if len(by_table) > 1}


def _direction(subject: Address, total: Sum) -> str:
    """Whether the terms stand beside the figure or below it."""
    if subject.statement in PERFORMANCE:
        return ""
    addresses = [term.address for term in total.terms if term.address.statement == subject.statement]
    if len(addresses) < 2 or len(addresses) < len(total.terms):
        return ""
    if all(a.row == subject.row for a in addresses):
        return "（同行各栏）"
    return "（下级各行）" if subject.row.isdigit() or subject.row == TOTAL else ""


def _worth_telling(fact: Fact, stands: Places) -> bool:
    found = stands.get(fact.address, ())
    return bool(fact.value) or any(place.anchor != cell_id(fact.address) for place in found) or not found


def _is_now(fact: Fact) -> bool:
    return fact.address.phase == ACTUAL


def phase_name(address: Address) -> str:
    """What a figure's phase is called: those of performance are no final accounts."""
    name = PHASE_NAMES[address.phase]
    return name.replace("决算数", "") if address.statement in PERFORMANCE else name


def _values(facts: list[Fact]) -> str:
    """The figure large; then its other phases, and how it compares with each."""
    first, *others = facts
    rows = [
        tag("tr", tag("th", phase_name(f.address), scope="row"), tag("td", _value(f)), _compared(first, f))
        for f in others
    ]
    return tag("p", _value(first), class_="v") + (tag("table", *rows) if rows else "")


def _value(fact: Fact) -> str:
    number = tag(
        "data",
        fact.shown,
        value=fact.value,
        data_address=str(fact.address),
        data_unit=fact.unit.name,
        **_unlike_its_name(fact.unit),
    )
    exact = ""
    if fact.unit.is_money and fact.unit != YUAN:
        exact = tag("small", YUAN.state(fact.value, grouping=True))
    return f"{number} {words(fact.unit.name)} {exact}"


def _unlike_its_name(unit: Unit) -> dict[str, int]:
    """What the name of a unit does not tell: 万条 may count single records."""
    return {} if unit == unit_called(unit.name) else {"data_scale": unit.scale, "data_decimals": unit.decimals}


def _compared(first: Fact, other: Fact) -> str:
    """The cell that says how this year's figure stands to another phase of it."""
    if first.address.phase != ACTUAL or first.unit != other.unit:
        return tag("td")
    if other.address.phase != PRIOR:
        return tag("td", f"完成 {percent(Fraction(first.value, other.value))}" if other.value else "不适用")
    change = first.value - other.value
    sign = "增加" if change > 0 else "减少"
    if first.unit == PERCENT and change:
        return tag("td", f"比上年{sign} {first.unit.show(abs(change))}个百分点")
    rate = f"（{percent(Fraction(abs(change), abs(other.value)))}）" if other.value else ""
    return tag("td", f"比上年{sign} {first.unit.state(abs(change))}{rate}" if change else "与上年持平")


def _unit(disclosure: Disclosure, total: Sum) -> Unit:
    found = (disclosure.facts.get(term.address) for term in total.terms)
    return next((fact.unit for fact in found if fact), WAN)


def _verdict(total: Sum, unit: Unit) -> str:
    exact = YUAN if unit.is_money else unit
    came_to = exact.state(total.came_to, grouping=True)
    if total.difference == 0:
        return tag("p", f"相加得 {came_to}，与本数相符。", class_="ok")
    off = exact.state(abs(total.difference), grouping=True)
    if total.agrees:
        return tag("p", f"相加得 {came_to}，相差 {off}，在四舍五入范围内，相符。", class_="ok")
    return tag("p", f"相加得 {came_to}，与本数相差 {off}，不符。", class_="bad")


def _back(place: Place) -> str:
    quote = f"“{place.quote}”" if place.quote else ""
    return tag("a", words(place.where), href=f"#{place.anchor}") + words(quote)
