"""Years 年度: the fiscal year is the same wherever the document speaks of its own accounts."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.hit import Hit, Texts
from mingzhang.audit.words.passage import Passage, Role
from mingzhang.disclosure import topic

_TITLES: Final = frozenset({Role.TITLE, Role.PART, Role.HEADING, Role.CAPTION, Role.CONTENTS})
_YEAR: Final = re.compile(r"(?<![\d.])(20\d\d)年度?")
_NEIGHBOUR: Final = re.compile("上一[篇条页]|下一[篇条页]|相关|附件下载")
"""Lines of a web site about other pages."""
_ABOUT_ACCOUNTS: Final = re.compile("决算|财政拨款|收入支出|绩效自评|重点工作完成")
_LAW: Final = re.compile(r"《[^《》]*(?:办法|通知|规定|意见|条例|方案|规划|法)》|〔20\d\d〕")
"""The name and number of a document, whose year is its own."""
_CLOSING: Final = re.compile(r"截[至止]到?(20\d\d)年(?:12月(?:31日|[底末])|[底末])")
_HELD: Final = re.compile("车辆|设备|国有资产|固定资产|公务用车|保有量|在职|编制|人员")
_MONEY: Final = frozenset({
    topic.OVERALL, topic.INCOME, topic.SPENDING, topic.GRANTS, topic.GENERAL, topic.GENERAL_TOTAL,
    topic.GENERAL_STRUCTURE, topic.GENERAL_ITEMS, topic.BASIC, topic.THREE, topic.FUND, topic.STATE_CAPITAL,
    topic.RUNNING_COST, topic.PROCUREMENT, topic.ASSETS, topic.PERFORMANCE,
})  # fmt: skip
_SUBJECT: Final = re.compile(
    r"(?:^|[。；])[^。；，、：\d]{0,40}?(20\d\d)年度?"
    r"(?=(?:(?:本|我)(?:部门|单位))?(?:本年|[收支]|总[收支]|财政拨款|一般公共预算|政府性基金|国有资本|“三公|政府采购|机关运行|部门决算|决算|预算绩效)"
    r"|(?:本部门|本单位)面向|无|没有)"
)
_SAYS: Final = re.compile(r"\d|无|没有")
"""An account is given: an amount, or that there was none."""
_TOWARDS: Final = re.compile(
    r"(?:(?:与|同|比|较|和|跟|相对|相比|从|由|自|对比)(?:上年|去年|上一年)?度?|上年|去年)[（于]?$"
)
_OWN_YEAR: Final = re.compile(
    r"(?:绩效目标|绩效跟踪|跟踪评价|绩效自评|绩效监控)的(20\d\d)年度?项目|(20\d\d)年度?预算绩效管理工作(?:开展)?情况如下"
)
_COMPARED: Final = re.compile(
    r"(?:与|同|比|较|跟)(?:上年)?（?(20\d\d)年度?(?:决算数?)?）?(?=相比|相较|增加|减少|增长|下降|上升|持平|各增|各减|降低|基本持平)"
)
_ODD: Final = re.compile(r"(?<![\d.,\-第年/])(20\d{3}|20\d|2\d\d)(?=年度)|(?<![\d.,\-第/])(20\d{3})(?=年(?!度))")
_LAST: Final = 3
_DAY: Final = re.compile(r"^[（(]?(20\d\d)年(\d{1,2})月(?:\d{1,2}日)?[）)]?$")


def fiscal_years(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """Another year where the year of these accounts must stand."""
    for passage in texts if context.year else ():
        if _NEIGHBOUR.match(passage.text):
            continue
        if passage.role in _TITLES:
            yield from _in_title(passage, context.year)
        elif passage.role is Role.NOTE:
            yield from _in_note(passage, context.year)
        elif passage.role is Role.PARAGRAPH:
            yield from _in_prose(passage, context.year)


def _wrong(passage: Passage, found: re.Match[str], year: int, why: str) -> Hit:
    """The year with its 年度 as printed, and the same with the right year."""
    start = found.start(found.lastindex or 1)
    end = start + 4 + (1 if passage.text[start + 4 : start + 5] == "年" else 0)
    end += 1 if passage.text[end : end + 1] == "度" else 0
    right = str(year) + passage.text[start + 4 : end]
    return Hit(
        passage,
        start,
        end,
        f"“{passage.piece(start, end)}”应为“{right}”：{why}",
        right,
        f"{passage.text[start : start + 4]}→{year}",
    )


def _in_title(passage: Passage, year: int) -> Iterator[Hit]:
    text = _LAW.sub(lambda law: " " * len(law[0]), passage.text)
    found = list(_YEAR.finditer(text))
    lone = len(found) == 1 and not _TOWARDS.search(text[: found[0].start()])
    if lone and int(found[0][1]) != year and _ABOUT_ACCOUNTS.search(text):
        yield _wrong(passage, found[0], year, f"本文件是{year}年度决算")


def _in_note(passage: Passage, year: int) -> Iterator[Hit]:
    found = list(_YEAR.finditer(passage.text))
    if len(found) == 1 and int(found[0][1]) != year and re.search("无|没有", passage.text[found[0].end() :]):
        yield _wrong(passage, found[0], year, f"本表反映{year}年度的收支")


def _in_prose(passage: Passage, year: int) -> Iterator[Hit]:
    text = passage.text
    for found in _CLOSING.finditer(text):
        held = passage.topic in {topic.ASSETS, topic.THREE, topic.STAFF} or _HELD.search(text[found.end() :][:60])
        if int(found[1]) != year and held and str(year) not in text[found.end() :]:
            yield _closing(passage, found, year)
    if passage.topic in _MONEY or passage.part == "overview":
        yield from (
            _wrong(passage, f, year, f"说明的是{year}年度")
            for f in _OWN_YEAR.finditer(text)
            if int(f[1] or f[2]) != year
        )
    if passage.topic in _MONEY and passage.topic != topic.PERFORMANCE:
        yield from _subjects(passage, year)


def _closing(passage: Passage, found: re.Match[str], year: int) -> Hit:
    right = found[0].replace(found[1], str(year))
    note = f"“{passage.piece(found.start(), found.end())}”应为“{right}”：期末数应是{year}年末的"
    return Hit(passage, found.start(), found.end(), note, right, f"{found[1]}→{year}")


def _subjects(passage: Passage, year: int) -> Iterator[Hit]:
    """A sentence about a year that is neither this one nor a comparison with it."""
    for found in _SUBJECT.finditer(passage.text):
        stop = min((i for m in "。；" if (i := passage.text.find(m, found.end())) >= 0), default=len(passage.text))
        sentence = passage.text[found.start() : stop]
        compared = _TOWARDS.search(passage.text[: found.start(1)])
        says = _SAYS.search(passage.text[found.end() : stop])
        if int(found[1]) != year and says and not compared and str(year) not in sentence:
            yield _wrong(passage, found, year, f"说明的是{year}年度的情况")


def bases(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """A comparison with the year itself, or with another year than all the other comparisons."""
    year = context.year
    found = [(p, m) for p in texts if year and p.topic in _MONEY for m in _COMPARED.finditer(p.text)]
    years = Counter(int(m[1]) for _, m in found)
    for passage, match in found:
        against = int(match[1])
        lone = against < year - 1 and years[against] == 1 and years[year - 1] >= 3
        also = f"{year - 1}年" in passage.text
        if against >= year or (lone and not also):
            yield _wrong(passage, match, year - 1, f"应与上年（{year - 1}年度）比较")


def odd_years(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """A year with a digit too few or too many: 202年度, 20224年."""
    for passage in texts:
        for found in _ODD.finditer(passage.text):
            start, end = found.span()
            tail = "年度" if passage.text.startswith("年度", end) else "年"
            printed = passage.piece(start, end + len(tail))
            right = f"{context.year}{tail}" if distance_one(found[0], str(context.year)) else ""
            note = f"年份“{printed}”多字或缺字" + (f"，应为“{right}”" if right else "")
            yield Hit(passage, start, end + len(tail), note, right, printed)


def distance_one(odd: str, year: str) -> bool:
    """Whether one digit less, or one more, makes the year of it."""
    longer, shorter = (odd, year) if len(odd) > len(year) else (year, odd)
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))


def signing_days(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """A document signed before the year it tells of was over."""
    signed = [p for p in texts if p.role in {Role.DATED, Role.TITLE}]
    signed += [p for p in texts if p.role is Role.PARAGRAPH][-_LAST:]
    for passage in signed if context.year else ():
        found = _DAY.match(passage.text)
        if found and int(found[1]) <= context.year and not (int(found[1]) == context.year and int(found[2]) == 12):
            note = f"落款日期“{passage.printed.strip()}”在{context.year}年度结束之前"
            yield Hit(passage, 0, len(passage.text), note, "", passage.text)
