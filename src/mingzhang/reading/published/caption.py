"""Caption 表头说明: the lines around a statement's grid: who publishes, in which unit, and the note below."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from mingzhang.reading.stated.words import unit_named

_OWNER: Final = re.compile(
    r"(?:编制|填报|填制|公开|预算|决算|汇总)?(?:部门|单位)(?:名称|编码|代码|[(（]盖?章?[)）])?\s*[:：]\s*(?P<name>.*)"
)
_MONEY: Final = re.compile(
    r"[(（]?(?:金额|计量|货币)?单位\s*[:：]\s*[(（]?(?:人民币)?\s*(?:[十百千]?万|[百千亿])?元[)）]*"
)
_FORM: Final = re.compile(
    r"(?:财决)?公开\s*[A-Z]*\s*\d+\s*-?\d*\s*表|财决\s*\d+\s*表|附[件表]\s*\d*\s*(?:[-—]\s*\d+)?\s*[:：]?"
)
_YEAR: Final = re.compile(r"[(（]?20\d{2}\s*年度?[)）]?")
_LAST_YEAR: Final = re.compile(r"(?<=表)\s*[(]?20\d{2}\s*年度?[)]?\s*$")
_SPACED: Final = re.compile(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff:：])")
_ALONE: Final = re.compile(
    r"续\s*表?|万?元|(?:金额)?单位\s*[:：]\s*万?|[(（]续表?[)）]|预算代码\s*[:：].*|(?:保密审查|负责人审签).*|监督索引号.*|制表日期.*|\d{1,3}"
)
_NOTE: Final = re.compile(
    r"\s*(?:[(（]?\s*(?:注|备\s*注|说\s*明|附\s*注)\d?\s*[:：.、)）]|[※★]|本表(?:反映|为空|无数据|不涉及))"
)
_EMPTY: Final = re.compile(
    r"本表(?:无|为|没有|不)|此表(?:无|为|没有)|空表|无数据|无内容|表格?为空|以空表列示|没有数据|数据为[零0空]"
)
_GAP: Final = re.compile(r"\s+")


def is_caption(text: str) -> bool:
    """Whether a line says nothing but whose table it is, its number, its year or its unit of money."""
    rest = _flat(text)
    if len(rest) > 120:
        return False
    rest = "" if _ALONE.fullmatch(rest) else _FORM.sub("", _YEAR.sub("", _MONEY.sub("", rest)))
    return not rest or _OWNER.fullmatch(rest) is not None


def without_captions(text: str) -> str:
    """A line without unit, owner and number of the form, as far as they stand around a title."""
    rest = _LAST_YEAR.sub("", _MONEY.sub(" ", unicodedata.normalize("NFKC", text)))
    rest = re.sub(r"\s(?:编制|填报|公开)?(?:部门|单位)\s*[:：].*", "", rest)
    return re.sub(r"(?:财决)?公开\s*\d+\s*表(?=\s|$)", " ", rest).strip()


def joined(texts: Iterable[str]) -> list[str]:
    """Caption lines with a unit that was broken over two of them in one piece."""
    lines: list[str] = []
    for text in texts:
        if lines and re.fullmatch(r"万?元", text.strip()) and re.search(r"单位\s*[:：]\s*[万]?\s*$", lines[-1]):
            lines[-1] = lines[-1].rstrip() + text.strip()
        else:
            lines.append(text)
    return lines


def sides(text: str) -> tuple[str, str]:
    """What a caption line says on its left and its right: 部门：某单位 and 金额单位：万元."""
    found = next((found for found in (_MONEY.search(text), _FORM.search(text)) if found), None)
    if found is None:
        return text.strip(), ""
    return (text[: found.start()] + text[found.end() :]).strip(), found[0].strip()


def owner_of(text: str) -> str:
    """Whose table a caption line says it is; empty when it does not."""
    found = _OWNER.match(_YEAR.sub("", _MONEY.sub("", _FORM.sub("", _flat(text)))).strip())
    name = _GAP.sub("", found["name"]) if found else ""
    return "" if (unit_named(text) and not name) or not re.search("[\u4e00-\u9fff]{2}", name) else name


def is_note(text: str) -> bool:
    """Whether a line below a grid begins a note on it."""
    return _NOTE.match(text) is not None or says_empty(text)


def says_empty(text: str) -> bool:
    """Whether a line says that a statement has nothing in it."""
    return len(text) < 200 and _EMPTY.search(_GAP.sub("", text)) is not None


def _flat(text: str) -> str:
    """In plain marks, words set apart letter by letter closed up."""
    return _SPACED.sub("", unicodedata.normalize("NFKC", text).strip())
