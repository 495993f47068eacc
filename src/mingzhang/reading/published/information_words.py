"""Information words 信息表用语: what rows of tables beside the statements are called, and which figures they are."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from mingzhang.disclosure.address import Address
from mingzhang.reading.stated.words import key

SUPPLEMENT: Final = "S"
MONEY: Final = ""
"""The unit of a figure that is an amount, in whatever unit its table has."""
PROCUREMENT: Final = "政府采购"
RUNNING: Final = "机关运行经费"
_MATTERS: Final = (
    (PROCUREMENT, re.compile("政府采购")),
    (RUNNING, re.compile("(?:机关|机构)运行")),
    ("国有资产", re.compile("国有资产|车辆|公务用车")),
    ("三公", re.compile("三公|相关统计数|会议费|培训费")),
)
"""Which matter a title, or a row that opens a group, is about."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """The figure that a label stands for, counted in `unit`; `within`: only in a table, or group, about that."""

    row: str
    column: str
    unit: str
    pattern: re.Pattern[str]
    within: str = ""

    @property
    def address(self) -> Address:
        """The figure."""
        return Address(SUPPLEMENT, self.row, self.column)


def _meanings(row: str, unit: str, words: dict[str, str], within: str = "") -> tuple[Meaning, ...]:
    return tuple(Meaning(row, column, unit, re.compile(pattern), within) for column, pattern in words.items())


_CARS: Final = {
    "车辆合计": r"(?:公务用车|车辆)(?:编制)?(?:数量?)?(?:合计|总计|总数|小计)|车辆数量?|车辆",
    "副部（省）级及以上领导用车": r"副部省?级及?以上领导用车",
    "主要领导干部用车": r"主要(?:领导干部|负责人|领导)用车",
    "机要通信用车": r"机要通信用车",
    "应急保障用车": r"应急保障用车",
    "执法执勤用车": r"(?:一般)?执法执勤用车",
    "特种专业技术用车": r"特种专业技术用车",
    "离退休干部服务用车": r"离退休干部(?:服务)?用车",
    "其他用车": r"其他(?:用车|车辆)",
    "部级领导干部用车": r"部级领导干部用车",
    "一般公务用车": r"一般公务用车",
}
_TRIPS: Final = {"因公出国团组数": r"因公出国境团组(?:个)?数量?"}
_TRAVELLERS: Final = {"因公出国人次": r"因公出国境(?:累计)?(?:人次数?|人数)"}
_GUESTS: Final = {
    "国内接待批次": r"国内(?:公务)?接待(?:批次|总批次)数?",
    "外宾接待批次": r"国境外(?:公务)?接待批次数?",
}
_GUEST_HEADS: Final = {
    "国内接待人次": r"国内(?:公务)?接待(?:总?人次数?|人数)",
    "外宾接待人次": r"国境外(?:公务)?接待(?:人次数?|人数)",
}
_BOUGHT: Final = {
    "公务用车购置数": r"公务用车购置数量?|购置公务用车数?量?|公务用车购置及?更新数量?",
    "公务用车保有量": r"公务用车(?:期末|年末)?保有(?:量|数)",
}
_THINGS: Final = {
    "通用设备": r"单价50万元含?以上含?的?通用设备(?:不含车辆)?",
    "专用设备": r"单价100万元含?以上含?的?专用设备(?:不含车辆)?",
    "单价100万元以上设备": r"单价100万元含?以上含?的?(?:大型)?设备(?:不含车辆)?",
}
_PURCHASES: Final = {
    "合计": r"政府采购(?:支出)?(?:金额)?(?:总额|合计|总计)",
    "货物": r"政府采购货物(?:类)?(?:支出|金额)?",
    "工程": r"政府采购工程(?:类)?(?:支出|金额)?",
    "服务": r"政府采购服务(?:类)?(?:支出|金额)?",
    "授予中小企业合同金额": r"(?:政府采购)?授予中小企业的?合同金额",
    "授予小微企业合同金额": r"(?:政府采购)?授予小微企业的?合同金额",
}
_SHORT: Final = {
    "合计": r"合计|总计|总额|支出合计",
    "货物": r"货物类?(?:支出)?",
    "工程": r"工程类?(?:支出)?",
    "服务": r"服务类?(?:支出)?",
}
_COSTS: Final = {
    "决算数": r"机关运行经费(?:支出)?(?:合计|总额)?",
    "机构运行经费": r"机构运行经费(?:支出)?(?:合计|总额)?",
}
_MEANINGS: Final = (
    *_meanings("三公", "个", _TRIPS | _GUESTS),
    *_meanings("三公", "人次", _TRAVELLERS | _GUEST_HEADS),
    *_meanings("三公", "辆", _BOUGHT),
    *_meanings("国有资产", "辆", _CARS),
    *_meanings("国有资产", "台（套）", _THINGS),
    *_meanings(PROCUREMENT, MONEY, _PURCHASES),
    *_meanings(PROCUREMENT, MONEY, _SHORT, PROCUREMENT),
    *_meanings(RUNNING, MONEY, _COSTS),
    *_meanings(RUNNING, MONEY, {"决算数": r"合计|总计"}, RUNNING),
)  # fmt: skip


@lru_cache(maxsize=1024)
def meaning(label: str, matter: str) -> Meaning | None:
    """What a label means in a table, or group of rows, that is about this matter."""
    bare = key(label)
    if not bare or len(bare) > 40:
        return None
    return next((m for m in _MEANINGS if m.pattern.fullmatch(bare) and m.within in {"", matter}), None)


def matter_of(text: str) -> str:
    """The one matter a title or the opening of a group is about; nothing when it names none or several."""
    found = [name for name, pattern in _MATTERS if pattern.search(text)]
    return found[0] if len(found) == 1 else ""
