"""Zero 零: rates of nothing, and changes of nothing that are said to be changes."""

from collections.abc import Iterator

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.prose.matter import matter, text_of
from mingzhang.audit.prose.move import delta_beside
from mingzhang.audit.prose.outcome import broken, passed
from mingzhang.audit.prose.percent import middle
from mingzhang.audit.prose.said import Said
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.address import PRIOR
from mingzhang.disclosure.claim import Change, Completion


def zero_bases(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """A rate of change needs something to have changed from."""
    text, figures = matter(grid, context)
    for said, claim in text.claims(Change, rule.arguments):
        if claim.delta is not None or not claim.rate or not said.number:
            continue
        now, base = figures.value(claim.fact), figures.value(claim.base)
        beside = delta_beside(said, claim, text)
        if beside and isinstance(beside.claim, Change) and now is not None:
            base = now - (beside.claim.delta or 0)
        if base is None:
            continue
        if base:
            yield passed(rule)
            continue
        note = f"{said.spot.where}“{figures.name(claim.fact)}”的上年数为0，不能计算增减率，却写{said.digits}"
        yield broken(rule, said, note, "", "不写增减率（基数为0，不可比）")


def zero_deltas(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """A change of nothing is 持平; told once a paragraph, against a budget once a section with the number of places."""
    text = text_of(context.document)
    places: dict[tuple[int, int], list[Said]] = {}
    for said, claim in text.claims(Change, rule.arguments):
        if not said.number:
            continue
        if said.number.value:
            yield passed(rule)
            continue
        yearly = claim.base.phase == PRIOR
        places.setdefault((said.spot.section, said.spot.number if yearly else 0), []).append(said)
    for found in places.values():
        first, paragraphs = found[0], {said.spot.number for said in found}
        more = f"（本节共{len(paragraphs)}段如此）" if len(paragraphs) > 1 else ""
        note = f"{first.spot.where}没有增减，却写{first.text.strip()}，应写持平{more}"
        yield broken(rule, first, note, first.text.strip(), "持平", f"zero_delta:{first.spot.section}")


def zero_budgets(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """A budget of nothing cannot be completed by so much; told once a section."""
    text, figures = matter(grid, context)
    told: set[int] = set()
    for said, claim in text.claims(Completion, rule.arguments):
        readings = figures.readings(claim.budget)
        if not said.number or not readings:
            continue
        if any(middle(reading) for reading in readings):
            yield passed(rule)
        elif said.spot.section not in told:
            told.add(said.spot.section)
            note = f"{said.spot.where}“{figures.name(claim.budget)}”为0，没有完成率可言，却写{said.digits}"
            yield broken(rule, said, note, "", "不写完成率", f"zero_budget:{said.spot.section}")
