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
from mingzhang.audit.words.emptiness import MAY_BE_EMPTY
from mingzhang.audit.words.hit import Texts
from mingzhang.audit.words.passage import Passage, Role, squeezed
from mingzhang.audit.words.passages import passages
from mingzhang.audit.words.titles import statement_of
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import Section, TablePlace
from mingzhang.disclosure.statement import Figure, Label, Statement
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
_THREE: Final = ("因公出国", "公务用车", "公务接待费", "支出合计")


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
        if identity in found or (identity == "T7" and _stands_elsewhere(document)):
            yield plain(rule, Outcome.PASSED)
        elif identity in titled or _nearly_titled(name, texts):
            yield plain(rule, Outcome.UNDETERMINED, f"有“{name}”的表名，但没有读出这张表")
        elif _unclaimed(document):
            yield plain(rule, Outcome.UNDETERMINED, f"没有读出“{name}”，另有表格未能识别")
        else:
            yield _missing(rule, identity, document, listed.get(identity), _severity(rule, identity, set(listed)))


def _stands_elsewhere(document: Disclosure) -> bool:
    """Whether a table of other things prints the spending on 三公 as well: 机构运行信息表."""
    tables = (block.table.text for part in document.parts for block in _tables(part.sections))
    return any(all(word in re.sub(r"\s", "", text) for word in _THREE) for text in tables)


def _nearly_titled(name: str, texts: Texts) -> bool:
    """Whether a line of the body is the title but for a slip of the pen."""
    lines = (p.text for p in texts if p.role is not Role.CONTENTS and len(p.text) < _LONGEST)
    bare = (re.sub(r"20\d\d年度?|（[^）]*）", "", line) for line in lines if "表" in line)
    return any(SequenceMatcher(None, name, line).ratio() >= _LIKE and not statement_of(line) for line in bare)


def _severity(rule: Rule, identity: str, listed: set[str]) -> Severity:
    """What a long list of contents does not name may have another form there; 三公 and the funds have none."""
    told = len(listed - {""}) < _ENOUGH or identity in listed or identity in MAY_BE_EMPTY
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
    before = [s for s in document.statements if s.id in order[: order.index(identity)]]
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
