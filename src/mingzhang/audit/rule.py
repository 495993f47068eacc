"""Rule 审核规则: what must hold, why and since when, with a case that holds and one that does not."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from mingzhang.audit.finding import Level
from mingzhang.audit.relation import Cell, Relation
from mingzhang.terms.period import Span

ALWAYS = Span()
"""No first and no last year."""


class Kind(Enum):
    """What a rule looks at."""

    WITHIN = "within"
    ACROSS = "across"
    NARRATIVE = "narrative"
    STRUCTURE = "structure"
    PERFORMANCE = "performance"
    CROSS_YEAR = "cross-year"
    CROSS_DOCUMENT = "cross-document"
    LEDGER = "ledger"


class Severity(Enum):
    """How bad a breach is, from a document that cannot be used to a hint."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"

    @property
    def level(self) -> Level:
        """The level of the finding: critical and high stop publication."""
        if self in {Severity.CRITICAL, Severity.HIGH}:
            return Level.ERROR
        return Level.INFO if self is Severity.INFO else Level.WARNING

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)


class Tolerance(Enum):
    """Which differences between printed figures rounding excuses (domain rules TOL-SUM and TOL-EXACT)."""

    ROUNDING = "rounding"
    """A relation of several figures: what the rounding of each of them can explain is a note."""
    SAME = "same"
    """One figure in two statements: one unit of the last place is a note, rounded from different bases."""
    EXACT = "exact"
    """One figure printed twice side by side: any difference counts, one unit of the last place as low."""


class Basis(Enum):
    """What a breach is told by, and so what a wrongly recognised letter can do to it."""

    SENSE = "sense"
    """By figures, or by what whole sentences say: what was recognised with certainty counts as what is printed."""
    LETTERS = "letters"
    """By words, names, marks, or by something that is not there: in a scan never more than a hint."""


@dataclass(frozen=True)
class Case:
    """A small document or ledger to try a rule on: `figures` by address in 万元, `names` by row, `lines` of books.

    `members` are the figures of a department's units by the unit's name, `copies` those of other files of the unit.
    `text` is the document's prose as lines, headings marked # and ## as in Markdown, tables as lines with tabs; it
    goes through the real readers.
    """

    figures: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    lines: tuple[Mapping[str, object], ...] = ()
    bodies: str = ""
    year: int | None = None
    members: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    copies: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    text: str = ""


@dataclass(frozen=True)
class Rule:
    """One rule: either relations, or the name of a Python `check` with its arguments.

    `needs` are figures without which the form does not have what the rule speaks of; `when` are conditions on the
    document; `bodies` restricts it to 行政, 混合 or 事业; `locates` says whether it is evidence of which figure is
    wrong; `rests_on` what its breaches are told by; `advice` is added to the message.
    """

    id: str
    label: str
    label_en: str
    kind: Kind
    severity: Severity
    reference: str
    verified_on: date | None
    passing: Case
    failing: Case
    relations: tuple[Relation, ...] = ()
    check: str = ""
    arguments: tuple[str, ...] = ()
    tolerance: Tolerance = Tolerance.ROUNDING
    needs: tuple[Cell, ...] = ()
    when: tuple[Relation, ...] = ()
    bodies: str = ""
    span: Span = ALWAYS
    locates: bool = True
    rests_on: Basis = Basis.SENSE
    advice: str = ""
