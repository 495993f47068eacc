"""Units below 所属单位: as many as are named or sorted, and called in a list what the statements call them."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.hit import Hit, Texts
from mingzhang.audit.words.passage import Passage, Role
from mingzhang.disclosure.topic import STRUCTURE

_LISTED: Final = re.compile(
    r"单位(?:包括|有|为|分别为|分别是|如下)：(?P<names>[^。：]{8,600}?)[，；]?(?:共计?(?P<count>\d{1,3})[个家]|。|$)"
)
_SORTED: Final = re.compile(
    r"(?:下属|所属|直属|二级)[^，。：；、\d]{0,12}?(?P<count>\d{1,3})[个家]，?其中：?(?P<kinds>[^。（）]+)。"
)
_KIND: Final = re.compile(r"[\u4e00-\u9fff]*单位(\d{1,3})[个家]")
_NUMBER: Final = re.compile(r"^[（(]?\d{1,2}[）)、.．]")
_BODY: Final = re.compile(
    r"^[\u4e00-\u9fff（）·“”]{3,30}(?:[局委馆院校所站队处室会园办场部台库团宫社]|中心|学校|公司|幼儿园|机关|本级)(?:（[^（）]*）)?$"
)
_SISTERS: Final = frozenset("一二三四五六七八九十东西南北中上下大小")
_LONG: Final = 8
_REST: Final = "其他"


def units_below(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """共5个 after four names, 4个 of which one and two are told, a name with one character unlike its own row's."""
    rows = frozenset(p.text for p in texts if p.role is Role.CELL and len(p.text) >= _LONG)
    for passage in texts:
        if passage.role is Role.PARAGRAPH and passage.topic == STRUCTURE:
            yield from _sorted(passage)
            for found in _LISTED.finditer(passage.text):
                names = _names(found)
                yield from _counted(passage, found, names)
                yield from _misnamed(passage, names, rows, texts)


def _names(found: re.Match[str]) -> list[tuple[str, int]]:
    """The units of a list and where each begins; nothing when some of it is none."""
    names = []
    for piece in re.finditer(r"[^、；，]+", found["names"]):
        name = _NUMBER.sub("", piece[0])
        names.append((name, found.start("names") + piece.end() - len(name)))
    return names if all(_BODY.match(name) for name, _ in names) else []


def _counted(passage: Passage, found: re.Match[str], names: list[tuple[str, int]]) -> Iterator[Hit]:
    if not found["count"] or len(names) < 2 or int(found["count"]) == len(names):
        return
    last = names[-1][1]
    note = f"写“共{found['count']}个”，所列单位有{len(names)}个"
    quote = passage.piece(last, found.end())
    yield Hit(passage, found.start("count"), found.end("count"), note, str(len(names)), "listed", quote=quote)


def _sorted(passage: Passage) -> Iterator[Hit]:
    """A number of units against the kinds it is made of, where these are plainly all there are."""
    for found in _SORTED.finditer(passage.text):
        kinds = [_KIND.fullmatch(clause) for clause in re.split("[，、；]", found["kinds"])]
        counts = [int(kind[1]) for kind in kinds if kind]
        is_whole = len(counts) == len(kinds) >= 2 and _REST in found["kinds"]
        if is_whole and sum(counts) != int(found["count"]):
            added = " + ".join(map(str, counts))
            note = f"写所属单位{found['count']}个，各类之和{added} = {sum(counts)}"
            quote = passage.piece(found.start(), found.end())
            yield Hit(passage, found.start("count"), found.end("count"), note, str(sum(counts)), "sorted", quote=quote)


def _misnamed(passage: Passage, names: list[tuple[str, int]], rows: frozenset[str], texts: Texts) -> Iterator[Hit]:
    """A name that stands nowhere else, where a row for a unit that the list does not have differs in one character."""
    listed = {name for name, _ in names}
    for name, start in names:
        meant = [row for row in rows - listed if _is_one_off(name, row)]
        if len(name) >= _LONG and len(meant) == 1 and sum(name in p.text for p in texts) == 1:
            note = f"单位名称写作“{name}”，表中是“{meant[0]}”"
            yield Hit(passage, start, start + len(name), note, meant[0], name)


def _is_one_off(name: str, row: str) -> bool:
    odd = [{a, b} for a, b in zip(name, row, strict=True) if a != b] if len(name) == len(row) else []
    return len(odd) == 1 and not odd[0] <= _SISTERS
