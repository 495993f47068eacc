"""Phrases: claims of a context as passages, and the clauses that compare a figure with last year or its budget."""

from collections.abc import Iterable, Mapping

from mingzhang.disclosure.address import PRIOR, Address
from mingzhang.disclosure.claim import Absence, Change
from mingzhang.narrative import claims, render
from mingzhang.narrative.context import Context
from mingzhang.narrative.numerals import numbered
from mingzhang.narrative.owed import owed_figure, owed_text
from mingzhang.narrative.passage import EMPTY, Passage, joined, lacking, mention
from mingzhang.terms.unit import counting


def amount(c: Context, fact: Address) -> Passage:
    """A figure with its unit."""
    claim = claims.amount(c.facts, fact)
    return mention(render.amount(c.wording.style, c.unit, claim), claim)


def counted(c: Context, key: str, counts: Mapping[str, tuple[Address, str]], **values: Passage | str) -> Passage:
    """A sentence with whole things in its slots, each (figure, unit); left out and owed when a number is unknown."""
    unknown = [(fact, unit) for fact, unit in counts.values() if not c.known(fact)]
    if unknown:
        return joined(_unknown(fact, f"请填写“{fact.row}”的{fact.column}（{unit}）") for fact, unit in unknown)
    return c.say(key, **values, **{slot: count(c, fact, unit) for slot, (fact, unit) in counts.items()})


def count(c: Context, fact: Address, unit: str) -> Passage:
    """Whole things with their unit."""
    claim = claims.count(c.facts, fact)
    return mention(render.count(counting(unit), claim), claim)


def share(c: Context, part: Address, whole: Address, kind: str = "") -> Passage:
    """A share in per cent; empty when there is no whole."""
    claim = claims.share(c.facts, part, whole)
    text = render.share(c.wording.style, claim, kind)
    return mention(text, claim) if text else EMPTY


def listing(c: Context, candidates: Iterable[Address]) -> Passage:
    """The official names of exactly those rows that are not zero; empty when all are."""
    claim = claims.listing(c.facts, candidates)
    if not claim.facts:
        return EMPTY
    return mention(render.listing(claim, tuple(c.name(address.row) for address in claim.facts)), claim)


def none(c: Context, key: str, facts: tuple[Address, ...], **values: str) -> Passage:
    """The sentence that says there is nothing, all of it bound to the claim that these figures are zero."""
    return mention(c.say(key, **values).text, Absence(facts))


def nothing(c: Context, facts: Iterable[Address]) -> bool:
    """Whether all these figures are exactly zero."""
    return claims.absence(c.facts, facts) is not None


def rate(c: Context, claim: Change) -> Passage:
    """The direction and rate of a change, or why there is none."""
    style = c.wording.style
    without = style.negative_base if c.value(claim.base) < 0 else style.zero_base
    return mention(render.rate(style, claim) or without, claim)


def compared(c: Context, key: str, fact: Address, what: str, **values: Passage | str) -> Passage:
    """A sentence on a figure and its change against last year: `key.changed`, `.level`, or `.alone` when unknown."""
    base = fact.at(PRIOR)
    values = {"total": amount(c, fact), **values}
    if not c.known(base):
        return c.say(f"{key}.alone", **values) + _unknown(base, f"{what}的上年数没有提供，无法写出与上年的比较")
    claim = claims.change(c.facts, fact, base)
    if render.is_level(c.unit, claim):
        return c.say(f"{key}.level", **values, level=mention(c.wording.style.level, claim))
    delta = mention(render.delta(c.wording.style, c.unit, claim), claim)
    question = f"{what}比上年{delta.text}，主要原因是什么？"
    return c.say(
        f"{key}.changed", **values, delta=delta, rate=rate(c, claim), reason=reason(c, claim, "year", question, what)
    )


def budgeted(
    c: Context, key: str, fact: Address, budget: Address, what: str, why: str = "budget", **values: Passage | str
) -> Passage:
    """A sentence on a figure and its budget, its reason worded as `reason.<why>`.

    `key.done` with a difference, `.level` when the same, `.zero` when the same without a rate worth stating,
    `.unplanned` on a budget of zero, `.alone` when the budget is unknown.
    """
    values = {"actual": amount(c, fact), "budget": amount(c, budget), **values}
    if not c.known(budget):
        return c.say(f"{key}.alone", **values) + _unknown(budget, f"{what}的预算数没有提供，无法写出完成预算的情况")
    claim = claims.change(c.facts, fact, budget)
    values["completion"] = completion(c, fact, budget)
    if _same_as_printed(c, claim):
        values["level"] = mention(c.wording.style.level, claim)
        return c.say(f"{key}.{'level' if _completed(c, values['completion']) else 'zero'}", **values)
    values["comparison"] = mention(render.comparison(claim), claim)
    values["delta"] = mention(render.delta(c.wording.style, c.unit, claim), claim)
    question = f"{what}的决算数{render.comparison(claim)}预算数，主要原因是什么？"
    values["reason"] = reason(c, claim, why, question, what, comparison=values["comparison"])
    return c.say(f"{key}.{'done' if c.value(budget) else 'unplanned'}", **values)


def completion(c: Context, fact: Address, budget: Address) -> Passage:
    """What was done of the budget; empty when there was none."""
    claim = claims.completion(c.facts, fact, budget)
    text = render.completion(c.wording.style, claim)
    return mention(text, claim) if text else EMPTY


def reason(c: Context, claim: Change, kind: str, question: str, what: str, **values: Passage | str) -> Passage:
    """The clause `reason.year` or `reason.budget`; without a reason nothing is written and the reason is owed."""
    key = str(claim.base)
    text = c.texts.reason(key)
    if text:
        direction = mention(render.direction(claim), claim)
        return c.say(f"reason.{kind}", reason=text, what=what, direction=direction, **values)
    small = claim.rate is not None and abs(claim.rate) * 100 <= c.wording.style.threshold
    return EMPTY if small else lacking(owed_text(claim.base, question, "reasons", key))


def purpose(
    c: Context, sentence: str, key: str, question: str, about: Address | None = None, **values: Passage | str
) -> Passage:
    """The clause that says what money was for; without a text nothing is written and the text is owed."""
    text = c.texts.purpose(key)
    if not text:
        return lacking(owed_text(about, question, "purposes", key))
    return c.say(sentence, purpose=text, **values)


def item(c: Context, number: int) -> str:
    """The numeral of an item: 1．"""
    return numbered(c.wording.style.item, number)


def _same_as_printed(c: Context, claim: Change) -> bool:
    """持平 beside a budget: both figures stand in view and look the same, or differ by what prints as zero."""
    same = c.unit.rounded(c.value(claim.fact)) == c.unit.rounded(c.value(claim.base))
    return same or render.is_level(c.unit, claim)


def _completed(c: Context, done: Passage | str) -> bool:
    hundred = f"{100:.{c.wording.style.decimals()}f}%"
    return isinstance(done, Passage) and done.text == hundred


def _unknown(address: Address, question: str) -> Passage:
    return lacking(owed_figure(address, question))
