"""Finished 已审结果: what came of each file, kept so that a run that was broken off goes on where it stopped.

A result is found again by the digest of the file's bytes, of the program with its rules, and of the waivers.
"""

import io
import os
import pickle
import zlib
from dataclasses import dataclass, replace
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import mingzhang
from mingzhang.disclosure.examination import Bound, Examination, Requirement, Tally
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.remark import Remark
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
        return self._folder / f"{name}.审" if self._folder else None

    def recall(self, digest: str, path: str, others: str = "") -> Audited | None:
        """The result of an earlier run, told of the path under which the file is met now; None when there is none."""
        place = self.place(digest, others)
        if place is None or not place.exists():
            return None
        try:
            audited = _unpacked(place.read_bytes())
        except OSError:
            return None
        return replace(audited, examination=replace(audited.examination, path=path)) if audited else None


def keep(audited: Audited, place: Path) -> None:
    """Put a result in its place, whole or not at all."""
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_suffix(f".{os.getpid()}.part")
    part.write_bytes(_packed(audited))
    part.replace(place)


def _packed(audited: Audited) -> bytes:
    data = zlib.compress(pickle.dumps(audited, pickle.HIGHEST_PROTOCOL), 1)
    return sha256(data).digest() + data


def _unpacked(data: bytes) -> Audited | None:
    """The result in a file of ours; None when it is damaged, done again then."""
    seal, packed = data[:_SEAL], data[_SEAL:]
    if sha256(packed).digest() != seal:
        return None
    try:
        found = _Plain(io.BytesIO(zlib.decompress(packed))).load()
    except (pickle.UnpicklingError, zlib.error, EOFError, TypeError, AttributeError):
        return None
    return found if isinstance(found, Audited) else None


class _Plain(pickle.Unpickler):
    """Makes nothing but the values a result is made of, whatever a file asks for."""

    def find_class(self, module: str, name: str) -> Any:
        """One of our values, or a refusal."""
        made = _VALUES.get(f"{module}.{name}")
        if made is None:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return made


_VALUES: Final = {
    f"{value.__module__}.{value.__qualname__}": value
    for value in (Audited, Bound, Examination, Figures, Position, Remark, Requirement, Tally)
}
_SEAL: Final = 32


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
