"""The set of statements: all that the year asks for are there, and what is empty says so."""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.finding import Outcome
from mingzhang.audit.grid import Grid
from mingzhang.audit.result import Result, plain
from mingzhang.audit.rule import Rule, Severity
from mingzhang.audit.words.hit import Hit, Texts
from mingzhang.audit.words.passage import Passage, Role, squeezed
from mingzhang.audit.words.passages import passages
from mingzhang.audit.words.titles import statement_of
from mingzhang.disclosure.claim import Amount, Completion
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import Paragraph, Section, TablePlace
from mingzhang.disclosure.statement import Figure, Label, Statement
from mingzhang.disclosure.topic import FUND, STATE_CAPITAL, THREE
from mingzhang.disclosure.trace import Stated

NAMES: Final = {
    "T1": "收入支出决算总表", "T2": "收入决算表", "T3": "支出决算表", "T4": "财政拨款收入支出决算总表",
    "T5": "一般公共预算财政拨款支出决算表", "T6": "一般公共预算财政拨款基本支出决算表",
    "T7": "财政拨款“三公”经费支出决算表", "T8": "政府性基金预算财政拨款收入支出决算表",
    "T9": "国有资本经营预算财政拨款支出决算表",
}  # fmt: skip
_STATE_CAPITAL_SINCE: Final = 2020
_ENOUGH: Final = 6
_TAIL: Final = 3
_MANY: Final = 10
_LONGEST: Final = 60
_LIKE: Final = 0.9
_EMPTY: Final = re.compile(r"无|没有|未发生|不涉及|为零|为0|空表")
_FUNDS: Final = {"T8": "政府性基金", "T9": "国有资本经营"}
_TOPICS: Final = {"T7": THREE, "T8": FUND, "T9": STATE_CAPITAL}
_SPOKEN: Final = {"T7": "三公", "T8": "基金", "T9": "国有资本"}


