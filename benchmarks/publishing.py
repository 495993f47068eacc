"""Publishing 发布: every format of the example, and its PDF against WeasyPrint and LibreOffice."""

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from statistics import median

from benchmarks.timing import ROOT, Contender, Measured, measure, run_once, script

EXAMPLE = ROOT / "examples" / "information-centre-2021"
TOTAL, PRINTED = "1931325.64", "193.13"
"""The example's total in yuan, and as it is printed in 万元."""

TYPST, WEASYPRINT, LIBREOFFICE = "PDF：明账", "PDF：WeasyPrint（由网页）", "PDF：LibreOffice（由 Word 文档）"

Steps = dict[str, tuple[float, float, float]]
"""Median, fastest and slowest seconds by step."""


def steps(rounds: int, work: Path) -> Steps:
    """The seconds of every step and format inside fresh processes."""
    runs = [_one(work) for _ in range(rounds + 1)][1:]
    return {name: (median(found), min(found), max(found)) for name in runs[0] if (found := [run[name] for run in runs])}


def _one(work: Path) -> dict[str, float]:
    out = work / "published"
    shutil.rmtree(out, ignore_errors=True)
    _, output = run_once(script("publish", EXAMPLE, out))
    _published(out)
    seconds: dict[str, float] = json.loads(output)
    return seconds


def _published(out: Path) -> None:
    """The figures that were published are those the example is known to print, and no format is missing."""
    rows = list(csv.reader((out / "facts.csv").read_text(encoding="utf-8-sig").splitlines()))
    facts = {tuple(row[:3]): row[3] for row in rows}
    assert facts["T1", "收入总计", "金额"] == facts["T1", "支出总计", "金额"] == TOTAL
    assert {path.suffix for path in out.glob("disclosure.*")} == {".xlsx", ".docx", ".html", ".pdf", ".ofd", ".json"}


def pdfs(rounds: int, work: Path, say: Callable[[str], None]) -> list[Measured]:
    """Whole processes that make a PDF of the same content, each from what it takes."""
    out = work / "published"
    if not out.exists():
        _one(work)
    run_once(script("draft", EXAMPLE, work / "disclosure.pickle"))
    ours, theirs = work / "ours.pdf", work / "weasyprint.pdf"
    contenders = [
        Contender(TYPST, script("pdf_ours", work / "disclosure.pickle", ours), _is_pdf(ours), rounds),
        Contender(WEASYPRINT, script("pdf_weasyprint", out / "disclosure.html", theirs), _is_pdf(theirs), rounds),
    ]
    if office := shutil.which("soffice"):
        profile = f"-env:UserInstallation=file://{work.resolve()}/office"
        made = work / "office-out" / "disclosure.pdf"
        command = (
            office,
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(made.parent),
            str(out / "disclosure.docx"),
        )
        contenders.append(Contender(LIBREOFFICE, command, _is_pdf(made), rounds))
    return measure(contenders, 0, say)


def _is_pdf(path: Path) -> Callable[[str], None]:
    """A check that the file is a PDF whose words hold the unit's total, and is made anew every time."""

    def check(_: str) -> None:
        assert path.read_bytes().startswith(b"%PDF")
        assert PRINTED in _words(path)
        path.unlink()

    return check


def _words(path: Path) -> str:
    from pypdfium2 import PdfDocument

    with PdfDocument(path) as document:
        return "".join(page.get_textpage().get_text_range() for page in document)
