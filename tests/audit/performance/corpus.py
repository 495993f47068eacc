"""The texts of `data/*.toml`: clean, and with the faults that are planted in them one at a time."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Planted:
    """One text, and with `rule` one fault in it."""

    place: str
    text: str
    rule: str = ""
    changed: str = ""

    def __str__(self) -> str:
        return f"{self.place} {self.rule} {self.changed}".strip()


def texts() -> Iterator[Planted]:
    """The clean texts."""
    for entry in _entries():
        yield Planted(entry["place"], entry["text"])


def faults() -> Iterator[Planted]:
    """Each text with each of its faults, written as `rule: before => after`."""
    for entry in _entries():
        for fault in entry.get("faults", ()):
            rule, _, change = fault.partition(": ")
            before, _, after = change.partition(" => ")
            assert entry["text"].count(before) == 1, (entry["place"], before)
            yield Planted(entry["place"], entry["text"].replace(before, after), rule, after)


def _entries() -> Iterator[dict[str, Any]]:
    for file in sorted((Path(__file__).parent / "data").glob("*.toml")):
        yield from tomllib.loads(file.read_text("utf-8"))["document"]
