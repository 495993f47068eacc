"""Grades 等级: the words for scores and from which score each holds, as regions use them."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Scale:
    """From the best word to the worst, each with the lowest score out of 100 that earns it."""

    steps: tuple[tuple[str, int], ...]

    @property
    def words(self) -> frozenset[str]:
        """Every grade of the scale."""
        return frozenset(word for word, _ in self.steps)

    def word(self, score: Fraction) -> str:
        """The grade a score earns."""
        return next((word for word, lowest in self.steps if score >= lowest), self.steps[-1][0])

    def limits(self, word: str) -> tuple[int, int]:
        """The lowest and the highest score of a grade; the highest one belongs to the next where it is not 100."""
        words = [name for name, _ in self.steps]
        index = words.index(word)
        return self.steps[index][1], self.steps[index - 1][1] if index else 100


def scales(texts: Sequence[str]) -> tuple[Scale, ...]:
    """The scales written as `优 90 良 80 中 60 差 0`."""
    return tuple(_scale(text.split()) for text in texts)


def _scale(parts: list[str]) -> Scale:
    return Scale(tuple((word, int(lowest)) for word, lowest in zip(parts[::2], parts[1::2], strict=True)))
