"""Report 审核报告: one self-contained page, coverage first, every finding with the place it stands at."""

import base64
from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from itertools import groupby

from mingzhang.disclosure.examination import Examination
from mingzhang.disclosure.obligation import Obligation
from mingzhang.disclosure.remark import LEVELS, Remark
from mingzhang.publishing.examined import words as say
from mingzhang.publishing.examined.checklist import Line, lines
from mingzhang.publishing.examined.picture import Strip, strips
from mingzhang.publishing.html.markup import tag, words


def write(examination: Examination, obligations: Sequence[Obligation], data: bytes | None = None) -> bytes:
    """The page of one document; `data` is the PDF the pictures are taken from."""
    pictures = strips(data, examination.remarks) if data else {}
    style = files(__package__).joinpath("report.css").read_text("utf-8")
    title = f"审核报告：{say.name(examination)}"
    head = tag("head", '<meta charset="utf-8">', _viewport(), tag("title", words(title)), tag("style", style))
    body = tag("body", _top(examination), tag("main", *_parts(examination, obligations, pictures)))
    return f"<!doctype html>\n{tag('html', head, body, lang='zh-CN')}\n".encode()


def _viewport() -> str:
    return '<meta name="viewport" content="width=device-width, initial-scale=1">'


def _top(examination: Examination) -> str:
    source = "，".join(filter(None, (examination.path, f"{examination.pages}页" if examination.pages else "")))
    return tag(
        "header",
        tag("p", words(f"部门决算公开审核报告 · {source}"), class_="source"),
        tag("h1", words(say.name(examination))),
        tag("p", words(say.verdict(examination)), class_="verdict"),
        tag("p", words(say.coverage(examination.tally)), class_="coverage"),
        *(tag("p", words(hint), class_="hint") for hint in (*_bound(examination), *examination.hints)),
    )


def _bound(examination: Examination) -> Iterable[str]:
    if examination.bound.numbers:
        yield f"文字部分有 {examination.bound.numbers} 个数字，其中 {examination.bound.bound} 个已与报表或上下文核对。"


def _parts(
    examination: Examination, obligations: Sequence[Obligation], pictures: Mapping[Remark, Strip]
) -> Iterable[str]:
    for level in LEVELS:
        mine = [remark for remark in examination.remarks if remark.level == level and not remark.waived]
        if mine:
            yield tag("h2", words(f"{say.LEVEL[level]}（{len(mine)}）"))
            yield from (_cause(list(group), pictures) for _, group in groupby(mine, key=_root))
    waived = [remark for remark in examination.remarks if remark.waived]
    if waived:
        yield tag("h2", words(f"已豁免（{len(waived)}）"))
        yield from (_finding(remark, pictures) for remark in waived)
    yield tag("h2", "检查表") + _check_table(lines(examination, obligations))
    yield tag("h2", "核对范围") + _coverage_table(examination)


def _root(remark: Remark) -> str:
    return remark.root or repr(remark)


def _cause(remarks: Sequence[Remark], pictures: Mapping[Remark, Strip]) -> str:
    """Findings of one cause that follow each other stand in one frame."""
    inner = "".join(_finding(remark, pictures) for remark in remarks)
    return (
        tag("section", tag("p", words(f"同一原因，{len(remarks)} 处"), class_="same"), inner) if remarks[1:] else inner
    )


def _finding(remark: Remark, pictures: Mapping[Remark, Strip]) -> str:
    head = " ".join(filter(None, (remark.place, say.page(remark))))
    more = "".join(tag("li", words(text)) for text in remark.consequences)
    return tag(
        "article",
        tag("h3", words(head)),
        tag("p", words(say.mend(remark)), class_="mend") if say.mend(remark) else "",
        tag("p", words(remark.message)),
        tag("ul", more) if more else "",
        _picture(pictures[remark], remark) if remark in pictures else _quote(remark),
        tag("p", words(f"规则 {remark.rule}：{remark.label}。依据：{remark.reference}"), class_="rule"),
        tag("p", words(f"豁免：{remark.waived}"), class_="rule") if remark.waived else "",
        class_=remark.level,
    )


def _picture(strip: Strip, remark: Remark) -> str:
    source = f"data:image/png;base64,{base64.b64encode(strip.png).decode('ascii')}"
    image = f'<img src="{source}" alt="{words(remark.quote or remark.printed or remark.place)}" loading="lazy">'
    marks = "".join(
        f'<i style="left:{m.left:.2f}%;top:{m.top:.2f}%;width:{m.width:.2f}%;height:{m.height:.2f}%"></i>'
        for m in strip.marks
    )
    return tag("figure", image, marks)


def _quote(remark: Remark) -> str:
    before, found, after = remark.quote.partition(remark.printed) if remark.printed else (remark.quote, "", "")
    marked = tag("mark", words(found)) if found else ""
    return tag("blockquote", words(before), marked, words(after)) if remark.quote else ""


def _check_table(checks: Iterable[Line]) -> str:
    rows = (
        (c.obligation.group, c.obligation.label, c.answer.value, c.problem, c.pages, c.obligation.reference)
        for c in checks
    )
    return _table(("检查内容", "检查要求", "是否合格", "问题", "页码", "依据"), rows)


def _coverage_table(examination: Examination) -> str:
    rows = (
        (
            say.KIND.get(r.kind, r.kind), f"{r.rule} {r.label}", r.tally.passed, r.tally.violated, r.tally.undetermined,
            r.tally.not_applicable, "；".join(r.open), r.reference,
        )
        for r in examination.requirements
    )  # fmt: skip
    return _table(("类别", "规则", "相符", "不符", "无法判断", "不适用", "无法判断的原因", "依据"), rows)


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    top = tag("thead", tag("tr", *(tag("th", words(text), scope="col") for text in head)))
    body = tag("tbody", *(tag("tr", *(tag("td", words(str(cell))) for cell in row)) for row in rows))
    return tag("div", tag("table", top, body), class_="scroll", tabindex=0, role="region", aria_label=head[1])
