"""Results 结果: the raw runs as JSON, from which the report is written."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.auditing import Audited
from benchmarks.mutation.summary import Summary, loaded
from benchmarks.publishing import Steps
from benchmarks.reading import Read
from benchmarks.scans import Scanned
from benchmarks.timing import Measured, Run

DIRECTORY = Path(__file__).parent / "results"


@dataclass(frozen=True, slots=True)
class Results:
    """Everything one run of the benchmarks found."""

    machine: dict[str, str]
    versions: dict[str, str]
    command: str
    circumstances: dict[str, str]
    """When each part was measured, for how long, and the load of the machine before and after."""

    statements: list[Measured]
    importing: list[Measured]
    steps: Steps
    pdfs: list[Measured]
    starting: list[Measured]
    reading: list[Read] = field(default_factory=list)
    auditing: list[Audited] = field(default_factory=list)
    scans: list[Scanned] = field(default_factory=list)
    mutation: Summary | None = None
    registers: list[Measured] = field(default_factory=list)

    def of(self, part: str, name: str, size: int = 0) -> Measured | None:
        """The runs of one contender at one size, if it took part."""
        measured: list[Measured] = getattr(self, part)
        return next((m for m in measured if (m.name, m.size) == (name, size)), None)

    def save(self, name: str) -> Path:
        """Write the JSON file."""
        DIRECTORY.mkdir(exist_ok=True)
        path = DIRECTORY / f"{name}.json"
        path.write_text(json.dumps(_rounded(asdict(self)), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return path


def load(name: str) -> Results:
    """The results saved under a name."""
    data = json.loads((DIRECTORY / f"{name}.json").read_text(encoding="utf-8"))
    for part in ("statements", "importing", "pdfs", "starting", "registers"):
        found = data.get(part, [])
        data[part] = [Measured(m["name"], m["size"], tuple(Run(**run) for run in m["runs"])) for m in found]
    data["reading"] = [Read(**one) for one in data.get("reading", [])]
    data["auditing"] = [_audited(one) for one in data.get("auditing", [])]
    data["scans"] = [Scanned(**one) for one in data.get("scans", [])]
    data["mutation"] = loaded(data["mutation"]) if data.get("mutation") else None
    data.pop("minutes", None)
    data.setdefault("circumstances", {})
    data["steps"] = {step: tuple(seconds) for step, seconds in data["steps"].items()}
    return Results(**data)


def _audited(data: dict[str, Any]) -> Audited:
    alone = [(pages, wall, cpu) for pages, wall, cpu in data["alone"]]
    return Audited(data["group"], alone, data["batches"], [Run(**run) for run in data["cold"]])


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    return [_rounded(item) for item in value] if isinstance(value, list | tuple) else value
