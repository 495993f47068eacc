"""People 人员: the heads counted in a sentence add up to its total."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.hit import Hit, Texts
from mingzhang.audit.words.passage import Passage, Role
from mingzhang.terms.printed import Printed, numbers

_WHOLE: Final = re.compile(r"(在职|离退休|实有|编制)[^，。；：、]{0,14}?(?=\d)")
_AMONG: Final = re.compile(r"^[，,（]?其中[：:]?")
_PARTS: Final = {
    "在职": ("行政", "参公", "参照公务员", "事业", "工勤", "公务员", "机关工勤"),
    "实有": ("行政", "参公", "参照公务员", "事业", "工勤", "公务员"),
    "编制": ("行政", "参公", "参照公务员", "事业", "工勤", "机关"),
    "离退休": ("离休", "退休"),
}
_OTHERS: Final = re.compile("离退休|遗属|实有|合计|共计|年末")
_ASIDE: Final = re.compile(r"（[^（）]*）")


def people(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """在职人员9人，其中：行政2人，事业6人: a total that is not the sum of all its parts."""
    for passage in texts:
        if passage.role is not Role.PARAGRAPH:
            continue
        for found in _WHOLE.finditer(passage.text):
            yield from _sum(passage, found)


def _sum(passage: Passage, found: re.Match[str]) -> Iterator[Hit]:
    stop = min((i for m in "。；" if (i := passage.text.find(m, found.end())) >= 0), default=len(passage.text))
    counted = [n for n in numbers(passage.text[found.end() : stop]) if n.unit in {"人", "名"}]
    if len(counted) < 3 or counted[0].start:
        return
    among = _AMONG.match(passage.text[found.end() + counted[0].end :])
    if not among:
        return
    rest = passage.text[found.end() + counted[0].end + among.end() : stop]
    parts = list(_parts(_ASIDE.sub("", rest), _PARTS[found[1]]))
    total = counted[0].value
    if len(parts) >= 2 and sum(n.value for n in parts) != total:
        added = "+".join(f"{n.value}" for n in parts)
        end = found.end() + counted[0].end
        note = f"{found[0]}{counted[0].text}，其中各项{added}={sum(n.value for n in parts)}，合计不符"
        yield Hit(passage, found.start(), end, note, f"{sum(n.value for n in parts)}人", f"sum:{found[1]}")


def _parts(text: str, names: tuple[str, ...]) -> Iterator[Printed]:
    """The parts of an unbroken list of known kinds; nothing when somebody else is counted among them."""
    found: list[Printed] = []
    for clause in re.split("[，、,]", text):
        number = next((n for n in numbers(clause) if n.unit in {"人", "名"}), None)
        if number is None or _OTHERS.search(clause):
            break
        if not any(name in clause for name in names) or "其中" in clause:
            return
        found.append(number)
    yield from found
