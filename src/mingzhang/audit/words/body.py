"""Body 本单位: what the document calls the body it speaks for, learnt from the places where its name must stand."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.words.hit import Texts
from mingzhang.audit.words.passage import Passage, Role, squeezed

_KIND: Final = r"(?:部门|单位|部门（单位）)?"
_YEAR: Final = r"(?:\d{2,5}年度?)"
_TITLE: Final = re.compile(rf"^(?:附件\d*[：:]?)?{_YEAR}?(.+?){_YEAR}?{_KIND}(?:收支|财务)?决算")
_PART: Final = re.compile(
    rf"^(?:第[一二三四五六七八九十]+部分[、：]?)?{_YEAR}?(.+?){_YEAR}?{_KIND}"
    r"(?:概况|基本情况|主要职能|(?:收支)?决算(?:报?表|公开表|情况|公开|数据|$))"
)
_HEAD: Final = re.compile(
    r"^(?:编报部门|编制部门|填报部门|公开部门|部门名称|部门|编制单位|填报单位|公开单位|单位名称|单位)：(.+)$"
)
_LINE: Final = re.compile(
    r"^(?:公开\d+表)?(?:编报部门|编制部门|填报部门|公开部门|部门名称|部门|编制单位|填报单位|公开单位|单位名称|单位)："
    r"([^：。，]+?)(?:(?:金额|计量)?单位：.*)?$"
)
"""The same above a table that is none of the nine."""
_NOTE: Final = re.compile(
    rf"^(?:注|说明|备注)?[:：]?(.{{4,40}}?)(?:{_YEAR}|本年度|当年)?(?:无|没有)(?:政府性基金|国有资本|“?三公)"
)
_ORDINAL: Final = "[一二三四五六七八九十]+"
_NUMBER: Final = re.compile(rf"^第{_ORDINAL}部分[、：]?|^{_ORDINAL}、|^（{_ORDINAL}）")
_NAMELESS: Final = re.compile(
    r"^(?:我|本|该|各|我们)?(?:部门|单位|机关|本级|局|部门（单位）|单位（部门）|部门/单位)?$|万元|^元$|[\d，。；：]|[xX×*]{2}"
    r"|财政拨款|一般公共|收入|支出"
)
_ADMIN: Final = re.compile(
    r"[\u4e00-\u9fff]县|[\u4e00-\u9fff]{2,7}?(?:自治区|自治州|自治县|特别行政区|地区|省|市|区|县|旗|街道|镇|乡)(?!域|县|政|民委|场|直|容|长)"
)
_LEVELS: Final = {
    "自治区": "自治区级", "省": "省级", "自治州": "州级", "地区": "地区级", "市": "市级", "自治县": "县级",
    "县": "县级", "区": "区级", "旗": "旗级", "镇": "镇级", "乡": "乡级", "街道": "街道",
}  # fmt: skip
_BETWEEN: Final = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:州|盟|地区|师|垦区)")
"""What a province is divided into and is no 市."""
_ZONES: Final = (
    "开发区", "新区", "高新区", "示范区", "保税区", "景区", "园区", "管理区", "功能区", "林区", "矿区", "社区", "库区",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Body:
    """The body. `forms` are its whole name, then its name without the outer places: all of them may stand for it."""

    name: str
    votes: int = 0
    dissent: int = 0

    @property
    def places(self) -> tuple[str, ...]:
        """The administrative places its name begins with, outermost first: 武汉市, 黄陂区."""
        return _places(self.name)

    @property
    def forms(self) -> tuple[str, ...]:
        """The names that rightly stand for it, the longest first."""
        return _forms(self.name)

    @property
    def level(self) -> str:
        """区级, 市级 …, as far as its name tells; nothing for a zone, whose level no name tells."""
        below = self.name[len("".join(self.places)) :]
        if not self.places or any(zone in self.name for zone in _ZONES) or _BETWEEN.match(below):
            return ""
        return next(level for ending, level in _LEVELS.items() if self.places[-1].endswith(ending))

    @property
    def is_known(self) -> bool:
        """Whether enough places agree on the name to hold others against it."""
        return self.votes >= 2 and self.votes > 2 * self.dissent


@lru_cache(maxsize=64)
def _places(name: str) -> tuple[str, ...]:
    found, rest = [], name
    while (match := _ADMIN.match(rest)) and len(match[0]) < len(rest):
        found.append(match[0])
        rest = rest[len(match[0]) :]
    return tuple(found)


@lru_cache(maxsize=64)
def _forms(name: str) -> tuple[str, ...]:
    shorter, forms = name, [name]
    for place in _places(name):
        shorter = shorter.removeprefix(place)
        forms.append(shorter)
    return tuple(form for form in forms if len(form) > 2)


def body_of(context: Context, texts: Texts) -> Body:
    """The body of a document by the vote of the places where its name stands."""
    entity = squeezed(context.document.entity.name) if context.document else ""
    return _elect(entity, texts)


@lru_cache(maxsize=4)
def _elect(entity: str, texts: Texts) -> Body:
    votes = Counter(name for passage in texts for name, _, _ in named_places(passage))
    if entity and not _NAMELESS.search(entity):
        votes[entity] += 1
    if not votes:
        return Body("")
    name, count = max(votes.items(), key=lambda pair: (pair[1], pair[0] == entity, len(pair[0])))
    return Body(name, count, max((n for other, n in votes.items() if other != name), default=0))


def named_places(passage: Passage) -> Iterator[tuple[str, int, int]]:
    """The name of the body, and from where to where it stands, in a title, a head of a statement, a note."""
    patterns = {Role.TITLE: _TITLE, Role.CONTENTS: _PART, Role.PART: _PART, Role.HEAD: _HEAD, Role.NOTE: _NOTE}
    in_statements = passage.role is Role.PARAGRAPH and passage.part == "statements"
    pattern = _LINE if in_statements else patterns.get(passage.role)
    found = pattern.search(passage.text) if pattern else None
    if not found:
        return
    name = _NUMBER.sub("", found[1])
    start = found.end(1) - len(name)
    trimmed = re.sub(r"（(?:本级|机关|汇总|本部|盖章|公章)）$", "", name).strip("：:、")
    if len(trimmed) >= 4 and not _NAMELESS.search(trimmed):
        yield trimmed, start, start + len(trimmed)
