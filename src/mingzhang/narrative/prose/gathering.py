"""Gathering 归集: the items that the paragraphs of one section name, and the rows they are when taken together."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Final

from mingzhang.narrative.prose.catalogue import LENGTHS
from mingzhang.narrative.prose.item import ItemName
from mingzhang.narrative.prose.scene import Scene
from mingzhang.narrative.prose.seating import Rows, Told, seated
from mingzhang.narrative.prose.spent import first_spent
from mingzhang.narrative.prose.subject import Subject
from mingzhang.narrative.prose.token import Token

_MOST: Final = 500
"""A list of more items is none."""
_BEGINS: Final = re.compile(r"(?:^|[。;:])(?:\(?[一二三四五六七八九十\d]{1,3}[)、.])?$")


@dataclass(frozen=True)
class Stretch:
    """A paragraph, or a part of one, that is about one topic, in words."""

    scene: Scene
    text: str
    tokens: tuple[Token, ...]


Seats = Mapping[int, str]
"""The code of the row by where the name of the item begins; an empty one when nobody can say."""


def seats_of(stretches: list[Stretch]) -> list[Seats]:
    """For every stretch the rows of its items."""
    found: list[dict[int, str]] = [{} for _ in stretches]
    for statement in {stretch.scene.roll.statement for stretch in stretches}:
        mine = [i for i, stretch in enumerate(stretches) if stretch.scene.roll.statement == statement]
        places, told = _told([(i, stretches[i]) for i in mine])
        if 0 < len(told) <= _MOST:
            scene = stretches[mine[0]].scene
            rows = Rows(scene.functions, scene.roll)
            for (i, start), code in zip(places, seated(told, rows), strict=True):
                if code is not None:
                    found[i][start] = code
    return list(found)


def _told(stretches: list[tuple[int, Stretch]]) -> tuple[list[tuple[int, int]], list[Told]]:
    places: list[tuple[int, int]] = []
    told: list[Told] = []
    for at, (i, stretch) in enumerate(stretches):
        for k, token in enumerate(stretch.tokens):
            if item := token.item or _point(stretch, token):
                places.append((i, token.start))
                told.append(Told(item, first_spent(_after(stretches, at, k))))
    return places, told


def _point(stretch: Stretch, token: Token) -> ItemName | None:
    """A row called by its bare name where a point of a list begins."""
    meaning = token.meaning
    if not isinstance(meaning, Subject) or not _BEGINS.search(stretch.text[max(0, token.start - 8) : token.start]):
        return None
    code = stretch.scene.roll.code(meaning.fact)
    if code is None:
        return None
    return ItemName(token.start, token.end, (token.text,), LENGTHS.index(len(code)) + 1)


def _after(stretches: list[tuple[int, Stretch]], at: int, k: int) -> Iterable[Token]:
    """The words after a name, into the next paragraph where the amount may stand."""
    return chain(stretches[at][1].tokens[k + 1 :], *(s.tokens for _, s in stretches[at + 1 : at + 2]))
