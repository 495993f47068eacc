"""云溪区文化旅游培训中心: an institution with 经营收入, tax, 专用结余 and a past operating loss made good."""

from random import Random

from . import entries, wages
from .bills import MONTHLY, Bill
from .body import Body
from .culture_hall import CODE as CULTURE_HALL
from .culture_hall import REMITTED, SUPPORT, TRAINING
from .voucher import BASIC, GENERAL, OTHER, PROJECT, Journal, Purpose
from .wages import Wage

RUNNING, GROUP, COURSES = "2070199", "2070109", "2050803"
PENSION, ANNUITY, MEDICAL, HOUSING = "2080505", "2080506", "2101102", "2210201"
INSURER, FUND_CENTRE = "云溪区社会保险经办处", "江城市公积金管理机构"

WAGES = (
    Wage("发放{m}月工资和绩效工资", 10, {(RUNNING, "30101"): 26_300, (RUNNING, "30107"): 19_700}),
    Wage("缴纳{m}月养老保险和职业年金", 15, {(PENSION, "30108"): 7_360, (ANNUITY, "30109"): 3_680}, INSURER),
    Wage("缴纳{m}月医疗保险", 16, {(MEDICAL, "30110"): 3_910}, INSURER),
    Wage("汇缴{m}月住房公积金", 18, {(HOUSING, "30113"): 5_520}, FUND_CENTRE),
)  # fmt: skip
DAILY = (
    Bill("30201", 1_300, MONTHLY, "购办公用品（{m}月）", "乙办公用品店"),
    Bill("30206", 2_900, MONTHLY, "支付{m}月电费", "云溪供电营业所", 14),
    Bill("30228", 920, MONTHLY, "拨缴{m}月工会经费", "培训中心工会"),
)
GUIDES = Purpose(COURSES, "", GENERAL, PROJECT, "导游和讲解员轮训")
GUIDE_BILLS = (
    Bill("30216", 28_400, (4, 6, 9, 11), "导游和讲解员轮训费（{m}月）", "云溪职工培训点"),
    Bill("30226", 9_900, (4, 6, 9, 11), "轮训授课课酬（{m}月）", "己文化服务公司"),
)
TRADE = Purpose(RUNNING, "", OTHER)
TRADE_BILLS = (
    Bill("30226", 46_500, MONTHLY, "研学营地外聘人员劳务费（{m}月）", "辛人力服务公司"),
    Bill("30218", 31_200, MONTHLY, "购研学课程材料和餐料（{m}月）", "甲供应商行"),
    Bill("30214", 22_000, MONTHLY, "研学营地场地租金（{m}月）", "云溪资产经营公司", 8),
    Bill("30206", 8_700, MONTHLY, "支付{m}月研学营地电费", "云溪供电营业所", 14),
    Bill("30240", 9_100, (3, 6, 9, 12), "缴纳经营税金及附加（{m}月）", "云溪税务机关"),
)


def body(year: int) -> Body:
    """The training centre's whole year but for the closing."""
    body = Body("training", TRAINING, "江城市云溪区文化旅游培训中心", Journal(year, "7201"), Random(34))
    own = Purpose(fund=OTHER)
    body.opens_with({
        ("8101", GUIDES): 842_700,
        ("8202", own): 14_207_315,
        ("8301", own): 18_325_440,
        ("8401", own): -4_516_200,
    })  # fmt: skip
    wages.run(body.journal, body.rng, WAGES)
    body.plan(Purpose(RUNNING, "", GENERAL, BASIC), DAILY, 62_400, (1, 7))
    body.plan(GUIDES, GUIDE_BILLS, 150_000)
    _own_money(body)
    return body


def _own_money(body: Body) -> None:
    journal = body.journal
    for month in MONTHLY:
        camp = 13_850_000 + month * 62_700
        body.earns("6401", RUNNING, camp, month, f"研学营地经营收入（{month}月）", "研学团队")
        body.earns("610102", RUNNING, 760_000, month, f"职业技能培训收费（{month}月）", "培训学员")
    body.earns("6201", GROUP, SUPPORT, 4, "收到文化馆拨付的事业发展补助", CULTURE_HALL)
    body.earns("6602", RUNNING, 2_516_438, 6, "收到国债投资收益", "云溪商业银行营业部")
    body.earns("660902", RUNNING, 210_055, 12, "收到全年银行存款利息", "云溪商业银行营业部")
    body.plan(TRADE, TRADE_BILLS, account="7301")
    teaching = (Bill("30226", 9_400, MONTHLY, "技能培训外聘教师课酬（{m}月）", "己文化服务公司"),)
    body.plan(Purpose(RUNNING, "", OTHER, BASIC), teaching)
    welfare = (Bill("30229", 14_700, (1, 4, 7, 10), "从专用结余列支职工集体福利（{m}月）", "培训中心工会"),)
    body.plan(Purpose(RUNNING, "", OTHER, BASIC), welfare, account="720104")
    day, up = journal.workday(11, 8), Purpose(GROUP, "39999", OTHER)
    entries.pay(journal, day, "上缴文化馆收入", {up: REMITTED}, CULTURE_HALL, "7401")
    entries.pay(journal, day, "上缴市培训总校管理费", {up: 5_000_000}, "江城市文化旅游培训总校", "7401")
