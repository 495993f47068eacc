"""Likeliest 最可能: of several figures any of which may be wrong, those that slips of the pen explain best."""

from mingzhang.audit import wording
from mingzhang.audit.locate import Change, Root
from mingzhang.audit.prose.slip import distance


def likeliest(root: Root) -> tuple[Change, ...]:
    """The likeliest single figures; several when equally telling slips explain them, none when nothing tells."""
    slips = root.slips
    if len(slips) == 1 or any(change.strangeness == 0 for change in slips):
        return slips
    return _fewest_strokes(slips or [way[0] for way in root.alternatives if len(way) == 1])


def _fewest_strokes(changes: list[Change] | tuple[Change, ...]) -> tuple[Change, ...]:
    """The one figure whose digits must change least, if there is only one."""
    strokes = sorted((_strokes(c), i) for i, c in enumerate(changes) if c.expected is not None)
    if len(strokes) < 2 or strokes[0][0] == strokes[1][0]:
        return ()
    return (changes[strokes[0][1]],)


def _strokes(change: Change) -> int:
    return distance(change.fact.shown, wording.expected(change))
