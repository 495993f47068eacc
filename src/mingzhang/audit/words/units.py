"""Units 计量单位: 万元 and 元 for the same digits, and 万 without 元."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.hit import Hit, Texts
from mingzhang.audit.words.passage import Passage, Role
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.topic import DUTIES, GLOSSARY, STAFF, STRUCTURE, WORK
from mingzhang.terms.printed import Printed, numbers
from mingzhang.terms.unit import MONEY_UNITS

_ELSEWHERE: Final = frozenset({DUTIES, GLOSSARY, STAFF, STRUCTURE, WORK})
_OTHER: Final = {"元": "万元", "万元": "元"}
_BARE: Final = re.compile(r"\d[\d.,]*万(?=[（，。；、）]|$)")
_SAID: Final = re.compile("单位：?[^，。]{0,6}元")
_FUND: Final = re.compile(
    "(?:涉及|安排|投入|下达|到位)[^，。；、：]*资金(?:总额|总量|规模)?(?:共计|合计|总计|共|约|为)?$"
)
_EACH: Final = re.compile("每|均|标准|单价|/")
_PALTRY: Final = 1000
_MOSTLY: Final = 5
_LEAST: Final = 3
_PLACES: Final = 2


def magnitudes(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """51.48元 where the statements, or the rest of the prose, print 51.48 in 万元; or the other way round."""
    said = [(p, n) for p in texts if _counts(p) for n in numbers(p.text) if _is_telling(n)]
    printed = _printed(context)
    spoken = Counter((_digits(n), n.unit) for _, n in said)
    for passage, number in said:
        digits, other = _digits(number), _OTHER[number.unit]
        if digits in printed[number.unit]:
            continue
        more = spoken[digits, other] > spoken[digits, number.unit]
        if digits in printed[other] or (more and not printed[number.unit]):
            right = number.text.replace(number.unit, other)
            note = f"“{number.text}”应为“{right}”：别处同一数以{other}为单位"
            yield Hit(passage, number.start, number.end, note, right, number.text)
    yield from _paltry(texts)


def _paltry(texts: Texts) -> Iterator[Hit]:
    """涉及资金172.0元: less than a thousand yuan for the funds of projects, where the prose speaks in 万元."""
    said = [(p, n) for p in texts if _counts(p) for n in numbers(p.text) if n.is_money]
    in_wan = sum(number.unit == "万元" for _, number in said)
    for passage, number in said:
        clause = re.split("[，。；、：]", passage.text[: number.start])[-1]
        is_fund = number.unit == "元" and bool(_FUND.search(clause)) and not _EACH.search(clause)
        if is_fund and 0 < number.value < _PALTRY and in_wan >= _MOSTLY:
            right = number.text.replace("元", "万元")
            note = f"“{number.text}”应为“{right}”：项目资金不会只有几百元，正文以万元为单位"
            yield Hit(passage, number.start, number.end, note, right, number.text)


def _counts(passage: Passage) -> bool:
    return passage.role is Role.PARAGRAPH and passage.topic not in _ELSEWHERE and passage.part != "annex"


def _is_telling(number: Printed) -> bool:
    """Whether the digits are many enough to be no other figure's by chance."""
    return number.unit in _OTHER and number.places == _PLACES and len(_digits(number)) >= _LEAST


def _digits(number: Printed) -> str:
    return str(abs(number.value) * 10**number.places)


def _printed(context: Context) -> dict[str, set[str]]:
    """The digits of every figure with two decimals in the statements, by the unit they are printed in."""
    found: dict[str, set[str]] = {name: set() for name in MONEY_UNITS}
    for fact in _cells(context):
        if fact.unit.name in found and fact.value:
            whole, _, places = fact.unit.show(abs(fact.value)).partition(".")
            if len(places) == _PLACES:
                found[fact.unit.name].add((whole + places).lstrip("0"))
    return found


def _cells(context: Context) -> Iterator[Fact]:
    """The figures of the statements themselves, not those that only prose tells."""
    document = context.document
    for statement in document.statements if document else ():
        for address in statement.addresses():
            if document and address in document.facts:
                yield document.facts[address]


def units_said(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """A statement that does not say its unit of money, when most of the others do."""
    around: dict[str, list[Passage]] = {}
    for passage in texts:
        if passage.statement:
            around.setdefault(passage.statement, []).append(passage)
    silent = [identity for identity, own in around.items() if not any(_SAID.search(p.text) for p in own)]
    if 0 < len(silent) <= len(around) // 3:
        for identity in silent:
            caption = around[identity][0]
            yield Hit(caption, 0, len(caption.text), "表头没有写计量单位", "金额单位：万元", key=identity)


def bare_wan(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """0.39万: an amount whose 元 is missing."""
    for passage in texts:
        if passage.role is Role.PARAGRAPH and passage.topic not in _ELSEWHERE:
            for found in _BARE.finditer(passage.text):
                end = found.end()
                yield Hit(passage, found.start(), end, f"“{found[0]}”缺“元”字", f"{found[0]}元", "万")
