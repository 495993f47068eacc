"""Heading 标题: whether a paragraph is a heading, of which rank, and where its body begins if it is glued to it."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from mingzhang.reading.published.title import chinese_number, title_of

PART: Final = 0
FREE: Final = 1
"""A heading without number, such as the title of a report in an annex."""

_CHINESE: Final = "一二三四五六七八九十"
_STYLES: Final = (
    (PART, re.compile(rf"第\s*[{_CHINESE}\d]+\s*(?:部\s*分|章|篇)\s*[、:：.]?\s*")),
    (2, re.compile(rf"[{_CHINESE}]{{1,3}}\s*(?:[、.．,，]|(?=[\s　]))\s*")),
    (3, re.compile(rf"[（(]\s*[{_CHINESE}]{{1,3}}\s*[)）]\s*[、.．]?\s*")),
    (4, re.compile(r"(?!0)\d{1,2}\s*[、．.,，](?!\s*\d)\s*|\d{1,2}[、．.](?=20\d\d\s*年)")),
    (5, re.compile(r"[（(]\s*\d{1,2}\s*[)）]\s*[、.．]?\s*|\d{1,2}\s*[)）]\s*")),
    (6, re.compile(r"[①-⑳]\s*")),
)
_FIRST: Final = frozenset(f"第{_CHINESE}（(0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
_DEEP: Final = 4
_ANNEX: Final = re.compile(
    r"附\s*[件录表]\s*[\d一二三四五六七八九十]*(?:\s*[-—]\s*\d+)?\s*[:：]?(?:\s|$|[^，。；]{0,60}$)"
)
_SUBJECT: Final = (
    "情况说明|情况的说明|总体情况|结构情况|具体情况|完成情况|开展情况|支出情况|收入情况|使用情况|占用情况|采购情况|管理情况|"
    "绩效情况|情况|说明|概况|简介|职能|职责|构成|设置|名词解释|解释|单位范围|范围|预算数|总表|决算表|明细表|自评结果|"
    "结果|自评表|报告|附件|编制|人员|经费|问题|建议|结论|目的|原则|过程|措施"
)
_ENDS: Final = re.compile(rf"(?:{_SUBJECT})(?:[（(][^（）()]{{1,20}}[)）])?$")
_GLUE: Final = "情况说明|情况的说明|情况|说明|概况|职能|职责|构成|设置|名词解释|单位范围|自评结果"
_GLUED: Final = re.compile(rf"(?P<head>[^，,；;。:：]{{0,44}}?(?:{_GLUE}))\s*(?:[。:：]|\s+|(?=20\d\d\s*年))\s*(?=\S)")
_MONEY: Final = re.compile(r"\d\s*(?:亿|万|元|%|％|人|辆|台|个|批)")
_INNER: Final = re.compile(r"[，,；;。！？!?]|[:：](?=.)")
_FINAL: Final = re.compile(r"[。.:：；;\s]+$")
_TITLE: Final = re.compile(
    r"(?:报告|说明|概况|自评|评价|总结|方案|目录|名单|[^图]表|职能|职责|解释)(?:[（(][^（）()]{1,20}[)）])?$"
)
_LONGEST: Final = 64
_LONGEST_FREE: Final = 40
_SENTENCE: Final = re.compile(
    r"(?:指|是指|反映|负责|贯彻|承担|组织|参与|拟订|拟定|制定|研究|承办|完成|指导|监督|管理|协调|执行|落实)"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a `rank` (0 for 第一部分, 2 for 一、, 3 for （一）, 4 for 1. …); the body begins at `end`."""

    rank: int
    end: int


@lru_cache(maxsize=1024)
def rank_of(text: str) -> int | None:
    """The rank of the number a text begins with; None when it begins with none."""
    if text[:1] not in _FIRST:
        return None
    return next((rank for rank, style in _STYLES if style.match(text)), None)


def ordinal_of(text: str) -> int:
    """The number itself that a text begins with; 0 for none."""
    digits = re.sub(rf"[^{_CHINESE}\d]", "", text[: number_end(text)])
    return int(digits) if digits.isdecimal() else chinese_number(digits)


def number_end(text: str) -> int:
    """Where the number that a text begins with ends."""
    if text[:1] not in _FIRST:
        return 0
    return next((found.end() for _, style in _STYLES if (found := style.match(text))), 0)


