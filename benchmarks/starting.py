"""Starting 启动: how long `mingzhang --help` takes, beside an interpreter that does nothing."""

import sys
from collections.abc import Callable

from benchmarks.timing import Contender, Measured, measure

HELP, BARE = "mingzhang --help", "python -c pass"


def run(rounds: int, say: Callable[[str], None]) -> list[Measured]:
    """Measure both."""
    help_command = (sys.executable, "-m", "mingzhang.cli", "--help")
    return measure(
        [
            Contender(HELP, help_command, _says_how, rounds),
            Contender(BARE, (sys.executable, "-c", "pass"), lambda output: None, rounds),
        ],
        0,
        lambda text: None,
    )


def _says_how(output: str) -> None:
    assert "用法：" in output, output
    assert "build" in output, output
