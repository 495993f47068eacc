"""Absence 无: a sentence without a figure that says there is nothing: 无政府性基金预算财政拨款收入和支出。"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from mingzhang.disclosure import topic as t
from mingzhang.disclosure.address import TOTAL, Address
from mingzhang.disclosure.claim import Absence
from mingzhang.narrative.prose.binding import Binding
from mingzhang.narrative.prose.numeral import FIGURES, Numeral
from mingzhang.narrative.prose.scene import Scene

_SENTENCE: Final = re.compile(r"[^。\n]+。?")
_NO: Final = "(?:均?无|没有|未发生|未产生|未安排|不涉及|不存在)"
_ONE_FUND: Final = re.compile('(?:政府性基金|国有资本经营)预算(?:财政)?(?:拨款)?(?:安排的)?"?三公')
_REASON: Final = re.compile("原因|由于|因为|主要是|大于|小于|增加|减少")
_THREE: Final = tuple(Address("T7", "决算数", kind) for kind in ("因公出国（境）费", "小计", "公务接待费", "合计"))
_KINDS: Final = tuple(
    (re.compile(f"{_NO}(?:使用)?(?:财政拨款)?[^。,;]{{0,8}}?(?:{words})"), (Address("T7", "决算数", kind),))
    for kind, words in (
        ("因公出国（境）费", r"因公出国\(境\)(?:费用?|经费|支出)"),
        ("公务用车购置费", r"公务用车购置(?:费用?|支出)(?![和及与])"),
        ("公务用车运行费", r"公务用车运行(?:维护)?(?:费用?|支出)"),
        ("公务接待费", "公务接待(?:费用?|支出)"),
    )
)


def _fund(name: str) -> str:
    return f"{name}(?:预算)?(?:财政)?(?:拨款)?(?:安排的?)?(?:[收支]|的|。|$)"


_OBJECTS: Final[dict[str, re.Pattern[str]]] = {
    topic: re.compile(f"{_NO}[^。,;]{{0,16}}?(?:{words})")
    for topic, words in {
        t.FUND: f"{_fund('政府性基金')}|收支",
        t.STATE_CAPITAL: f"{_fund('国有资本经营')}|收支",
        t.RUNNING_COST: "机[关构]运行经费",
        t.PROCUREMENT: "政府采购",
        t.THREE: '"?三公"?经费',
        t.BASIC: "基本支出",
    }.items()
}


def absences(text: str, numerals: Iterable[Numeral], scene: Scene) -> Iterator[Binding]:
    """The sentences of a flat text that say there is nothing of what the topic is about."""
    if scene.topic not in _OBJECTS:
        return
    figures = [numeral.start for numeral in numerals if numeral.kind in FIGURES][::-1]
    for sentence in _SENTENCE.finditer(text):
        while figures and figures[-1] < sentence.start():
            figures.pop()
        if not (figures and figures[-1] < sentence.end()) and not _REASON.search(text, *sentence.span()):
            facts = _facts(scene, sentence[0])
            if facts:
                yield Binding(sentence.start(), sentence.end(), Absence(facts))


def _facts(scene: Scene, sentence: str) -> tuple[Address, ...]:
    """What the sentence says is zero; nothing when it says no such thing, or says it of one fund's 三公 alone."""
    if scene.topic == t.THREE and _ONE_FUND.search(sentence):
        return ()
    if not _OBJECTS[scene.topic].search(sentence):
        return _kinds(sentence) if scene.topic == t.THREE else ()
    if scene.topic in (t.FUND, t.STATE_CAPITAL):
        return _budget(scene, sentence)
    return {
        t.RUNNING_COST: (Address("S", "机关运行经费", "决算数"),),
        t.PROCUREMENT: (Address("S", "政府采购", "合计"),),
        t.THREE: _THREE,
        t.BASIC: (Address("T5", TOTAL, "基本支出"),),
    }[scene.topic]


def _kinds(sentence: str) -> tuple[Address, ...]:
    """The one kind of 三公 of which there was none; a sentence that also says 持平 is left to the grammar."""
    found = [facts for words, facts in _KINDS if words.search(sentence)]
    return found[0] if len(found) == 1 and "持平" not in sentence else ()


def _budget(scene: Scene, sentence: str) -> tuple[Address, ...]:
    """Income and spending of a budget of its own, as far as the sentence and the statement have them."""
    after = sentence.partition("拨款")[2] or sentence
    income = Address(scene.roll.statement, TOTAL, "本年收入")
    spending = scene.roll.whole
    named = [fact for fact, word in ((income, "收"), (spending, "支")) if word in after]
    found = tuple(fact for fact in named or [income, spending] if fact in scene.facts)
    return found or (tuple(named) if named == [income] else (spending,))
