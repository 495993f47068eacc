"""Inside 目录之内: the path of a name that people write down; nothing outside their directory is ever read."""

from pathlib import Path
from typing import Final

_LONGEST: Final = 255
"""The bytes of one part of a path that file systems take."""


class NotInside(ValueError):
    """A name that stands for no file inside the directory; `mend` tells what to write instead."""

    def __init__(self, message: str, mend: str) -> None:
        """Keep both sentences for the fault."""
        super().__init__(message)
        self.message = message
        self.mend = mend


def inside(directory: Path, name: str) -> Path:
    """The path of a name inside the directory, whether or not anything is there."""
    if not name.isprintable() or any(len(part.encode()) > _LONGEST for part in Path(name).parts):
        raise NotInside("不是可用的文件名", "换短一些的名称，不含控制字符")
    path = directory / name
    if not path.resolve().is_relative_to(directory.resolve()):
        raise NotInside("在年度目录之外", "只能指向年度目录里面的文件，请把它移进来")
    return path
