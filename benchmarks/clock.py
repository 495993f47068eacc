"""Clock 计时: run one command and print how long it took, its CPU time and its peak memory.

Started as a small process of its own, because Linux counts the memory of the process that forks as the child's.
"""

import os
import subprocess
import sys
from time import perf_counter


def main(output: str, command: list[str]) -> None:
    """Run the command with its output in a file; leave with its exit code."""
    with open(output, "wb") as file:  # noqa: PTH123 (pathlib would make this process bigger)
        start = perf_counter()
        child = subprocess.Popen(command, stdout=file)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = perf_counter() - start
    print(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss)
    sys.exit(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
