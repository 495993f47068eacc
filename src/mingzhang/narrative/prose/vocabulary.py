"""The words of each topic: which figure a name means in a section about income, about 三公, about procurement."""

from collections.abc import Mapping
from typing import Final

from mingzhang.disclosure import topic as t
from mingzhang.narrative.prose.subject import Column, Meaning, Subject, Unknown, Vocabulary, counting, money
from mingzhang.narrative.prose.three import THREE

_FISCAL: Final = "(?:一般公共预算|公共预算|公共)?(?:当年)?财政拨款"
_YEARLY: Final = "(?:本年度?|当年|全年|年度|部门|单位|决算)*"
_WHOLE: Final = "(?:决算)?(?:数|额)?(?:合计|总计|总额|总数|总体)?(?:情况)?"
_AND: Final = "[、,/和与及]?"
_OPENING: Final = "(?:上年|年?初)(?:财政拨款|财政)?(?:资金)?结转(?:和|及|、)?结余(?:资金|收入)?"
_CLOSING: Final = "年?末(?:财政拨款|财政)?(?:资金)?结转(?:和|及|、)?结余(?:资金)?|结转下年(?:支出)?"

T1_IN, T1_OUT = "T1[收入总计].金额", "T1[支出总计].金额"
T2, T3 = "T2[total].本年收入合计", "T3[total].本年支出合计"
T4_IN, T4_OUT = "T4[收入总计].金额", "T4[支出总计].合计"
T5 = "T5[total].小计"
BASIC = "T5[total].基本支出"

_INCOME_ROWS: Final[tuple[tuple[str, Meaning], ...]] = (
    ("一般公共预算(?:财政)?(?:拨款|补助)?(?:拨款)?收入", money("T1[一般公共预算财政拨款收入].金额", T2, T1_IN)),
    ("政府性基金(?:预算)?(?:财政)?(?:拨款|补助)?(?:收入)?", money("T1[政府性基金预算财政拨款收入].金额", T2, T1_IN)),
    ("国有资本经营(?:预算)?(?:财政)?(?:拨款|补助)?(?:收入)?", money("T1[国有资本经营预算财政拨款收入].金额", T2, T1_IN)),
    ("(?:本级|公共)?财政(?:拨款|补助)(?:收入|资金)?", money("T2[total].财政拨款收入", T2, T1_IN)),
    ("上级补助收入", money("T2[total].上级补助收入", T2, T1_IN)),
    ("(?:其中:)?教育收费", Unknown()),
    ("事业(?:单位事业)?收入", money("T2[total].事业收入", T2, T1_IN)),
    ("(?:事业单位)?经营收入", money("T2[total].经营收入", T2, T1_IN)),
    ("(?:附属|下属)单位上缴?缴?收入", money("T2[total].附属单位上缴收入", T2, T1_IN)),
    ("其他(?:各项)?收入", money("T2[total].其他收入", T2, T1_IN)),
)  # fmt: skip

_SPENDING_ROWS: Final[tuple[tuple[str, Meaning], ...]] = (
    ("(?:人员|公用|日常公用)(?:支出|经费)", Unknown()),
    ("基本支出", money("T3[total].基本支出", T3)),
    ("项目支出", money("T3[total].项目支出", T3)),
    ("上缴上级(?:单位)?支出", money("T3[total].上缴上级支出", T3)),
    ("(?:事业单位)?经营支出", money("T3[total].经营支出", T3)),
    ("对?(?:附属|下属)单位补助支出", money("T3[total].对附属单位补助支出", T3)),
)  # fmt: skip

