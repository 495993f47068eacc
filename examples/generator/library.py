"""云溪区图书馆: an institution whose deficit is covered by 非财政拨款结余."""

from random import Random

from . import wages
from .bills import MONTHLY, Bill
from .body import Body
from .voucher import BASIC, FUND, GENERAL, OTHER, PROJECT, Journal, Purpose
from .wages import Wage

RUNNING, RETIRED, PENSION, ANNUITY = "2070104", "2080502", "2080505", "2080506"
MEDICAL, HOUSING = "2101102", "2210201"
INSURER, FUND_CENTRE = "云溪区社会保险经办处", "江城市公积金管理机构"

WAGES = (
    Wage("发放{m}月工资、津贴补贴和绩效工资", 10,
         {(RUNNING, "30101"): 74_000, (RUNNING, "30102"): 12_800, (RUNNING, "30107"): 58_500}),
    Wage("缴纳{m}月养老保险和职业年金", 15, {(PENSION, "30108"): 23_100, (ANNUITY, "30109"): 11_550}, INSURER),
    Wage("缴纳{m}月医疗保险", 16, {(MEDICAL, "30110"): 12_200}, INSURER),
    Wage("缴纳{m}月失业、工伤保险", 16, {(RUNNING, "30112"): 1_650}, INSURER),
    Wage("汇缴{m}月住房公积金", 18, {(HOUSING, "30113"): 17_400}, FUND_CENTRE),
    Wage("发放{m}月退休人员补贴", 12, {(RETIRED, "30302"): 14_700}),
)  # fmt: skip
GARAGE, POWER = "甲汽车修理厂", "云溪供电营业所"
DAILY = (
    Bill("30201", 3_300, MONTHLY, "购阅览室办公用品（{m}月）", "乙办公用品店"),
    Bill("30205", 880, MONTHLY, "支付{m}月水费", "云溪供水营业所", 14),
    Bill("30206", 9_600, MONTHLY, "支付{m}月电费", POWER, 14),
    Bill("30209", 12_400, MONTHLY, "支付{m}月馆舍物业费", "己物业服务部", 21),
    Bill("30213", 5_700, (3, 6, 9, 11), "馆舍空调和电梯维修（{m}月）", "庚装饰工程队"),
    Bill("30228", 2_400, MONTHLY, "拨缴{m}月工会经费", "图书馆工会"),
    Bill("30231", 1_150, MONTHLY, "流动图书车燃油、维修和保险（{m}月）", GARAGE),
)
BOOKS = Purpose("2070104", "", GENERAL, PROJECT, "文献购置与数字资源建设")
RFID = Purpose("2070104", "", GENERAL, PROJECT, "自助借还设备更新")
LOTTERY = Purpose("2296010", "", FUND, PROJECT, "农家书屋补充更新")
BRANCHES = Purpose("2070104", "", OTHER, PROJECT, "总分馆通借通还服务")
PLANS = (
    (BOOKS, 720_000, (
        Bill("31099", 54_000, (2, 3, 5, 6, 8, 9, 11), "购置纸质图书（{m}月）", "甲书店"),
        Bill("31022", 148_000, (4,), "购置数字资源使用权", "乙数字出版公司"),
        Bill("30227", 16_500, (5, 10), "图书编目加工服务费（{m}月）", "丙图文服务公司"),
        Bill("30201", 7_600, (4, 9), "购书标和防护耗材（{m}月）", "乙办公用品店"),
    )),
    (RFID, 300_000, (Bill("31003", 142_000, (6, 10), "自助借还设备（{m}月）", "壬电脑公司"),)),
    (LOTTERY, 260_000, (
        Bill("31099", 62_000, (5, 7, 9), "农家书屋图书配送（{m}月）", "甲书店"),
        Bill("30239", 4_900, (5, 7, 9), "农家书屋图书运输（{m}月）", "丁客运公司"),
    )),
)  # fmt: skip


def body(year: int) -> Body:
    """The library's whole year but for the closing."""
    body = Body("library", "420199032", "江城市云溪区图书馆", Journal(year, "7201"), Random(32))
    body.tourism_budget = {"30231": 15_000}
    own = Purpose(fund=OTHER)
    body.opens_with({
        ("8101", BOOKS): 2_315_480,
        ("8102", Purpose(RUNNING, "", GENERAL, PROJECT, "少儿阅览区改造")): 3_608_225,
        ("8201", BRANCHES): 4_975_000,
        ("8202", own): 61_038_790,
    })  # fmt: skip
    wages.run(body.journal, body.rng, WAGES)
    body.plan(Purpose(RUNNING, "", GENERAL, BASIC), DAILY, 392_000, (1, 4, 7, 10))
    for purpose, granted, plan in PLANS:
        body.plan(purpose, plan, granted)
    _own_money(body)
    return body


def _own_money(body: Body) -> None:
    for month in (3, 6, 9, 12):
        body.earns("610102", RUNNING, 1_846_300, month, f"自习空间和复印服务收费（{month}月）", "读者")
    for month, fen in ((3, 86_421), (6, 91_077), (9, 84_963), (12, 79_348)):
        body.earns("660902", RUNNING, fen, month, f"收到第{month // 3}季度银行存款利息", "云溪商业银行营业部")
    body.earns("660902", RUNNING, 2_000_000, 4, "收到社会捐赠购书款", "某爱心企业")
    body.earns("660101", RUNNING, 20_000_000, 3, "收到市级总分馆建设补助", "江城市图书馆", BRANCHES.project)
    branches = (
        Bill("30227", 38_000, (5, 8, 10), "分馆图书物流配送服务（{m}月）", "丁客运公司"),
        Bill("31003", 47_000, (7,), "分馆自助查询终端", "壬电脑公司"),
    )
    body.plan(BRANCHES, branches, account="720102")
    visits = (
        Bill("30226", 13_200, MONTHLY, "窗口外聘人员劳务费（{m}月）", "辛人力服务公司"),
        Bill("30299", 4_100, (4, 10), "读书日和阅读推广活动杂支（{m}月）", "己文化服务公司"),
    )
    body.plan(Purpose(RUNNING, "", OTHER, BASIC), visits)
