"""A new year's directory: every file there is, commented, ready to be filled in."""

import shutil
from importlib import resources
from pathlib import Path


class NotEmpty(Exception):
    """The directory exists and holds something; nothing was written."""


def lay_out(directory: Path) -> tuple[Path, ...]:
    """Write the commented files of a unit's year and give their paths; an existing directory must be empty."""
    if directory.exists() and any(directory.iterdir()):
        raise NotEmpty(f"{directory} 里已经有文件，没有写入任何内容；换一个目录名，或先移走里面的文件")
    with resources.as_file(resources.files(__package__).joinpath("skeleton")) as skeleton:
        shutil.copytree(skeleton, directory, dirs_exist_ok=True)
    return tuple(sorted(path for path in directory.rglob("*") if path.is_file()))
