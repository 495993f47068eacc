"""Page layout 版式 by GB/T 9704-2012: the type area, its grid of lines, and the two ways a page can lie.

Lengths in twips (twentieths of a point).
"""

from dataclasses import dataclass
from typing import Final

LINES: Final = 22
CHARACTERS: Final = 28
"""Lines a page and characters a line (5.2.3)."""

LINE: Final = 579
"""One line: 225 mm in 22 lines, 28.95 points."""

CHARACTER: Final = 315
"""One character: three 16-point hao less a quarter of a point, so that 28 fill 156 mm."""

TIGHTEN: Final = -5
"""The quarter point taken from each character."""


def mm(length: float) -> int:
    """Twips of a length in millimetres."""
    return round(length * 1440 / 25.4)


@dataclass(frozen=True, slots=True)
class Page:
    """How the pages of one section lie; margins are binding side 订口 28 mm and head 天头 37 mm (5.2.2)."""

    width: int = mm(210)
    height: int = mm(297)
    top: int = mm(37)
    bottom: int = mm(35)
    left: int = mm(28)
    right: int = mm(26)
    numbered: bool = True

    @property
    def text_width(self) -> int:
        """Between the side margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> int:
        """Between the margins of head and foot."""
        return self.height - self.top - self.bottom

    @property
    def landscape(self) -> bool:
        """Whether it lies on its side."""
        return self.width > self.height


PORTRAIT: Final = Page()
LANDSCAPE: Final = Page(PORTRAIT.height, PORTRAIT.width, mm(28), mm(26), mm(35), mm(37))
"""A wide table turned so that the binding side is on top (5.2.2, 7.3.5)."""

UNNUMBERED: Final = Page(numbered=False)
"""Cover and table of contents."""

FOOTER: Final = mm(35 - 7 - 4.9)
"""Page numbers stand 7 mm below the type area (7.5)."""
