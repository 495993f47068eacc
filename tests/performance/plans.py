"""Small plans for tests: indicators with their values, written in one line each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from mingzhang.books.plan import Given, Indicator, Judged, Line, Measure, Named, Plan, Undertaking, Weighted
from mingzhang.books.prior_evaluation import PriorLine
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact
from mingzhang.performance.evaluate import Evaluated, evaluate
from mingzhang.performance.measure import measure
from mingzhang.standards.frameworks import frameworks
from mingzhang.terms.target import Aim, Attainment
from mingzhang.terms.target_text import parse

YEAR = 2021


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator as a table shows it: a target with the value reached, or an aim with what it was judged to be."""

    first: str
    target: str
    actual: str = ""
    weight: str = ""
    attainment: str = ""
    share: str = ""
    second: str = ""
    name: str = ""
    reason: str = ""
    remedy: str = ""

    def indicator(self, identity: str) -> Indicator:
        """The indicator of a plan."""
        judged = None
        if self.attainment:
            share = Fraction(self.share.removesuffix("%")) / 100
            judged = Judged(Attainment(self.attainment), share, "完成", "记录")
        return Indicator(
            id=identity,
            first=self.first,
            second=self.second or "数量指标",
            name=self.name or f"指标{identity}",
            target=Aim(self.target) if judged or self.is_aim else parse(self.target),
            measure=None if judged or not self.actual else f"m{identity}",
            judged=judged,
            reason=self.reason,
            remedy=self.remedy,
        )

    @property
    def is_aim(self) -> bool:
        """Whether the target has no number."""
        return not any(character.isdigit() for character in self.target)

    def measures(self, identity: str) -> list[Measure]:
        """The measure behind it; a value written 62/65 is measured as a quotient."""
        if not self.actual or self.attainment:
            return []
        unit = parse(self.target).unit
        over, _, under = self.actual.partition("/")
        given = Given(Fraction(over), "台账")
        below = ((1, Given(Fraction(under), "台账")),) if under else ()
        return [Measure(f"m{identity}", identity, unit, ((1, given),), below)]


def project(
    rows: Mapping[str, Row],
    framework: str = "project",
    budget: str = "100",
    executed: str = "100",
    identity: str = "项目甲",
) -> Plan:
    """A plan of one project with these indicators, its budget and its spending in 万元."""
    line = Line("年度资金总额", *(Given(Fraction(amount) * 10_000, "批复") for amount in (budget, executed)))
    undertaking = Undertaking(
        id=identity,
        name=identity,
        framework=framework,
        lines=(line,),
        indicators=tuple(Weighted(key, Fraction(row.weight) if row.weight else None) for key, row in rows.items()),
    )
    return Plan(
        measures=tuple(one for key, row in rows.items() for one in row.measures(key)),
        indicators=tuple(row.indicator(key) for key, row in rows.items()),
        projects=(undertaking,),
    )


def evaluated(plan: Plan, prior: Sequence[PriorLine] = (), year: int = YEAR) -> Evaluated:
    """What comes of a plan by the frameworks of a year."""
    measured = measure(plan.measures, {}, {}, {})
    return evaluate(plan, frameworks(year), measured.facts, prior)


def all_facts(plan: Plan, found: Evaluated) -> dict[Address, Fact]:
    """The facts of measures and of the evaluation together."""
    return {**measure(plan.measures, {}, {}, {}).facts, **found.facts}


__all__ = ["Named", "Row", "all_facts", "evaluated", "project"]