_OVERALL: Final = Vocabulary(
    (
        (f"{_YEARLY}(?:收入支出|收、支|收支|收入、支出|收入和支出|收入与支出|收/支)(?:决算)?(?:预算)?总(?:计|额|数|体)(?:情况)?(?:数)?(?:均)?", money(T1_IN)),
        (f"{_YEARLY}(?:总收入|收入(?:决算)?总(?:计|额|数))", money(T1_IN)),
        (f"{_YEARLY}(?:总支出|支出(?:决算)?总(?:计|额|数))", money(T1_OUT)),
        ("本年度?收入(?:合计|总计)?", money("T1[本年收入合计].金额", T1_IN)),
        ("本年度?支出(?:合计|总计)?", money("T1[本年支出合计].金额", T1_OUT)),
        ("收入合计", money("T1[本年收入合计].金额", T1_IN)),
        ("支出合计", money("T1[本年支出合计].金额", T1_OUT)),
        ("(?:使用|动用)?非财政拨款结余(?:\\(含专用结余\\))?(?:弥补收支差额)?|用?事业基金弥补收支差额", money("T1[使用非财政拨款结余].金额", T1_IN)),
        (_OPENING, money("T1[年初结转和结余].金额", T1_IN)),
        ("结余分配", money("T1[结余分配].金额", T1_OUT)),
        (_CLOSING, money("T1[年末结转和结余].金额", T1_OUT)),
        *_INCOME_ROWS,
        *_SPENDING_ROWS,
    ),
    money(T1_IN),
)  # fmt: skip

_INCOME: Final = Vocabulary(
    (
        (f"{_YEARLY}收入总计", Subject(money(T2).fact, others=(money(T1_IN).fact,))),
        *_INCOME_ROWS,
        (f"{_YEARLY}(?:总收入|收入){_WHOLE}", money(T2)),
        (_OPENING, money("T1[年初结转和结余].金额", T1_IN)),
        ("使用非财政拨款结余(?:\\(含专用结余\\))?", money("T1[使用非财政拨款结余].金额", T1_IN)),
    ),
    money(T2),
)

_SPENDING: Final = Vocabulary(
    (
        *_SPENDING_ROWS,
        (
            f"{_YEARLY}(?:总支出|支出)(?:决算)?(?:数|额)?(?:合计|总计|总额|总数)|{_YEARLY}(?:总支出)|本年度?支出",
            money(T3),
        ),
        (_CLOSING, money("T1[年末结转和结余].金额", T1_OUT)),
        ("结余分配", money("T1[结余分配].金额", T1_OUT)),
    ),
    money(T3),
)

_FUNDS: Final = (
    ("一般公共预算", "一般公共预算财政拨款"),
    ("政府性基金", "政府性基金预算财政拨款"),
    ("国有资本经营", "国有资本经营预算财政拨款"),
)


def _grants_rows() -> tuple[tuple[str, Meaning], ...]:
    rows: list[tuple[str, Meaning]] = []
    for stem, fund in _FUNDS:
        budget = f"{stem}(?:预算)?(?:财政)?(?:拨款|补助)?"
        rows += [
            (f"年初{budget}结转和?结余", money(f"T4[年初-{fund}].金额", T4_IN)),
            (f"{budget}(?:年初|上年)结转和?结余", money(f"T4[年初-{fund}].金额", T4_IN)),
            (f"{budget}(?:本年)?支出", money(f"T4[本年支出合计].{fund}", "T4[本年支出合计].合计", T4_OUT)),
            (f"{budget}(?:本年)?收入", money(f"T4[{fund}].金额", "T4[本年收入合计].金额", T4_IN)),
        ]
    return tuple(rows)


_GRANTS: Final = Vocabulary(
    (
        (f"{_YEARLY}财政(?:拨款|补助)?(?:收入支出|收、支|收支|收入、支出|收入和支出|收入与支出|收/支)(?:决算)?总(?:计|额|数|体)(?:情况)?", money(T4_IN)),
        *_grants_rows(),
        (f"{_YEARLY}财政(?:拨款|补助)收入(?:决算)?总(?:计|额|数)|收入总(?:计|额)|总收入", money(T4_IN)),
        (f"{_YEARLY}财政(?:拨款|补助)支出(?:决算)?总(?:计|额|数)|支出总(?:计|额)|总支出", money(T4_OUT)),
        (f"{_YEARLY}财政(?:拨款|补助){_YEARLY}收入(?:决算)?(?:合计)?|本年度?收入(?:合计)?", money("T4[本年收入合计].金额", T4_IN)),
        (f"{_YEARLY}财政(?:拨款|补助){_YEARLY}支出(?:合计)?|本年度?支出(?:合计)?", money("T4[本年支出合计].合计", T4_OUT)),
        (_OPENING, money("T4[年初财政拨款结转和结余].金额", T4_IN)),
        (_CLOSING, money("T4[年末财政拨款结转和结余].合计", T4_OUT)),
    ),
    money(T4_IN),
)  # fmt: skip

