"""Identity 身份: whose final accounts of which year a document is, by the majority of what it says of itself."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from mingzhang.reading.published.caption import owner_of
from mingzhang.terms.entity import Entity, EntityKind
from mingzhang.terms.printed import plain

_DIGITS: Final = str.maketrans("〇○零Ｏ一二三四五六七八九", "0000123456789")
_CHINESE_YEAR: Final = re.compile(r"二[〇○零Ｏ0][一二三四五六七八九〇○零]{2}(?=年)")
_YEAR: Final = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)(?=年|部门|单位|决算|[^年]{0,30}决算)")
_ACCOUNTS: Final = re.compile(r"决算")
_NAMED: Final = (
    re.compile(r"^(?:第[一二三四五六七八九十]+部分)?[、:]?(?P<name>[^\d，。：；]{3,40}?)(?:20\d\d年度?)(?:部门|单位|区级|市级|县级|省级)*决算"),
    re.compile(r"^(?:第[一二三四五六七八九十]+部分)?[、:]?(?:关于)?20\d\d年度?(?P<name>[^\d，。：；]{3,40}?)(?:的)?(?:区级|市级|县级|省级)?(?:部门|单位)决算"),
    re.compile(r"^第[一二三四五六七八九十]+部分[、:]?(?P<name>[^\d，。：；]{3,40}?)(?:部门|单位)?(?:概况|基本情况|简介)$"),
    re.compile(r"^[一二三四五六七八九十][、.](?P<name>[^\d，。：；]{3,40}?)(?:部门|单位)?概况$"),
)  # fmt: skip
_NO_NAME: Final = re.compile(
    r"^第[一二三四五六七八九十]+部分|^[一二三四五六七八九十（(]+[、.)）]|^关于|^(?:本|我|我们|各|该)?(?:部门|单位|决算|公开|收入|支出|财政|情况|目录|附件)+$|[X×Ｘ]{2}|决算|预算"
)
_OTHER_NAME: Final = re.compile(r"\([^()]{6,30}\)$")
_LONGEST: Final = 40
_COVER: Final = 12
"""So many lines at the beginning may be those of a cover."""
_DATE: Final = re.compile(r"20\d\d年\d{1,2}月(?:\d{1,2}日)?")
_INSTITUTION: Final = re.compile(
    r"(?:中心|医院|学校|小学|中学|大学|学院|幼儿园|研究[院所]|图书馆|博物馆|文化馆|档案馆|纪念馆|美术馆|体育馆|[馆站所队园台]|"
    r"事务所|服务处|管理处|基地|出版社|剧院|剧团|社)$"
)
_CIVIL: Final = re.compile(r"参照公务员法管理的?(?:事业)?单位")
_LEVELS: Final = (
    ("乡镇级", re.compile(r"(?:街道|[镇乡])(?:办事处|人民政府|党工委)?(?:[（(]|$)|(?:街道|镇|乡)(?:人民政府|办事处)")),
    ("区级", re.compile(r"[\u4e00-\u9fff]{1,6}区(?!域)")),
    ("县级", re.compile(r"[\u4e00-\u9fff]{1,6}[县旗]")),
    ("市级", re.compile(r"[\u4e00-\u9fff]{1,6}市(?!场|政|容|民)")),
    ("省级", re.compile(r"[\u4e00-\u9fff]{1,6}(?:省|自治区)")),
)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a document says it is; a year of 0 when it says none."""

    entity: Entity
    year: int
    title: str
    dated: str


def identity_of(titles: Sequence[str], captions: Sequence[str], texts: Sequence[str]) -> Identity:
    """From the lines of the cover, headings and titles of tables, from lines around tables, and from all else."""
    flat = [_flat(text) for text in titles]
    name = _name(flat, captions) or _written(_on_cover(flat, texts))
    year = _year(flat, texts)
    kind = EntityKind.INSTITUTION if _INSTITUTION.search(name) else EntityKind.ADMINISTRATIVE
    if any(_CIVIL.search(text) and name and name in _flat(text) for text in texts):
        kind = EntityKind.MANAGED_AS_CIVIL
    title = next((text for text in flat if _ACCOUNTS.search(text) and 6 < len(text) < 60), "")
    dated = next((found[0] for text in flat[:_COVER] if (found := _DATE.fullmatch(text))), "")
    return Identity(Entity("", name, kind, level=_level(name)), year, title, dated)


def _flat(text: str) -> str:
    """Without spaces, with plain digits, years in Chinese as digits."""
    bare = re.sub(r"[\s《》“”\"]", "", plain(text))
    return _CHINESE_YEAR.sub(lambda found: found[0].translate(_DIGITS).replace("二", "2"), bare)


def _name(titles: Iterable[str], captions: Iterable[str]) -> str:
    votes: Counter[str] = Counter()
    for caption in captions:
        if name := owner_of(caption):
            votes[_flat(name)] += 1
    for text in titles:
        found = next((match["name"] for style in _NAMED if (match := style.search(text))), "")
        if len(found) >= 4 and not _NO_NAME.search(found):
            votes[found] += 1
    return _written(max(votes, key=lambda name: (votes[name], len(name)), default=""))


def _written(name: str) -> str:
    """A name with brackets as they are written in Chinese, and without another name in brackets behind it."""
    return _OTHER_NAME.sub("", name).replace("(", "（").replace(")", "）")


def _on_cover(lines: Sequence[str], texts: Sequence[str]) -> str:
    """The name on a line of its own, or on two, above the year; on two only when the text speaks of it so."""
    for place, (one, other) in enumerate(pairwise(lines[:_COVER])):
        if not re.match(r"20\d\d年", other) or _NO_NAME.search(one):
            continue
        whole = lines[place - 1] + one if place else one
        if place and 4 <= len(whole) <= _LONGEST and any(whole in _flat(text) for text in texts[place + 2 :]):
            return whole
        if 4 <= len(one) <= _LONGEST:
            return one
    return ""


def _year(titles: Iterable[str], texts: Iterable[str]) -> int:
    """The year most titles name; without any, the one the text speaks of most."""
    votes: Counter[int] = Counter(int(found[1]) for text in titles for found in _YEAR.finditer(text))
    if not votes:
        votes = Counter(int(y) for text in texts for y in re.findall(r"(?<!\d)(20[0-4]\d)年", _flat(text)))
    return max(votes, key=lambda year: (votes[year], year), default=0)


def _level(name: str) -> str:
    return next((level for level, words in _LEVELS if words.search(name)), "")
