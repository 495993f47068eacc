"""Other years: everything met, nothing measured, several projects, no evaluation of the whole."""

from dataclasses import replace
from fractions import Fraction

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.appraisal import Achievement, Appraisal, Performance, State, Work
from mingzhang.narrative.context import Context
from tests.narrative.performance.sample import NEAR, PERFORMANCE, PROJECT, WHOLE, performance_context

ALL_MET = replace(
    PERFORMANCE,
    whole=replace(WHOLE, achievements=tuple(one for one in WHOLE.achievements if one is not NEAR)),
    works=PERFORMANCE.works[:2],
)
ONLY_IN_WORK = replace(ALL_MET, works=PERFORMANCE.works)
"""The missed target stands in no table, only among the key work."""
NOTHING_WRITTEN = replace(PERFORMANCE, texts={})
WITHOUT_WHOLE = replace(PERFORMANCE, whole=None)
_MONEY = replace(
    PROJECT.monies[0],
    budget=Address("E", "其他/年度资金总额", "预算数"),
    executed=Address("E", "其他/年度资金总额", "执行数"),
)
OTHER = replace(PROJECT, id="其他", name="其他信息化经费", total=Fraction(90), grade="良", monies=(_MONEY,))
TWO_PROJECTS = replace(PERFORMANCE, projects=(PROJECT, OTHER))


def state_of(one: Achievement, state: State) -> Achievement:
    """The indicator in another state; one that was not measured has no value."""
    if state is State.UNMEASURED:
        return replace(one, state=state, actual="", fact=None, ratio=None, score=Fraction(0))
    return replace(one, state=state)


def unexplained(one: Achievement) -> Achievement:
    """The indicator without reason and remedy."""
    return replace(one, reason="", remedy="")


def with_states(states: tuple[State, ...]) -> Performance:
    """The sample, its indicators in these states, without reasons, in tables and key work alike."""
    ones = {one.indicator: one for one in WHOLE.achievements}
    named = dict(zip(sorted(ones), states, strict=True))

    def changed(found: tuple[Achievement, ...]) -> tuple[Achievement, ...]:
        return tuple(unexplained(state_of(one, named[one.indicator])) for one in found)

    def appraisal(found: Appraisal) -> Appraisal:
        return replace(found, achievements=changed(found.achievements))

    def work(found: Work) -> Work:
        return replace(found, achievements=changed(found.achievements))

    return Performance(
        appraisal(WHOLE), (appraisal(PROJECT),), tuple(work(w) for w in PERFORMANCE.works), PERFORMANCE.texts
    )


def two_projects() -> Context:
    """Figures of a second project that spent 20 of the 65."""
    context = performance_context(TWO_PROJECTS)
    facts = dict(context.facts)
    for column in ("预算数", "执行数"):
        first = Address("E", "金保运维/年度资金总额", column)
        second = Address("E", "其他/年度资金总额", column)
        facts[first] = replace(facts[first], value=45_000_000)
        facts[second] = replace(facts[first], address=second, value=19_995_100)
    return replace(context, facts=facts)