_GENERAL_WORDS: Final[tuple[tuple[str, Meaning], ...]] = (
    (f"{_YEARLY}{_FISCAL}基本支出", money(BASIC, T5)),
    (f"{_YEARLY}{_FISCAL}项目支出", money("T5[total].项目支出", T5)),
    (f"{_YEARLY}{_FISCAL}(?:本年)?(?:总)?支出(?:合计|总计|总额|总体)?|{_YEARLY}一般公共预算(?:财政)?(?:本年)?支出(?:合计|总计)?", money(T5, T3)),
    ("政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:支出)?|国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:支出)?", Unknown()),
    ("(?:本年度?|当年|全年|年度|部门|单位)+(?:总)?支出(?:决算)?(?:数|额)?(?:合计|总计|总额|总数)?", money(T3)),
    ("支出合计", money(T3)),
    ("支出总计|支出总额|总支出", Subject(money(T3).fact, others=(money(T5).fact,))),
    ("基本支出", Column("基本支出")),
    ("项目支出", Column("项目支出")),
    ("人员(?:经费|支出)", Unknown()),
    ("(?:日常)?公用(?:经费|支出)", Unknown()),
)  # fmt: skip

_GENERAL: Final = Vocabulary(_GENERAL_WORDS, money(T5, T3), frozenset({"小计", "基本支出", "项目支出"}))

_BASIC: Final = Vocabulary(
    (
        (f"{_YEARLY}(?:{_FISCAL}|一般公共预算)?基本支出(?:决算)?(?:合计|总计|总额)?", money(BASIC)),
        ("人员(?:经费|支出)(?:支出)?(?:合计)?", money("T6[人员经费合计].决算数", BASIC)),
        ("(?:日常)?公用(?:经费|支出)(?:支出)?(?:合计)?", money("T6[公用经费合计].决算数", BASIC)),
    ),
    money(BASIC),
)


def _own_budget(stem: str, statement: str, spent: str) -> Vocabulary:
    name = f"{_YEARLY}{stem}(?:预算)?(?:财政)?(?:拨款|补助)?"
    total = f"{statement}[total]."
    return Vocabulary(
        (
            (f"(?:{name})?{_OPENING}|上年结转(?:和结余)?", money(f"{total}年初结转和结余")),
            (f"(?:{name})?(?:{_CLOSING})", money(f"{total}年末结转和结余")),
            (f"{name}(?:收入支出|收入和支出|收支|收入、支出)", Unknown()),
            (f"{name}(?:当年|本年)?收入(?:合计|总计)?|(?:本年|当年)?收入(?:合计)?(?=\\d|为|总|合|决)", money(f"{total}本年收入")),
            (f"{name}(?:当年|本年)?支出(?:收入)?(?:合计|总计)?|(?:本年|当年)支出(?:合计)?|支出(?:收入)?(?=\\d|为)", money(f"{total}{spent}")),
            ("基本支出", Column("基本支出")),
            ("项目支出", Column("项目支出")),
        ),
        money(f"{total}{spent}"),
        frozenset({spent, "基本支出", "项目支出"}),
    )  # fmt: skip


FUND: Final = _own_budget("政府性基金", "T8", "小计")
STATE_CAPITAL_LONG: Final = _own_budget("国有资本经营", "T9", "小计")
STATE_CAPITAL_SHORT: Final = _own_budget("国有资本经营", "T9", "合计")

_RUNNING: Final = Vocabulary(
    (
        ("机构运行经费(?:支出)?", money("S[机关运行经费].机构运行经费")),
        ("(?:本部门|本单位)?机关运行(?:经费)?(?:支出)?(?:合计)?", money("S[机关运行经费].决算数")),
    ),
    money("S[机关运行经费].决算数"),
)

