"""Intake 收件: the files that are to be audited, out of whatever files and folders somebody names."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

SUFFIXES: Final = frozenset(
    (".pdf", ".docx", ".xlsx", ".xls", ".html", ".htm", ".ofd", ".md", ".txt", ".png", ".jpg", ".jpeg", ".tif",
     ".tiff", ".bmp", ".webp")
)  # fmt: skip
"""Endings of files that are taken from a folder; a file that is named itself is taken whatever its name."""

PICTURES: Final = frozenset((".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"))

_UNREADY: Final = ("~$", ".", "._")
"""How the names of lock files and hidden files begin."""


@dataclass(frozen=True, slots=True)
class Intake:
    """The files in a fixed order, as the user's paths lead to them; `others` counts what was passed over by ending.

    `closed` are folders that could not be opened, with the reason.
    """

    files: tuple[Path, ...]
    others: Mapping[str, int]
    closed: tuple[tuple[Path, str], ...] = ()


def take(paths: Iterable[Path], out: Path | None = None) -> Intake:
    """All files of the paths, each once; folders are gone through whole, except for `out`, where the results lie."""
    walk = _Walk(out)
    for path in paths:
        walk.add(path)
    return Intake(tuple(walk.files), dict(sorted(walk.others.items())), tuple(walk.closed))


class _Walk:
    """What has been found, and which folders and files were seen under another name."""

    def __init__(self, out: Path | None) -> None:
        self.files: dict[Path, None] = {}
        self.others: Counter[str] = Counter()
        self.closed: list[tuple[Path, str]] = []
        self._seen: set[tuple[int, int]] = set()
        self._out = out.resolve() if out else None

    def add(self, path: Path) -> None:
        """A file, or a folder with all below it."""
        if path.is_dir():
            for found in self._below(path):
                self._take(found)
        else:
            self.files[path] = None

    def _take(self, path: Path) -> None:
        if path.name.startswith(_UNREADY):
            return
        if path.suffix.lower() in SUFFIXES:
            self.files[path] = None
        else:
            self.others[path.suffix.lower()] += 1

    def _below(self, folder: Path) -> Iterator[Path]:
        """The ordinary files below a folder by name; a folder that leads back to itself is entered once."""
        if self._out and folder.resolve() == self._out:
            return
        try:
            state = folder.stat()
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            self.closed.append((folder, error.strerror or str(error)))
            return
        if (state.st_dev, state.st_ino) in self._seen and state.st_ino:
            return
        self._seen.add((state.st_dev, state.st_ino))
        for entry in entries:
            path = folder / entry.name
            if entry.is_dir():
                if not entry.name.startswith("."):
                    yield from self._below(path)
            elif entry.is_file():
                yield path
