"""Passage: a stretch of text made of words and claims, together with what it still lacks."""

from collections.abc import Iterable
from dataclasses import dataclass

from mingzhang.disclosure.claim import Claim
from mingzhang.disclosure.section import Mention, Paragraph, Run, Words
from mingzhang.narrative.owed import Owed


@dataclass(frozen=True, slots=True)
class Passage:
    """Runs of text, and what is owed because a clause had to be left out."""

    runs: tuple[Run, ...] = ()
    owed: tuple[Owed, ...] = ()

    def __add__(self, other: "Passage") -> "Passage":
        """One passage after the other."""
        return Passage(self.runs + other.runs, self.owed + other.owed)

    @property
    def text(self) -> str:
        """The passage as a reader sees it."""
        return "".join(run.text for run in self.runs)

    def paragraph(self) -> Paragraph:
        """The passage as a paragraph of its own, neighbouring plain words joined."""
        return Paragraph(tuple(_joined(self.runs)))


EMPTY = Passage()


def words(text: str, *, bold: bool = False) -> Passage:
    """Plain text; none at all for an empty text."""
    return Passage((Words(text, bold),)) if text else EMPTY


def mention(text: str, claim: Claim) -> Passage:
    """Text that states a claim."""
    return Passage((Mention(text, claim),))


def lacking(owed: Owed) -> Passage:
    """Nothing written, something owed."""
    return Passage((), (owed,))


def joined(passages: Iterable[Passage], by: str = "") -> Passage:
    """Passages in a row with the same words between each two; those without text only hand on what they owe."""
    whole = EMPTY
    for passage in passages:
        between = words(by) if whole.runs and passage.runs else EMPTY
        whole = whole + between + passage
    return whole


def _joined(runs: Iterable[Run]) -> Iterable[Run]:
    waiting: Words | None = None
    for run in runs:
        if isinstance(run, Words) and waiting and waiting.bold == run.bold:
            waiting = Words(waiting.text + run.text, run.bold)
            continue
        if waiting:
            yield waiting
        waiting = run if isinstance(run, Words) else None
        if isinstance(run, Mention):
            yield run
    if waiting:
        yield waiting
