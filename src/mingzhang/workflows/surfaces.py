"""Surfaces 审核成果: what a reviewer gets of each file and of the whole run, besides findings.json.

Marking and drawing the pages of a file nobody vouches for is done in isolation, like reading it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from mingzhang.disclosure.examination import Examination
from mingzhang.publishing.examined import letter, report, review_copy, workbook
from mingzhang.standards.checklist import obligations
from mingzhang.workflows.audit import Round, Settings
from mingzhang.workflows.isolation import Lost, Task, isolated
from mingzhang.workflows.progress import Progress, silent
from mingzhang.workflows.publish import save
from mingzhang.workflows.verdicts import as_bytes, documents, summary

FINDINGS: Final = "findings.json"
SUMMARY: Final = "summary.json"
WORKBOOK: Final = "findings.xlsx"
WORKBOOK_FORM: Final = "xlsx"
_FEW: Final = 20
"""Files whose check tables still fit into one workbook; those of more get a workbook each."""
FOLDERS: Final[Mapping[str, tuple[str, str]]] = {
    "xlsx": ("检查表", ".xlsx"),
    "html": ("审核报告", ".html"),
    "pdf": ("审核副本", ".pdf"),
    "docx": ("整改意见", ".docx"),
}
"""What there is of each file: the name of the form, the folder and the ending."""


@dataclass(frozen=True, slots=True)
class Surface:
    """One thing to make of one examination; `place` is where it goes."""

    form: str
    examination: Examination
    place: Path

    @property
    def is_pdf(self) -> bool:
        """Whether pages can be shown."""
        return self.examination.format == "PDF"


def surfaces(examinations: Iterable[Examination], forms: Sequence[str], out: Path) -> Iterator[Surface]:
    """What is to be made under `out`; a review copy only of a PDF, a letter only where there is something to mend."""
    known = [e for e in examinations if not e.refused]
    stems = _stems(known)
    for form in forms:
        for examination in known:
            folder, ending = FOLDERS[form]
            surface = Surface(form, examination, out / folder / f"{stems[examination.path]}{ending}")
            if _is_wanted(surface):
                yield surface


def publish_findings(
    done: Round, forms: Sequence[str], settings: Settings, progress: Progress = silent
) -> tuple[tuple[Path, ...], dict[Path, str]]:
    """Everything a run leaves under its output directory: the files, and those not made, each with the reason.

    The findings stand first, so that they are there whatever becomes of the rest.
    """
    assert settings.out is not None
    whole = save({FINDINGS: as_bytes(documents(done)), SUMMARY: as_bytes(summary(done))}, settings.out)
    first = [e for e in done.examinations if e.path not in done.twins]
    many = sum(not e.refused for e in first) > _FEW
    if WORKBOOK_FORM in forms:
        book = workbook.write(done.examinations, obligations(), only_findings=many)
        whole += save({WORKBOOK: book}, settings.out)
    wanted = tuple(surfaces(first, [form for form in forms if form != WORKBOOK_FORM or many], settings.out))
    failed = make(wanted, settings, progress)
    return whole + tuple(surface.place for surface in wanted if surface.place not in failed), failed


def make(wanted: Sequence[Surface], settings: Settings, progress: Progress = silent) -> dict[Path, str]:
    """Make them all; gives those that could not be made, each with the reason."""
    failed: dict[Path, str] = {}
    tasks = [Task(surface, settings.seconds) for surface in wanted]
    for count, (number, came) in enumerate(isolated(draw, tasks, settings.jobs, settings.megabytes), 1):
        if isinstance(came, Lost):
            failed[wanted[number].place] = f"{came.reason}\n{came.trace}".strip()
        progress(f"生成报告（共{len(wanted)}份）", count)
    return failed


def draw(surface: Surface) -> None:
    """Write one surface, whole or not at all."""
    save({surface.place.name: _content(surface)}, surface.place.parent)


def _content(surface: Surface) -> bytes:
    examination = surface.examination
    if surface.form == WORKBOOK_FORM:
        return workbook.write((examination,), obligations())
    if surface.form == "docx":
        return letter.write(examination, date.today())
    data = Path(examination.path).read_bytes() if surface.is_pdf else None
    if surface.form == "html":
        return report.write(examination, obligations(), data)
    assert data is not None
    return review_copy.write(examination, data)


def _is_wanted(surface: Surface) -> bool:
    if surface.form == "pdf":
        return surface.is_pdf
    return surface.form != "docx" or any(remark.is_loud for remark in surface.examination.remarks)


def _stems(examinations: Sequence[Examination]) -> dict[str, str]:
    """A name of its own for each file: the file's, with part of its digest where two are called the same."""
    count = Counter(Path(e.path).stem for e in examinations)
    return {
        e.path: Path(e.path).stem + (f"-{e.digest[:8]}" if count[Path(e.path).stem] > 1 else "") for e in examinations
    }
