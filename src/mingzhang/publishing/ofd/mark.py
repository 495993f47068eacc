"""Marks 图元: what stands on a page, in millimetres from its upper left corner."""

from dataclasses import dataclass, field

from mingzhang.disclosure.address import Address
from mingzhang.publishing.ofd.face import Face

MM = 25.4 / 72
"""One point."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """One run of characters on a base line; `advances` lead from each character to the next.

    `states` are the figures that the run prints, if any: its anchor.
    """

    x: float
    y: float
    text: str
    face: Face
    size: float
    advances: tuple[float, ...]
    states: tuple[Address, ...] = ()
    grey: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight hair line."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart by its number."""

    x: float
    y: float
    width: float
    height: float
    number: int
    alternative: str


Mark = Glyphs | Rule | Picture


@dataclass(frozen=True, slots=True)
class Paper:
    """A page's size and type area 版心."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float

    @property
    def measure(self) -> float:
        """How long a line is."""
        return self.width - self.left - self.right

    @property
    def foot(self) -> float:
        """Where the type area ends."""
        return self.height - self.bottom


TEXT = Paper(210, 297, 37, 35, 28, 26)
"""GB/T 9704-2012 art. 5.2: 156 × 225 mm."""

TALL = Paper(210, 297, 24, 24, 18, 18)
WIDE = Paper(297, 210, 22, 20, 20, 20)
"""Pages of statements, upright and turned."""


@dataclass(slots=True)
class Page:
    """One page while it is being filled."""

    paper: Paper
    marks: list[Mark] = field(default_factory=list)
    folio: int | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading: its words, its level and the page (as in the list of pages) and height where it stands."""

    text: str
    level: int
    page: Page
    y: float
