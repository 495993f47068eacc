"""名词解释: exactly the terms and the function codes that this document uses."""

from collections.abc import Iterable

from mingzhang.disclosure.address import ACTUAL, Address
from mingzhang.narrative.block import BlockKind, Piece
from mingzhang.narrative.context import Context
from mingzhang.narrative.numerals import numbered
from mingzhang.narrative.owed import owed_text
from mingzhang.narrative.passage import EMPTY, Passage, lacking, words
from mingzhang.narrative.terms import Term
from mingzhang.narrative.texts import full_sentence

BY_FUNCTION = ("T2", "T3", "T5", "T8", "T9")
"""The statements whose rows are function codes."""


def used_terms(c: Context, text: str) -> tuple[Term, ...]:
    """The terms that stand in the text, or whose figures are not zero, in the order of the list.

    A longer name hides a shorter one inside it: 一般公共预算财政拨款收入 is no use of 财政拨款收入.
    """
    rest, found = text, set()
    for name, term in sorted(_names(c.glossary.terms), key=lambda pair: -len(pair[0])):
        if name in rest:
            rest = rest.replace(name, "\n")
            found.add(term.name)
    return tuple(t for t in c.glossary.terms if t.name in found or any(c.value(Address.parse(f)) for f in t.figures))


def _names(terms: Iterable[Term]) -> Iterable[tuple[str, Term]]:
    return ((name, term) for term in terms for name in (term.name, *term.also))


def used_codes(c: Context) -> tuple[str, ...]:
    """The 项 with a figure in any statement by function, ascending."""
    rows = {a.row for a, fact in c.facts.items() if a.statement in BY_FUNCTION and a.phase == ACTUAL and fact.value}
    return tuple(sorted(row for row in rows if row.isdigit() and len(row) == 7))


def terms_block(c: Context) -> tuple[Piece, ...]:
    """The terms used in what is written so far, numbered, each with its explanation."""
    style = c.wording.style
    return tuple(
        words(f"{numbered(style.item, n)}{term.name}：") + c.fill(term.text)
        for n, term in enumerate(used_terms(c, c.written), 1)
    )


def codes_block(c: Context) -> tuple[Piece, ...]:
    """The function codes used, numbered, each with its full path and explanation."""
    return tuple(_code(c, n, code) for n, code in enumerate(used_codes(c), 1))


def _code(c: Context, number: int, code: str) -> Passage:
    text, owed = explanation(c, code)
    return words(f"{numbered(c.wording.style.item, number)}{c.path(code)}：{text}") + owed


def explanation(c: Context, code: str) -> tuple[str, Passage]:
    """What a function code stands for: the unit's own words, the list's, or what its name says, which is owed."""
    name = c.name(code)
    known = c.texts.explanations.get(code) or c.glossary.codes.get(code) or c.glossary.items.get(name)
    if known:
        return full_sentence(known), EMPTY
    if name.startswith("其他"):
        above = next((n for n in (c.name(code[:5]), c.name(code[:3])) if not n.startswith("其他")), name)
        return f"反映除已单独列示的科目以外，用于{above.removesuffix('支出')}方面的其他支出。", EMPTY
    question = f"名词解释缺少{c.path(code)}的官方说明，目前只按科目名称说明"
    return f"反映{name.removesuffix('支出')}方面的支出。", lacking(owed_text(None, question, "explanations", code))


BLOCKS = {
    "glossary.terms": BlockKind(terms_block, {}),
    "glossary.codes": BlockKind(codes_block, {}),
}
