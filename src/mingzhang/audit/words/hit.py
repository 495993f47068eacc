"""Hit 命中: a place in the text where something is wrong, and the check that a search for such places makes."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from mingzhang.audit.context import Context
from mingzhang.audit.finding import Outcome
from mingzhang.audit.grid import Grid
from mingzhang.audit.result import Result, plain
from mingzhang.audit.rule import Rule, Severity
from mingzhang.audit.words.passage import Passage
from mingzhang.audit.words.passages import passages

Texts = tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """What is wrong from `start` to `end` of a passage; `severity` if it is not the rule's own.

    Hits with one `root` have one cause, and are one hit in a section unless their `key` tells them apart. `printed` and
    `quote` replace what stands there when the place alone does not show it.
    """

    passage: Passage
    start: int
    end: int
    note: str
    expected: str = ""
    root: str = ""
    severity: Severity | None = None
    printed: str = ""
    quote: str = ""
    key: str = ""

    def result(self, rule: Rule) -> Result:
        """The breach it stands for."""
        passage = self.passage
        printed = self.printed or passage.piece(self.start, self.end)
        return Result(
            rule,
            Outcome.VIOLATED,
            self.severity or rule.severity,
            self.note,
            printed=printed,
            expected=self.expected,
            quote=self.quote or passage.around(self.start, self.end),
            position=passage.position(self.start),
            where=passage.where or passage.role.value,
            root=f"{rule.id}:{self.root or printed}",
        )


Search = Callable[[Rule, Context, Texts], Iterable[Hit]]
Check = Callable[[Rule, Grid, Context], Iterator[Result]]


def searching(search: Search) -> Check:
    """The check that looks for hits in the texts of a document and passes when there is none."""

    def check(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
        if context.document is None:
            yield plain(rule, Outcome.NOT_APPLICABLE, "没有可看的文字")
            return
        found = _once(search(rule, context, passages(context.document)))
        yield from (hit.result(rule) for hit in found)
        if not found:
            yield plain(rule, Outcome.PASSED)

    return check


def _once(hits: Iterable[Hit]) -> list[Hit]:
    """One hit for one cause in one section on one page, however often it is repeated there."""
    kept: dict[object, Hit] = {}
    for hit in hits:
        at = hit.passage.position(hit.start)
        root = hit.root or hit.passage.piece(hit.start, hit.end)
        key = (root, hit.key, hit.passage.section, at.page if at else None)
        kept.setdefault(key, hit if hit.root else replace(hit, root=root))
    return list(kept.values())
