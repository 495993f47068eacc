"""The house stands as designed: imports go down only, and money is never a float. Each check is shown to bite."""

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MONEY_ROOMS = ("terms", "books", "statements", "audit")
FLOAT_NAMES = frozenset({"float", "float16", "float32", "float64", "double"})
NOT_MONEY = "# not money"  # a line may say so: a weight in the solver, a size on a page
# Where a spreadsheet's float comes in and leaves as fen, or is refused; and where the solver is asked which figures to
# look at: it only names them, their values are then computed exactly.
BORDER = frozenset({"books/raw.py", "books/value.py", "audit/solver.py"})


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter on the tree at root, with that tree's package and contracts."""
    command = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(is_debug_mode=False))"
    return subprocess.run(
        [sys.executable, "-c", command],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root / "src"), "PYTHONSAFEPATH": "1", "COLUMNS": "120"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_imports_go_down_the_house_only() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("room", "forbidden"),
    [
        ("terms", "mingzhang.books"),  # upwards
        ("books", "mingzhang.publishing"),  # two floors up
        ("books", "mingzhang.disclosure"),  # next door
        ("audit", "mingzhang.reading"),  # next door
        ("audit", "duckdb"),  # what the room must never know
    ],
)
def test_a_forbidden_import_is_found(tmp_path: Path, room: str, forbidden: str) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "src" / "mingzhang" / room / "planted.py").write_text(f"import {forbidden}\n")
    done = lint_imports(tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert f"mingzhang.{room}.planted -> {forbidden}" in done.stdout


def is_float(node: ast.AST) -> bool:
    """Whether this names the float type, as a call or an annotation does; mypy sees to the literals."""
    name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    return name in FLOAT_NAMES


def floats(source: str) -> Iterator[int]:
    """The lines of a module that use a float and do not say that it is not money."""
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.expr) and is_float(node) and NOT_MONEY not in lines[node.lineno - 1]:
            yield node.lineno


@pytest.mark.parametrize("room", MONEY_ROOMS)
def test_money_is_never_a_float(room: str) -> None:
    package = ROOT / "src" / "mingzhang"
    files = {path.relative_to(package).as_posix(): path for path in sorted((package / room).rglob("*.py"))}
    assert files
    inside = {name: path for name, path in files.items() if name not in BORDER}
    found = [f"{name}:{line}" for name, path in inside.items() for line in floats(path.read_text("utf-8"))]
    assert not found, f"use fen (int) or Decimal, or say `{NOT_MONEY}` on the line: {found}"


@pytest.mark.parametrize(
    "planted",
    [
        "amount = float('1.10')",
        "def total(amounts: list[float]) -> int: ...",
        "whole = isinstance(amount, float)",
        "import numpy\ncells = numpy.zeros(3, dtype=numpy.float64)",
    ],
)
def test_a_planted_float_is_found(planted: str) -> None:
    assert list(floats(planted)) == [planted.count("\n") + 1]
    assert list(floats(f"{planted}  {NOT_MONEY}")) == []


def test_integers_and_decimals_are_no_floats() -> None:
    assert list(floats("from decimal import Decimal\nfen: int = 110\nyuan = Decimal('1.10')")) == []
