"""The report shows coverage first, then each finding with its place."""

from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from mingzhang.publishing.examined import report
from tests.publishing.examined.examples import EXAMINATION, OBLIGATIONS, pdf


def test_coverage_stands_before_the_first_finding() -> None:
    page = report.write(EXAMINATION, OBLIGATIONS).decode()
    assert page.index("共核对 38 处：相符 35 处，不符 3 处") < page.index("<article")


def test_a_finding_has_the_strip_of_its_page_with_a_mark() -> None:
    tree = LexborHTMLParser(report.write(EXAMINATION, OBLIGATIONS, pdf()).decode())
    figures = tree.css("article figure")
    assert len(figures) == 3
    assert all(figure.css("img") and figure.css("i") for figure in figures)


def test_without_pages_the_quote_is_marked() -> None:
    tree = LexborHTMLParser(report.write(EXAMINATION, OBLIGATIONS).decode())
    assert [mark.text() for mark in tree.css("blockquote mark")] == ["0", "71.73%"]


def test_nothing_of_the_document_becomes_markup() -> None:
    evil = replace(EXAMINATION, unit="<script>alert(1)</script>")
    assert "<script" not in report.write(evil, OBLIGATIONS).decode()
