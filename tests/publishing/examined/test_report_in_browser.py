"""The report in a real browser: on phones, without asking the network for anything, and under axe."""

import pytest

from mingzhang.publishing.examined import report
from tests.publishing.examined.examples import EXAMINATION, OBLIGATIONS, pdf
from tests.publishing.test_page_in_browser import AXE, WIDTHS, browser  # noqa: F401

pytestmark = [pytest.mark.slow, pytest.mark.browser]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    file = tmp_path_factory.mktemp("report") / "report.html"
    file.write_bytes(report.write(EXAMINATION, OBLIGATIONS, pdf()))
    return file.as_uri()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_report_never_scrolls_sideways_and_axe_finds_nothing(browser, address, width):  # noqa: F811
    page = browser.new_page(viewport={"width": width, "height": 900})
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert [url for url in asked if not url.startswith("data:")] == [address]
    if AXE.is_file():
        page.add_script_tag(path=AXE)
        found = page.evaluate("axe.run()")["violations"]
        assert [(v["id"], [n["html"][:120] for n in v["nodes"]]) for v in found] == []
    page.close()
