"""Targets in words: which were missed, which far surpassed, and that all were reached only when they were."""

from collections.abc import Callable, Sequence

from mingzhang.disclosure.appraisal import Achievement, State
from mingzhang.narrative.block import Slots
from mingzhang.narrative.context import Context
from mingzhang.narrative.passage import EMPTY, Passage, joined, words
from mingzhang.narrative.performance.figures import actual, target
from mingzhang.narrative.performance.slots import filled
from mingzhang.narrative.texts import clause

Teller = Callable[[Context, Achievement], Passage]
"""How one indicator is told."""
_EACH = "item target actual reason remedy"
SENTENCES: Slots = {
    "targets.met": "",
    "targets.missed": "items",
    "targets.rest": "",
    "targets.surpassed": "items",
    "target.missed": _EACH,
    "target.unmeasured": _EACH,
    "target.surpassed": _EACH,
    "target.reason": "reason",
    "target.remedy": "remedy",
}
BRIEF: Slots = {
    **{key: slots for key, slots in SENTENCES.items() if key.startswith("targets.") and key != "targets.met"},
    "targets.met.table": "",
    "target.brief": "item target actual",
    "target.brief.unmeasured": "item target",
}
_KEYS = {
    State.MISSED: "target.missed",
    State.UNMEASURED: "target.unmeasured",
    State.SURPASSED: "target.surpassed",
}


def outcome(c: Context, achievements: Sequence[Achievement]) -> Passage:
    """What became of all these targets: all reached, or each that was not and why; then each far surpassed."""
    return _outcome(c, achievements, "targets.met", _item)


def above_table(c: Context, achievements: Sequence[Achievement]) -> Passage:
    """The same in short for the indicators of one table, which itself says why; never that all of the year were met."""
    return _outcome(c, achievements, "targets.met.table", _brief)


def _outcome(c: Context, achievements: Sequence[Achievement], met: str, say: Teller) -> Passage:
    ones = tuple({one.indicator: one for one in achievements}.values())
    missed = tuple(one for one in ones if one.is_missed)
    beyond = tuple(one for one in ones if one.state is State.SURPASSED)
    if not ones:
        return EMPTY
    first = _listed(c, "targets.missed", missed, say) if missed else c.say(met)
    rest = c.say("targets.rest") if 0 < len(missed) < len(ones) else EMPTY
    return first + rest + (_listed(c, "targets.surpassed", beyond, say) if beyond else EMPTY)


def _listed(c: Context, key: str, ones: Sequence[Achievement], say: Teller) -> Passage:
    return c.say(key, items=joined((say(c, one) for one in ones), "；"))


def explained(c: Context, one: Achievement) -> tuple[Passage, Passage]:
    """Why a target was missed or surpassed, and what is done about it, as clauses."""
    return filled(c, clause(one.reason, "主要原因")), filled(c, clause(one.remedy, "改进措施"))


def _item(c: Context, one: Achievement) -> Passage:
    why, then = explained(c, one)
    values = {"target": target(c, one), "actual": actual(c, one)}
    reason = c.say("target.reason", reason=why) if why.runs else why
    remedy = c.say("target.remedy", remedy=then) if then.runs else then
    return c.say(_KEYS[one.state], item=words(one.name), **values, reason=reason, remedy=remedy)


def _brief(c: Context, one: Achievement) -> Passage:
    key = "target.brief.unmeasured" if one.state is State.UNMEASURED else "target.brief"
    return c.say(key, item=one.name, target=target(c, one), actual=actual(c, one))
