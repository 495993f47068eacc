"""Titles 表名: which statement a line names, by the words that tell the nine apart in every region and year."""

import re
from typing import Final

from mingzhang.audit.words.passage import squeezed

_NOISE: Final = re.compile(
    r"^[第（(]?[一二三四五六七八九十\d]+[）)、.．]|（[^（）]*）|[（(](?:表|附表|公开)?[一二三四五六七八九十\d]+表?[）)]"
    r"|\d{4}年度?|[“”\"'‘’·.…\d\-—]|部门|单位|公开\d*表|附件\d*|^表[一二三四五六七八九十\d]+[：:、]?"
)
_OWNER: Final = re.compile(r"^.{0,40}?20\d\d年度?(?=.*表)")
_TITLES: Final = (
    ("T1", re.compile(r"^(?:收入支出|收支)(?:预算)?决算(?:总)?表$|^收支总表$")),
    ("T2", re.compile(r"^收入决算(?:总)?表$")),
    ("T3", re.compile(r"^支出决算(?:总)?表$")),
    ("T4", re.compile(r"^财政拨款(?:收入支出|收支)决算(?:总)?表$")),
    ("T5", re.compile(r"^(?:一般)?公共(?:预算)?财政拨款(?:收入)?支出决算(?:明细)?表$")),
    ("T6", re.compile(r"^(?:一般)?公共(?:预算)?财政拨款基本支出(?:经济分类)?决算(?:明细)?(?:情况)?表$")),
    ("T7", re.compile(r"^(?:(?:一般公共预算)?财政拨款)?三公经费(?:财政拨款)?.{0,16}?(?:支出)?决算(?:情况)?表$")),
    ("T8", re.compile(r"^政府性基金预算(?:财政拨款)?(?:收入支出|收支|支出)决算(?:情况)?表$")),
    ("T9", re.compile(r"^国有资本经营预算(?:财政拨款)?(?:收入支出|收支|支出)决算(?:情况)?表$")),
)


def statement_of(line: str) -> str:
    """T1 … T9 when a line is nothing but the title of that statement; else nothing."""
    named = _OWNER.sub("", squeezed(line))
    bare = _NOISE.sub("", _NOISE.sub("", named))
    return next((identity for identity, pattern in _TITLES if pattern.match(bare)), "")
