"""Prior document 上年公开文本: last year's self-evaluation out of the document that was published with it."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Final

from mingzhang.audit.performance.gather import evaluations
from mingzhang.books.fault import Fault, Gravity
from mingzhang.books.plan import Plan
from mingzhang.books.prior_evaluation import TOTAL, PriorLine
from mingzhang.disclosure.evaluation import Entry, Evaluation, Scope
from mingzhang.terms.printed import number_of
from mingzhang.workflows.isolation import Lost, Task, isolated
from mingzhang.workflows.reading import Reading, read_file

_NAME: Final = "prior_performance"
_SUFFIXES: Final = (".pdf", ".docx", ".html", ".htm", ".ofd", ".xlsx", ".xls", ".md", ".txt")
_SECONDS: Final = 120.0
_MEGABYTES: Final = 2048
WHOLE: Final = "整体"


def prior_lines(directory: Path, plan: Plan) -> tuple[tuple[PriorLine, ...], tuple[Fault, ...]]:
    """The lines of last year's tables when its document lies beside the plan; a document that has none is a hint."""
    path = next((path for suffix in _SUFFIXES if (path := directory / f"{_NAME}{suffix}").is_file()), None)
    if path is None:
        return (), ()
    ((_, came),) = isolated(lines_in, [Task(path, _SECONDS)], 1, _MEGABYTES)
    if isinstance(came, Lost | str):
        return (), (_hint(path, came.reason if isinstance(came, Lost) else came),)
    ids = {project.name: project.id for project in plan.projects}
    return tuple(replace(line, evaluation=ids.get(line.evaluation, line.evaluation)) for line in came), ()


def lines_in(path: Path) -> tuple[PriorLine, ...] | str:
    """The lines of all self-evaluations of a published document, or why there are none."""
    reading = read_file(path)
    if not isinstance(reading, Reading):
        return reading.reason
    found = tuple(line for one in evaluations(reading.document) for line in _lines(one, path.name))
    return found or "文中没有绩效自评表"


def _lines(evaluation: Evaluation, file: str) -> Iterator[PriorLine]:
    name = WHOLE if evaluation.scope is Scope.WHOLE else evaluation.name
    for one in evaluation.indicators:
        yield PriorLine(
            name, "", one.first, one.second, one.name, _text(one.target), _text(one.actual), one.unit,
            _points(one.weight), _points(one.score), file, one.position.line or 0,
        )  # fmt: skip
    if (total := _points(evaluation.total)) is not None:
        yield PriorLine(name, "", "", "", TOTAL, "", "", "", _points(evaluation.full), total, file)


def _text(entry: Entry | None) -> str:
    return "" if entry is None or entry.doubtful else entry.text.strip()


def _points(entry: Entry | None) -> Fraction | None:
    number = number_of(_text(entry))
    return number.value if number else None


def _hint(path: Path, reason: str) -> Fault:
    mend = f"放上年公开的决算文本，或上年生成的 performance.csv（改名 {_NAME}.csv）；不比较上年就删去这个文件"
    return Fault(path.name, "", "", "", f"没有取到上年自评：{reason}", mend, Gravity.WARNING)
