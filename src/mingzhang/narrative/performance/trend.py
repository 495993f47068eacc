"""Trend 与上年相比: last year's values beside this year's, how much more or less, and what that says of the targets."""

from typing import Final

from mingzhang.disclosure.address import PRIOR, Address
from mingzhang.disclosure.appraisal import Achievement, Appraisal
from mingzhang.disclosure.claim import Change
from mingzhang.narrative import claims, render
from mingzhang.narrative.block import Slots
from mingzhang.narrative.context import Context
from mingzhang.narrative.passage import EMPTY, Passage, joined, mention
from mingzhang.narrative.performance import named
from mingzhang.narrative.performance.figures import actual, said, scored
from mingzhang.terms.unit import PERCENT

SENTENCES: Slots = {
    "trend": "items",
    "trend.item": "item prior actual change",
    "trend.change": "change",
    "trend.total": "score",
    "flags": "items",
    "flag": "item flags",
}
_RISEN: Final = "提高"
_SUNK: Final = "降低"


def trend(c: Context, appraisal: Appraisal) -> Passage:
    """Last year's score, its values beside this year's, and targets that were set too low or left as they were."""
    total = named.of(appraisal.id, "总分").at(PRIOR)
    before = c.say("trend.total", score=scored(c, total)) if total in c.facts else EMPTY
    items = joined((_item(c, one) for one in appraisal.achievements if one.prior and one.actual), "；")
    flagged = joined((_flag(c, one) for one in appraisal.achievements if one.flags), "；")
    compared = c.say("trend", items=items) if items.runs else EMPTY
    return before + compared + (c.say("flags", items=flagged) if flagged.runs else EMPTY)


def _item(c: Context, one: Achievement) -> Passage:
    base = named.last(one.fact) if one.fact else None
    change = _change(c, one.fact, base) if one.fact and base else EMPTY
    told = c.say("trend.change", change=change) if change.runs else EMPTY
    return c.say("trend.item", item=one.name, prior=said(c, base, one.prior), actual=actual(c, one), change=told)


def _change(c: Context, fact: Address, base: Address) -> Passage:
    """The rate of the change, of rates the difference in points; nothing where last year is no exact number."""
    if fact not in c.facts or base not in c.facts:
        return EMPTY
    claim = claims.change(c.facts, fact, base)
    if not claim.delta:
        return mention(c.wording.style.level, claim)
    if c.facts[fact].unit.name == PERCENT.name:
        return _points(c, Change(fact, base, claim.delta, None))
    text = render.rate(c.wording.style, claim)
    return mention(text, claim) if text else EMPTY


def _points(c: Context, claim: Change) -> Passage:
    word = _RISEN if claim.amount > 0 else _SUNK
    return mention(f"{word}{c.facts[claim.fact].unit.show(abs(claim.amount))}个百分点", claim)


def _flag(c: Context, one: Achievement) -> Passage:
    return c.say("flag", item=one.name, flags="、".join(one.flags))
