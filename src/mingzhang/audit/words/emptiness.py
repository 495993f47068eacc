"""Emptiness 空表: a statement without figures says so, and one that says so is without figures."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.hit import Hit, Texts
from mingzhang.audit.words.passage import Passage, Role
from mingzhang.disclosure.claim import Amount, Completion
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.section import Paragraph
from mingzhang.disclosure.topic import FUND, STATE_CAPITAL, THREE

MAY_BE_EMPTY: Final = {"T7": THREE, "T8": FUND, "T9": STATE_CAPITAL}
"""The statements of which a body may have nothing, and which section then says so."""
_SPOKEN: Final = {"T7": "三公", "T8": "基金", "T9": "国有资本"}
_FUNDS: Final = {"T8": "政府性基金", "T9": "国有资本经营"}
_NOTHING: Final = re.compile(r"无|没有|未发生|不涉及|为零|为0|空表")
_ALL_EMPTY: Final = re.compile(
    r"[本此]表(?:无|没有)数据|[本此]表为空|空表"
    r"|(?:无|没有)[^，。；]{0,24}(?:收支|收入和支出|收入、支出|收入支出)"
)
_EMPTY_TABLE: Final = re.compile(r"空表|[该此本]表(?:格)?(?:为空|无|没有)|表\S{0,4}无数据")
_IF: Final = re.compile("如|若|凡")


def empty_statements(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """A statement without any figure needs a word that there was nothing, under it or in its section."""
    for caption in (p for p in texts if p.role is Role.CAPTION and p.statement in MAY_BE_EMPTY):
        document, identity = context.document, caption.statement
        if document is None or not _is_empty(identity, document):
            continue
        filled = "" if _zeros(identity, document) else _amount(identity, document)
        if filled and not any(_cells(identity, document)):
            continue  # Nothing could be read of the grid.
        if filled and identity == "T7":
            note = f"表中没有一个数，说明中却有{filled}；应填列，确无数据的应在表下说明"
            yield Hit(caption, 0, len(caption.text), note, "如实填列", identity, printed="空白")
        elif not _zeros(identity, document) and not _is_declared(identity, document, texts):
            note = "空表没有说明；没有数据的表应保留空表并在表下说明“故本表无数据”"
            yield Hit(caption, 0, len(caption.text), note, "空表说明", identity, printed="空白")


def _is_declared(identity: str, document: Disclosure, texts: Texts) -> bool:
    """Whether its note says that there is nothing, or prose does where statements have no notes; enough for T7."""
    said = [p for p in texts if _speaks_of(p, identity) and _SPOKEN[identity] in p.text and _NOTHING.search(p.text)]
    beside = any(p.statement == identity or _EMPTY_TABLE.search(p.text) for p in said)
    if beside or not said or identity == "T7":
        return bool(said)
    notes = {p.statement for p in texts if p.role is Role.NOTE}
    return identity not in notes and not any(_is_empty(other, document) for other in notes & MAY_BE_EMPTY.keys())


def _speaks_of(passage: Passage, identity: str) -> bool:
    return passage.statement == identity or passage.topic == MAY_BE_EMPTY[identity] or passage.part == "narrative"


def _cells(identity: str, document: Disclosure) -> Iterable[Fact]:
    """The figures the statement itself prints, not those that only prose tells."""
    addresses = (address for s in document.statements if s.id == identity for address in s.addresses())
    return (fact for address in addresses if (fact := document.facts.get(address)))


def _is_empty(identity: str, document: Disclosure) -> bool:
    return all(fact.value == 0 and fact.is_readable for fact in _cells(identity, document))


def _is_filled(identity: str, document: Disclosure) -> bool:
    return any(fact.value and fact.is_readable for fact in _cells(identity, document))


def _zeros(identity: str, document: Disclosure) -> bool:
    """Whether 0.00 is printed: said in figures, though not in words."""
    return any((fact.printed or "").strip() for fact in _cells(identity, document))


def _amount(identity: str, document: Disclosure) -> str:
    """The first amount other than zero that prose states for a figure of the statement."""
    paragraphs = (block for _, block in document.blocks() if isinstance(block, Paragraph))
    for _, mention in (pair for paragraph in paragraphs for pair in paragraph.mentions()):
        match mention.claim:
            case Amount(fact, value) if fact.statement == identity and value:
                return f"“{mention.text}”"
            case Completion(_, budget, ratio) if budget.statement == identity and ratio:
                return f"“{mention.text}”"
    return ""


def declared_empty(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """A note that there was nothing, under a statement with figures or about another fund."""
    notes = (p for p in texts if p.role is Role.NOTE and p.statement in _FUNDS)
    for note in notes if context.document else ():
        said = _ALL_EMPTY.search(note.text)
        if said and context.document and not _IF.search(note.text[: said.start()]):
            yield from _untrue(note, context.document)


def _untrue(note: Passage, document: Disclosure) -> Iterator[Hit]:
    fund = _FUNDS[note.statement]
    other = next(name for name in _FUNDS.values() if name != fund)
    if other in note.text and fund not in note.text:
        start = note.text.index(other)
        yield Hit(note, start, start + len(other), f"空表说明写错了资金：应为“{fund}”", fund, "fund")
    elif _is_filled(note.statement, document):
        yield Hit(note, 0, len(note.text), "表下说明本表无数据，表中却有数", "删去说明或核对表中数据", "filled")
