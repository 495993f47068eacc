"""Checklist 检查表: a finance bureau's requirements answered 是 or 否, with problem and page."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from mingzhang.disclosure.examination import Examination, Tally
from mingzhang.disclosure.obligation import Obligation
from mingzhang.disclosure.remark import Remark
from mingzhang.publishing.examined.words import mend, page


class Answer(Enum):
    """Whether a requirement is met; what could not be looked at is never met and never broken."""

    YES = "是"
    NO = "否"
    OPEN = "无法判断"
    NONE = "不适用"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table."""

    obligation: Obligation
    answer: Answer
    remarks: tuple[Remark, ...]
    open: tuple[str, ...]

    @property
    def problem(self) -> str:
        """What is wrong, or why nobody can say."""
        if self.remarks:
            return "\n".join(f"{n}. {_said(remark)}" for n, remark in enumerate(self.remarks, 1))
        return "；".join(self.open) if self.answer is Answer.OPEN else ""

    @property
    def pages(self) -> str:
        """Where it stands."""
        return "、".join(dict.fromkeys(filter(None, (page(remark) for remark in self.remarks))))


def lines(examination: Examination, obligations: Iterable[Obligation]) -> tuple[Line, ...]:
    """Every requirement with its answer, in the order of the table."""
    return tuple(_line(examination, obligation) for obligation in obligations)


def _line(examination: Examination, obligation: Obligation) -> Line:
    mine = [requirement for requirement in examination.requirements if obligation.covers(requirement.rule)]
    loud = tuple(r for r in examination.remarks if r.is_loud and obligation.covers(r.rule))
    open_ones = tuple(dict.fromkeys(note for requirement in mine for note in requirement.open))
    tally = sum((requirement.tally for requirement in mine), Tally())
    return Line(obligation, _answer(tally, found=bool(loud)), loud, open_ones)


def _answer(tally: Tally, *, found: bool) -> Answer:
    if found:
        return Answer.NO
    if tally.undetermined:
        return Answer.OPEN
    return Answer.YES if tally.made else Answer.NONE


def _said(remark: Remark) -> str:
    place = f"{remark.place}：" if remark.place else ""
    return place + (mend(remark) or remark.message)
