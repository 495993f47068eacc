"""The name of the body: the same in the title, the heads of the statements, the narrative and the annex."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.body import Body, body_of, named_places
from mingzhang.audit.words.hit import Hit, Texts
from mingzhang.audit.words.passage import Passage, Role
from mingzhang.disclosure.topic import STRUCTURE

_OWN: Final = re.compile(
    r"(?=\d{4}年度?(?:收入支出总计|收、?支|财政拨款|一般公共预算|本年|部门决算|单位决算|决算|政府采购|预算绩效|“?三公|机关运行"
    r"|无政府性|没有政府性|无国有|没有国有|无机关|无“?三公|没有“?三公|政府性基金|国有资本|部门整体|整体支出)"
    r"|(?:本级决算|部门决算(?:包括|由)|单位决算(?:包括|由)|所属各预算单位|共有车辆|无机关运行|无政府采购|无“?三公|本年度没有"
    r"|在职实有|(?:核定|现有|实有)(?:在职|编制)|(?:开支)?财政拨款的公务用车))"
)
"""What follows the name of a body that speaks of its own accounts."""
_SELF: Final = frozenset({"机关", "本级", "本部"})
_TELLING: Final = 4
_PIECE: Final = 4
"""So many characters at most are left out of a name, or stand for others, that is still meant to be the same."""
_JOINING: Final = "和与及"
_BEFORE: Final = re.compile(r"(?:[日年度中为看入由：，。；、（）“”]|^)$")
_WORDS: Final = re.compile(r"(?![度年日月])[\u4e00-\u9fff（）·]+")


def body_names(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """Names that are the body's own but for a slip: one or two characters, or a district left out."""
    body = body_of(context, texts)
    if not body.is_known:
        return
    for passage in texts:
        seen: set[int] = set()
        for name, start, end in _heads(passage, body, texts):
            seen.add(start)
            yield _hit(passage, name, start, end, body)
        for name, start, end in _candidates(passage, body):
            if start not in seen and name not in body.forms and _is_slip(name, body):
                seen.add(start)
                yield _hit(passage, name, start, end, body)


def _hit(passage: Passage, name: str, start: int, end: int, body: Body) -> Hit:
    right = _nearest(name, body)
    note = f"单位名称写作“{passage.piece(start, end)}”，与全文的“{body.name}”不一致"
    return Hit(passage, start, end, note, right, name)


def _heads(passage: Passage, body: Body, texts: Texts) -> Iterator[tuple[str, int, int]]:
    """Who a table is of: the body's own name with a piece missing or replaced, and no other body's name."""
    if passage.role is not Role.HEAD and (passage.role is not Role.PARAGRAPH or passage.part != "statements"):
        return
    for name, start, end in named_places(passage):
        is_own = name in body.forms or _is_slip(name, body)
        if not is_own and _is_maimed(name, body) and not _is_told_of(name, texts):
            yield name, start, end


def _is_maimed(name: str, body: Body) -> bool:
    """Whether all but one piece of the body's name stands there: 交通局 for 交通运输局."""
    own = len(body.name) - len("".join(body.places))
    for form in body.forms:
        within = len(form) - own
        head = _alike(name, form)
        tail = min(_alike(name[::-1], form[::-1]), len(name) - head, len(form) - head)
        lost, put = len(form) - head - tail, len(name) - head - tail
        if tail and head >= within + 2 and 0 < lost <= _PIECE and put < min(lost + 1, _PIECE):
            return not _is_another_place(name, form)
    return False


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _is_told_of(name: str, texts: Texts) -> bool:
    """Whether the document names such a body beside its own: a unit below, a superior."""
    return any(name in p.text for p in texts if p.role in {Role.PARAGRAPH, Role.CELL} and p.part != "statements")


def _candidates(passage: Passage, body: Body) -> Iterator[tuple[str, int, int]]:
    yield from named_places(passage)
    if passage.role in {Role.PARAGRAPH, Role.CELL, Role.NOTE, Role.HEADING}:
        yield from _subjects(passage, body)
        yield from _joined(passage, body)
        yield from _alone(passage, body)


