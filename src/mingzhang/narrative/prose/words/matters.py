"""The words of 其他重要事项: running cost, procurement, assets, staff and performance, all figures of 补充资料."""

from typing import Final

from mingzhang.disclosure.address import Address
from mingzhang.narrative.prose.subject import Again, Meaning, Subject, Unknown, Vocabulary, counting, money
from mingzhang.narrative.prose.words.forms import lines

RUNNING: Final = Vocabulary(
    lines(
        ("机构运行经费(支出)?", money("S[机关运行经费].机构运行经费")),
        ("(本部门|本单位)?机关运行(经费)?(支出)?(合计)?", money("S[机关运行经费].决算数")),
    ),
    money("S[机关运行经费].决算数"),
)

_BOUGHT: Final = "S[政府采购].合计"


def _bought(name: str) -> Subject:
    return money(f"S[政府采购].{name}", _BOUGHT)


def _won(where: str, who: str) -> str:
    return f"在?{where}政府采购项目中[^。;\\d]{{0,12}}{who}企业[^。;\\d]{{0,10}}中标[^。;\\d]{{0,12}}?采购金额"


def _kind_of(kind: str) -> str:
    return f"(政府)?采购{kind}(类)?(支出|金额|采购)*|{kind}(类)?(采购)?(支出|金额|类)*"


def _small_of(kind: str) -> tuple[str, Meaning]:
    """What of one kind went to small businesses, told as its share."""
    part = money(f"S[政府采购].{kind}授予中小企业合同金额", f"S[政府采购].{kind}")
    return f"{kind}(采购)?(支出)?(中)?授予中小企业的?(合同)?(金额)?", part


PROCUREMENT: Final = Vocabulary(
    lines(
        (_won("面向中小企业预留的?", "中小"), money("S[政府采购].预留项目中小企业成交金额")),
        (_won("面向小微企业预留的?", "小微"), money("S[政府采购].预留项目小微企业成交金额")),
        (_won("其他", "中小"), money("S[政府采购].其他项目中小企业成交金额")),
        ("面向中小企业预留的?(政府采购)?(项目)?(预算)?(金额)?", _bought("面向中小企业预留预算金额")),
        ("面向小微企业预留的?(政府采购)?(项目)?(预算)?(金额)?", _bought("面向小微企业预留预算金额")),
        *(_small_of(kind) for kind in ("货物", "工程", "服务")),
        ("(政府采购)?授予中小企业的?合同总?(金额|额)?(共计|合计)?", _bought("授予中小企业合同金额")),
        ("(政府采购)?授予小型?微型?企业的?合同总?(金额|额)?", _bought("授予小微企业合同金额")),
        (_kind_of("货物"), _bought("货物")),
        (_kind_of("工程"), _bought("工程")),
        (_kind_of("服务"), _bought("服务")),
        (
            "(政府采购|采购)(支出|实际|合同|决算)*总?(金额|额|规模|支出|合计|总计|总额)*(（[^（）]{0,16}）)?(支出)?",
            money(_BOUGHT),
        ),
    ),
    money(_BOUGHT),
)

_WORTH: Final = "单(价|位价值|台价值)\\d+万元?(（含）)?及?以上(（含）)?的?(大型)?"


def _thing(name: str, unit: str) -> Subject:
    return counting(f"S[国有资产].{name}", unit)


ASSETS: Final = Vocabulary(
    lines(
        (f"{_WORTH}通用设备", _thing("通用设备", "台（套）")),
        (f"{_WORTH}专用设备", _thing("专用设备", "台（套）")),
        (f"{_WORTH}设备(（不含车辆）)?", _thing("单价100万元以上设备", "台（套）")),
        (
            "副部（?省?）?级[及以]*上领导(干部)?用车|副省部?级[及以]*上领导(干部)?用车",
            _thing("副部（省）级及以上领导用车", "辆"),
        ),
        ("(省)?部级(领导)?(干部)?(及以上)?(领导)?(干部)?用车", _thing("部级领导干部用车", "辆")),
        ("领导干部用车", _thing("领导干部用车", "辆")),
        ("主要(领导|负责人)(干部)?用车", _thing("主要领导干部用车", "辆")),
        ("机要(通信|通讯)?(应急)?(保障)?用车", _thing("机要通信用车", "辆")),
        ("应急保障用车", _thing("应急保障用车", "辆")),
        ("一般公务用车", _thing("一般公务用车", "辆")),
        ("(一般)?执法执勤用车", _thing("执法执勤用车", "辆")),
        ("特种专业技术用车", _thing("特种专业技术用车", "辆")),
        ("离退休(干部|老干部)*(服务)?用车", _thing("离退休干部服务用车", "辆")),
        ("其他(类型)?用?车辆?", _thing("其他用车", "辆")),
        ("(新增|购置|更新|处置|报废|增加|减少|执法|特种|业务|生产|救护|消防|警用)(公务)?(车辆|用车)", Unknown()),
        ("(公务用车|车辆|汽车|(?<![一-鿿])用车)(总数|合计|共|保有量)*", _thing("车辆合计", "辆")),
    )
)


