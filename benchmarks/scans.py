"""Scans 读扫描件: pages we published, drawn as pictures and read back."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.documents import OURS, groups
from benchmarks.timing import run_once, script


@dataclass(frozen=True, slots=True)
class Scanned:
    """What was read back of one document: cells of tables, those with digits, numbers of its prose, and how many right.

    `wrong_unmarked` are cells, as printed and as read, that are wrong and not marked as doubtful.
    """

    document: str
    pages: int
    seconds: float
    cells: int
    right: int
    numbers: int
    right_numbers: int
    wrong_unmarked: list[tuple[str, str]]
    prose: int
    right_prose: int


def run(most: int, work: Path, say: Callable[[str], None]) -> list[Scanned]:
    """One document of each example; none where the packages of the extra `scan` are missing."""
    found = []
    for path in (one for one in groups(work)[OURS] if "hubei" in str(one)):
        say(f"读扫描件：{path.parent.name}")
        _, output = run_once(script("scan_back", path, most))
        found.append(Scanned(path.parent.name.removesuffix("-out"), **json.loads(output)))
    return found
