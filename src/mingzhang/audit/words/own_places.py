"""Own places 自称: where in a text only the body itself can be meant, whatever name stands there."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from mingzhang.audit.words.body import Body, named_places
from mingzhang.audit.words.hit import Texts
from mingzhang.audit.words.likeness import distance, is_maimed, is_slip, without_a_place
from mingzhang.audit.words.passage import Passage, Role
from mingzhang.disclosure.topic import STRUCTURE

Place = tuple[str, int, int]
"""What stands there, and from where to where."""
_NONE: Final = r"(?:无|没有)(?:政府性基金|国有资本|机关运行|政府采购|“?三公)"
_OWN: Final = re.compile(
    r"(?=\d{4}年度?(?:收入支出总计|收、?支|财政拨款|一般公共预算|本年|部门决算|单位决算|决算|政府采购|预算绩效|“?三公|机关运行"
    rf"|{_NONE}|政府性基金|国有资本|部门整体|整体支出)"
    rf"|(?:{_NONE}|政府采购支出总额|机关运行经费支出|本级决算|决算仅包括本级|部门决算(?:包括|由)|单位决算(?:包括|由)"
    r"|所属各预算单位|共有车辆|本年度没有|在职实有|(?:核定|现有|实有)(?:在职|编制)|(?:开支)?财政拨款的公务用车))"
)
"""What follows the name of a body that speaks of its own accounts."""
_PROPER: Final = re.compile(r"（(?:本级|机关|本部)）")
"""What follows it in a list of units, where the others are those below."""
_SOLE: Final = re.compile(r"范围的?(?:预算)?单位[为是]：([\u4e00-\u9fff]+)。")
_TELLING: Final = 4
_JOINING: Final = "和与及"
_BEFORE: Final = re.compile(r"(?:[日年度中为看入由：，。；、（）“”]|^)$")
_MARKED: Final = "(?:[.．、：，；（）]|^)"
_LISTED: Final = re.compile(f"{_MARKED}$")
_CITY: Final = re.compile(r"(?:(?![我本全该各在由为是属归和与及省])[\u4e00-\u9fff]){2,}[省市州县]")
_DAY: Final = re.compile(r"[\d〇○零一二三四]{4}年[\d一二三四五六七八九十]{1,2}月(?:[\d一二三四五六七八九十]{1,3}日)?")
_WORDS: Final = re.compile(r"(?![度年日月])[\u4e00-\u9fff（）·]+")


def heads(passage: Passage, body: Body, texts: Texts) -> Iterator[Place]:
    """Who a table is of: the body's own name with a piece missing or replaced, and no other body's name."""
    if passage.role is not Role.HEAD and (passage.role is not Role.PARAGRAPH or passage.part != "statements"):
        return
    for name, start, end in named_places(passage):
        is_own = name in body.forms or is_slip(name, body)
        if not is_own and is_maimed(name, body) and not _is_told_of(name, texts):
            yield name, start, end


def slips(passage: Passage, body: Body, texts: Texts) -> Iterator[Place]:
    """Names with a small mistake where the body's own belongs."""
    yield from _elsewhere(passage, body)
    for name, start, end in _candidates(passage, body, texts):
        if name not in body.forms and is_slip(name, body):
            yield name, start, end


def _elsewhere(passage: Passage, body: Body) -> Iterator[Place]:
    """The body's district and name behind another city: 西州市东河区财政局 for 例州市东河区财政局."""
    if len(body.places) < 2 or len(body.forms) < 2:
        return
    outer, inner = body.places[0], body.forms[1]
    for found in re.finditer(re.escape(inner), passage.text):
        start = found.start() - len(outer)
        place = passage.text[max(start, 0) : found.start()]
        if start >= 0 and place != outer and place[-1] == outer[-1] and _CITY.fullmatch(place):
            yield place + inner, start, found.end()


def _is_told_of(name: str, texts: Texts) -> bool:
    """Whether the document names such a body beside its own: a unit below, a superior."""
    return any(name in p.text for p in texts if p.role in {Role.PARAGRAPH, Role.CELL} and p.part != "statements")


