"""Draft: an evaluation while its table is read."""

from dataclasses import dataclass, field

from mingzhang.disclosure.evaluation import Entry, Evaluation, Funding, Indicator, Scope
from mingzhang.disclosure.position import Position


@dataclass
class Draft:
    """An evaluation while its table is read."""

    position: Position
    name: str = ""
    whole: bool = False
    fundings: list[Funding] = field(default_factory=list)
    indicators: list[Indicator] = field(default_factory=list)
    columns: dict[str, Entry] = field(default_factory=dict)
    full: Entry | None = None
    total: Entry | None = None
    grade: Entry | None = None
    reason: Entry | None = None

    @property
    def is_worth_keeping(self) -> bool:
        """Whether anything was read."""
        return bool(self.fundings or self.indicators or self.columns)

    def done(self, ruled: bool) -> Evaluation:
        """The evaluation as it was read."""
        scope = Scope.WHOLE if self.whole and not self.name else Scope.PROJECT
        return Evaluation(
            scope,
            self.name,
            self.position,
            tuple(self.fundings),
            tuple(self.indicators),
            tuple(self.columns.items()),
            self.full,
            self.total,
            self.grade,
            self.reason,
            ruled,
        )
