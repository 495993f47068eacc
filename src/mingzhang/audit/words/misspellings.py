"""Misspellings 错写: the body's name typed wrong in a way that can be nobody else's name, wherever it stands."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from mingzhang.audit.words.body import Body
from mingzhang.audit.words.hit import Texts
from mingzhang.audit.words.passage import Passage

_ENOUGH: Final = 5
"""Shorter names, 文联 or 党校, may come about in other words."""
_LONG: Final = 9
"""From here on a name is unlike others even with a character left out."""
_OFTEN: Final = 3
"""What is written so many times is a way of writing, or somebody."""
_END: Final = 2
_SISTERS: Final = frozenset("一二三四五六七八九十东西南北中上下")
"""Two districts, two schools are told apart by them: 东城 and 城东."""
_LOOSE: Final = re.compile(
    "[和与及暨、（）·化医学业界商总分第副支大小高初新老青省市州盟区县旗乡镇街村局厅委处所院部站队校科室]|社(?!会|区)|会(?!保)"
)
"""What is left out of a name in speech, or makes another name when it is: 总工会 and 工会, 医学院 and 医院."""
_TWICE: Final = re.compile("医(?=院)|[省市州县区旗乡镇](?=[场容直级属]|政(?!务|府|协|法)|民(?!政|族|主)|委(?!员))")
"""What may rightly stand twice: 中医医院, 市市场监督管理局, 区区直机关."""


def misspelt(passage: Passage, body: Body, texts: Texts) -> Iterator[tuple[str, int, int]]:
    """The body's name with a character twice, two changed about, or one left out that nobody leaves out."""
    ends = 0
    for form in body.forms:
        if len(form) >= _ENOUGH and (form[:_END] in passage.text or form[-_END:] in passage.text):
            for found in _pattern(form, _fixed(form, body)).finditer(passage.text):
                if found.start() >= ends and not _is_own_way(found[0], form, texts):
                    ends = found.end()
                    yield found[0], found.start(), found.end()


def _fixed(form: str, body: Body) -> int:
    """How many characters at its beginning say which place is meant; the places inside are told by them."""
    return len(body.places[0]) if form == body.name and body.places else 0


def _is_own_way(name: str, form: str, texts: Texts) -> bool:
    """Whether a shorter name is a way of writing the document keeps to: 以下简称 …, or again and again."""
    if len(name) >= len(form):
        return False
    return any(f"简称“{name}" in p.text for p in texts) or sum(p.text.count(name) for p in texts) >= _OFTEN


@lru_cache(maxsize=16)
def _pattern(form: str, fixed: int) -> re.Pattern[str]:
    names = {*_doubled(form), *_swapped(form, fixed), *(_shortened(form) if fixed and len(form) >= _LONG else ())}
    return re.compile("|".join(map(re.escape, sorted(names - {form}, key=len, reverse=True))))


def _doubled(form: str) -> Iterator[str]:
    """A character inside written twice; 局 at the end may begin 局长."""
    for at in range(1, len(form) - 1):
        if not _TWICE.match(form, at):
            yield form[: at + 1] + form[at:]


def _swapped(form: str, fixed: int) -> Iterator[str]:
    """Two neighbours changed about, not at the ends of a short name; 城东 is not 东城 without the place before it."""
    aside = 0 if len(form) >= _LONG else 1
    for at in range(aside, len(form) - 1 - aside):
        pair = form[at : at + 2]
        if 0 < fixed <= at or not _SISTERS & {*pair}:
            yield form[:at] + pair[::-1] + form[at + 2 :]


def _shortened(form: str) -> Iterator[str]:
    """A character inside left out, one that carries its word."""
    for at in range(1, len(form) - 1):
        is_loose = form[at] in _SISTERS or _LOOSE.match(form, at)
        if not is_loose and form[at] not in form[at - 1 : at + 2 : 2]:
            yield form[:at] + form[at + 1 :]