_BOUGHT: Final = "S[政府采购].合计"
_SMALL: Final = "S[政府采购].授予中小企业合同金额"
_PROCUREMENT: Final = Vocabulary(
    (
        ("在?面向中小企业预留的?政府采购项目中[^。;\\d]{0,12}中小企业[^。;\\d]{0,10}中标[^。;\\d]{0,12}?采购金额", money("S[政府采购].预留项目中小企业成交金额")),
        ("在?面向小微企业预留的?政府采购项目中[^。;\\d]{0,12}小微企业[^。;\\d]{0,10}中标[^。;\\d]{0,12}?采购金额", money("S[政府采购].预留项目小微企业成交金额")),
        ("在?其他政府采购项目中[^。;\\d]{0,12}中小企业[^。;\\d]{0,10}中标[^。;\\d]{0,12}?采购金额", money("S[政府采购].其他项目中小企业成交金额")),
        ("面向中小企业预留(?:的)?(?:政府采购)?(?:项目)?(?:预算)?(?:金额)?", money("S[政府采购].面向中小企业预留预算金额", _BOUGHT)),
        ("面向小微企业预留(?:的)?(?:政府采购)?(?:项目)?(?:预算)?(?:金额)?", money("S[政府采购].面向小微企业预留预算金额", _BOUGHT)),
        ("(?:政府采购)?授予中小企业(?:的)?合同(?:总)?(?:金额|额)?(?:共计|合计)?", money(_SMALL, _BOUGHT)),
        ("(?:政府采购)?授予小[型]?微[型]?企业(?:的)?合同(?:总)?(?:金额|额)?", money("S[政府采购].授予小微企业合同金额", _BOUGHT)),
        ("(?:货物|工程|服务)采购授予中小企业(?:合同)?(?:金额)?", Unknown()),
        ("(?:政府)?采购货物(?:类)?(?:支出|金额|采购)?|货物(?:类)?(?:采购)?(?:支出|金额|类)?", money("S[政府采购].货物", _BOUGHT)),
        ("(?:政府)?采购工程(?:类)?(?:支出|金额|采购)?|工程(?:类)?(?:采购)?(?:支出|金额|类)?", money("S[政府采购].工程", _BOUGHT)),
        ("(?:政府)?采购服务(?:类)?(?:支出|金额|采购)?|服务(?:类)?(?:采购)?(?:支出|金额|类)?", money("S[政府采购].服务", _BOUGHT)),
        ("(?:政府采购|采购)(?:支出|实际|合同|决算)*(?:总)?(?:金额|额|规模|支出|合计|总计|总额|预算)*(?:\\([^()]{0,16}\\))?(?:支出)?", money(_BOUGHT)),
    ),
    money(_BOUGHT),
)  # fmt: skip

_CARS: Final[tuple[tuple[str, str], ...]] = (
    (
        "副部\\(省\\)级(?:及|以)?(?:以)?上领导(?:干部)?用车|副省部?级(?:及|以)?以上领导(?:干部)?用车",
        "副部（省）级及以上领导用车",
    ),
    ("(?:省)?部级(?:领导)?(?:干部)?(?:及以上)?(?:领导)?(?:干部)?用车", "部级领导干部用车"),
    ("主要(?:领导|负责人)(?:干部)?(?:用车)", "主要领导干部用车"),
    ("机要(?:通信|通讯)?(?:应急)?(?:保障)?用车", "机要通信用车"),
    ("应急保障用车", "应急保障用车"),
    ("一般(?:公务|执法执勤)用车|定向保障用车", "一般公务用车"),
    ("(?:一般)?执法执勤用车", "执法执勤用车"),
    ("特种专业技术用车", "特种专业技术用车"),
    ("离退休(?:干部)?(?:老干部)?(?:服务)?用车", "离退休干部服务用车"),
    ("其他(?:类型)?(?:用)?车(?:辆)?", "其他用车"),
    ("(?:共有|实有|拥有|保有|有)?(?:公务)?(?:车辆|汽车|用车)(?:总数|合计|共|保有量)?(?:共计)?", "车辆合计"),
)

_EQUIPMENT: Final[tuple[tuple[str, str], ...]] = (
    ("单(?:价|位价值|台价值)\\d+万元?(?:\\(含\\))?(?:及)?以上(?:\\(含\\))?(?:的)?(?:大型)?通用设备", "通用设备"),
    ("单(?:价|位价值|台价值)\\d+万元?(?:\\(含\\))?(?:及)?以上(?:\\(含\\))?(?:的)?(?:大型)?专用设备", "专用设备"),
    (
        "单(?:价|位价值|台价值)\\d+万元?(?:\\(含\\))?(?:及)?以上(?:\\(含\\))?(?:的)?(?:大型)?设备(?:\\(不含车辆\\))?",
        "单价100万元以上设备",
    ),
)

