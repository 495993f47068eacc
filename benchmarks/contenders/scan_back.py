"""Scans 扫描: a published PDF drawn as pictures of 200 dots an inch, read back, and held against the PDF as it reads.

Usage: scan_back.py PDF MOST_PAGES   Prints, as JSON, how many cells and numbers there are and how many are right.
"""

import json
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter

import cv2
import numpy as np
import pypdfium2

from mingzhang.reading.pdf import read_pdf
from mingzhang.reading.published_door import open_transcript
from mingzhang.reading.transcript import Transcript
from mingzhang.terms.printed import plain

DOTS = 200
NUMBER = re.compile(r"\d+(?:[,.]\d+)*%?")


def drawn(path: Path, most: int, folder: Path) -> tuple[Path, Path, int]:
    """The first pages as a PDF of their own and as pictures."""
    with pypdfium2.PdfDocument(path) as document:
        count = min(len(document), most)
        pages = [_grey(document[number]) for number in range(count)]
        part = pypdfium2.PdfDocument.new()
        part.import_pages(document, list(range(count)))
        part.save(folder / "part.pdf")
    cv2.imwritemulti(str(folder / "scan.tiff"), pages)
    return folder / "part.pdf", folder / "scan.tiff", count


def _grey(page: pypdfium2.PdfPage) -> np.ndarray:
    return np.ascontiguousarray(page.render(scale=DOTS / 72, grayscale=True).to_numpy().squeeze())


def cells(transcript: Transcript) -> list[list[tuple[str, bool]]]:
    """The words of each table, and which of them are doubtful."""
    return [[(_bare(cell.text), cell.doubtful) for row in table.rows for cell in row] for table in transcript.tables()]


def prose(transcript: Transcript) -> Counter[str]:
    """The numbers outside of tables."""
    return Counter(NUMBER.findall(" ".join(plain(line.text).replace(" ", "") for line in transcript.lines())))


def _bare(text: str) -> str:
    return "".join(plain(text).split())


def compared(printed: Transcript, read: Transcript) -> dict[str, object]:
    """Cells and numbers, how many are right, how many wrong ones are not even doubtful."""
    pairs = [pair for left, right in _tables(printed, read) for pair in zip(left, right, strict=True) if pair[0][0]]
    numbers = [pair for pair in pairs if any(char.isdigit() for char in pair[0][0])]
    wrong = [(left[0], right[0]) for left, right in pairs if left[0] != right[0] and not right[1]]
    there = prose(printed)
    return {
        "cells": len(pairs), "right": _right(pairs), "numbers": len(numbers), "right_numbers": _right(numbers),
        "wrong_unmarked": wrong, "prose": there.total(), "right_prose": (there & prose(read)).total(),
    }  # fmt: skip


def _tables(printed: Transcript, read: Transcript) -> Iterable[tuple[list, list]]:
    """Tables of the same shape side by side; of another shape, nothing was read."""
    theirs = cells(read)
    for number, mine in enumerate(cells(printed)):
        same = number < len(theirs) and len(theirs[number]) == len(mine)
        yield mine, theirs[number] if same else [("", False)] * len(mine)


def _right(pairs: Iterable[tuple[tuple[str, bool], tuple[str, bool]]]) -> int:
    return sum(left[0] == right[0] for left, right in pairs)


def main(path: Path, most: int) -> None:
    """Draw, read both, compare."""
    with tempfile.TemporaryDirectory() as folder:
        part, scan, count = drawn(path, most, Path(folder))
        printed = read_pdf(part)
        start = perf_counter()
        read = open_transcript(scan)
        print(json.dumps({"pages": count, "seconds": perf_counter() - start, **compared(printed, read)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
