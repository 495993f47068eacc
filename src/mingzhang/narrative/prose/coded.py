"""Coded 编码科目: the name beside a printed code, before or after it: 2010301行政运行, 行政运行（2010301）."""

import re
from typing import Final

from mingzhang.disclosure.claim import Naming
from mingzhang.narrative.prose.binding import Binding
from mingzhang.narrative.prose.catalogue import LENGTHS
from mingzhang.narrative.prose.item import ItemName
from mingzhang.narrative.prose.lexicon import Word
from mingzhang.narrative.prose.reader import Reader
from mingzhang.narrative.prose.spent import spent
from mingzhang.narrative.prose.subject import Subject
from mingzhang.narrative.prose.token import Token

_NAME: Final = r"[一-鿿](?:[一-鿿、]|\([一-鿿、]{1,8}\)){1,30}?"
_ENDS: Final = (
    r"(?=(?:支出)?的?(?:决算|本年|当年|全年|年初|预算|金额)|(?:支出)?(?:为|共计|合计|较|比|与|同比|增|减|主要|完成|占)|\d"
    r"|[。;:,\"(]|$)"
)
_AFTER: Final = re.compile(rf"[-—:\" ]{{0,2}}({_NAME}){_ENDS}")
_BEFORE: Final = re.compile(rf"(?:^|[。;:,、\"\d)])({_NAME})[(\"]*(?:(?:科目)?(?:编码|代码)(?:为|是)?:?)?$")
_LONGEST: Final = 40
_MARKS: Final = "类款项"


def coded(r: Reader, token: Token, digits: str) -> tuple[Subject | None, Binding | None]:
    """The row that a code and the name beside it mean, and the naming of it where a name stands."""
    found = _name_beside(r, token)
    if found is None:
        return r.scene.row(digits), None
    subject = _row(r, digits, found)
    return subject, Binding(found.start, found.end, Naming(subject.fact, found.path)) if subject else None


def _row(r: Reader, digits: str, name: ItemName) -> Subject | None:
    """The row of the code; of the name, when the amount is the one of its row and not the one of the code's."""
    by_code, amount = r.scene.row(digits), spent(r)
    if amount is None or (by_code and r.scene.is_worth(by_code.fact, amount.printed)):
        return by_code
    by_name = r.scene.item(name, amount)
    return by_name if by_name and r.scene.is_worth(by_name.fact, amount.printed) else by_code


def _name_beside(r: Reader, token: Token) -> ItemName | None:
    """The name before or after a code, its level by the length of the code; one that is named as an item is not."""
    after = r.next()
    if after and after.word is Word.ITEM and after.start - token.end <= 1:
        return None
    if found := _AFTER.match(r.text, token.end):
        return None if _is_level(r.text, found.end(1)) else _named(token, token.start, found.end(1), found[1])
    low = max(0, token.start - _LONGEST)
    if r.text[token.end : token.end + 1] == ")" and (before := _BEFORE.search(r.text[low : token.start])):
        return _named(token, low + before.start(1), token.end + 1, before[1])
    return None


def _is_level(text: str, end: int) -> bool:
    """Whether the name goes on with its level: an item, which is named as one."""
    return text[end : end + 1] == "(" and text[end + 1 : end + 2] in _MARKS


def _named(token: Token, start: int, end: int, name: str) -> ItemName | None:
    digits = token.end - token.start
    bare = name.removeprefix("其中")
    return ItemName(start, end, (bare,), LENGTHS.index(digits) + 1) if digits in LENGTHS and bare else None
