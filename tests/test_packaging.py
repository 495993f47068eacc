"""What is installed is locked and whole: hashes, no addresses, every data file in the wheel."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_lock_is_exact_hashed_and_names_no_address(lock: Path) -> None:
    lines = [line for line in lock.read_text("utf-8").replace("\\\n", "").splitlines() if line[:1] != "#"]
    assert lines
    for line in lines:
        assert re.match(r"[a-z0-9-]+(\[[a-z0-9,-]+\])?==[^ ]+ (; [^#]*?)?( *--hash=sha256:[0-9a-f]{64})+ *$", line), (
            line[:100]
        )


def pins(lock: str) -> set[str]:
    """The exact versions a lock names, with their markers."""
    text = (ROOT / "requirements" / lock).read_text("utf-8")
    return {line.rstrip("\\ ") for line in text.splitlines() if "==" in line and line[0] not in " #"}


def test_one_environment_can_hold_the_run_and_the_test_lock() -> None:
    assert pins("run.txt") <= pins("dev.txt")


@pytest.mark.slow
def test_wheel_holds_every_file_of_the_package(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "--wheel-dir", str(tmp_path), str(ROOT)], check=True, capture_output=True)
    (wheel,) = tmp_path.glob("mingzhang-*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    source = ROOT / "src"
    files = {path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file()}
    assert {name for name in files if "__pycache__" not in name} <= packed
