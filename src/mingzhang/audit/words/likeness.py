"""Likeness 相像: how far a name is from the body's own, and whether it is meant to be the same."""

import re
from typing import Final

from mingzhang.audit.words.body import Body

_SELF: Final = frozenset({"机关", "本级", "本部"})
_PIECE: Final = 4
"""So many characters at most are left out of a name, or stand for others, that is still meant to be the same."""


def is_slip(name: str, body: Body) -> bool:
    """Whether a name is the body's with a small mistake and no right name of its own length."""
    if name in body.forms or len(name) < 5 or re.search("[xX×*]", name):
        return False
    if name in without_a_place(body):
        return True
    form = nearest(name, body)
    if form.endswith(name) or name.endswith(form) or form.removeprefix(name) in _SELF:
        return False
    most = 2 if len(form) >= 9 else 1
    return 0 < distance(name, form) <= most and not _is_another_place(name, form)


def is_maimed(name: str, body: Body) -> bool:
    """Whether all but one piece of the body's name stands there: 交通局 for 交通运输局."""
    own = len(body.name) - len("".join(body.places))
    for form in body.forms:
        within = len(form) - own
        head = _alike(name, form)
        tail = min(_alike(name[::-1], form[::-1]), len(name) - head, len(form) - head)
        lost, put = len(form) - head - tail, len(name) - head - tail
        if tail and head >= within + 2 and 0 < lost <= _PIECE and put < min(lost + 1, _PIECE):
            return not _is_another_place(name, form)
    return False


def without_a_place(body: Body) -> tuple[str, ...]:
    """The name without one of its inner places: 上海市财政局 for 上海市普陀区财政局."""
    places = body.places
    return tuple(body.name.replace(place, "", 1) for place in places[1:])


def nearest(name: str, body: Body) -> str:
    """The form of the body's name that is meant by one that is none of them."""
    if name in without_a_place(body):
        return body.name
    return min(body.forms, key=lambda form: distance(name, form))


def distance(one: str, other: str) -> int:
    """The edit distance, or 9 when it is plainly more than two."""
    if abs(len(one) - len(other)) > 2:
        return 9
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        above, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (a != b))
        if min(row) > 2:
            return 9
    return row[-1]


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _is_another_place(name: str, form: str) -> bool:
    """Numbered sisters, 第一中学 and 第二中学, are bodies of their own."""
    odd = {a for a, b in zip(name, form, strict=False) if a != b} if len(name) == len(form) else set()
    return bool(odd) and odd <= set("一二三四五六七八九十东南西北")