def statements_present(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Each statement of the year is in the body; one whose title stands there but was not read is undetermined."""
    document = context.document
    if document is None or len(document.statements) < _ENOUGH:
        yield plain(rule, Outcome.NOT_APPLICABLE, "本文件没有决算报表，或只读出一部分")
        return
    texts = passages(document)
    titled = {statement_of(p.text) for p in texts if p.role not in {Role.CONTENTS, Role.TITLE}}
    listed = {statement_of(p.text): p for p in texts if p.role is Role.CONTENTS}
    found = {s.id for s in document.statements}
    for identity, name in NAMES.items():
        if identity == "T9" and context.year < _STATE_CAPITAL_SINCE and identity not in listed:
            continue
        if identity in found:
            yield plain(rule, Outcome.PASSED)
        elif identity in titled or _nearly_titled(name, texts):
            yield plain(rule, Outcome.UNDETERMINED, f"有“{name}”的表名，但没有读出这张表")
        elif _unclaimed(document):
            yield plain(rule, Outcome.UNDETERMINED, f"没有读出“{name}”，另有表格未能识别")
        else:
            yield _missing(rule, identity, document, listed.get(identity), _severity(rule, identity, set(listed)))


def _nearly_titled(name: str, texts: Texts) -> bool:
    """Whether a line of the body is the title but for a slip of the pen."""
    lines = (p.text for p in texts if p.role is not Role.CONTENTS and len(p.text) < _LONGEST)
    bare = (re.sub(r"20\d\d年度?|（[^）]*）", "", line) for line in lines if "表" in line)
    return any(SequenceMatcher(None, name, line).ratio() >= _LIKE and not statement_of(line) for line in bare)


def _severity(rule: Rule, identity: str, listed: set[str]) -> Severity:
    """What a long list of contents does not name may have another form there; 三公 and the funds have none."""
    told = len(listed - {""}) < _ENOUGH or identity in listed or identity in _TOPICS
    return rule.severity if told else Severity.INFO


def _unclaimed(document: Disclosure) -> bool:
    """Whether a table among the statements, with many figures by item, was taken for none of them."""
    tables = [block.table for part in document.parts if part.id == "statements" for block in _tables(part.sections)]
    return any(len(re.findall(r"\d\.\d\d", t.text)) >= _MANY and re.search("科目|项目|支出", t.text) for t in tables)


def _tables(sections: Iterable[Section]) -> Iterator[TablePlace]:
    for section in sections:
        yield from (block for block in section.blocks if isinstance(block, TablePlace))
        yield from _tables(section.sections)


def _missing(rule: Rule, identity: str, document: Disclosure, entry: Passage | None, severity: Severity) -> Result:
    """Placed at the end of the statement before it, where it should have begun."""
    name = squeezed(entry.text).split("、", 1)[-1] if entry else NAMES[identity]
    name = re.sub(r"[.…·\d]+$", "", name)
    before = _neighbour(identity, document)
    position, quote = _end_of(before, document) if before else (None, "")
    why = "，目录列有该表" if entry else ""
    where = f"{before.title}之后" if before else NAMES[identity]
    note = f"正文缺少《{name}》{why}" + (f"；应在{where}" if before else "")
    return Result(
        rule, Outcome.VIOLATED, severity, note, printed="缺失", expected=f"应有《{name}》",
        quote=quote, position=position, where=where, root=f"{rule.id}:{identity}",
    )  # fmt: skip


def _neighbour(identity: str, document: Disclosure) -> Statement | None:
    order = list(NAMES)
    before = [s for s in document.statements if order.index(s.id) < order.index(identity)]
    return before[-1] if before else next(iter(document.statements), None)


def _end_of(statement: Statement, document: Disclosure) -> tuple[Position | None, str]:
    """The last printed rows of a statement, and where the last one stands."""
    lines, position = [], statement.position
    for row in statement.body[-_TAIL:]:
        facts = [document.facts.get(cell.address) for cell in row if isinstance(cell, Figure)]
        words = [cell.text for cell in row if isinstance(cell, Label)]
        lines.append(" ".join(text for text in (*words, *(f.shown for f in facts if f)) if text))
        position = next((at for f in facts if f and (at := _position(f))), position)
    return position, " ".join(lines)


def _position(fact: Fact) -> Position | None:
    return fact.trace.position if isinstance(fact.trace, Stated) else None


def empty_statements(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """A statement without any figure needs a word that there was nothing, under it or in its section."""
    if context.document is None:
        return
    for statement in context.document.statements:
        topic = _TOPICS.get(statement.id)
        caption = next((p for p in texts if p.role is Role.CAPTION and p.statement == statement.id), None)
        if topic is None or caption is None or not _is_empty(statement.id, context.document):
            continue
        spoken = [p for p in texts if p.statement == statement.id or p.topic == topic or p.part == "narrative"]
        declared = [p for p in spoken if _SPOKEN[statement.id] in p.text and _EMPTY.search(p.text)]
        filled = _amounts(statement.id, context.document)
        if filled and not any(_cells(statement.id, context.document)):
            continue  # Nothing could be read of the grid.
        if statement.id == "T7" and filled:
            note = f"表中没有一个数，说明中却有{filled}；应填列，确无数据的应在表下说明"
            yield Hit(caption, 0, len(caption.text), note, "如实填列", "T7", printed="空白")
        elif not declared and not _zeros(statement.id, context.document):
            note = "空表没有说明；没有数据的表应保留空表并在表下说明“故本表无数据”"
            yield Hit(caption, 0, len(caption.text), note, "空表说明", statement.id, printed="空白")


def _cells(identity: str, document: Disclosure) -> Iterable[Fact]:
    """The figures the statement itself prints, not those that only prose tells."""
    printed = (
        document.facts.get(address) for s in document.statements if s.id == identity for address in s.addresses()
    )
    return (fact for fact in printed if fact)


def _is_empty(identity: str, document: Disclosure) -> bool:
    return all(fact.value == 0 and fact.is_readable for fact in _cells(identity, document))


def _is_filled(identity: str, document: Disclosure) -> bool:
    return any(fact.value and fact.is_readable for fact in _cells(identity, document))


def _zeros(identity: str, document: Disclosure) -> bool:
    """Whether 0.00 is printed: said in figures, though not in words."""
    return any((fact.printed or "").strip() for fact in _cells(identity, document))


def _amounts(identity: str, document: Disclosure) -> str:
    """The first amount other than zero that prose states for a figure of a statement whose cells are all blank."""
    if _zeros(identity, document):
        return ""

    for _, block in document.blocks():
        for _, mention in block.mentions() if isinstance(block, Paragraph) else ():
            claim = mention.claim
            if isinstance(claim, Amount) and claim.fact.statement == identity and claim.value:
                return f"“{mention.text}”"
            if isinstance(claim, Completion) and claim.budget.statement == identity and claim.ratio:
                return f"“{mention.text}”"
    return ""


def declared_empty(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """A note that there was nothing, under a statement with figures or about another fund."""
    for passage in texts:
        fund = _FUNDS.get(passage.statement) if passage.role is Role.NOTE and context.document else None
        if (
            not fund
            or context.document is None
            or not re.search("本表无数据|本表为空|空表|无政府|没有政府|无国有|没有国有", passage.text)
        ):
            continue
        other = next(name for name in _FUNDS.values() if name != fund)
        if other in passage.text and fund not in passage.text:
            start = passage.text.index(other)
            yield Hit(passage, start, start + len(other), f"空表说明写错了资金：应为“{fund}”", fund, "fund")
        elif _is_filled(passage.statement, context.document):
            note = "表下说明本表无数据，表中却有数"
            yield Hit(passage, 0, len(passage.text), note, "删去说明或核对表中数据", "filled")