def _people(name: str) -> Subject:
    return counting(f"S[人员].{name}", "人")


STAFF: Final = Vocabulary(
    lines(
        ("(遗属|临聘|编外|聘用|抚养|雇员)[^,。;\\d]{0,6}|学生|(内设)?机构|(下属|所属|独立核算)?单位", Unknown()),
        ("(机关)?行政编制(数|人数)?", _people("行政编制")),
        ("(参公|工勤)(事业)?编制(数|人数)?", Unknown()),
        ("事业编制(数|人数)?", _people("事业编制")),
        ("(核定|核批|批准|总|人员)*编制(人数|总数|人员|数)?", _people("编制")),
        ("参照公务员法管理的?(事业)?(人员)?|参公(管理)?(人员|编制)?", _people("参公在职")),
        ("离退休(人员)?(总数|共)?", _people("离退休合计")),
        ("离休(人员)?", _people("离休")),
        ("退休(人员)?", _people("退休")),
        ("行政(在职)?(人员|在职)?", _people("行政在职")),
        ("事业(在职)?(人员|在职)?", _people("事业在职")),
        ("(年末|实有|现有)*在职(实有)?(人员|职工|在编)*(总数|共)?", _people("在职合计")),
    )
)


def _projects(stage: str) -> Subject:
    """The projects at a stage of performance management, by number and by amount."""
    counts = (("个", Address("S", "绩效", f"{stage}项目数")),)
    return Subject(Address("S", "绩效", f"{stage}涉及金额"), counts=counts)


_GRADE: Final = "(绩效|评价|自评|评级|等级|结果|等次|档次|评定|评|定|为)*"


def _graded(words: str, name: str) -> tuple[str, Meaning]:
    spoken = f'{_GRADE}"?(?<![优不])({words})"?(等级|等次|档)?的?(项目)?(?=(有|共|为|:)?\\d+个)'
    return f'绩效评级为?"{words}"的?(项目)?|{spoken}', counting(f"S[绩效].{name}", "个")


PERFORMANCE: Final = Vocabulary(
    lines(
        ("共?涉及(财政|预算|项目)*(拨款)?(支出)?(资金|金额)+", Again()),
        ("编报了?绩效目标的?", _projects("编报目标")),
        ("绩效(跟踪|监控)(评价|监控)?的?|绩效运行监控", _projects("跟踪")),
        _graded("优秀?", "优"),
        _graded("良好?", "良"),
        _graded("不合格", "不合格"),
        _graded("合格", "合格"),
        (f'{_GRADE}"?(中等?|较?差|一般)"?(等级|等次|档)?的?(项目)?(?=(有|共|为|:)?\\d+个)', Unknown()),
        ("(绩效自评中)?共?发现问题", counting("S[绩效].发现问题", "个")),
        ("已经?完成整改的?(问题)?", counting("S[绩效].完成整改", "个")),
        ("正在整改的?(问题)?", counting("S[绩效].正在整改", "个")),
        ("(部门)?整体(支出)?(的)?(绩效)?自评价?", Unknown()),
        ("(部门|重点|财政|第三方|整体支出)(绩效)?评价|(决算中|公开|具体|重点)反映", Unknown()),
        ("平均得?分数?|自评得?分|(重点|专项|其他|部门)项目|项目(年初|全年)|执行数|预算数", Unknown()),
        ("目标值?(?=[≥≤><=]?\\d)|完成值?(?=\\d+个(?!项目))", Unknown()),
        ("一级项目", counting("S[绩效].一级项目数", "个")),
        ("二级项目", counting("S[绩效].二级项目数", "个")),
        ("绩效自评价?的?", _projects("自评")),
    )
)
