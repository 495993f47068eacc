"""Contents 目录: the passages of a document that only list its headings, so that none is taken for the body."""

import re
from collections.abc import Sequence
from typing import Final

from mingzhang.reading.published.heading import PART, number_end, rank_of
from mingzhang.reading.published.passage import Passage

_HEADING: Final = re.compile(r"目\s*[录錄次]")
_LEADER: Final = re.compile(
    r"\s*PAGEREF\s.*$|\s*[.．·…。‥\-—_\s]{3,}\s*[-—]?\s*\d{1,3}\s*[-—]?$|[\s　]+\d{1,3}$|[.…·]{4,}$"
)
_LONGEST: Final = 70
_FEWEST: Final = 3

Flow = Sequence[object]


def contents_span(flow: Flow) -> tuple[int, int]:
    """Where the list of contents begins and ends in the flow; an empty span when there is none."""
    start = next((i for i, item in enumerate(flow) if isinstance(item, Passage) and _is_heading(item)), None)
    if start is not None:
        return start, _end(flow, _first_entry(flow, start + 1))
    return _without_heading(flow)


def entry(text: str) -> str:
    """A line of the list without its dots and page."""
    return _LEADER.sub("", text).strip()


def _is_heading(passage: Passage) -> bool:
    return _HEADING.fullmatch(passage.text.strip()) is not None


def _is_entry(item: object) -> bool:
    """Whether something can be a line of the list: short, no sentence, no table."""
    if not isinstance(item, Passage):
        return False
    text = entry(item.text)
    return len(text) <= _LONGEST and not re.search(r"[。；;](?=.)|[，,：:].{8,}", text)


def _first_entry(flow: Flow, start: int) -> int:
    """Where the entries begin: behind a date or the like, if the first headings are not far."""
    near = range(start, min(start + _FEWEST, len(flow)))
    return next((i for i in near if _is_entry(flow[i]) and rank_of(_text(flow, i)) is not None), start)


def _end(flow: Flow, start: int) -> int:
    """The first place after the list: where its first entry comes again, or what no list can hold follows."""
    limit = next((i for i in range(start, len(flow)) if not _is_entry(flow[i])), len(flow))
    if limit == start:
        return start
    return _again(flow, start, limit) or _before_body(flow, start, limit)


def _again(flow: Flow, start: int, limit: int) -> int:
    """Where the first numbered entry comes again; 0 when it does not."""
    first = next((i for i in range(start, limit) if rank_of(_text(flow, i)) is not None), start)
    for place in range(first + 1, limit):
        if _is_same(_text(flow, first), _text(flow, place)):
            return place
    return 0


def _is_same(one: str, other: str) -> bool:
    """Whether two headings are the same but for the unit's name: the same number, and one within the other."""
    one, other = _squeezed(one), _squeezed(other)
    numbers = [text[: number_end(text)] for text in (one, other)]
    if rank_of(one) != rank_of(other) or numbers[0] != numbers[1]:
        return False
    if rank_of(one) == PART:
        return True
    rests = [text[number_end(text) :] for text in (one, other)]
    return bool(rests[0]) and (rests[0] == rests[1] or rests[0][-4:] == rests[1][-4:])


def _before_body(flow: Flow, start: int, limit: int) -> int:
    """The list ends before the headings that stand directly above the first text, statement or table."""
    place = limit
    ranks: list[int] = []
    while place > start:
        rank = rank_of(_text(flow, place - 1))
        if rank is None or (ranks and rank >= ranks[-1]):
            break
        ranks.append(rank)
        place -= 1
    return place


def _without_heading(flow: Flow) -> tuple[int, int]:
    """A list that nobody called so: parts named one after the other, then named again."""
    parts = [i for i, item in enumerate(flow) if isinstance(item, Passage) and rank_of(item.text.strip()) == PART]
    if len(parts) < _FEWEST:
        return 0, 0
    first = parts[0]
    limit = next((i for i in range(first, len(flow)) if not _is_entry(flow[i])), len(flow))
    end = _again(flow, first, limit)
    return (first, end) if end and sum(part < end for part in parts) >= _FEWEST - 1 else (0, 0)


def _text(flow: Flow, place: int) -> str:
    item = flow[place]
    return entry(item.text) if isinstance(item, Passage) else ""


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)
