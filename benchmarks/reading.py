"""Reading 读 PDF: ours against PDFium's floor and pdfplumber, on the same files in one process."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.documents import groups
from benchmarks.timing import run_once, script

FLOOR, OURS, PDFPLUMBER = "floor", "ours", "pdfplumber"
NAMES = {FLOOR: "下限：PDFium 只取字符", OURS: "明账：读入", PDFPLUMBER: "pdfplumber：表和文字"}


@dataclass(frozen=True, slots=True)
class Read:
    """What was read of one group of files, and by whom in how many seconds: a pair of wall and processor a round."""

    group: str
    files: int
    pages: int
    cells: int
    runs: dict[str, list[list[float]]]

    def wall(self, who: str) -> list[float]:
        """The seconds of each round by the wall clock."""
        return [run[0] for run in self.runs[who]]

    def seconds(self, who: str) -> float:
        """The median of the processor's seconds: others may be at work on the machine."""
        return median(run[1] for run in self.runs[who])

    def times(self, who: str) -> float:
        """How many times the seconds of our reading somebody takes; the median of the rounds."""
        pairs = zip(self.runs[who], self.runs[OURS], strict=True)
        return median(theirs[1] / ours[1] for theirs, ours in pairs)


def run(rounds: int, work: Path, say: Callable[[str], None]) -> list[Read]:
    """Measure every group; the contender itself checks that both readers give the same cells."""
    found = []
    for group, files in groups(work).items():
        say(f"读 PDF：{group}，{len(files)} 份")
        _, output = run_once(script("read_pdfs", rounds, *files))
        found.append(Read(group, **json.loads(output)))
    return found
