"""The page in a real browser: without scripts, on phones, by keyboard, in print, and under axe."""

import os
from dataclasses import replace
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from mingzhang.publishing import html
from tests.appraised import appraised, performance
from tests.publishing.full_size import full_size
from tests.sample import small_disclosure

pytestmark = [pytest.mark.slow, pytest.mark.browser]
pypdfium2: Any = pytest.importorskip("pypdfium2", reason="没有安装 pypdfium2")
sync_api = pytest.importorskip("playwright.sync_api", reason="没有安装 playwright")

CHROMIUM = next(filter(None, map(which, ("chromium", "chromium-browser", "google-chrome"))), None)
AXE = Path(os.environ.get("MINGZHANG_AXE", Path(__file__).parents[2] / ".cache/node_modules/axe-core/axe.min.js"))
WIDTHS = (320, 390, 768, 1280)
PANEL = "section[id='f-T5.total.小计']"
CELL = "td[id='c-T5.total.小计'] a"


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        pytest.skip("没有 Chromium")
    with sync_api.sync_playwright() as play:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        running = play.chromium.launch(executable_path=CHROMIUM, args=arguments)
        yield running
        running.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    file = tmp_path_factory.mktemp("page") / "disclosure.html"
    file.write_bytes(html.write(full_size()))
    return file.as_uri()


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    file = tmp_path_factory.mktemp("page") / "disclosure.html"
    file.write_bytes(html.write(small_disclosure()))
    return file.as_uri()


@pytest.fixture(scope="module")
def evaluated(tmp_path_factory):
    file = tmp_path_factory.mktemp("page") / "disclosure.html"
    file.write_bytes(html.write(replace(appraised(), performance=performance())))
    return file.as_uri()


def _open(browser, address, width=1280, **options):
    page = browser.new_page(viewport={"width": width, "height": 900}, **options)
    page.goto(address)
    return page


def test_without_scripts_a_figure_opens_its_panel_and_closes_again(browser, address):
    page = _open(browser, address, java_script_enabled=False)
    assert not page.locator(PANEL).is_visible()
    page.locator(CELL).click()
    assert page.locator(PANEL).is_visible()
    page.locator(f"{PANEL} .x").click()
    assert not page.locator(PANEL).is_visible()
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_page_never_scrolls_sideways(browser, address, width):
    page = _open(browser, address, width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.goto(f"{address}#f-T5.total.小计")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


def test_on_a_phone_names_stay_in_sight_while_figures_scroll(browser, address):
    page = _open(browser, address, 320)
    region = page.locator("#T5 .scroll")
    region.evaluate("region => { region.scrollLeft = 9999 }")
    name = page.locator("#T5 tbody th", has_text="行政事业单位养老支出").bounding_box()
    assert 0 <= name["x"] < 20
    page.close()


def test_by_keyboard_it_opens_closes_and_comes_back(browser, address):
    page = _open(browser, address)
    page.locator(CELL).focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'f-T5.total.小计'")
    page.keyboard.press("Escape")
    page.wait_for_function("document.activeElement.parentNode.id === 'c-T5.total.小计'")
    assert not page.locator(PANEL).is_visible()
    page.close()


def test_it_asks_the_network_for_nothing(browser, address):
    asked = []
    page = browser.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.locator(CELL).click()
    assert asked == [address]
    page.close()


@pytest.mark.parametrize("state", ["plain", "panel", "big", "strong"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(browser, small, width, state):
    if not AXE.is_file():
        pytest.skip("没有 axe-core：npm install --prefix .cache axe-core，或用 MINGZHANG_AXE 指明 axe.min.js")
    page = _open(browser, small + ("#f-T5.total.小计" if state == "panel" else ""), width)
    if state in ("big", "strong"):
        page.get_by_role("button", name={"big": "大字", "strong": "高对比"}[state]).click()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in found["violations"]] == []
    assert len(found["passes"]) > 20
    page.close()


def test_axe_finds_nothing_on_a_page_of_usual_size(browser, address):
    if not AXE.is_file():
        pytest.skip("没有 axe-core")
    page = _open(browser, address, 390)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert [v["id"] for v in page.evaluate("axe.run()")["violations"]] == []
    page.close()


@pytest.mark.parametrize("panel", ["", "#f-P.零跑动占比.完成值", "#f-E.整体/零跑动占比.得分"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_tables_and_charts_of_performance(browser, evaluated, width, panel):
    if not AXE.is_file():
        pytest.skip("没有 axe-core")
    page = _open(browser, evaluated + panel, width)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert [(v["id"], v["nodes"][0]["html"][:200]) for v in page.evaluate("axe.run()")["violations"]] == []
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_a_wide_table_scrolls_and_the_page_does_not(browser, evaluated, width):
    page = _open(browser, evaluated, width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    if width < 400:
        assert page.locator(".grid .scroll").first.evaluate("region => region.scrollWidth > region.clientWidth")
    page.close()


def test_a_figure_in_a_table_opens_its_panel_and_closes_back_to_it(browser, evaluated):
    page = _open(browser, evaluated, java_script_enabled=False)
    page.locator(".grid td[data-address='P[零跑动占比].完成值'] a").first.click()
    panel = page.locator("section[id='f-P.零跑动占比.完成值']")
    assert "分子÷分母＝84.80%" in panel.inner_text()
    panel.locator(".x").click()
    assert not panel.is_visible()
    page.close()


def test_axe_would_find_something(browser):
    """The check can fail: a page with an unnamed picture and a link without words."""
    if not AXE.is_file():
        pytest.skip("没有 axe-core")
    page = browser.new_page()
    page.set_content("<p><img src='x'><a href='#x'></a></p>")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert {v["id"] for v in page.evaluate("axe.run()")["violations"]} >= {"image-alt", "link-name"}
    page.close()


def test_in_print_wide_statements_lie_on_their_side_and_panels_are_left_out(browser, address):
    page = _open(browser, address)
    printed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    sizes = [printed[n].get_size() for n in range(len(printed))]
    texts = [printed[n].get_textpage().get_text_bounded() for n in range(len(printed))]
    assert all(min(size) == pytest.approx(595, abs=1) for size in sizes)
    turned = {n for n, (width, height) in enumerate(sizes) if width > height}
    assert turned
    assert "表2" in texts[min(turned)]
    assert "由什么组成" not in "".join(texts)
    page.close()
