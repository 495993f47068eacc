"""Targets in words: which were missed, which far surpassed, and that all were reached only when they were."""

from collections.abc import Sequence

from mingzhang.disclosure.appraisal import Achievement, State
from mingzhang.narrative.block import Slots
from mingzhang.narrative.context import Context
from mingzhang.narrative.passage import EMPTY, Passage, joined, words
from mingzhang.narrative.performance.figures import actual, target
from mingzhang.narrative.performance.slots import filled
from mingzhang.narrative.texts import clause

_EACH = "item target actual reason remedy"
SENTENCES: Slots = {
    "targets.met": "",
    "targets.met.table": "",
    "targets.missed": "items",
    "targets.rest": "",
    "targets.surpassed": "items",
    "target.missed": _EACH,
    "target.unmeasured": _EACH,
    "target.surpassed": _EACH,
    "target.reason": "reason",
    "target.remedy": "remedy",
}
_KEYS = {
    State.MISSED: "target.missed",
    State.UNMEASURED: "target.unmeasured",
    State.SURPASSED: "target.surpassed",
}


def outcome(c: Context, achievements: Sequence[Achievement], met: str = "targets.met") -> Passage:
    """What became of these targets: all reached (the sentence `met`), or each that was not; each far surpassed."""
    ones = tuple({one.indicator: one for one in achievements}.values())
    if not ones:
        return EMPTY
    missed = [one for one in ones if one.is_missed]
    beyond = [one for one in ones if one.state is State.SURPASSED]
    first = _missed(c, missed, len(missed) < len(ones)) if missed else c.say(met)
    return first + (c.say("targets.surpassed", items=_items(c, beyond)) if beyond else EMPTY)


def explained(c: Context, one: Achievement) -> tuple[Passage, Passage]:
    """Why a target was missed or surpassed, and what is done about it, as clauses."""
    return filled(c, clause(one.reason, "主要原因")), filled(c, clause(one.remedy, "改进措施"))


def _missed(c: Context, missed: Sequence[Achievement], others: bool) -> Passage:
    return c.say("targets.missed", items=_items(c, missed)) + (c.say("targets.rest") if others else EMPTY)


def _items(c: Context, ones: Sequence[Achievement]) -> Passage:
    return joined((_item(c, one) for one in ones), "；")


def _item(c: Context, one: Achievement) -> Passage:
    why, then = explained(c, one)
    values = {"target": target(c, one), "actual": actual(c, one)}
    reason = c.say("target.reason", reason=why) if why.runs else why
    remedy = c.say("target.remedy", remedy=then) if then.runs else then
    return c.say(_KEYS[one.state], item=words(one.name), **values, reason=reason, remedy=remedy)
