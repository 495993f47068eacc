"""Labelled documents: real files with their faults marked by people, and how the findings on them are counted.

Neither files nor labels are part of the project. A directory named by MINGZHANG_GOLD holds labels as NAME.json; the
document stands beside them or one directory up. A fault counts as found when a finding above info stands on its page,
give or take one, and prints the same string or quotes ten characters of the same text.
"""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from mingzhang.audit.finding import Finding, Level

GOLD = os.environ.get("MINGZHANG_GOLD", "")
_NEUTRAL = frozenset(("derived", "contestable", "manual_review", "format_hint"))
_OVERLAP = 10

Label = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """What was found of the faults, and what was said that nobody had marked."""

    found: tuple[str, ...]
    missed: tuple[str, ...]
    true: tuple[str, ...]
    false: tuple[str, ...]


def documents() -> Iterator[tuple[Path, tuple[Label, ...]]]:
    """Each labelled document with its labels."""
    for labels in sorted(Path(GOLD).glob("*.json")) if GOLD else ():
        table = json.loads(labels.read_text(encoding="utf-8"))
        places = (labels.parent / table["doc"]["file"], labels.parent.parent / table["doc"]["file"])
        yield next(place for place in places if place.is_file()), tuple(table["labels"])


def score(findings: tuple[Finding, ...], labels: tuple[Label, ...]) -> Score:
    """Count the findings above info against the labels."""
    loud = [finding for finding in findings if finding.level is not Level.INFO]
    faults = [label for label in labels if label["label"] == "defect"]
    neutral = [label for label in labels if label["label"] in _NEUTRAL]
    found = [label for label in faults if any(_speaks(finding, label) for finding in loud)]
    true = [f for f in loud if any(_speaks(f, label) for label in faults)]
    false = [f for f in loud if f not in true and not any(_speaks(f, label) for label in neutral)]
    missed = [label for label in faults if label not in found]
    return Score(
        _ids(found), _ids(missed), tuple(f.message for f in true), tuple(f"{f.rule} {f.message}" for f in false)
    )


def _ids(labels: list[Label]) -> tuple[str, ...]:
    return tuple(f"{label['id']} {label['place']}" for label in labels)


def _speaks(finding: Finding, label: Label) -> bool:
    page = label.get("page")
    if page is not None and finding.page is not None and abs(page - finding.page) > 1:
        return finding.page in (label.get("occurrences") or ()) and _same(finding, label)
    return _same(finding, label)


def _same(finding: Finding, label: Label) -> bool:
    evidence, quote = _squeezed(label.get("evidence")), _squeezed(finding.quote)
    printed, said = _squeezed(label.get("printed")), _squeezed(finding.printed)
    shared = (
        SequenceMatcher(None, evidence, quote, autojunk=False).find_longest_match().size if evidence and quote else 0
    )
    if evidence and shared >= min(_OVERLAP, max(4, len(evidence))):
        return True
    digits = len(re.sub(r"\D", "", printed)) >= 3
    return bool(said) and printed == said and (digits or len(printed) >= 4 or shared >= 4)


def _squeezed(text: str | None) -> str:
    return re.sub(r"[\s,，]", "", text or "")