def _candidates(passage: Passage, body: Body, texts: Texts) -> Iterator[Place]:
    yield from named_places(passage)
    if passage.role is Role.TITLE:
        yield passage.text, 0, len(passage.text)
    if passage.role in {Role.PARAGRAPH, Role.CELL, Role.NOTE, Role.HEADING}:
        yield from _subjects(passage, body)
        yield from _listed(passage, body, texts)
        yield from _joined(passage, body)
        yield from _alone(passage, body)
        yield from _signed(passage, body, texts)


def _subjects(passage: Passage, body: Body) -> Iterator[Place]:
    """What stands before words about one's own accounts, as long as the name gives or takes two characters."""
    for found in _OWN.finditer(passage.text):
        yield from _ending_at(passage.text, found.start(), body, _BEFORE)
    for form in body.forms if not passage.text.startswith(body.forms) else ():
        start = _leading(passage.text, form)
        if start:
            yield passage.text[:start], 0, start


def _listed(passage: Passage, body: Body, texts: Texts) -> Iterator[Place]:
    """The body itself in a list of units, 某某局（本级）, unless it stands there rightly; or all there is of a list."""
    for found in _PROPER.finditer(passage.text):
        right = re.compile(rf"{_MARKED}(?:{'|'.join(map(re.escape, body.forms))}){found[0]}")
        if not any(right.search(p.text) for p in texts if p.section == passage.section):
            yield from _ending_at(passage.text, found.start(), body, _LISTED)
    for found in _SOLE.finditer(passage.text):
        yield found[1], *found.span(1)


def _ending_at(text: str, end: int, body: Body, before: re.Pattern[str]) -> Iterator[Place]:
    if any(text[:end].endswith(form) and before.search(text[: end - len(form)]) for form in body.forms):
        return
    shortened = [len(name) for name in without_a_place(body)]
    for form in body.forms[:2]:
        for length in (*(len(form) + d for d in (0, 1, -1, 2, -2)), *shortened):
            start = end - length
            name = text[max(start, 0) : end]
            if start >= 0 and _WORDS.fullmatch(name) and before.search(text[:start]) and is_slip(name, body):
                yield name, start, end
                return


def _leading(text: str, form: str) -> int:
    """A text that begins with a slip of the name and goes on 为, 是 …: who the body is; the slip's length, or 0."""
    for mark in ("为", "是", "系", "隶属"):
        length = text.find(mark, 0, len(form) + 3)
        if abs(length - len(form)) <= 1 and length >= 8 and 0 < distance(text[:length], form) <= 1:
            return length
    return 0


def _alone(passage: Passage, body: Body) -> Iterator[Place]:
    """A signature or a cell that holds nothing but a slip in the places before a name that is otherwise right."""
    own = body.name.removeprefix("".join(body.places))
    text = passage.text
    if passage.topic != STRUCTURE and len(own) >= _TELLING and text.endswith(own) and text not in body.forms:
        yield text, 0, len(text)


def _signed(passage: Passage, body: Body, texts: Texts) -> Iterator[Place]:
    """Who signs: a line of its own above a day."""
    if is_slip(passage.text, body):
        at = next(index for index, one in enumerate(texts) if one is passage)
        if any(_DAY.fullmatch(p.text) for p in texts[at + 1 : at + 2]):
            yield passage.text, 0, len(passage.text)


def _joined(passage: Passage, body: Body) -> Iterator[Place]:
    """The name with another word for and: nobody else is called so."""
    form = next((form for form in body.forms if len(form) >= 7 and any(mark in form for mark in _JOINING)), None)
    for found in _loose(form).finditer(passage.text) if form else ():
        if found[0] != form:
            yield found[0], found.start(), found.end()


@lru_cache(maxsize=64)
def _loose(form: str) -> re.Pattern[str]:
    return re.compile("".join(f"[{_JOINING}]" if mark in _JOINING else re.escape(mark) for mark in form))