def begins_item(text: str) -> bool:
    """Whether a line begins something new: a number, an annex, a remark, a caption of a picture."""
    rank = rank_of(text)
    if rank == 2 and not re.match(rf"[{_CHINESE}]{{1,3}}\s*[、.．]", text):
        return False
    return (
        rank is not None
        or _ANNEX.match(text) is not None
        or re.match(r"(?:注|图\s*\d|说明|备注)\s*[\d]*\s*[:：]", text) is not None
    )


def heading_of(text: str, *, level: int = 0, centred: bool = False) -> Heading | None:
    """The heading a paragraph is or begins with; None for a paragraph of text.

    `level` and `centred` are what the file says of the line.
    """
    text = text.rstrip()
    rank = rank_of(text)
    if rank is None:
        return _free(text, level, centred)
    rest = text[number_end(text) :]
    if rank == PART:
        return Heading(rank, len(text)) if _is_short(rest) else _split(text, rank)
    if rank == 2 and not re.match(rf"[{_CHINESE}]{{1,3}}\s*[、.．,，]", text) and not _ENDS.search(_bare(rest)):
        return None
    if rank >= _DEEP:
        plain = _is_short(rest) and _ENDS.search(_bare(rest)) and not _FINAL.search(rest) and len(rest) <= 30
        return Heading(rank, len(text)) if rest and ((level and _is_short(rest)) or plain) else None
    return _numbered(text, rest, rank, level)


def _numbered(text: str, rest: str, rank: int, level: int) -> Heading | None:
    if not rest:
        return None
    if _is_short(rest):
        named = _ENDS.search(_bare(rest)) is not None
        is_sentence = _FINAL.search(rest) is not None and not rest.rstrip().endswith((":", "："))
        if named or level or (not is_sentence and not _SENTENCE.match(rest)):
            return Heading(rank, len(text))
        return None
    return _split(text, rank)


def _split(text: str, rank: int) -> Heading | None:
    """The heading that a paragraph begins with when its body follows on the same line."""
    start = number_end(text)
    glued = _GLUED.match(text, start)
    if glued is None or _MONEY.search(glued["head"]) or _SENTENCE.match(glued["head"]) or len(text) - glued.end() < 2:
        return None
    return Heading(rank, glued.end())


def _free(text: str, level: int, centred: bool) -> Heading | None:
    """A heading without number: the file says so, or it stands in the middle, or its words can be nothing else."""
    if not text or len(text) > _LONGEST or _INNER.search(_FINAL.sub("", text)) or _MONEY.search(text):
        return None
    if _ANNEX.fullmatch(text) and len(text) <= _LONGEST_FREE:
        return Heading(PART, len(text))
    if title_of(text) and not is_whole_title(text):
        return Heading(FREE, len(text)) if level or centred else None
    if part_id(text) and (level or centred or is_whole_title(text)):
        return Heading(PART, len(text))
    if re.fullmatch(r"[\d\s.年月日\-—]+", text):
        return None
    if level or (centred and not _FINAL.search(text) and _TITLE.search(re.sub(r"\s", "", text))):
        return Heading(FREE, len(text))
    return None


def is_whole_title(text: str) -> bool:
    """Whether a line without number can be nothing but the title of a part: 某局2024年度部门决算表."""
    bare = re.sub(r"\s", "", text)
    return bare in ("名词解释", "专业名词解释", "专业性名词解释", "附件") or (
        re.search(r"20\d\d年度?(?:部门|单位)?决算(?:公开)?(?:情况说明|公开情况说明|报表|公开表|表)$", bare) is not None
    )


def _is_short(rest: str) -> bool:
    return len(rest) <= _LONGEST and not _INNER.search(_FINAL.sub("", rest)) and not _MONEY.search(rest)


def _bare(rest: str) -> str:
    return re.sub(r"\s", "", _FINAL.sub("", rest))


_PARTS: Final = (
    ("glossary", re.compile(r"名词|术语")),
    ("annex", re.compile(r"附\s*[件录]")),
    ("statements", re.compile(r"(?:决算|公开|报|附)\s*表(?:格|[（(][^()（）]*[)）])?$|报表$|决算表|附表")),
    ("narrative", re.compile(r"决算.*说\s*明|情况说明$")),
    ("performance", re.compile(r"绩效")),
    ("work", re.compile(r"重点工作|工作完成|工作开展|工作情况")),
    ("narrative", re.compile(r"说明|重要事项|分析|转移支付")),
    ("overview", re.compile(r"概况|基本情况|简介|基本信息|职责|职能")),
)


def part_id(text: str) -> str:
    """What a part is by the words of its heading; empty when they do not say."""
    bare = re.sub(r"\s", "", text)
    return next((name for name, words in _PARTS if words.search(bare)), "")
