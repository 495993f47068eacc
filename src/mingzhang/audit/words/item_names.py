"""Item names 科目名称: what prose calls an item, level by level, against the rows of the statements."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.hit import Hit, Texts
from mingzhang.audit.words.passage import Passage
from mingzhang.audit.words.path import LEVELS, Path, Step, parted, plain_name
from mingzhang.audit.words.rows import Rows
from mingzhang.disclosure import topic
from mingzhang.terms.classification import FUNCTION_LENGTHS
from mingzhang.terms.printed import numbers

_STATEMENTS: Final = {topic.FUND: ("T8",), topic.STATE_CAPITAL: ("T9",)}
_GENERAL: Final = ("T5",)
_TOPICS: Final = frozenset({
    topic.GENERAL, topic.GENERAL_TOTAL, topic.GENERAL_STRUCTURE, topic.GENERAL_ITEMS, topic.FUND, topic.STATE_CAPITAL,
})  # fmt: skip
_LATIN: Final = re.compile("[A-Za-z]")
"""A word of another rule."""
_ADDED: Final = re.compile(r"(?:支出|等)+$")
_ENDING: Final = re.compile(r"(?:支出|事务)+$")
_LEVEL: Final = re.compile(r"（[类款项]）")
_CODED: Final = re.compile(
    r"(?<!\d)(?P<code>\d{7}|\d{5})[-—－]?(?P<name>[\u4e00-\u9fff][\u4e00-\u9fff（）、“”]{1,40}?)"
    r"(?=(?:支出决算|支出|决算|年初预算)?数?[为是]?\d)"
)
"""A code with its name, up to the amount."""
_DONE: Final = re.compile(r"支出决算(?:数)?(?:为|是)?|决算(?:数)?(?:为|是)|^支出|^为|^决算")


def item_names(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """Names in 类（款）项 that are not those of the row which the path, or the amount beside it, leads to."""
    if context.document is None:
        return
    rows = Rows.of(context, context.document)
    for passage in texts:
        if passage.topic in _TOPICS:
            yield from _coded(passage, rows)
        if passage.topic not in _TOPICS or ("（类）" not in passage.text and "（项）" not in passage.text):
            continue
        statements = _STATEMENTS.get(passage.topic, _GENERAL)
        for path, stop in parted(passage):
            code = rows.code_of(path, statements, _amount(passage.text[path.end : stop]))
            if code:
                yield from wrong_steps(path, code, rows)


def _coded(passage: Passage, rows: Rows) -> Iterator[Hit]:
    """Names behind the code of a row: 2101101-行政单位医疗52.18万元."""
    for found in _CODED.finditer(passage.text):
        code, name = found["code"], _LEVEL.sub("", found["name"])
        step = Step(FUNCTION_LENGTHS.index(len(code)) + 1, name, found.start("name"), found.end("name"))
        right = rows.best_name(code)
        if not rows.printed(code) or not right or plain_name(name) in rows.right_names(code):
            continue
        if not _is_near_enough(step, code, rows):
            note = f"“{found['name']}”不是{code}的科目名称，应为“{right}”"
            key = f"{found['name']}→{right}"
            quote = passage.piece(found.start(), min(len(passage.text), found.end() + 8))
            yield Hit(passage, step.start, step.end, note, right, key, quote=quote, key=code)


def _amount(text: str) -> int | None:
    """The final account that follows a path, in fen."""
    said = _DONE.search(text)
    money = (n for n in numbers(text[said.end() if said else 0 :]) if n.is_money)
    first = next(money, None)
    return first.fen if first else None


def wrong_steps(path: Path, code: str, rows: Rows) -> Iterator[Hit]:
    """Each run of names in a path that are not the right ones for the code, as one hit."""
    run: list[Step] = []
    for step, right in zip(path.steps, rows.agrees(path, code), strict=True):
        if not right and not _is_near_enough(step, code, rows):
            run.append(step)
            continue
        yield from _hit(path, run, code, rows)
        run = []
    yield from _hit(path, run, code, rows)


def _is_near_enough(step: Step, code: str, rows: Rows) -> bool:
    """支出 or 等 added, 支出 or 事务 left out at the end, or a bracket, make no other name; 事务 added does."""
    names = rows.right_names(code[: FUNCTION_LENGTHS[step.level - 1]])
    said = _ADDED.sub("", plain_name(step.name))
    return (
        not names
        or bool(_LATIN.search(step.name))
        or any(said in (name, _ADDED.sub("", name), _ENDING.sub("", name)) for name in names)
    )


def _hit(path: Path, run: list[Step], code: str, rows: Rows) -> Iterator[Hit]:
    if not run:
        return
    start, end = run[0].start, run[-1].end
    names = [(s, rows.best_name(code[: FUNCTION_LENGTHS[s.level - 1]])) for s in run]
    if not all(name for _, name in names):
        return
    right = "".join(f"{name}（{LEVELS[s.level - 1]}）" for s, name in names)
    printed = path.passage.piece(start, end)
    note = f"“{printed}”不是{code}的科目名称，应为“{right}”"
    quote = path.passage.piece(max(0, path.start - 3), min(len(path.passage.text), path.end + 12))
    yield Hit(path.passage, start, end, note, right, f"{printed}→{right}", quote=quote, key=code)
