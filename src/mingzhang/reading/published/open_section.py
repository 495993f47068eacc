"""Open sections 未完的章节: what is being filled, and what a heading without number broke off may go on."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import Block, Part, Section
from mingzhang.reading.published.heading import FREE, ordinal_of


@dataclass
class Open:
    """A section that is being filled; `broken` the numbered ones, outermost first, that its heading broke off."""

    rank: int
    heading: str
    position: Position | None
    broken: Sequence["Open"] = ()
    blocks: list[Block] = field(default_factory=list)
    inner: list["Open"] = field(default_factory=list)
    counted: bool = False

    def closed(self) -> Section:
        """The section with all that came into it."""
        sections = tuple(section.closed() for section in self.inner)
        return Section(self.heading, tuple(self.blocks), sections, position=self.position)


@dataclass
class OpenPart:
    """A part that is being filled; `named` tells one with a heading of its own from one that had to be supplied."""

    id: str
    heading: str
    position: Position | None
    named: bool = False
    inner: list[Open] = field(default_factory=list)

    def closed(self) -> Part:
        """The part with all its sections."""
        return Part(self.id, self.heading, tuple(section.closed() for section in self.inner), self.position)


def broken_off(stack: Sequence[Open]) -> Sequence[Open]:
    """The numbered sections that a heading without number breaks off; those the one before it broke off already."""
    return stack[0].broken if stack and stack[0].rank == FREE else tuple(stack)


def resumed(stack: list[Open], part: OpenPart, rank: int, number: int) -> list[Open]:
    """The open sections once a heading is met: it may count on from where one without number, a caption, broke in.

    After 十、 and the caption of a table in it, 十一、 is beside 十、 and （三） inside it.
    """
    if not stack or stack[0].rank != FREE or _counts_on(stack[1:], rank, number):
        return stack
    broken = stack[0].broken
    place = next((at for at, section in enumerate(broken) if section.rank == rank), None)
    if place is None or not _counts_on(broken[place:], rank, number):
        return stack
    if place:
        _take_in(broken[place - 1], broken[0], part)
    return list(broken[:place])


def _counts_on(stack: Sequence[Open], rank: int, number: int) -> bool:
    """Whether a number follows that of an open section of its rank."""
    return any(section.rank == rank and number == ordinal_of(section.heading) + 1 for section in stack)


def _take_in(section: Open, outermost: Open, part: OpenPart) -> None:
    """What broke in after the outermost section stands inside one that goes on."""
    after = next(at for at, one in enumerate(part.inner) if one is outermost) + 1
    section.inner += part.inner[after:]
    del part.inner[after:]
