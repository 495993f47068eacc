"""Finished 已审结果: what came of each file, kept so that a run that was broken off goes on where it stopped.

A result is found again by the digest of the file's bytes, of the program with its rules, and of the waivers.
"""

import gzip
import json
import os
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

import mingzhang
from mingzhang.disclosure.examination import Examination
from mingzhang.publishing.plain import NotPlain, decode, encode
from mingzhang.workflows.figures import NO_FIGURES, Figures

FOLDER: Final = ".进度"


@dataclass(frozen=True, slots=True)
class Audited:
    """What is known of one file when it has been audited: the result, and what is kept of its figures."""

    examination: Examination
    figures: Figures = NO_FIGURES


class Finished:
    """The results of a run under its output directory; without a directory nothing is kept."""

    def __init__(self, out: Path | None, more: str = "") -> None:
        """`more` is what besides file and program decides a result."""
        self._folder = out / FOLDER if out else None
        self._edition = sha256(f"{edition()}\n{more}".encode()).hexdigest()[:16]

    def place(self, digest: str, others: str = "") -> Path | None:
        """Where the result of a file with this digest is kept; `others` is the digest of what it was held against."""
        name = "-".join(part[:24] for part in (digest, self._edition, others) if part)
        return self._folder / f"{name}.json.gz" if self._folder else None

    def recall(self, digest: str, path: str, others: str = "") -> Audited | None:
        """The result of an earlier run, told of the path under which the file is met now; None when there is none."""
        place = self.place(digest, others)
        if place is None or not place.exists():
            return None
        try:
            audited: Audited = decode(Audited, json.loads(gzip.decompress(place.read_bytes())))
        except (OSError, EOFError, ValueError, NotPlain):  # half written, or by another edition: done again
            return None
        return replace(audited, examination=replace(audited.examination, path=path))


def keep(audited: Audited, place: Path) -> None:
    """Put a result in its place, whole or not at all."""
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(gzip.compress(json.dumps(encode(audited), ensure_ascii=False).encode(), 1))
    part.replace(place)


@cache
def edition() -> str:
    """A digest of the program and its rules: a changed rule or reader makes every kept result out of date."""
    root = Path(mingzhang.__file__).parent
    lines = [
        f"{path.relative_to(root)} {path.stat().st_size} {path.stat().st_mtime_ns}"
        for path in sorted(root.rglob("*"))
        if path.suffix in {".py", ".toml", ".tsv"}
    ]
    return sha256("\n".join([mingzhang.__version__, *lines]).encode()).hexdigest()
