"""Leftovers 模板残留: what a template wants filled in or chosen, and nobody did."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.body import Body, body_of
from mingzhang.audit.words.hit import Hit, Texts
from mingzhang.audit.words.passage import Passage, Role
from mingzhang.disclosure.topic import DUTIES

_CROSS: Final = re.compile(
    r"(?<![A-Za-z0-9/.@_-])[Xx×╳✕〇○]{2,}(?![A-Za-z0-9/._-])"
    r"|(?<![*A-Za-z0-9])\*{2,3}(?=[局市县区镇乡街村省厅委校院所站队中项个辆批年万元%人])"
    r"|20[Xx×]{2}(?=年)"
    r"|(?<=[\u4e00-\u9fff])[X×](?=[市县区局镇乡省][\u4e00-\u9fff]{0,12}(?:局|委|中心|年))"
)
"""Signs that stand for a word or a number: XX, ××, **局; 〇 and ○ only in rows, as in 二〇二四 they are digits."""
_ZEROES: Final = re.compile(r"[〇○]+")
_ORGANISATION: Final = re.compile(r"[\u4e00-\u9fff]*$")
_TAIL: Final = re.compile(
    r"^(?:局|委员会|委|厅|办公室|中心|院|校|所|站|队|镇|乡|街道|区|县|市|部门|单位)+(?:（单位）)?"
)

_UNIT: Final = re.compile("万元|元|%|个|辆|人次|批次|人|年度?|台")
_UP, _DOWN = ("增加", "增长", "上升", "提高"), ("减少", "下降", "降低")
_LESS, _MORE = ("小于", "低于"), ("大于", "高于")
_CHOICE: Final = re.compile(
    r"(增加|增长|上升|提高|减少|下降|降低|大于|高于|小于|低于|等于)(?:（(?:或)?|/|、|或)"
    r"(减少|下降|降低|增加|增长|上升|提高|小于|低于|大于|高于|等于|持平)(?:/(?:等于|持平))?(）?)"
)
_DIRECTION: Final = re.compile("增加|增长|上升|提高|减少|下降|降低")
_SENTENCE: Final = re.compile(r"[^。；]*$")

_BODY_OR_UNIT: Final = re.compile(r"部门（单位）|单位（部门）|部门/单位|单位/部门")
_OURS: Final = re.compile(r"(?:我|本|[xX×]+)$")
_OWN: Final = re.compile(
    r"共有车辆|\d{4}年|组织对|无“三公|没有政府性|无政府性|无国有资本|没有国有资本|无机关运行|机关运行经费支出"
)

_FORM: Final = re.compile("整体|预算|项目|支出|绩效")
"""部门（单位）整体支出绩效自评表 is the name of a form."""
_LINE: Final = re.compile(r"_{3,}|＿{2,}|﹍{2,}")
_AMOUNT: Final = re.compile(r"\d(?:万元|%)")
_NO_NUMBER: Final = re.compile(
    r"(?:支出总计|收入总计|收支总计|总计各?(?:增加|减少)|支出合计|收入合计|决算为|预算为|决算数为|预算数为|支出为)万元"
    r"|(?:保有量|购置量|购置数量?|团组数?)(?:为|共)?[辆个](?=[，。；])"
    r"|(?:增加|减少|支出)万元(?=[，。；])|(?:占|增长|下降|完成年初预算的|完成预算的)%(?=[，。；])"
)
_BROKEN_LINK: Final = re.compile(r"错误[！!]未(?:定义书签|找到引用源)。?")
_DOTS: Final = re.compile(r"。{3,}|(?<=%)…+|…+(?=（不涉及|；公用经费|其他对个人和家庭|其他资本性支出)")


def placeholders(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """XX, ××, **局: signs where a name or a number should stand."""
    body = body_of(context, texts)
    for passage in texts:
        for found in _CROSS.finditer(passage.text):
            if not _ZEROES.fullmatch(found[0]) or len(found[0]) > 2:
                yield _placeholder(passage, found.start(), found.end(), body)


def _placeholder(passage: Passage, start: int, end: int, body: Body) -> Hit:
    """Where the sign stands for part of the body's own name, the name is what is expected."""
    before = _ORGANISATION.search(passage.text[:start])
    tail = _TAIL.match(passage.text[end:])
    low = before.start() if before else start
    low = next((i for i in range(low, start) if body.name.startswith(passage.text[i:start])), start)
    high = end + (len(tail[0]) if tail else 0)
    if body.name and (low < start or tail) and passage.role is not Role.CELL:
        printed = passage.piece(low, high)
        note = f"“{printed}”是模板的占位符号，应写“{body.name}”"
        return Hit(passage, low, high, note, body.name, "XX", printed=printed, key=printed)
    high = end + (len(tail[0]) if tail else len(unit[0]) if (unit := _UNIT.match(passage.text[end:])) else 0)
    printed = passage.piece(start, high)
    return Hit(passage, start, high, f"“{printed}”是没有填写的占位符号", "", "XX", key=printed)


