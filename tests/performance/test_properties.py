"""What holds for every evaluation: bounds, order, sums, and that nothing is better than what it is made of."""

from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mingzhang.books.plan import Plan
from mingzhang.disclosure.appraisal import Appraisal, State
from mingzhang.disclosure.fact import value_of
from mingzhang.disclosure.trace import Computed, Scored
from mingzhang.terms.target import Attainment
from tests.performance.plans import Row, all_facts, evaluated, project

LEVELS = ("产出指标", "效益指标", "满意度指标")
BANDS = {Attainment.REACHED: (80, 100), Attainment.PARTLY: (60, 79), Attainment.MISSED: (0, 59)}

targets = st.tuples(st.sampled_from(["≥", ">", "≤", "<", "="]), st.integers(0, 500)).map(lambda t: f"{t[0]}{t[1]}件")
counted = st.builds(lambda target, actual: {"target": target, "actual": str(actual)}, targets, st.integers(0, 900))
rated = st.builds(
    lambda target, over, under: {"target": f"≥{target}%", "actual": f"{over}/{under}"},
    st.integers(0, 100),
    st.integers(0, 200),
    st.integers(0, 200),
)
unmeasured = targets.map(lambda target: {"target": target})


@st.composite
def judged(draw: st.DrawFn) -> dict[str, str]:
    kind = draw(st.sampled_from(Attainment))
    return {"target": "完成", "attainment": kind.value, "share": f"{draw(st.integers(*BANDS[kind]))}%"}


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """Every first level has one to four indicators; weights are the framework's."""
    rows: dict[str, Row] = {}
    for first in LEVELS:
        for found in draw(st.lists(st.one_of(counted, rated, judged(), unmeasured), min_size=1, max_size=4)):
            rows[str(len(rows) + 1)] = Row(first, **found)
    return project(rows, executed=str(draw(st.integers(0, 150))))


def points(found: Appraisal) -> list[tuple[Fraction, Fraction]]:
    """Score and weight of each indicator, and of the execution."""
    parts = [(one.score, one.weight) for one in found.achievements] + [(m.score, m.weight) for m in found.monies[:1]]
    return [(score, weight) for score, weight in parts if score is not None and weight is not None]


def appraisal(plan: Plan) -> Appraisal:
    return evaluated(plan).performance.projects[0]


@given(plans())
@settings(max_examples=60)
def test_scores_lie_within_their_weights_and_add_up(plan: Plan) -> None:
    found = appraisal(plan)
    parts = points(found)
    assert len(parts) == len(found.achievements) + 1
    assert all(0 <= score <= weight and (score * 100).denominator == 1 for score, weight in parts)
    assert sum(score for score, _ in parts) == found.total
    assert sum(weight for _, weight in parts) == found.full == 100


@given(plans())
@settings(max_examples=60)
def test_the_evaluation_is_never_better_than_its_parts(plan: Plan) -> None:
    performance = evaluated(plan).performance
    found = performance.projects[0]
    is_full = all(score == weight for score, weight in points(found))
    assert (found.total == found.full) == is_full
    assert performance.all_met == all(one.state in (State.MET, State.SURPASSED) for one in found.achievements)
    for one in found.achievements:
        assert not (one.is_missed and one.score == one.weight and one.weight)


@given(plans())
@settings(max_examples=60)
def test_what_a_score_is_made_of_gives_the_score(plan: Plan) -> None:
    facts = all_facts(plan, evaluated(plan))
    for fact in facts.values():
        match fact.trace:
            case Computed(terms):
                assert sum(term.sign * value_of(facts, term.address) for term in terms) == fact.value
            case Scored(weight, share, _, basis):
                assert abs(facts[weight].value * share - fact.value) <= 1
                assert all(address in facts for address in basis)


@given(st.sampled_from(["≥", ">", "≤", "<"]), st.integers(0, 400), st.integers(0, 900), st.integers(0, 900))
@settings(max_examples=60)
def test_more_of_a_good_thing_never_scores_less(sign: str, target: int, one: int, other: int) -> None:
    worse, better = sorted((one, other), reverse=sign in "≤<")
    scores = []
    for actual in (worse, better):
        rows = {"甲": Row("产出", f"{sign}{target}件", str(actual), name="甲")}
        rows |= {"乙": Row("效益", "≥1件", "1"), "丙": Row("满意度", "≥1件", "1")}
        scores.append(appraisal(project(rows)).total or Fraction(0))
    assert scores[0] <= scores[1]


@given(st.integers(0, 200), st.integers(0, 200))
@settings(max_examples=30)
def test_more_execution_never_scores_less(one: int, other: int) -> None:
    assume(one <= other)
    rows = {"甲": Row("产出", "≥1件", "1"), "乙": Row("效益", "≥1件", "1"), "丙": Row("满意度", "≥1件", "1")}
    less, more = (appraisal(project(rows, executed=str(amount))).total or Fraction(0) for amount in (one, other))
    assert less <= more
