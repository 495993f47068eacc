"""Economic names 经济科目名称: what a list of items spent calls an item, letter by letter."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.hit import Hit, Texts
from mingzhang.audit.words.passage import Passage, Role
from mingzhang.audit.words.path import bare_name
from mingzhang.disclosure.address import ACTUAL

_STATEMENT: Final = "T6"
_DETAIL: Final = 5
_RUN: Final = re.compile(r"(?:[^、，。；：]{2,24}、){3,}[^、，。；：]{2,24}")
_NAME: Final = re.compile("[^、]+")
_LEAD: Final = re.compile(r"^.*(?:包括|用于|其中|是|有)|等.*$")
_SHORTEST: Final = 4
_SAME: Final = str.maketrans("它帐", "他账")
"""Other ways to write the same."""


def economic_names(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """公务招待费 in a list of items: one character off the name of an item that was spent and is not in the list."""
    spent = _spent(context)
    if not spent:
        return
    known = _known(context)
    for passage in texts:
        if passage.role is not Role.PARAGRAPH:
            continue
        listed = [name for run in _RUN.finditer(passage.text) for name in _names(run)]
        bare = {bare_name(name) for name, _ in listed}
        if 2 * len(bare & known) >= len(bare):
            yield from _strange(passage, listed, known, {name: at for name, at in spent.items() if name not in bare})


def _strange(
    passage: Passage, listed: list[tuple[str, int]], known: frozenset[str], missing: dict[str, str]
) -> Iterator[Hit]:
    """The names nobody knows that are nearly those of items that are not named."""
    for name, start in listed:
        bare = bare_name(name).translate(_SAME)
        meant = [other for other in missing if _is_near(bare, other)]
        if bare not in known and len(bare) >= _SHORTEST and len(meant) == 1:
            right = missing[meant[0]]
            note = f"“{name}”不是部门经济分类科目的名称，应为“{right}”"
            yield Hit(passage, start, start + len(name), note, right, f"{name}→{right}")


def _names(run: re.Match[str]) -> Iterator[tuple[str, int]]:
    """The names of a list and where they begin, without what leads in to it and ends it."""
    for found in _NAME.finditer(run[0]):
        name = _LEAD.sub("", found[0])
        if name:
            yield name, run.start() + found.start() + found[0].index(name)


def _spent(context: Context) -> dict[str, str]:
    """The bare names of the items that are not nothing, with the names in full."""
    facts = context.document.facts if context.document else {}
    rows = (
        at.row
        for at, fact in facts.items()
        if at.statement == _STATEMENT and at.phase == ACTUAL and len(at.row) == _DETAIL and at.row.isdigit()
        if fact.is_readable and fact.unit.rounded(fact.value) != 0
    )
    names = (context.economics.name(r, context.year) or context.names.get((_STATEMENT, r), "") for r in rows)
    return {bare_name(name): name for name in names if name}


def _known(context: Context) -> frozenset[str]:
    """Every name an item ever had, officially or in the statement of this document."""
    printed = (name for (statement, _), name in context.names.items() if statement == _STATEMENT)
    return frozenset(bare_name(name) for name in (*printed, *(line.name for line in context.economics.codes)))


def _is_near(one: str, other: str) -> bool:
    """Whether one character is another, or two neighbours have changed places."""
    if len(one) != len(other):
        return False
    odd = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(odd) == 1 or (len(odd) == 2 and one[odd[0] : odd[1] + 1] == other[odd[0] : odd[1] + 1][::-1])
