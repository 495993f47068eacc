"""Snapshot 账簿快照: the books of one year as two Parquet files that never change once written."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

POSTINGS = "postings.parquet"
CELLS = "cells.parquet"
_CARD = "snapshot.json"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Where the frozen books lie, the digest of what was read (sha256 hex), and how many postings they hold."""

    directory: Path
    digest: str
    count: int

    @property
    def postings(self) -> Path:
        """One row a posting: its cell, date, voucher, summary, amounts in fen, and where it was read."""
        return self.directory / POSTINGS

    @property
    def cells(self) -> Path:
        """One row for each combination of dimensions that occurs."""
        return self.directory / CELLS

    def save(self) -> None:
        """Write the card that makes the directory a snapshot; written last, so that a broken one is never opened."""
        card = {key: value for key, value in asdict(self).items() if key != "directory"}
        (self.directory / _CARD).write_text(json.dumps(card), encoding="utf-8")

    def discard(self) -> None:
        """Take the snapshot away; its card goes first, so that what is left is no snapshot."""
        for name in (_CARD, CELLS, POSTINGS):
            (self.directory / name).unlink(missing_ok=True)

    @staticmethod
    def load(directory: Path) -> "Snapshot | None":
        """The snapshot in a directory; None when there is none or it was not finished."""
        card = directory / _CARD
        return Snapshot(directory, **json.loads(card.read_text(encoding="utf-8"))) if card.exists() else None
