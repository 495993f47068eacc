"""State 语境: what is in force at one point of a paragraph: subject, phase, base, and what a number would mean next."""

from dataclasses import dataclass, field, replace

from mingzhang.disclosure.address import ACTUAL
from mingzhang.narrative.prose.lexicon import Word
from mingzhang.narrative.prose.subject import Subject
from mingzhang.narrative.prose.token import Token

UNCLEAR = "?"
"""A phase or base that no figure stands for: the year before last, another body."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What brackets and 其中 open and close: the subject in force and how to take what follows."""

    subject: Subject | None
    counting: Subject | None
    base: str
    silent: Word | None
    stranger: bool = False
    depth: int = 0


@dataclass(slots=True)
class State:
    """What the words so far have settled.

    `subjects` are all that were just named together, `turns` those still to be given a number (分别为), `parts` all
    that were named since 其中, `stranger` that something was named that is no figure of ours. `phase` is what a plain
    amount states, `base` what a change is against ("" while nothing was compared). `armed` is true while a name or
    phase waits for its amount; `pending` is the word that decides the next number (增加, 占), `two_way` that it was a
    choice nobody made (增加（减少）); `changed` is the sign of the last change; `silent` is the word that began a
    stretch in which no number is a claim.
    """

    subject: Subject | None = None
    subjects: tuple[Subject, ...] = ()
    turns: list[Subject] = field(default_factory=list)
    parts: list[Subject] = field(default_factory=list)
    counting: Subject | None = None
    first: Subject | None = None
    phase: str = ACTUAL
    base: str = ""
    last_base: str = ""
    against: bool = False
    armed: bool = False
    pending: Token | None = None
    two_way: bool = False
    done: str = ""
    whole: Subject | None = None
    measure: str = ""
    budget: str = ""
    among: list[Scope] = field(default_factory=list)
    brackets: list[Scope] = field(default_factory=list)
    silent: Word | None = None
    numbered_reason: bool = False
    changed: int = 0
    doubt: bool = False
    listed: bool = False
    stranger: bool = False
    earlier: Subject | None = None
    last: Token | None = None

    def scope(self) -> Scope:
        """What is to be restored later."""
        return Scope(self.subject, self.counting, self.base, self.silent, self.stranger, len(self.among))

    def restore(self, scope: Scope) -> None:
        """Back to what was in force."""
        self.subject, self.counting, self.base, self.silent = scope.subject, scope.counting, scope.base, scope.silent
        self.stranger = scope.stranger
        self.subjects = (scope.subject,) if scope.subject else ()

    def name(self, subject: Subject | None, *, joined: bool = False) -> None:
        """Another subject, alone or beside the one before."""
        self.subject = subject
        named = (subject,) if subject else ()
        self.subjects = (*self.subjects, *named) if joined else named
        self.first = self.first or subject
        self.parts += named
        self.armed, self.stranger = subject is not None, False

    def end_clause(self) -> None:
        """A comma: what waited for a number waits no longer."""
        if self.against or (self.phase != ACTUAL and not self.armed):
            self.phase = ACTUAL
        self.against, self.armed, self.pending = False, False, None
        self.two_way, self.done, self.whole, self.measure = False, "", None, ""

    def end_sentence(self) -> None:
        """A full stop: comparisons end, and 其中 comes back to what it was a part of."""
        self.end_clause()
        if self.among:
            self.restore(replace(self.among[0], silent=None))
        self.among.clear()
        self.brackets.clear()
        self.last_base = self.base or self.last_base
        self.phase, self.base, self.silent, self.changed = ACTUAL, "", None, 0
        self.earlier, self.first = self.first or self.earlier, None
        self.doubt, self.listed, self.stranger, self.counting = False, False, False, None
        self.turns.clear()
        self.parts.clear()
