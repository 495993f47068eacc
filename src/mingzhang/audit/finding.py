"""Finding 疑点: what is wrong, where it stands, what is printed and what it must be."""

from dataclasses import dataclass
from enum import Enum

from mingzhang.disclosure.position import Position


class Level(Enum):
    """How much a finding weighs: an error stops publication, an info never does."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Outcome(Enum):
    """What became of one check; what could not be read is never passed and never wrong."""

    PASSED = "相符"
    VIOLATED = "不符"
    UNDETERMINED = "无法判断"
    NOT_APPLICABLE = "不适用"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `printed` and `expected` are strings as they stand, or should stand, in the document.

    `quote` is verbatim text around it; `root` groups the findings that share one cause; `position` is where it stands
    in a file that was read; `waived` is the reason given in waivers.toml, if any.
    """

    rule: str
    level: Level
    message: str
    place: str
    statement: str = ""
    row: str = ""
    column: str = ""
    printed: str = ""
    expected: str = ""
    quote: str = ""
    root: str = ""
    position: Position | None = None
    waived: str = ""

    @property
    def page(self) -> int | None:
        """The page it stands on, for a document that has pages."""
        return self.position.page if self.position else None
