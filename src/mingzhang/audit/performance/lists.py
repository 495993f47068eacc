"""Lists: the parts of a number make the number, and names enumerated are as many as is said."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.performance.gather import Passage, passages
from mingzhang.audit.performance.phrases import contradictions
from mingzhang.audit.performance.quantity import Quantity, Spot, quantities, shown, spots
from mingzhang.audit.performance.verdict import broken, passed
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.terms.printed import plain

_AMONG: Final = re.compile(r"其中\s*[:：]?\s*")
_ITEM: Final = r"[^\d、，,。；;:：（()）]{1,14}\d[\d,]*(?:\.\d+)?\s*[^\d、，,。；;（()）]{1,6}?"
_ITEMS: Final = re.compile(rf"{_ITEM}(?:、{_ITEM})+(?=[，,。；;）)]|$)")
_REST: Final = re.compile(r"[，,；;、]?\s*(?:等|其余|其他|其它|另|还有|剩余|余下)")
_NEARLY: Final = Fraction(95, 100)
_MOSTLY: Final = Fraction(8, 10)
_LARGE: Final = 1000
_MOST_PART: Final = Fraction(3, 4)
_COMPLETE: Final = 4
"""So many parts up to the end of the sentence are meant to be all."""
_MOST_OVER: Final = Fraction(1, 4)
"""Parts that make much more than the whole are features that overlap, not parts."""
_FEATURES: Final = re.compile(r"[男女]|党员|民族|学历|职称|岁|在编|退休|脱贫|困难|残疾|可|已|新增")
_NUMERALS: Final = {c: i for i, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_COUNT: Final = r"(?P<count>\d{1,2}|[二两三四五六七八九十])"
_NAMES: Final = re.compile(
    rf"(?P<list>(?:[\u4e00-\u9fff“”]{{2,14}}、){{2,}}[\u4e00-\u9fff“”]{{2,14}}?)等\s*{_COUNT}\s*(?P<unit>家|个|所|类|项|名|种|大)"
    r"(?![\u4e00-\u9fff]{0,6}[、和及]?\s*\d)"
)
_OPENED: Final = re.compile(
    rf"{_COUNT}\s*(?P<unit>家|个|所|名|类|种)(?P<what>[\u4e00-\u9fff]{{0,10}}?)(?:[:：]|[（(](?:分别(?:为|是)|即|包括)?)"
    r"(?P<list>(?:[\u4e00-\u9fff“”]{2,16}、)+[\u4e00-\u9fff“”]{2,24})(?=[。；;）)])"
)
_QUOTED: Final = re.compile(
    rf"(?P<list>(?:[“\"][^”\"]{{2,40}}[”\"]\s*[、和及]?\s*){{2,}})(?P<open>等)?\s*(?:共)?{_COUNT}\s*(?P<unit>个|项)(?=项目|政策|专项)"
)
_ADDED: Final = re.compile(
    r"新增(?:了)?(?P<name>[\u4e00-\u9fff]{2,8}?)(?:网点|服务点|代办点|分行|支行|分店|站点)\s*\d+\s*[家个所]"
    rf"(?P<gap>[^\n]{{0,40}}?)(?:现有|共有|目前有)(?P<list>(?:[\u4e00-\u9fff]{{2,10}}、){{2,}}[\u4e00-\u9fff]{{2,10}}?)等?\s*{_COUNT}\s*家"
)


def parts(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """共 N 件，其中：甲 A 件、乙 B 件: parts parted by 、 are never more than the whole, and leave little out."""
    for passage in _passages(context):
        text = plain(passage.text)
        for found in _AMONG.finditer(text):
            items = _ITEMS.match(text, found.end())
            whole = _whole(text[: found.start()])
            if items and whole and not _FEATURES.search(items[0]) and not _is_told(context, passage, items):
                yield from _parts(rule, passage, whole, items, text[items.end() :])


def counted(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """甲、乙、丙等 N 家 has at most N names; N 家：甲、乙、丙 has exactly N."""
    for passage in _passages(context):
        text = plain(passage.text)
        for found in _NAMES.finditer(text):
            names = _names(found["list"])
            yield _counted(rule, passage, found, len(names), min(len(names), _number(found["count"])))
        for found in _OPENED.finditer(text):
            names, said = _names(found["list"]), _number(found["count"])
            joined = len(re.findall("[和及与]", found["list"]))
            exact = said if len(names) <= said <= len(names) + joined else len(names)
            if not found["list"].endswith(("等", "等等")):
                yield _counted(rule, passage, found, exact, said)


def quoted(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """“甲”“乙”2 个项目 names exactly so many, “甲”“乙”等 5 个项目 at most."""
    for passage in _passages(context):
        for found in _QUOTED.finditer(plain(passage.text)):
            names, said = len(re.findall(r"[“\"][^”\"]+[”\"]", found["list"])), _number(found["count"])
            yield _counted(rule, passage, found, names, names if found["open"] and said > names else said)


def added(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """新增甲网点 1 家。现有…等 N 家: what was added is among those that there are now."""
    for passage in _passages(context):
        for found in _ADDED.finditer(plain(passage.text)):
            name, names = found["name"], _names(found["list"])
            if any(_may_be(name, member) for member in names):
                yield passed(rule)
                continue
            quote = passage.text[found.start() : found.start("gap")]
            yield broken(
                rule,
                f"文中说{quote}，随后列举的{len(names)}家没有“{name}”",
                quote=quote,
                position=passage.position(found.start()),
                where=passage.heading,
                printed=quote,
                expected=f"名单含“{name}”，或改写",
            )


def _passages(context: Context) -> tuple[Passage, ...]:
    return passages(context.document) if context.document else ()


def _is_told(context: Context, passage: Passage, items: re.Match[str]) -> bool:
    """Whether a number of the sentence is known to be wrong because another place tells it otherwise."""
    start = max((items.string.rfind(mark, 0, items.start() - 8) for mark in "。；;"), default=-1)
    wrong = contradictions(context.document) if context.document else ()
    return any(w.done.text == passage.text and start < spot.start < items.end() for w, spot, _ in wrong)


def _whole(before: str) -> Spot | None:
    """The last number of the sentence before 其中 that counts something, outside of brackets."""
    sentence = re.sub(r"[（(][^）)]*[）)]", lambda m: " " * len(m[0]), before).rstrip("。，,；;:： ")
    start = max((sentence.rfind(mark) for mark in "。；;"), default=-1) + 1
    found = [spot for spot in spots(sentence[start:]) if spot.quantity.unit and not spot.quantity.is_time]
    return found[-1] if found and found[-1].quantity.unit != "%" else None


def _parts(rule: Rule, passage: Passage, whole: Spot, items: re.Match[str], after: str) -> Iterator[Result]:
    found = [quantities(item) for item in items[0].split("、")]
    unit, total = whole.quantity.unit, whole.quantity.value
    if any(len(q) != 1 or q[0].unit != unit for q in found):
        return
    values = [q[0] for q in found]
    gap = total - sum((v.value for v in values), Fraction(0))
    if not _is_wrong(gap, total, values, after):
        yield passed(rule)
        return
    said = " + ".join(v.text for v in values)
    expected = shown(total - gap)
    yield broken(
        rule,
        f"总数{whole.quantity.text}，其中各项之和为{said} = {expected}{unit}",
        quote=passage.text[items.start() : items.end()],
        position=passage.position(items.start()),
        where=passage.heading,
        printed=whole.quantity.text,
        expected=f"{expected}{unit}",
    )


def _is_wrong(gap: Fraction, total: Fraction, values: list[Quantity], after: str) -> bool:
    """More than the whole, or a whole list that leaves out what is neither small nor said to be left out."""
    if values[0].unit == "元":
        return gap < -Fraction(1, 100) * total
    listed, more = total - gap, _REST.match(after) is not None
    if len(values) >= _COMPLETE and after.startswith("。") and not more:
        return gap != 0 and _MOST_PART * total <= listed <= total / _MOST_PART
    if gap <= 0:
        return -_MOST_OVER * total <= gap < 0
    if more:
        return False
    if len(values) == 2:
        return total >= _LARGE and listed >= _NEARLY * total
    return listed >= _MOSTLY * total and gap > min(v.value for v in values)


def _names(text: str) -> list[str]:
    return [name for name in text.split("、") if name]


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMERALS[text]


def _counted(rule: Rule, passage: Passage, found: re.Match[str], names: int, said: int) -> Result:
    if names == said:
        return passed(rule)
    return broken(
        rule,
        f"说是{found['count']}{found['unit']}，列出{names}{found['unit']}",
        quote=passage.text[found.start() : found.end()],
        position=passage.position(found.start()),
        where=passage.heading,
        printed=f"{found['count']}{found['unit']}",
        expected=f"{names}{found['unit']}",
    )


def _may_be(name: str, member: str) -> bool:
    """Whether a name may be short for a member: its characters in that order, or the same first character."""
    rest = iter(member)
    return name[0] == member[0] or all(character in rest for character in name) or member in name
