"""Parts 组成部分: what every published final accounts must contain: overview, statements, narrative, glossary."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.rule import Rule, Severity
from mingzhang.audit.words.hit import Hit, Texts
from mingzhang.audit.words.passage import Passage, Role
from mingzhang.audit.words.titles import statement_of

_NEEDED: Final = (
    (
        "概况（主要职能、机构设置）",
        re.compile("概况|基本情况|主要职[能责]|工作职[能责]|部门职[能责]|单位职[能责]|机构设置|单位构成"),
    ),
    ("名词解释", re.compile("名词解释|名词说明|名词注释|专业名词|名词术语")),
)
_DEMANDED: Final = (
    ("“三公”经费支出情况", re.compile("三公")),
    ("政府性基金预算收支情况", re.compile("政府性基金")),
    ("机关运行经费支出情况", re.compile("机关运行|机构运行|运行经费")),
    ("政府采购支出情况", re.compile("政府采购|采购支出|采购金额")),
    ("国有资产占用情况", re.compile("国有资产|共有车辆|车辆\\d+辆")),
    ("预算绩效情况", re.compile("绩效")),
)
"""财预〔2016〕143号 asks for these in words, 绩效 and 国有资产 step by step: since 2018 every template has them."""
_UNASKED: Final = "政府性基金预算收支情况"
"""What most templates have and that circular does not name."""
_SINCE: Final = 2018
_SECTIONS: Final = 5
_NUMBER: Final = re.compile(r"^第[一二三四五六七八九十]+部分[、：]?|^[（(]?[一二三四五六七八九十\d]+[）)、.．]")
_FIELD: Final = re.compile(r"PAGEREF.*$|[.…·]*\d*$")
_NOISE: Final = re.compile(r"20\d\d年度?|[“”\"'‘’（）()·.…]|情况|说明|部门|单位|支出|的|\d+$")
_DATED: Final = re.compile(r"[\u4e00-\u9fff]{0,6}(?:时间|日期|单位|部门)：|20\d\d年\d{1,2}月")
"""When and by whom it was published: no heading, though it stands in the list."""
_LIKE: Final = 0.6
_WORKING: Final = 0.7


def parts_present(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """The parts without which a text with narrative and statements is incomplete."""
    body = [p for p in texts if p.role is not Role.CONTENTS]
    if not _is_whole(body):
        return
    for name, words in _NEEDED:
        if not any(words.search(p.text) for p in body if p.role in {Role.PART, Role.HEADING} or len(p.text) < 40):
            last = body[-1]
            end = min(20, len(last.text))
            yield Hit(last, 0, end, f"全文没有“{name}”部分", f"应有“{name}”", name, printed="缺失")


def matters_present(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """The matters that must be explained in words, at least by saying that there was nothing."""
    narrative = [p for p in texts if p.part in {"narrative", "performance"} and p.role is not Role.CONTENTS]
    headings = [p for p in narrative if p.role is Role.HEADING]
    if context.year < _SINCE or len({p.topic for p in headings if p.topic}) < _SECTIONS:
        return
    elsewhere = [p for p in texts if p.role in {Role.PART, Role.HEADING, Role.PARAGRAPH} and p.part != "glossary"]
    for name, words in _DEMANDED:
        if not any(words.search(p.text) for p in elsewhere):
            last = headings[-1]
            mild = Severity.INFO if name == _UNASKED else None
            note, expected = f"情况说明没有“{name}”", f"应有“{name}”"
            yield Hit(last, 0, len(last.text), note, expected, name, mild, printed="缺失")


def _is_whole(body: list[Passage]) -> bool:
    """Whether a document claims to be complete: it has statements and a narrative of several sections."""
    statements = {p.statement for p in body if p.statement}
    topics = {p.topic for p in body if p.role is Role.HEADING and p.topic and p.part == "narrative"}
    return len(statements) >= _SECTIONS and len(topics) >= _SECTIONS


def contents_kept(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """What the contents list stands in the body; statements are looked after by a rule of their own."""
    listed = [
        p
        for p in texts
        if p.role is Role.CONTENTS and _bare(p.text) not in {"", "目录"}
        if not statement_of(p.text) and not _DATED.match(p.text)
    ]
    heads = [_bare(p.text) for p in texts if p.role in {Role.PART, Role.HEADING}]
    loose = [p.text for p in texts if p.role is Role.PARAGRAPH]
    lost = [p for p in listed if not _stands(_bare(p.text), heads, loose)]
    if len(listed) >= _SECTIONS and len(lost) <= (1 - _WORKING) * len(listed):
        for passage in lost:
            note = f"目录列有“{passage.printed.strip()}”，正文没有这一节"
            yield Hit(passage, 0, len(passage.text), note, "补上这一节或更正目录", passage.text)


def _bare(text: str) -> str:
    return _NOISE.sub("", _NUMBER.sub("", _FIELD.sub("", text)))


def _stands(entry: str, heads: list[str], loose: list[str]) -> bool:
    alike = any(entry in head or head in entry for head in heads if head)
    return (
        alike
        or any(SequenceMatcher(None, entry, head).ratio() >= _LIKE for head in heads)
        or any(entry in text for text in loose)
    )
