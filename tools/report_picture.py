"""Make docs/images/audit.png: a published example with faults planted in it, audited, its report as a browser shows it.

python tools/report_picture.py
"""

import shutil
import tempfile
from contextlib import chdir
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import sync_playwright

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.workflows.audit import Settings, audit
from mingzhang.workflows.build import compile_year, read_year
from mingzhang.workflows.document import draft
from mingzhang.workflows.publish import publish, save
from mingzhang.workflows.surfaces import publish_findings

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "department-2023"
PICTURE = ROOT / "docs" / "images" / "audit.png"
FAULTS = {"T5[2070108].项目支出": -3_600_000, "T8[total].年末结转和结余": -5_400_000}
"""Addresses of figures and by how much, in fen, they are printed wrong."""


def planted(folder: Path) -> Path:
    """The example as a PDF with the faults in its statements."""
    year, _ = read_year(EXAMPLE)
    accounts, _ = compile_year(year, folder)
    files = publish(_wrong(draft(accounts).disclosure), ["pdf"]).files
    save(files, folder)
    return folder / "disclosure.pdf"


def _wrong(disclosure: Disclosure) -> Disclosure:
    facts = dict(disclosure.facts)
    for text, off in FAULTS.items():
        address = Address.parse(text)
        facts[address] = replace(facts[address], value=facts[address].value + off)
    return replace(disclosure, facts=facts)


def main() -> None:
    """Audit the planted file and take the picture."""
    with tempfile.TemporaryDirectory() as scratch, chdir(scratch):
        file = planted(Path.cwd()).rename(Path.cwd() / "决算公开.pdf").relative_to(Path.cwd())
        settings = Settings(Path("审核结果"))
        publish_findings(audit([file], settings), ["html"], settings)
        (page,) = Path.cwd().rglob("*.html")
        _shoot(page)


def _shoot(page: Path) -> None:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"])
        sheet = browser.new_page(viewport={"width": 1100, "height": 1000}, device_scale_factor=1)
        sheet.goto(page.as_uri())
        sheet.screenshot(path=PICTURE)
        browser.close()


if __name__ == "__main__":
    main()
