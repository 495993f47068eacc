"""`python -m examples.generator [DIR]`: write the generated files of every example again."""

import sys
from pathlib import Path

from . import centre, department

EXAMPLES = Path(__file__).parent.parent


def main(root: Path = EXAMPLES) -> None:
    """Make all examples below `root`."""
    centre.make(root)
    department.make(root)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
