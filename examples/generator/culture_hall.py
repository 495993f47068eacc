"""云溪区文化馆: an institution with subsidies from above, an affiliate inside and one outside the department."""

from random import Random

from . import entries, wages
from .bills import MONTHLY, Bill
from .body import Body
from .voucher import BASIC, FUND, GENERAL, OTHER, PROJECT, Journal, Purpose
from .wages import Wage

CODE, TRAINING = "420199033", "420199034"
RUNNING, RETIRED, PENSION, ANNUITY = "2070109", "2080502", "2080505", "2080506"
MEDICAL, HOUSING = "2101102", "2210201"
INSURER, FUND_CENTRE = "云溪区社会保险经办处", "江城市公积金管理机构"
SUPPORT, REMITTED = 12_000_000, 10_000_000
"""Fen that pass to the training centre as subsidy, and from it as remittance."""

WAGES = (
    Wage("发放{m}月工资、津贴补贴和绩效工资", 10,
         {(RUNNING, "30101"): 52_600, (RUNNING, "30102"): 8_900, (RUNNING, "30107"): 41_200}),
    Wage("缴纳{m}月养老保险和职业年金", 15, {(PENSION, "30108"): 16_400, (ANNUITY, "30109"): 8_200}, INSURER),
    Wage("缴纳{m}月医疗保险", 16, {(MEDICAL, "30110"): 8_700}, INSURER),
    Wage("缴纳{m}月失业、工伤保险", 16, {(RUNNING, "30112"): 1_180}, INSURER),
    Wage("汇缴{m}月住房公积金", 18, {(HOUSING, "30113"): 12_300}, FUND_CENTRE),
    Wage("发放{m}月退休人员补贴", 12, {(RETIRED, "30302"): 11_200}),
)  # fmt: skip
DAILY = (
    Bill("30201", 2_200, MONTHLY, "购办公用品（{m}月）", "乙办公用品店"),
    Bill("30206", 5_100, MONTHLY, "支付{m}月电费", "云溪供电营业所", 14),
    Bill("30209", 7_300, MONTHLY, "支付{m}月馆舍物业费", "己物业服务部", 21),
    Bill("30213", 3_800, (4, 10), "排练厅维修（{m}月）", "庚装饰工程队"),
    Bill("30217", 780, (5, 11), "公务接待费：外区文化馆来访交流（{m}月）", "丙接待餐厅"),
    Bill("30228", 1_720, MONTHLY, "拨缴{m}月工会经费", "文化馆工会"),
)
FESTIVAL = Purpose("2070108", "", GENERAL, PROJECT, "群众文化节系列活动")
HERITAGE = Purpose("2070111", "", GENERAL, PROJECT, "非物质文化遗产记录整理")
LOTTERY = Purpose("2296010", "", FUND, PROJECT, "乡村文艺辅导站建设")
TOUR = Purpose(RUNNING, "", OTHER, PROJECT, "送戏下乡巡演")
PLANS = (
    (FESTIVAL, 520_000, (
        Bill("30214", 36_500, (5, 7, 9, 11), "文化节舞台灯光音响租赁（{m}月）", "甲舞台设备公司"),
        Bill("30226", 42_000, (5, 7, 9, 11), "文化节编排和演出劳务（{m}月）", "乙演出团队"),
        Bill("30202", 9_800, (4, 8), "印制文化节节目单（{m}月）", "丁印务部"),
        Bill("30239", 6_700, (5, 9), "演职人员用车（{m}月）", "丁客运公司"),
    )),
    (HERITAGE, 180_000, (
        Bill("30227", 41_000, (4, 8, 11), "非遗项目影像记录制作（{m}月）", "丙传媒公司"),
        Bill("30226", 12_500, (6, 10), "非遗传承人口述整理劳务（{m}月）", "己文化服务公司"),
    )),
    (LOTTERY, 300_000, (
        Bill("31003", 96_000, (6, 9), "乡村辅导站乐器和音响（{m}月）", "甲舞台设备公司"),
        Bill("30216", 17_800, (7, 10), "乡村文艺骨干培训（{m}月）", "云溪职工培训点"),
    )),
)  # fmt: skip


def body(year: int) -> Body:
    """The culture hall's whole year but for the closing."""
    body = Body("culture-hall", CODE, "江城市云溪区文化馆", Journal(year, "7201"), Random(33))
    body.tourism_budget = {"30217": 2_000}
    body.opens_with({
        ("8101", FESTIVAL): 1_130_260,
        ("8101", LOTTERY): 5_226_730,
        ("8202", Purpose(fund=OTHER)): 23_410_655,
        ("8301", Purpose(fund=OTHER)): 7_450_000,
    })  # fmt: skip
    wages.run(body.journal, body.rng, WAGES)
    body.plan(Purpose(RUNNING, "", GENERAL, BASIC), DAILY, 218_000, (1, 4, 7, 10))
    for purpose, granted, plan in PLANS:
        body.plan(purpose, plan, granted)
    _own_money(body)
    _affiliates(body)
    return body


def _own_money(body: Body) -> None:
    for month in MONTHLY:
        body.earns("610102", RUNNING, 2_630_000 + month * 4_150, month, f"艺术培训班学费（{month}月）", "培训学员")
    city = "江城市群众艺术馆"
    body.earns("620102", RUNNING, 15_000_000, 3, "收到市馆补助的活动经费", city)
    body.earns("620101", RUNNING, 10_000_000, 4, "收到市馆送戏下乡专项补助", city, TOUR.project)
    body.earns("660902", RUNNING, 132_806, 12, "收到全年银行存款利息", "云溪商业银行营业部")
    tour = (
        Bill("30226", 19_500, (5, 7, 9), "送戏下乡演出劳务（{m}月）", "乙演出团队"),
        Bill("30239", 7_200, (5, 7, 9), "送戏下乡用车（{m}月）", "丁客运公司"),
    )
    body.plan(TOUR, tour, account="720102")
    own = Purpose(RUNNING, "", OTHER, BASIC)
    teaching = (
        Bill("30226", 17_800, MONTHLY, "培训班外聘教师课酬（{m}月）", "己文化服务公司"),
        Bill("30218", 3_600, (3, 9), "购培训教材和画材（{m}月）", "甲书店"),
    )
    body.plan(own, teaching)
    body.plan(own, (Bill("39999", 3_000, (12,), "支付资助公益演出的捐赠支出", "云溪公益服务社"),), account="7901")


def _affiliates(body: Body) -> None:
    journal, own = body.journal, Purpose(RUNNING, "30399", OTHER)
    day = journal.workday(4, 20)
    entries.pay(journal, day, "拨付培训中心事业发展补助", {own: SUPPORT}, TRAINING, "7501")
    entries.pay(journal, day, "拨付民间艺术团补助", {own: 4_000_000}, "云溪民间艺术团", "7501")
    body.earns("6301", RUNNING, REMITTED, 11, "收到培训中心上缴收入", TRAINING)
    body.earns("6301", RUNNING, 6_000_000, 11, "收到民间艺术团上缴收入", "云溪民间艺术团")