_ASSETS: Final = Vocabulary(
    (
        *((pattern, counting(f"S[国有资产].{name}", "台（套）")) for pattern, name in _EQUIPMENT),
        *((pattern, counting(f"S[国有资产].{name}", "辆")) for pattern, name in _CARS),
    )
)

_STAFF: Final = Vocabulary(
    (
        ("(?:核定|核批|批准|总|人员)*编制(?:人数|总数|人员|数)?", counting("S[人员].编制", "人")),
        ("参照公务员法管理(?:的)?(?:事业)?(?:人员)?|参公(?:管理)?(?:人员|编制)?", counting("S[人员].参公在职", "人")),
        ("离退休人员(?:总数|共)?", counting("S[人员].离退休合计", "人")),
        ("离休(?:人员)?", counting("S[人员].离休", "人")),
        ("退休(?:人员)?", counting("S[人员].退休", "人")),
        ("行政(?:编制|在职)?(?:人员|在职)?", counting("S[人员].行政在职", "人")),
        ("事业(?:编制|在职)?(?:人员|在职)?", counting("S[人员].事业在职", "人")),
        ("(?:年末|实有|现有)*在职(?:实有)?(?:人员|职工|在编)*(?:总数|共)?", counting("S[人员].在职合计", "人")),
        ("(?:遗属|临聘|编外|聘用|抚养|雇员)[^,。;\\d]{0,6}|学生|(?:内设)?机构|(?:下属|所属|独立核算)?单位", Unknown()),
    )
)

_PERFORMANCE: Final = Vocabulary(
    (
        ("编报绩效目标的?(?:项目)?(?:支出)?", Subject(money("S[绩效].编报目标涉及金额").fact, counts=(("个", money("S[绩效].编报目标项目数").fact),))),
        ("绩效跟踪(?:评价|监控)?的?(?:项目)?(?:支出)?", Subject(money("S[绩效].跟踪涉及金额").fact, counts=(("个", money("S[绩效].跟踪项目数").fact),))),
        ("绩效自评(?:价)?的?(?=[项支(\\d])(?:项目)?(?:支出)?", Subject(money("S[绩效].自评涉及金额").fact, counts=(("个", money("S[绩效].自评项目数").fact),))),
        ("平均(?:得)?分(?:数)?", counting("S[绩效].平均得分", "分")),
        ("绩效(?:评级|等级)?为?\"优秀?\"(?:的)?(?:项目)?", counting("S[绩效].优", "个")),
        ("绩效(?:评级|等级)?为?\"良好?\"(?:的)?(?:项目)?", counting("S[绩效].良", "个")),
        ("绩效(?:评级|等级)?为?\"不合格\"(?:的)?(?:项目)?", counting("S[绩效].不合格", "个")),
        ("绩效(?:评级|等级)?为?\"合格\"(?:的)?(?:项目)?", counting("S[绩效].合格", "个")),
        ("(?:共)?发现问题", counting("S[绩效].发现问题", "个")),
        ("(?:已经|已)完成整改的?(?:问题)?", counting("S[绩效].完成整改", "个")),
        ("正在整改的?(?:问题)?", counting("S[绩效].正在整改", "个")),
    )
)  # fmt: skip

_EMPTY: Final = Vocabulary(())

_BY_TOPIC: Final[Mapping[str, Vocabulary]] = {
    t.STAFF: _STAFF,
    t.OVERALL: _OVERALL,
    t.INCOME: _INCOME,
    t.SPENDING: _SPENDING,
    t.GRANTS: _GRANTS,
    t.GENERAL: _GENERAL,
    t.GENERAL_TOTAL: _GENERAL,
    t.GENERAL_STRUCTURE: _GENERAL,
    t.GENERAL_ITEMS: _GENERAL,
    t.BASIC: _BASIC,
    t.THREE: THREE,
    t.FUND: FUND,
    t.STATE_CAPITAL: STATE_CAPITAL_LONG,
    t.RUNNING_COST: _RUNNING,
    t.PROCUREMENT: _PROCUREMENT,
    t.ASSETS: _ASSETS,
    t.PERFORMANCE: _PERFORMANCE,
}


def vocabulary(topic: str, *, short_capital: bool = False) -> Vocabulary:
    """The words of a topic; `short_capital` when T9 is printed in its short form."""
    if topic == t.STATE_CAPITAL and short_capital:
        return STATE_CAPITAL_SHORT
    return _BY_TOPIC.get(topic, _EMPTY)
