"""Documents 文件: the example units published as every region does, and real ones where somebody has them."""

import os
import shutil
from pathlib import Path

from benchmarks.timing import ROOT
from mingzhang.workflows.build import build

EXAMPLES = ROOT / "examples"
REGIONS = ("hubei-2021", "shanghai-2024", "central")
FORMATS = ("pdf", "docx", "html", "ofd")
OURS, REAL = "示例", "真实"


def groups(work: Path) -> dict[str, list[Path]]:
    """The PDFs to read: those published from the examples, and those of the directory MINGZHANG_GOLD, if any."""
    real = os.environ.get("MINGZHANG_GOLD")
    found = {OURS: [path for path in published(work) if path.suffix == ".pdf"]}
    return found | ({REAL: sorted(Path(real).glob("*.pdf"))} if real else {})


def published(work: Path) -> list[Path]:
    """The example units published as every region does, in every format with prose."""
    files: list[Path] = []
    for example in sorted(path for path in EXAMPLES.iterdir() if (path / "unit.toml").is_file()):
        for region in REGIONS:
            unit, out = work / f"{example.name}-{region}", work / f"{example.name}-{region}-out"
            if not out.exists():
                shutil.copytree(example, unit, ignore=shutil.ignore_patterns("out"), dirs_exist_ok=True)
                _settle(unit, region)
                build(unit, out, FORMATS)
            files += sorted(path for path in out.iterdir() if path.suffix[1:] in FORMATS)
    return files


def _settle(unit: Path, region: str) -> None:
    """Let the unit, and those it consolidates, publish as a region does."""
    for settings in unit.rglob("unit.toml"):
        lines = settings.read_text(encoding="utf-8").splitlines(keepends=True)
        changed = (f'profile = "{region}"\n' if line.startswith("profile") else line for line in lines)
        settings.write_text("".join(changed), encoding="utf-8")
