"""The words of the 三公 section: abroad, cars and receptions, and what was counted for them."""

from collections.abc import Mapping
from typing import Final

from mingzhang.disclosure.address import Address
from mingzhang.narrative.prose.subject import Hosted, Recounted, Subject, Unknown, Vocabulary
from mingzhang.narrative.prose.words.forms import lines

_BATCH_UNITS: Final = ("个", "批", "批次", "次", "起")
_HEAD_UNITS: Final = ("人", "人次")
_CAR_UNITS: Final = ("辆", "台（套）")

Counts = tuple[tuple[str, Address], ...]


def _counts(figures: Mapping[str, tuple[str, ...]]) -> Counts:
    return tuple((unit, Address("S", "三公", name)) for name, units in figures.items() for unit in units)


ABROAD: Final = _counts({"因公出国团组数": _BATCH_UNITS, "因公出国人次": _HEAD_UNITS})
BOUGHT: Final = _counts({"公务用车购置数": _CAR_UNITS})
KEPT: Final = _counts({"公务用车保有量": _CAR_UNITS})
GUESTS: Final = _counts({"国内接待批次": _BATCH_UNITS, "国内接待人次": _HEAD_UNITS})
FOREIGN: Final = _counts({"外宾接待批次": _BATCH_UNITS, "外宾接待人次": _HEAD_UNITS})


def _kind(column: str, *wholes: str, counts: Counts = ()) -> Subject:
    """One of the kinds of T7, its budget in the other row."""
    fact, budget = Address("T7", "决算数", column), Address("T7", "预算数", column)
    return Subject(fact, budget, tuple(Address("T7", "决算数", whole) for whole in wholes), counts=counts)


def counted(counts: Counts) -> Subject:
    """What is counted without money being meant."""
    unit, fact = counts[0]
    return Subject(fact, unit=unit, counts=counts)


def _part(column: str, counts: Counts) -> Subject:
    return Subject(Address("S", "三公", column), counts=counts)


_HOME, _FOREIGN = counted(GUESTS), counted(FOREIGN)
_FOREIGN_COST: Final = _part("外宾接待费", FOREIGN)
_HOME_COST: Final = _part("国内接待费", GUESTS)
_RECEPTIONS: Final = _kind("公务接待费", "合计", counts=GUESTS)
_COST: Final = "(费用?|经费|支出|开支)"
_CAR: Final = "(公务用车|公务车|公车|车辆)"
_MONEY_AHEAD: Final = "(全年|年初|调整|支出)?(预算|决算)|(支出)?(为|共|共计)?\\d[\\d.,]*万?元"
_BOTH_CARS: Final = f"{_CAR}购置(（更新）)?(费用?)?(支出)?(用)?[及和与、以]+{_CAR}?运行(维护)?(费用?|经费|支出){{0,3}}+"

THREE: Final = Vocabulary(
    lines(
        ("(公务)?(用车)?(接待)?陪同(人员)?|陪餐(人员)?|其他单位组织的?(因公)?(临时)?出国（境）?团组", Unknown()),
        ("(机关|机构)运行经费(支出)?|会议费(支出)?|培训费(支出)?", Unknown()),
        ("(国（境）外|国外|境外)(公务)?接待费用?(支出)?|国（境）外公务接待支出", _FOREIGN_COST),
        ("(接待)?(国（境）外|国外|境外)(公务接待)?(来访)?(团组|来宾|外宾|人员)*|外来访团组|来访外宾", _FOREIGN),
        ("(国内)?(公务)?来访团组|国内(公务)?接待团组|来宾", counted(GUESTS)),
        ("(因公)?(临时)?(出国|出境)?(（境）)?(出访|访问|考察)?团组(数量?|总数)?|出国（境）人[数次]", counted(ABROAD)),
        (f"(年末)?{_CAR}?(保有|实有|现有)(数量|量|数|(?=(共计?|为)?\\d+[辆台]))", counted(KEPT)),
        (f"(年末)?(共有|现有|实有|保有|拥有)(各类)?{_CAR}(数量?)?(?=(共计?|合计|总计|为)?\\d+[辆台])", counted(KEPT)),
        (f"{_CAR}(更新)?购置(?={_MONEY_AHEAD})", _kind("公务用车购置费", "小计", "合计", counts=BOUGHT)),
        (f"(更新)?购置(数量?|（更新）|（含更新）|更新)*{_CAR}(数量?)?(?!运)", counted(BOUGHT)),
        (f"(更新|新购|新增|购买){_CAR}|{_CAR}?(更新)?购置数量?", counted(BOUGHT)),
        (f"{_CAR}?购置(（更新）|（含更新）)?(?=\\d+辆)", counted(BOUGHT)),
        ("(接待)?外(宾|事)(公务)?(接待)?(费用?|支出)*", _FOREIGN_COST),
        ("国内(公务)?接待(费用?|支出)+", _HOME_COST),
        ("国内公务接待|国内接待|接待国内公务", _HOME),
        (
            "(累计|全年|共计?)?(公务)?接待(工作|活动|任务)?(?=的?(\\d|批|人|国内|来|总人))",
            Recounted(_HOME, (_FOREIGN, _FOREIGN_COST)),
        ),
        (f"{_BOTH_CARS}(?!(决算)?数?(均|分别))|{_CAR}(费用?|经费|支出)(?!购)", _kind("小计", "合计")),
        (f"{_CAR}(更新)?购置(（更新）)?{_COST}+", _kind("公务用车购置费", "小计", "合计", counts=BOUGHT)),
        ("(更新)?购置(费用?|支出|经费)+", _kind("公务用车购置费", "小计", "合计", counts=BOUGHT)),
        (f"{_CAR}(购置)?运行(维护)?{_COST}*", _kind("公务用车运行费", "小计", "合计", counts=KEPT)),
        (f"运行(维护)?费用?(支出)?|{_CAR}维护{_COST}+", _kind("公务用车运行费", "小计", "合计", counts=KEPT)),
        (f"因公(临时)?(出国|出境)?(（境）|（国）|境)?{_COST}+", _kind("因公出国（境）费", "合计", counts=ABROAD)),
        (f"(临时)?出国（境）{_COST}+", _kind("因公出国（境）费", "合计", counts=ABROAD)),
        ("因公(临时)?出国(（境）)?(?![费经支团])", _kind("因公出国（境）费", "合计", counts=ABROAD)),
        (f"公务接待{_COST}+|公务接待(?=决算)", _RECEPTIONS),
        ("接待费用?(支出)?", Hosted(_RECEPTIONS, _FOREIGN_COST, (_FOREIGN, _FOREIGN_COST))),
        (
            '(一般公共预算|公共预算|公共)?(财政拨款)?(安排|开支|支出)?的?"?三公"?经费(一般公共预算)?(财政拨款)?总?(支出)?'
            "(总额|合计|总计|总体|总数)?",
            _kind("合计"),
        ),
    ),
    _kind("合计"),
)
