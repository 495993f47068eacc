"""Derivation 算法: how a figure that is no sum comes about: a quotient, points earned, records counted."""

from collections.abc import Callable, Iterable

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.fact import Fact, Facts
from mingzhang.disclosure.trace import Divided, Measured, Scored, Term
from mingzhang.publishing.html.markup import tag, words
from mingzhang.publishing.origin import conditions
from mingzhang.terms.rounding import half_up
from mingzhang.terms.unit import PERCENT

Name = Callable[[Address], str]
"""The words for a figure, as markup that leads to it."""


def derivation(fact: Fact, facts: Facts, name: Name) -> str:
    """A heading and what the figure is made of; nothing for a figure that is a sum or was handed in."""
    match fact.trace:
        case Divided(numerator, denominator, complement):
            return _quotient(fact, facts, name, numerator, denominator, complement=complement)
        case Scored(weight, share, method, basis):
            return _score(fact, facts, name, weight, PERCENT.state(half_up(share * 10_000)), method, basis)
        case Measured():
            return _count(fact, fact.trace)
        case _:
            return ""


def _quotient(
    fact: Fact,
    facts: Facts,
    name: Name,
    numerator: tuple[Term, ...],
    denominator: tuple[Term, ...],
    *,
    complement: bool,
) -> str:
    lines = [*_terms("分子", numerator, facts, name), *_terms("分母", denominator, facts, name)]
    how = "1－分子÷分母" if complement else "分子÷分母"
    came_to = tag("p", f"{how}＝{fact.unit.state(fact.value)}", class_="ok")
    return tag("h3", "怎样算出") + tag("ul", *lines, class_="sum") + came_to


def _terms(part: str, terms: Iterable[Term], facts: Facts, name: Name) -> list[str]:
    lines = []
    for number, term in enumerate(terms):
        sign = "－" if term.sign < 0 else "＋" if number else ""
        head = f"{part}：" if number == 0 and term.address.column != part else ""
        lines.append(tag("li", head, sign, name(term.address), _shown(term.address, facts)))
    return lines


def _score(
    fact: Fact, facts: Facts, name: Name, weight: Address, share: str, method: str, basis: tuple[Address, ...]
) -> str:
    lines = [tag("li", "分值：", name(weight), _shown(weight, facts)), tag("li", words(method), tag("b", share))]
    lines += [tag("li", "依据：", name(address), _shown(address, facts)) for address in basis]
    came_to = tag("p", f"分值×{share}＝{fact.unit.state(fact.value)}", class_="ok")
    return tag("h3", "怎样得分") + tag("ul", *lines, class_="sum") + came_to


def _count(fact: Fact, trace: Measured) -> str:
    asked = [tag("li", words(line)) for line in conditions(trace.criterion)]
    register = tag("p", "台账“", words(trace.criterion.register), "”中符合下列条件的记录：")
    how = "相加" if trace.criterion.sums else "去重计数" if trace.criterion.distinct else "计数"
    came_to = tag("p", f"{how}得 {words(fact.unit.state(fact.value, grouping=True))}", class_="ok")
    return tag("h3", "怎样计量") + register + tag("ul", *asked) + came_to


def _shown(address: Address, facts: Facts) -> str:
    fact = facts.get(address)
    return tag("b", words(f"{fact.shown}{fact.unit.name}")) if fact else ""
