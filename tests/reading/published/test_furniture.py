"""Lines at the edge of most pages."""

from mingzhang.disclosure.position import Position
from mingzhang.reading.published.furniture import without_furniture
from mingzhang.reading.transcript import TextLine


def page(number: int, *texts: str) -> list[TextLine]:
    """The lines of one page."""
    return [TextLine(text, Position("页.pdf", page=number)) for text in texts]


def test_what_comes_again_at_the_edge_of_pages_is_left_out() -> None:
    items = [
        line for n in range(1, 5) for line in page(n, "某局2023年度决算", f"第{n}段。", f"https://example.cn/a {n}/4")
    ]
    assert [line.text for line in without_furniture(items) if isinstance(line, TextLine)] == [
        "第1段。", "第2段。", "第3段。", "第4段。",
    ]  # fmt: skip


def test_captions_and_what_stands_on_few_pages_stay() -> None:
    items = [line for n in range(1, 5) for line in page(n, "单位：万元", f"第{n}段。", "注" if n < 3 else f"尾{n}段。")]
    assert without_furniture(items) == items
    assert without_furniture(page(1, "一行")) == page(1, "一行")
    assert without_furniture([TextLine("一行", Position("例.md", line=1))] * 4) != []
