"""Remark 疑点: what the audit holds against a document, in the plain values that every surface needs to show it."""

from dataclasses import dataclass
from typing import Final

from mingzhang.disclosure.position import Position

ERROR: Final = "error"
WARNING: Final = "warning"
INFO: Final = "info"
LEVELS: Final = (ERROR, WARNING, INFO)
"""Worst first."""


@dataclass(frozen=True, slots=True)
class Remark:
    """One finding. `label` and `reference` are the rule's own: what it asks and what that rests on.

    `place` is the place in words, `position` where a mark can be drawn. `printed` and `expected` are strings as they
    stand or should stand, `quote` verbatim text around them. Remarks with one `root` have one cause; `consequences`
    are the relations that break with it. `waived` is who answers for it and why.
    """

    level: str
    rule: str
    label: str
    reference: str
    message: str
    place: str
    position: Position | None = None
    statement: str = ""
    row: str = ""
    column: str = ""
    printed: str = ""
    expected: str = ""
    quote: str = ""
    root: str = ""
    waived: str = ""
    consequences: tuple[str, ...] = ()

    @property
    def page(self) -> int | None:
        """The page it stands on, for a document that has pages."""
        return self.position.page if self.position else None

    @property
    def is_loud(self) -> bool:
        """Whether somebody has to do something about it."""
        return self.level != INFO and not self.waived