def _subjects(passage: Passage, body: Body) -> Iterator[tuple[str, int, int]]:
    """What stands before words about one's own accounts, as long as the name gives or takes two characters."""
    for found in _OWN.finditer(passage.text):
        yield from _ending_at(passage.text, found.start(), body)
    for form in body.forms if not passage.text.startswith(body.forms) else ():
        start = _leading(passage.text, form)
        if start:
            yield passage.text[:start], 0, start


def _ending_at(text: str, end: int, body: Body) -> Iterator[tuple[str, int, int]]:
    if any(text[:end].endswith(form) and _BEFORE.search(text[: end - len(form)]) for form in body.forms):
        return
    shortened = [len(name) for name in _without_a_place(body)]
    for form in body.forms[:2]:
        for length in (*(len(form) + d for d in (0, 1, -1, 2, -2)), *shortened):
            start = end - length
            name = text[max(start, 0) : end]
            if start >= 0 and _WORDS.fullmatch(name) and _BEFORE.search(text[:start]) and _is_slip(name, body):
                yield name, start, end
                return


def _leading(text: str, form: str) -> int:
    """A text that begins with a slip of the name and goes on 为, 是 …: who the body is; the slip's length, or 0."""
    for mark in "为是系":
        length = text.find(mark, 0, len(form) + 3)
        if abs(length - len(form)) <= 1 and length >= 8 and 0 < distance(text[:length], form) <= 1:
            return length
    return 0


def _alone(passage: Passage, body: Body) -> Iterator[tuple[str, int, int]]:
    """A signature or a cell that holds nothing but a slip in the places before a name that is otherwise right."""
    own = body.name.removeprefix("".join(body.places))
    text = passage.text
    if passage.topic != STRUCTURE and len(own) >= _TELLING and text.endswith(own) and text not in body.forms:
        yield text, 0, len(text)


def _joined(passage: Passage, body: Body) -> Iterator[tuple[str, int, int]]:
    """The name with another word for and: nobody else is called so."""
    for form in body.forms:
        if len(form) < 7 or not any(mark in form for mark in _JOINING):
            continue
        loose = "".join(f"[{_JOINING}]" if mark in _JOINING else re.escape(mark) for mark in form)
        for found in re.finditer(loose, passage.text):
            if found[0] != form:
                yield found[0], found.start(), found.end()
        return


def _is_slip(name: str, body: Body) -> bool:
    """Whether a name is the body's with a small mistake and no right name of its own length."""
    if name in body.forms or len(name) < 5 or re.search("[xX×*]", name):
        return False
    if name in _without_a_place(body):
        return True
    form = _nearest(name, body)
    if form.endswith(name) or name.endswith(form) or form.removeprefix(name) in _SELF:
        return False
    most = 2 if len(form) >= 9 else 1
    return 0 < distance(name, form) <= most and not _is_another_place(name, form)


def _is_another_place(name: str, form: str) -> bool:
    """Numbered sisters, 第一中学 and 第二中学, are bodies of their own."""
    odd = {a for a, b in zip(name, form, strict=False) if a != b} if len(name) == len(form) else set()
    return bool(odd) and odd <= set("一二三四五六七八九十东南西北")


def _without_a_place(body: Body) -> tuple[str, ...]:
    """The name without one of its inner places: 上海市财政局 for 上海市普陀区财政局."""
    places = body.places
    return tuple(body.name.replace(place, "", 1) for place in places[1:])


def _nearest(name: str, body: Body) -> str:
    if name in _without_a_place(body):
        return body.name
    return min(body.forms, key=lambda form: distance(name, form))


def distance(one: str, other: str) -> int:
    """The edit distance, or 9 when it is plainly more than two."""
    if abs(len(one) - len(other)) > 2:
        return 9
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        above, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (a != b))
        if min(row) > 2:
            return 9
    return row[-1]
