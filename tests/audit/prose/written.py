"""A small document whose claims are written into its sentences: {金额 T5[205].小计|184.33万元}."""

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from mingzhang.audit.case import figures
from mingzhang.audit.check import check
from mingzhang.audit.context import Context
from mingzhang.audit.finding import Finding, Level
from mingzhang.audit.report import Report
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.claim import (
    Absence,
    Amount,
    Change,
    Claim,
    Comparison,
    Completion,
    Count,
    Listing,
    Share,
)
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import Mention, Paragraph, Part, Run, Section, Words
from mingzhang.disclosure.trace import Stated
from mingzhang.standards.rules import groups, rules
from mingzhang.terms.entity import Entity, EntityKind
from mingzhang.terms.printed import Printed, number_of
from mingzhang.terms.unit import WAN

_CLAIM = re.compile(r"\{(?P<kind>\S+) (?P<facts>[^|]*)\|(?P<text>[^}]*)\}")
_SIGNS = {"大于": 1, "小于": -1, "等于": 0}


def document(sections: Mapping[str, str], year: int = 2021) -> Disclosure:
    """A narrative of sections by topic; every line is a paragraph."""
    found = tuple(
        Section(f"{'一二三四五六七八九十'[i]}、情况说明", tuple(_paragraphs(text)), (), topic)
        for i, (topic, text) in enumerate(sections.items())
    )
    entity = Entity("", "某单位", EntityKind.ADMINISTRATIVE)
    stated = {f.address: f for section in found for f in _stated(section)}
    return Disclosure(entity, year, "", "", "", (Part("narrative", "", found),), (), stated)


def audited(printed: Mapping[str, str], sections: Mapping[str, str], **context: str) -> Report:
    """What all rules on figures and prose say of it."""
    written = document(sections)
    told = Context(2021, groups(), document=written)
    return check({**written.facts, **figures(printed)}, rules(2021), replace(told, **context))  # type: ignore[arg-type]


def loud(report: Report) -> list[Finding]:
    """What is said above info."""
    return [finding for finding in report.findings if finding.level is not Level.INFO]


def _paragraphs(text: str) -> list[Paragraph]:
    lines = [line for line in text.strip().splitlines() if line]
    return [_paragraph(line, n) for n, line in enumerate(lines, 1)]


def _paragraph(line: str, number: int) -> Paragraph:
    """A line that begins with ？ is in doubt."""
    return Paragraph(_runs(line), ((0, Position("例.md", line=number)),), line.startswith("？"))


def _runs(line: str) -> tuple[Run, ...]:
    runs: list[Run] = []
    at = 0
    for found in _CLAIM.finditer(line):
        runs.append(Words(line[at : found.start()]))
        runs.append(Mention(found["text"], _claim(found["kind"], found["facts"].split(), found["text"])))
        at = found.end()
    return (*runs, Words(line[at:]))


def _claim(kind: str, names: list[str], text: str) -> Claim:
    facts = tuple(Address.parse(name) for name in names)
    number = number_of(text)
    match kind:
        case "金额" if number:
            return Amount(facts[0], number.fen)
        case "数量" if number:
            return Count(facts[0], int(number.value))
        case "占" if number:
            return Share(facts[0], facts[1], number.value / 100)
        case "完成" if number:
            return Completion(facts[0], facts[1], number.value / 100)
        case "增减":
            return _change(facts[0], facts[1], number, text)
        case "列举":
            return Listing(facts)
        case "无":
            return Absence(facts)
    return Comparison(facts[0], facts[1], _SIGNS[kind])


def _change(fact: Address, base: Address, number: Printed | None, text: str) -> Change:
    sign = -1 if text.startswith(("减少", "下降")) else 1
    if number is None:
        return Change(fact, base, 0, None)
    if number.is_money:
        return Change(fact, base, sign * number.fen, None)
    return Change(fact, base, None, sign * Fraction(number.value) / 100)


def _stated(section: Section) -> list[Fact]:
    found = []
    for block in section.blocks:
        for _, mention in block.mentions() if isinstance(block, Paragraph) else ():
            claim = mention.claim
            if isinstance(claim, Amount | Count) and (claim.fact.phase or claim.fact.statement == "S"):
                number = number_of(mention.text)
                spread = number.spread if number else 0
                found.append(Fact(claim.fact, claim.value, WAN, Stated(Position("例.md")), spread))
    return found[::-1]
