"""Reading 读入: PDFium's floor, ours and pdfplumber over the same files in one process, round after round, as JSON.

Usage: read_pdfs.py ROUNDS FILE…   Prints pages and cells of all files together, and for each round
the seconds of wall clock and of the processor.
"""

import gc
import json
import sys
from collections.abc import Callable
from itertools import repeat
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

import pdfplumber

from mingzhang.reading.pdf import native, read_pdf
from mingzhang.reading.pdf.document import opened


def floor(path: Path) -> int:
    """Every page's text page opened, code, origin and box of every character read, its drawn paths counted."""
    pages = 0
    with opened(path) as document:
        for number in range(native.count_pages(document)):
            page = native.load_page(document, number)
            text = native.load_text(page)
            _characters(text, native.count_chars(text))
            objects = map(native.get_object, repeat(native.ready(page)), range(native.count_objects(page)))
            sum(kind == native.PATH for kind in map(native.object_type, map(native.ready, objects)))
            native.close_text(text)
            native.close_page(page)
            pages += 1
    return pages


def _characters(text_page: int, count: int) -> None:
    text, numbers = native.ready(text_page), range(count)
    boxes, origins = native.Rows("f", count, 4), native.Rows("d", count, 2)
    for _ in map(native.char_code, repeat(text), numbers):
        pass
    for _ in map(native.char_origin, repeat(text), numbers, *origins.places()):
        pass
    for _ in map(native.char_box, repeat(text), numbers, boxes.starts()):
        pass


def ours(path: Path) -> list[str]:
    """The cells of all tables that our reading finds, in order."""
    return [cell.text for table in read_pdf(path).tables() for row in table.rows for cell in row]


def theirs(path: Path) -> list[str]:
    """The cells of all tables that pdfplumber extracts, beside the text of every page."""
    found: list[str] = []
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_text()
            found += [cell or "" for table in page.extract_tables() for row in table for cell in row]
            page.close()
    return found


WHO: dict[str, Callable[[Path], Any]] = {"floor": floor, "ours": ours, "pdfplumber": theirs}


def agreed(path: Path) -> int:
    """How many cells with words there are; both readers give the same ones in the same order."""
    left, right = (["".join(text.split()) for text in read(path) if text.strip()] for read in (ours, theirs))
    assert left == right, [pair for pair in zip(left, right, strict=False) if pair[0] != pair[1]][:5]
    return len(left)


def main(rounds: int, files: list[Path]) -> None:
    """Check that all agree, which warms up too, then measure."""
    cells = sum(map(agreed, files))
    pages = sum(map(floor, files))
    gc.collect()
    gc.freeze()
    runs: dict[str, list[list[float]]] = {name: [[0.0, 0.0] for _ in range(rounds)] for name in WHO}
    for number in range(rounds):
        for path in files:
            for name, read in WHO.items():
                wall, cpu = perf_counter(), process_time()
                read(path)
                runs[name][number][0] += perf_counter() - wall
                runs[name][number][1] += process_time() - cpu
    print(json.dumps({"files": len(files), "pages": pages, "cells": cells, "runs": runs}))


if __name__ == "__main__":
    main(int(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