def choices(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """增加（减少）: a choice the template offers, left unmade."""
    for passage in texts:
        if passage.role is Role.CELL:
            continue
        for found in _CHOICE.finditer(passage.text):
            if _is_choice(found, passage.text):
                yield _choice(passage, found)


def _is_choice(found: re.Match[str], text: str) -> bool:
    """Two words that exclude each other, and a value or a reason behind them: not 增加、减少 of a duty."""
    one, other = found[1], found[2]
    bracket = found[0][len(one)] == "（" and found[3] == "）"
    opposed = _side(one) != _side(other)
    stated = re.match(r"(?:了|额为|为|数为|幅度为)?-?\d|的主要原因|[预决]算数?|[xX×]{2,}|万元|%", text[found.end() :])
    return opposed and bool(stated) and (bracket or "/" in found[0] or "或" in found[0])


def _side(word: str) -> str:
    for side in (_UP, _DOWN, _LESS, _MORE):
        if word in side:
            return side[0]
    return word


def _choice(passage: Passage, found: re.Match[str]) -> Hit:
    """The direction that the sentence already took tells which word is meant."""
    sentence = _SENTENCE.search(passage.text[: found.start()])
    earlier = _DIRECTION.findall(_CHOICE.sub("", sentence[0].rpartition("其中")[2])) if sentence else []
    options = {word: _side(word) for word in (found[1], found[2])}
    wanted = _side(earlier[-1]) if earlier else ""
    right = next((word for word, side in options.items() if side == wanted), "")
    amount = re.match(r"-?[\d.,]+%?(?:万元)?", passage.text[found.end() :])
    end = found.end() + (amount.end() if amount else 0)
    printed = passage.piece(found.start(), end)
    kept = passage.piece(found.end(), end)
    expected = right + kept if right else ""
    note = f"“{printed}”没有二选一" + (f"，应写“{expected}”" if expected else "")
    return Hit(passage, found.start(), end, note, expected, f"{found[0]}@{printed}")


def bodies_or_units(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """我部门（单位）: the template's name for whoever fills it in."""
    body = body_of(context, texts)
    for passage in texts:
        if passage.topic == DUTIES or passage.role is Role.CELL:
            continue
        for found in _BODY_OR_UNIT.finditer(passage.text):
            before, after = passage.text[: found.start()], passage.text[found.end() :]
            owner = _OURS.search(before)
            named = any(before.endswith(form) for form in body.forms)
            at_start = passage.is_at_clause(found.start())
            if owner or (named and not _FORM.match(after)) or (at_start and _OWN.match(after)):
                low = owner.start() if owner else found.start()
                yield _body_or_unit(passage, low, found.end(), body, named=named)


def _body_or_unit(passage: Passage, start: int, end: int, body: Body, *, named: bool) -> Hit:
    printed = passage.piece(start, end)
    right = "" if named else ("我单位" if "我" in printed else body.name or "本单位")
    advice = f"应写“{right}”" if right else "单位名称后应删去这几个字"
    return Hit(passage, start, end, f"“{printed}”是模板用语，{advice}", right, "部门（单位）")


def blanks(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """____, an amount without its number, 错误！未定义书签: places nobody filled in."""
    missing: list[Hit] = []
    for passage in texts:
        for pattern, note in ((_LINE, "空白没有填写"), (_BROKEN_LINK, "目录或引用没有更新")):
            for found in pattern.finditer(passage.text):
                yield Hit(passage, found.start(), found.end(), note, "", note)
        if passage.role is Role.PARAGRAPH:
            missing += [
                Hit(passage, found.start(), found.end(), f"“{found[0]}”缺少数字", "", found[0])
                for found in _NO_NUMBER.finditer(passage.text)
            ]
    # When many amounts have no digits it is the reading that lost them.
    amounts = sum(len(_AMOUNT.findall(passage.text)) for passage in texts)
    yield from missing if len(missing) <= max(2, amounts // 10) else ()


def dots(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """…… and 。。。 where the template says: and so on."""
    for passage in texts:
        if passage.role is Role.CONTENTS or passage.topic == DUTIES:
            continue
        for found in _DOTS.finditer(passage.text):
            if not passage.on_one_line(found.start(), found.end()):
                continue
            yield Hit(passage, found.start(), found.end(), f"“{found[0]}”是模板的省略号", "", found[0][:1])
