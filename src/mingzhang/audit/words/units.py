"""Units 计量单位: 万元 and 元 for the same digits, and 万 without 元."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.hit import Hit, Texts
from mingzhang.audit.words.passage import Role
from mingzhang.disclosure.topic import DUTIES, GLOSSARY, STAFF, STRUCTURE, WORK
from mingzhang.terms.printed import numbers
from mingzhang.terms.unit import MONEY_UNITS

_ELSEWHERE: Final = frozenset({DUTIES, GLOSSARY, STAFF, STRUCTURE, WORK})
_BARE: Final = re.compile(r"\d[\d.,]*万(?=[（，。；、）]|$)")
_DIGITS: Final = 3


def magnitudes(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """51.48元 in prose where the statements print 51.48 in 万元, or the other way round."""
    if context.document is None:
        return
    printed = _printed(context)
    for passage in texts:
        if passage.role is not Role.PARAGRAPH or passage.topic in _ELSEWHERE:
            continue
        for number in numbers(passage.text):
            digits = _digits(f"{number.value * 10**number.places}")
            other = {"元": "万元", "万元": "元"}.get(number.unit)
            told = other and number.places == 2 and len(digits) >= _DIGITS and (digits, 2) in printed[other]
            if told and (digits, 2) not in printed[number.unit]:
                right = number.text.replace(number.unit, str(other))
                note = f"“{number.text}”应为“{right}”：报表以{other}为单位列示同一数"
                yield Hit(passage, number.start, number.end, note, right, number.text)


def _digits(text: str) -> str:
    return text.lstrip("-0")


def _printed(context: Context) -> dict[str, set[tuple[str, int]]]:
    """The digits of every figure in the statements, by the unit they are printed in."""
    found: dict[str, set[tuple[str, int]]] = {name: set() for name in MONEY_UNITS}
    for fact in context.document.facts.values() if context.document else ():
        if fact.unit.name in found and fact.address.statement.startswith("T") and fact.value:
            digits = fact.unit.show(fact.value)
            found[fact.unit.name].add((_digits(digits.replace(".", "")), len(digits.partition(".")[2])))
    return found


def bare_wan(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """0.39万: an amount whose 元 is missing."""
    for passage in texts:
        if passage.role is Role.PARAGRAPH and passage.topic not in _ELSEWHERE:
            for found in _BARE.finditer(passage.text):
                end = found.end()
                yield Hit(passage, found.start(), end, f"“{found[0]}”缺“元”字", f"{found[0]}元", "万")
