"""The tables [[indicator]] of performance.toml: targets under their headings, and what answers them."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from mingzhang.books.plan import Indicator, Judged
from mingzhang.reading.unit.entry import Entry, exact_number
from mingzhang.reading.unit.known import Identified, Known
from mingzhang.reading.unit.nearest import near
from mingzhang.reading.unit.slot import check_slots, told
from mingzhang.terms.target import Aim, Attainment, Target
from mingzhang.terms.target_text import NotATarget, parse
from mingzhang.terms.unit import Unit

_ATTAINMENTS: Final = {one.value: one for one in Attainment}
_KEYS: Final = (
    "id", "first", "second", "name", "target", "aim", "measure", "result", "evidence", "reason", "remedy",
)  # fmt: skip


def read_indicator(found: Identified, known: Known, units: Mapping[str, Unit]) -> Indicator | None:
    """The indicator, or None when it has no target; `units` are those of the measures that are understood."""
    entry = found.entry
    entry.knows(*_KEYS)
    first, second = entry.name("first", "产出指标"), entry.name("second", "数量指标")
    name, evidence = entry.name("name", "社会保障卡制发工作"), entry.name("evidence")
    measure = entry.name("measure")
    if measure:
        entry.refers("measure", measure, known.measures, "完成值")
    judged = _judged(entry, evidence, known)
    target = _target(entry, units.get(measure))
    _check_answer(entry, target, measure)
    reason, remedy = told(entry, "reason", known), told(entry, "remedy", known)
    if target is None:
        return None
    return Indicator(found.id, first, second, name, target, measure or None, judged, evidence, reason, remedy)


def _target(entry: Entry, unit: Unit | None) -> Target | Aim | None:
    target, aim = entry.name("target"), entry.name("aim")
    if bool(target) == bool(aim):
        message = "target 和 aim 只能写一个" if target else "没有写目标"
        entry.wrong("target", target, message, '数量目标写 target = "≥10000张"，文字目标写 aim = "完成…项目"')
        return None
    if aim:
        return Aim(aim)
    try:
        return parse(target, unit)
    except NotATarget as error:
        entry.wrong("target", target, "目标值不能用", str(error))
        return None


def _check_answer(entry: Entry, target: Target | Aim | None, measure: str) -> None:
    """Numbers are answered by numbers, words by a judgement."""
    if isinstance(target, Target) and entry.has("result"):
        entry.wrong("result", "", "数量目标要用完成值回答", "写 measure，删去 result；或把 target 改成 aim")
    if isinstance(target, Aim) and measure:
        entry.wrong("measure", measure, "文字目标不能用完成值判定", "写 result，删去 measure；或把 aim 改成 target")


def _judged(entry: Entry, evidence: str, known: Known) -> Judged | None:
    inner = entry.inner("result")
    if inner is None:
        return None
    inner.knows("attainment", "share", "text", "evidence")
    word = inner.name("attainment", Attainment.REACHED.value)
    if word and word not in _ATTAINMENTS:
        inner.wrong("attainment", word, "不认识的达成程度", near(word, _ATTAINMENTS))
    text, proof = inner.name("text", "通过验收"), inner.name("evidence") or evidence
    check_slots(inner, "text", text, known)
    if not proof:
        inner.wrong("evidence", "", "没有填写", '写上 evidence = "验收报告"')
    attainment, share = _ATTAINMENTS.get(word), _share(inner)
    if attainment is None or share is None:
        return None
    return Judged(attainment, share, text, proof)


def _share(entry: Entry) -> Fraction | None:
    """The share of points, from 0 to 1; all of them when left out."""
    value = entry.table.get("share", "100%")
    is_share = isinstance(value, str) and value.strip().endswith("%")
    number = exact_number(value.strip().removesuffix("%")) if isinstance(value, str) and is_share else None
    if number is None or not 0 <= number <= 100:
        entry.wrong("share", value, "不是0%到100%的比例", '写成 share = "100%"')
        return None
    return number / 100
