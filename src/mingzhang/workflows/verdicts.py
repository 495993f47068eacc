"""Verdicts 审核结论: findings.json for one run, and summary.json by unit and by rule."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from mingzhang.audit.waiver import Waiver
from mingzhang.disclosure.examination import Bound, Examination, Tally
from mingzhang.disclosure.remark import LEVELS, Remark
from mingzhang.workflows.audit import Round
from mingzhang.workflows.remarks import coverage, entry


def documents(done: Round) -> dict[str, Any]:
    """The contract's findings.json: every file with its findings, in the order in which they were given."""
    return {"documents": [entry(examination) for examination in done.examinations]}


def summary(done: Round) -> dict[str, Any]:
    """What came of a run as a whole: the files that were not audited, the units, the rules."""
    audited = [e for e in done.examinations if not e.refused]
    return {
        "files": len(done.examinations),
        "audited": len(audited),
        "not_disclosures": [_refused(e) for e in done.examinations if e.refused and e.strange],
        "unreadable": [_refused(e) for e in done.examinations if e.refused and not e.strange],
        "same_files": [{"path": path, "same_as": first} for path, first in done.twins.items()],
        "passed_over": dict(done.intake.others),
        "closed_folders": [{"path": str(path), "reason": why} for path, why in done.intake.closed],
        "coverage": coverage(sum((e.tally for e in audited), Tally())),
        "findings": levels(r for e in audited for r in e.remarks),
        "numbers": _numbers(sum((e.bound for e in audited), Bound())),
        "units": [_unit(e) for e in audited],
        "rules": [_rule(rule, group) for rule, group in by_rule(audited).items()],
    }


def levels(remarks: Iterable[Remark]) -> dict[str, int]:
    """How many remarks there are of each level; those that somebody answers for are counted apart."""
    count = Counter("waived" if remark.waived else remark.level for remark in remarks)
    return {level: count[level] for level in (*LEVELS, "waived")}


def by_rule(examinations: Iterable[Examination]) -> dict[str, list[tuple[Examination, Remark]]]:
    """The remarks above info that nobody answers for, by their rule, the most frequent first."""
    groups: defaultdict[str, list[tuple[Examination, Remark]]] = defaultdict(list)
    for examination in examinations:
        for remark in examination.remarks:
            if remark.is_loud:
                groups[remark.rule].append((examination, remark))
    return dict(sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])))


def unused(waivers: Iterable[Waiver], done: Round) -> tuple[Waiver, ...]:
    """The waivers that no finding of the run needed."""
    needed = {(r.rule, r.waived) for e in done.examinations for r in e.remarks if r.waived}
    return tuple(w for w in waivers if (w.rule, w.answer) not in needed)


def _refused(examination: Examination) -> dict[str, str]:
    return {"path": examination.path, "reason": examination.refused}


def _unit(examination: Examination) -> dict[str, Any]:
    return {
        "unit": examination.unit,
        "year": examination.year,
        "path": examination.path,
        **levels(examination.remarks),
        **coverage(examination.tally),
        **_numbers(examination.bound),
    }


def _rule(rule: str, group: list[tuple[Examination, Remark]]) -> dict[str, Any]:
    return {
        "rule": rule,
        "label": group[0][1].label,
        "documents": len({examination.path for examination, _ in group}),
        **levels(remark for _, remark in group),
    }


def _numbers(bound: Bound) -> dict[str, int]:
    return {"numbers": bound.numbers, "bound": bound.bound}


def as_bytes(data: dict[str, Any]) -> bytes:
    """The data as UTF-8 JSON."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
