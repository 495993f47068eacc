"""Staging 暂存: a stream of postings written to one flat file that the engine can load in bulk."""

import csv
import hashlib
import io
from collections.abc import Iterable
from dataclasses import fields
from enum import Enum
from pathlib import Path

from mingzhang.books.posting import Posting

FIELDS = tuple(field.name for field in fields(Posting))
_BATCH = 20_000
_BLANKED = bytes.maketrans(b"\r\0", b"  ")


def stage(postings: Iterable[Posting], target: Path) -> str:
    """Write the postings to a CSV file and give the sha256 digest of what was written; constant memory."""
    digest = hashlib.sha256()
    with target.open("wb") as file:
        for block in _blocks(postings):
            digest.update(block)
            file.write(block)
    return digest.hexdigest()


def _blocks(postings: Iterable[Posting]) -> Iterable[bytes]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    for number, posting in enumerate(postings, 1):
        writer.writerow([_flat(getattr(posting, name)) for name in FIELDS])
        if number % _BATCH == 0:
            yield _drain(buffer)
    yield _drain(buffer)


def _drain(buffer: io.StringIO) -> bytes:
    # carriage returns and NUL mean nothing in a summary and break the line structure of a flat file
    block = buffer.getvalue().encode("utf-8").translate(_BLANKED)
    buffer.seek(0)
    buffer.truncate()
    return block


def _flat(value: object) -> object:
    return value.value if isinstance(value, Enum) else value
