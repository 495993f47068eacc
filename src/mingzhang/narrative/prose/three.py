"""The words of the 三公 section: abroad, cars and receptions, and what was counted for them."""

from typing import Final

from mingzhang.disclosure.address import Address
from mingzhang.narrative.prose.subject import Meaning, Subject, Unknown, Vocabulary

_TOTAL: Final = "合计"
_CARS: Final = "小计"

_GROUPS: Final = Address("S", "三公", "因公出国团组数")
_TRAVELLERS: Final = Address("S", "三公", "因公出国人次")
_BOUGHT: Final = Address("S", "三公", "公务用车购置数")
_KEPT: Final = Address("S", "三公", "公务用车保有量")
_GUESTS: Final = Address("S", "三公", "国内接待批次")
_GUEST_HEADS: Final = Address("S", "三公", "国内接待人次")
_FOREIGN: Final = Address("S", "三公", "外宾接待批次")
_FOREIGN_HEADS: Final = Address("S", "三公", "外宾接待人次")

_BATCH_UNITS: Final = ("个", "批", "批次", "次", "起")
_HEAD_UNITS: Final = ("人", "人次")
_CAR_UNITS: Final = ("辆", "台（套）")


def _units(units: tuple[str, ...], fact: Address) -> tuple[tuple[str, Address], ...]:
    return tuple((unit, fact) for unit in units)


ABROAD: Final = _units(("个", "批", "批次", "次"), _GROUPS) + _units(_HEAD_UNITS, _TRAVELLERS)
BOUGHT: Final = _units(_CAR_UNITS, _BOUGHT)
KEPT: Final = _units(_CAR_UNITS, _KEPT)
GUESTS: Final = _units(_BATCH_UNITS, _GUESTS) + _units(_HEAD_UNITS, _GUEST_HEADS)
FOREIGN: Final = _units(_BATCH_UNITS, _FOREIGN) + _units(_HEAD_UNITS, _FOREIGN_HEADS)


def _kind(column: str, *wholes: str, counts: tuple[tuple[str, Address], ...] = ()) -> Subject:
    return Subject(
        Address("T7", "决算数", column),
        Address("T7", "预算数", column),
        tuple(Address("T7", "决算数", whole) for whole in wholes),
        counts=counts,
    )


def _counted(counts: tuple[tuple[str, Address], ...], unit: str) -> Subject:
    return Subject(counts[0][1], unit=unit, counts=counts)


_COST: Final = "(?:费用?|经费|支出|开支)"
_CAR: Final = "(?:公务用车|公务车|公车|车辆)"
_NAME: Final = f"{_COST}{{1,2}}"

_WORDS: Final[tuple[tuple[str, Meaning], ...]] = (
    ("(?:公务)?(?:用车)?(?:接待)?陪同(?:人员)?|陪餐(?:人员)?", Unknown()),
    ("(?:机关|机构)运行经费(?:支出)?", Unknown()),
    ("会议费(?:支出)?", Unknown()),
    ("培训费(?:支出)?", Unknown()),
    ("(?:因公)?(?:临时)?(?:出国|出境)?(?:\\(境\\))?(?:出访|访问|考察)?团组(?:数量?|总数)?|出国\\(境\\)人(?:数|次)", _counted(ABROAD, "个")),
    ("保有量|(?:年末)?(?:公务用车|公车|车辆)保有(?:量|数)?", _counted(KEPT, "辆")),
    (f"(?:更新)?购置(?:数量?|\\(更新\\)|\\(含更新\\)|更新)*{_CAR}(?:数量?)?(?!运)|(?:更新|新购|新增|购买){_CAR}|{_CAR}(?:更新)?购置数量?|购置数量?", _counted(BOUGHT, "辆")),
    ("(?:国\\(境\\)外|国外|境外)?(?:接待)?外(?:宾|事)(?:公务)?(?:接待)?(?:费用?|支出)?|国\\(境\\)外公务接待(?:费用?|支出)?", Subject(Address("S", "三公", "外宾接待费"), counts=FOREIGN)),
    ("国内公务接待(?:费用?|支出)", Subject(Address("S", "三公", "国内接待费"), counts=GUESTS)),
    ("国内公务接待|(?:累计|共|全年|共计)?(?:公务)?接待(?=(?:的)?(?:\\d|批|人|国内|来访|来宾|总人))|国内接待", _counted(GUESTS, "批次")),
    (f"{_CAR}购置(?:\\(更新\\))?(?:费用?)?(?:支出)?(?:用)?[及和与、以]+(?:{_CAR})?运行(?:维护)?{_COST}{{0,2}}|{_CAR}(?:费用?|经费|支出)(?!购)", _kind(_CARS, _TOTAL)),
    (f"{_CAR}(?:更新)?购置(?:\\(更新\\))?{_NAME}|(?:更新)?购置(?:费用?|支出|经费){{1,2}}", _kind("公务用车购置费", _CARS, _TOTAL, counts=BOUGHT)),
    (f"{_CAR}(?:购置)?运行(?:维护)?{_COST}{{0,2}}|运行(?:维护)?费用?(?:支出)?|{_CAR}维护{_NAME}", _kind("公务用车运行费", _CARS, _TOTAL, counts=KEPT)),
    (f"因公(?:临时)?(?:出国|出境)?(?:\\(境\\))?(?:\\(国\\))?(?:出境)?{_NAME}|(?:临时)?出国\\(境\\){_NAME}|因公(?:临时)?出国(?:\\(境\\))?(?!费|经|支|团)", _kind("因公出国（境）费", _TOTAL, counts=ABROAD)),
    (f"公务接待{_NAME}|接待费用?(?:支出)?|公务接待(?=决算)", _kind("公务接待费", _TOTAL, counts=GUESTS)),
    ("(?:一般公共预算|公共预算|公共)?(?:财政拨款)?(?:安排|开支|支出)?的?\"?三公\"?经费(?:一般公共预算)?(?:财政拨款)?(?:总)?(?:支出)?(?:总额|合计|总计|总体|总数)?", _kind(_TOTAL)),
)  # fmt: skip

THREE: Final = Vocabulary(_WORDS, _kind(_TOTAL))
