"""Stated facts 文字中的数据项: figures that only the prose prints: budgets, last year, everything of 补充资料."""

from collections.abc import Iterable, Iterator
from typing import Final

from mingzhang.disclosure.claim import Amount, Count
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import Paragraph
from mingzhang.disclosure.trace import Stated
from mingzhang.narrative.prose.binding import Binding
from mingzhang.narrative.prose.flat import Flat
from mingzhang.terms.unit import WAN, YUAN, Unit, counting

_NOWHERE: Final = Position("")
_UNITS: Final = {"元": YUAN, "亿元": Unit("亿元", 10_000_000_000, 2), "亿": Unit("亿元", 10_000_000_000, 2)}


def stated_facts(paragraph: Paragraph, flat: Flat, bindings: Iterable[Binding]) -> Iterator[Fact]:
    """The figures of a paragraph that no statement prints."""
    for binding in bindings:
        claim, numeral = binding.claim, binding.numeral
        if numeral is None or not isinstance(claim, Amount | Count):
            continue
        if claim.fact.phase or claim.fact.statement == "S":
            position = paragraph.position(flat.span(binding.start, binding.end)[0]) or _NOWHERE
            whole = isinstance(claim, Count)
            unit = counting(numeral.unit or "个") if whole else _UNITS.get(numeral.unit, WAN)
            spread = 0 if whole else numeral.printed.spread
            yield Fact(claim.fact, claim.value, unit, Stated(position), spread, numeral.digits)
