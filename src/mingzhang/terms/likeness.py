"""Likeness 形近: whether two words differ by one letter only, as when one was misread, lost or doubled."""

from itertools import takewhile


def one_letter_apart(one: str, other: str) -> bool:
    """Whether one letter changed, left out or put in makes one word the other; not so for equal words."""
    shorter, longer = sorted((one, other), key=len)
    if one == other or len(longer) - len(shorter) > 1:
        return False
    head = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    changed = len(longer) == len(shorter)
    return longer[head + 1 :] == shorter[head + changed :]
