"""Binding 绑定: a stretch of text and the claim it states, with the printed number behind it."""

from dataclasses import dataclass, replace

from mingzhang.disclosure.claim import Claim
from mingzhang.narrative.prose.numeral import Numeral


@dataclass(frozen=True, slots=True)
class Binding:
    """From `start` to `end` of the flat text stands the claim."""

    start: int
    end: int
    claim: Claim
    numeral: Numeral | None = None

    def moved(self, by: int) -> "Binding":
        """The same so many characters further on."""
        return replace(self, start=self.start + by, end=self.end + by) if by else self
