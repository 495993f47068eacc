"""Glossary 名词解释: the functional items explained are those used, each under its right path."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.hit import Hit, Texts
from mingzhang.audit.words.item_names import wrong_steps
from mingzhang.audit.words.passage import Passage, Role
from mingzhang.audit.words.path import LEVELS, Path, paths, plain_name
from mingzhang.audit.words.rows import BY_FUNCTION, Rows
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.topic import GLOSSARY
from mingzhang.terms.classification import FUNCTION_LENGTHS

_ITEM: Final = 3
_NUMBER: Final = re.compile(r"^[（(]?[\d一二三四五六七八九十]+[）)、.．]*")
_CODE: Final = re.compile(r"(?<!\d)\d{7}(?!\d)")
_SHOWN: Final = 6
_HEAD: Final = 12


def glossary_paths(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """Items explained under a path that is not theirs."""
    for path, code, rows in _explained(context, texts):
        if code and not all(rows.agrees(path, code)):
            yield from wrong_steps(path, code, rows)


def glossary_unused(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """Items explained that no statement uses."""
    for path, code, _ in _explained(context, texts):
        if not code:
            note = f"各表都没有“{path.passage.piece(path.start, path.end)}”，不应解释"
            yield Hit(path.passage, path.start, path.end, note, "", key=str(path.start))


def glossary_complete(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """Items with figures that a glossary of items leaves unexplained."""
    found = _explained(context, texts)
    if not found:
        return
    rows = found[0][2]
    known = {code for path, code, _ in found if code and path.depth == _ITEM}
    known |= {code for p in _glossary(texts) for code in _CODE.findall(p.text)}
    loose = _entries(texts)
    missing = [c for c in rows.used() if c not in known and not rows.right_names(c) & loose]
    if missing:
        yield _missing(missing, found[0][0].passage, rows, texts)


def _missing(codes: list[str], first: Passage, rows: Rows, texts: Texts) -> Hit:
    """Said where the list of items begins."""
    before = texts[texts.index(first) - 1]
    head = before if "科目" in before.text and before.part == first.part else first
    listed = "、".join(f"{code} {rows.printed(code)}" for code in codes[:_SHOWN])
    more = f"等{len(codes)}项" if len(codes) > _SHOWN else ""
    right = "；".join(_full_name(code, rows) for code in codes[:_SHOWN])
    end = min(len(head.text), 30)
    return Hit(head, 0, end, f"报表使用而名词解释没有解释：{listed}{more}", right, "missing")


def _full_name(code: str, rows: Rows) -> str:
    return "".join(f"{rows.best_name(code[:n])}（{level}）" for n, level in zip(FUNCTION_LENGTHS, LEVELS, strict=True))


def _glossary(texts: Texts) -> list[Passage]:
    return [p for p in texts if p.topic == GLOSSARY or p.part == "glossary"]


def _entries(texts: Texts) -> frozenset[str]:
    """The names that entries without a path begin with: 行政运行：…"""
    plain = (p for p in _glossary(texts) if p.role is Role.PARAGRAPH and "（项）" not in p.text)
    heads = (_NUMBER.sub("", p.text).split("：", 1)[0] for p in plain if "：" in p.text[:40])
    return frozenset(plain_name(re.sub(r"^\d{3,7}", "", head)) for head in heads)


def _explained(context: Context, texts: Texts) -> list[tuple[Path, str, Rows]]:
    """Each path down to 项 at the head of an entry of the glossary, with the row it means, if any statement has it."""
    if context.document is None:
        return []
    rows = Rows.of(context, context.document)
    heads = (next(paths(p), None) for p in _glossary(texts) if p.role is Role.PARAGRAPH) if rows.used() else ()
    found = [path for path in heads if path and path.depth == _ITEM and path.start < _HEAD]
    codes = _renamed([(path, _code(path, rows)) for path in found], rows)
    return [(path, code, rows) for path, code in codes]


def _renamed(found: list[tuple[Path, str]], rows: Rows) -> list[tuple[Path, str]]:
    """An entry that no list knows, under the 款 of the only item nobody explains, is that item under a wrong name."""
    missing = set(rows.used()) - {code for _, code in found}
    told: list[tuple[Path, str]] = []
    for path, code in found:
        near = [c for c in missing if not code and path.name(2) and all(rows.agrees(path, c)[:-1])]
        alone = len(near) == 1 and not any(rows.official(path))
        told.append((path, near[0] if alone else code))
        missing -= set(near) if alone else set()
    return told


def _code(path: Path, rows: Rows) -> str:
    """The row a path means. A common item, 事业运行, under a 类 and 款 of their own is another item."""
    code = rows.code_of(path, BY_FUNCTION)
    if code:
        return code if all(rows.agrees(path, code)) or not any(rows.official(path)) else ""
    if any(rows.official(path)):
        return ""
    item = plain_name(path.steps[-1].name)
    same = [c for c in rows.codes(BY_FUNCTION) if len(c) == FUNCTION_LENGTHS[-1] and item in rows.right_names(c)]
    if len(path.steps) == 1:
        return same[0] if same else ""
    # An item whose name is the only one of its kind in the list can mean nothing else.
    official = {line.code for line in rows.context.functions.codes if plain_name(line.name) == item}
    return same[0] if len(same) == 1 and len(official) == 1 else ""


def glossary_terms(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """`基本支出:T3[total].基本支出`: a term whose figure is not zero, in a glossary that explains others."""
    entries = [p for p in _glossary(texts) if p.role is Role.PARAGRAPH]
    said = "".join(p.text for p in _glossary(texts))
    if context.document is None or len(entries) < _SHOWN:
        return
    for argument in rule.arguments:
        term, _, address = argument.partition(":")
        fact = context.document.facts.get(Address.parse(address))
        if fact and fact.value and term not in said:
            head = entries[0]
            end = min(len(head.text), 30)
            yield Hit(head, 0, end, f"名词解释没有解释“{term}”", f"应解释“{term}”", term, printed="缺失", key=term)
