"""Page 网页: one file that holds the whole disclosure and needs nothing else."""

from collections.abc import Iterator
from importlib.resources import files

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.chart import Chart
from mingzhang.disclosure.claim import addresses
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.section import Block, ChartPlace, Mention, Paragraph, Run, StatementPlace, TablePlace
from mingzhang.publishing.chart import chart_unit, draw
from mingzhang.publishing.html.markup import chart_id, mention_id, panel_id, tag, words
from mingzhang.publishing.html.panels import Panels, panels
from mingzhang.publishing.html.plain_table import plain_table
from mingzhang.publishing.html.table import table
from mingzhang.publishing.outline import Entry, chart_caption, outline
from mingzhang.publishing.tabular import Spot

SHORT = 12
"""Characters of a mention that stays on one line even on the narrowest phone."""

_KEY_FIGURES = (
    ("收入总计", Address("T1", "收入总计", "金额")),
    ("支出总计", Address("T1", "支出总计", "金额")),
    ("基本支出", Address("T3", "total", "基本支出")),
    ("项目支出", Address("T3", "total", "项目支出")),
    ("“三公”经费", Address("T7", "决算数", "合计")),
)


def page(disclosure: Disclosure) -> str:
    """The document type, the head and the body."""
    made = panels(disclosure)
    entries = tuple(outline(disclosure))
    head = (
        '<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="generator" content="Mingzhang 明账">'
        f"<title>{words(disclosure.title)}</title><style>{_file('style.css')}</style>"
    )
    body = (
        tag("a", "跳到正文", class_="skip", href="#main"),
        _banner(disclosure, made),
        tag("div", _contents(entries), _main(disclosure, entries, made), class_="page"),
        tag("div", *made, class_="panels"),
        _foot(disclosure),
        f"<script>{_file('enhance.js')}</script>",
    )
    return f'<!DOCTYPE html>\n<html lang="zh-CN"><head>{head}</head>\n<body id="top">{"".join(body)}</body></html>\n'


def _file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _banner(disclosure: Disclosure, made: Panels) -> str:
    return tag(
        "header",
        tag(
            "div",
            tag("p", words(disclosure.entity.superior or disclosure.entity.name), class_="org"),
            tag("h1", words(disclosure.title)),
            tag("p", words(disclosure.dated), class_="date"),
            _key_figures(disclosure, made),
        ),
        class_="top",
    )


def _key_figures(disclosure: Disclosure, made: Panels) -> str:
    cards = [
        tag(
            "li",
            tag("a", tag("span", words(name)), " ", tag("b", disclosure.facts[a].shown), " 万元", href=made.link(a)),
        )
        for name, a in _KEY_FIGURES
        if a in disclosure.facts and made.has(a)
    ]
    return tag("ul", *cards, class_="key", aria_label="主要数据") if cards else ""


def _contents(entries: tuple[Entry, ...]) -> str:
    lines = [
        tag("li", tag("a", words(entry.heading), href=f"#{entry.id}"), class_=f"l{entry.level}")
        for entry in entries
        if entry.level <= 2
    ]
    listing = tag("ol", *lines)
    return tag("nav", f"<details open><summary>目录</summary>{listing}</details>", aria_label="目录", class_="toc")


def _main(disclosure: Disclosure, entries: tuple[Entry, ...], made: Panels) -> str:
    return tag("main", *_flow(disclosure, entries, made), id="main", tabindex=-1)


def _flow(disclosure: Disclosure, entries: tuple[Entry, ...], made: Panels) -> Iterator[str]:
    for entry in entries:
        heading = tag(f"h{min(6, entry.level + 1)}", words(entry.heading), id=entry.id)
        blocks = [_block(disclosure, entry, number, block, made) for number, block in enumerate(entry.blocks)]
        if any(isinstance(b, StatementPlace) and disclosure.statement(b.statement).landscape for b in entry.blocks):
            yield tag("div", heading, *blocks, class_="turned")
        else:
            yield heading + "".join(blocks)


def _block(disclosure: Disclosure, entry: Entry, number: int, block: Block, made: Panels) -> str:
    match block:
        case Paragraph(runs):
            return tag("p", *(_run(entry, number, i, run, made) for i, run in enumerate(runs)))
        case StatementPlace(name):
            return table(disclosure, disclosure.statement(name), made)
        case ChartPlace(chart):
            return _chart(disclosure, chart, made)
        case TablePlace(grid):
            return plain_table(Spot(entry, number, grid), made)


def _run(entry: Entry, block: int, number: int, run: Run, made: Panels) -> str:
    if not isinstance(run, Mention):
        return tag("strong", words(run.text)) if run.bold else words(run.text)
    speaks_of = addresses(run.claim)
    subject = next((a for a in speaks_of if made.has(a)), None)
    if subject is None:
        return words(run.text)
    return tag(
        "a",
        words(run.text),
        id=mention_id(entry.id, block, number),
        href=f"#{panel_id(subject)}",
        class_="k" if len(run.text) <= SHORT else None,
        data_claim=type(run.claim).__name__,
        data_address=" ".join(str(a) for a in speaks_of),
    )


def _chart(disclosure: Disclosure, chart: Chart, made: Panels) -> str:
    unit = chart_unit(chart, disclosure.facts)
    wide = draw(chart, disclosure.facts, unit, link=made.link)
    narrow = draw(chart, disclosure.facts, unit, link=made.link, narrow=True)
    return tag(
        "figure",
        tag("div", wide, class_="wide-chart"),
        tag("div", narrow, class_="narrow-chart"),
        tag("figcaption", words(chart_caption(chart))),
        id=chart_id(chart.number),
    )


def _foot(disclosure: Disclosure) -> str:
    how = (
        "点按任一数字，可以看到它由什么组成、相加是否相符、还出现在哪里、从哪里取得。"
        "金额以万元显示，逐格由精确到分的数四舍五入，因此各分项之和与合计可能相差0.01。"
    )
    return tag("footer", tag("p", how), tag("p", words(f"{disclosure.entity.name}　{disclosure.dated}")))
