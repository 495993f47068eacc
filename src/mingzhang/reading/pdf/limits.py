"""Limits 上限: how much of a PDF is read before it is called no disclosure."""

from typing import Final

MOST_BYTES: Final = 1 << 30
MOST_PAGES: Final = 2_000
MOST_GLYPHS: Final = 100_000
"""Characters of one page; the densest statement has some 5,000."""
MOST_OBJECTS: Final = 200_000
"""Drawn objects of one page, those of forms within forms counted each time; a page of a statement has some 1,000."""
MOST_RULINGS: Final = 20_000
MOST_DEPTH: Final = 12
"""Forms within forms."""


class PageTooFull(Exception):
    """A page with more on it than any page to be read by people; says what of."""
