"""云溪区文化和旅游局（本级）: an administrative body with all three funds, vehicles and receptions."""

from random import Random

from . import wages
from .bills import MONTHLY, Bill, Mistake
from .body import Body
from .voucher import BASIC, CAPITAL, FUND, GENERAL, OTHER, PROJECT, Journal, Purpose
from .wages import Wage

RUNNING, RETIRED, PENSION, ANNUITY = "2070101", "2080501", "2080505", "2080506"
MEDICAL, SUBSIDY, HOUSING = "2101101", "2101103", "2210201"
INSURER, FUND_CENTRE = "云溪区社会保险经办处", "江城市公积金管理机构"

WAGES = (
    Wage("发放{m}月工资、津贴补贴", 10, {(RUNNING, "30101"): 118_000, (RUNNING, "30102"): 86_400}),
    Wage("发放年终一次性奖金", 20, {(RUNNING, "30103"): 205_000}, months=(12,)),
    Wage("发放{m}月公务交通补贴", 11, {(RUNNING, "30239"): 17_600}),
    Wage("缴纳{m}月养老保险和职业年金", 15, {(PENSION, "30108"): 32_700, (ANNUITY, "30109"): 16_350}, INSURER),
    Wage("缴纳{m}月医疗保险和公务员医疗补助", 16, {(MEDICAL, "30110"): 16_900, (SUBSIDY, "30111"): 6_100}, INSURER),
    Wage("缴纳{m}月工伤保险", 16, {(RUNNING, "30112"): 1_020}, INSURER),
    Wage("汇缴{m}月住房公积金", 18, {(HOUSING, "30113"): 24_500}, FUND_CENTRE),
    Wage("发放{m}月退休人员生活补贴", 12, {(RETIRED, "30302"): 21_300}),
    Wage("发放遗属生活补助（{m}月）", 12, {(RETIRED, "30305"): 1_800}, months=(3, 6, 9, 12)),
    Wage("发放独生子女奖励（{m}月）", 19, {(RETIRED, "30309"): 960}, months=(12,)),
)  # fmt: skip
GARAGE, STATIONER, POWER, INN = "甲汽车修理厂", "乙办公用品店", "云溪供电营业所", "丙接待餐厅"
DAILY = (
    Bill("30201", 5_200, MONTHLY, "购办公用品（{m}月）", STATIONER),
    Bill("30202", 3_100, (1, 4, 7, 10), "印制工作简报和文件（{m}月）", "丁印务部"),
    Bill("30205", 620, MONTHLY, "支付{m}月水费", "云溪供水营业所", 14),
    Bill("30206", 4_900, MONTHLY, "支付{m}月电费", POWER, 14),
    Bill("30207", 2_350, MONTHLY, "支付{m}月电话和网络费", "戊通信公司", 9),
    Bill("30209", 6_800, MONTHLY, "支付{m}月办公楼物业费", "己物业服务部", 21),
    Bill("30211", 3_900, (2, 3, 5, 6, 8, 9, 11), "报销差旅费（{m}月）", "局机关工作人员"),
    Bill("30213", 7_400, (5, 9), "办公用房零星维修（{m}月）", "庚装饰工程队"),
    Bill("30215", 5_600, (1, 12), "全区文化和旅游工作会议费（{m}月）", "云溪会议中心"),
    Bill("30216", 4_300, (4, 9), "干部业务培训费（{m}月）", "云溪职工培训点"),
    Bill("30217", 1_250, (3, 6, 10), "公务接待费：外区文旅部门来访交流（{m}月）", INN),
    Bill("30226", 2_600, (6, 12), "档案整理劳务费（{m}月）", "辛人力服务公司"),
    Bill("30228", 4_050, MONTHLY, "拨缴{m}月工会经费", "局机关工会"),
    Bill("30229", 9_500, (2, 9), "职工节日慰问福利费（{m}月）", "局机关工会"),
    Bill("30231", 2_700, MONTHLY, "公务用车燃油、维修和保险（{m}月）", GARAGE),
    Bill("30299", 1_900, (6, 11), "报刊订阅和杂项支出（{m}月）", "云溪邮政营业部"),
    Bill("31002", 18_600, (8,), "购台式计算机和打印机", "壬电脑公司"),
)
MISTAKES = (Mistake("购办公用品（{m}月）", 5, "30202"),)


def _project(function: str, fund: str, name: str) -> Purpose:
    return Purpose(function, "", fund, PROJECT, name)


MARKET = _project("2070112", GENERAL, "文化和旅游市场综合执法")
PUBLICITY = _project("2070113", GENERAL, "城市文旅形象宣传")
EXCHANGE = _project("2070110", GENERAL, "友好城市文化交流")
RELIC = _project("2070204", GENERAL, "云溪书院旧址保护修缮")
TRAIL = _project("2070904", FUND, "云溪绿道旅游标识建设")
OPERATOR = _project("2230301", CAPITAL, "文旅运营企业政策性补贴")
READING = _project("2070199", OTHER, "全域旅游示范区创建补助")

PLANS = (
    (MARKET, 860_000, (
        Bill("31013", 179_800, (5,), "购置综合执法用车一辆（含购置税）", "癸汽车销售公司"),
        Bill("30231", 3_400, (6, 7, 8, 9, 10, 11, 12), "综合执法用车燃油和保险（{m}月）", GARAGE),
        Bill("30227", 46_000, (3, 6, 9, 12), "委托第三方开展经营场所暗访（{m}月）", "甲咨询公司"),
        Bill("30226", 19_500, MONTHLY, "执法辅助人员劳务费（{m}月）", "辛人力服务公司"),
        Bill("30224", 34_000, (4,), "配发执法服装", "乙服装厂"),
        Bill("31003", 58_000, (6,), "购执法记录和取证设备", "壬电脑公司"),
    )),
    (PUBLICITY, 660_000, (
        Bill("30227", 98_000, (3, 5, 8, 10), "文旅形象宣传片制作与投放（{m}月）", "丙传媒公司"),
        Bill("30202", 26_000, (2, 4, 9), "印制旅游手绘地图（{m}月）", "丁印务部"),
        Bill("30214", 38_500, (4, 10), "旅游推介活动场地租赁（{m}月）", "云溪会展中心"),
        Bill("30217", 2_150, (4, 10), "公务接待费：旅游推介活动来宾（{m}月）", INN),
        Bill("30239", 8_600, (4, 10), "推介活动车辆租用（{m}月）", "丁客运公司"),
    )),
    (EXCHANGE, 150_000, (
        Bill("30212", 86_000, (9,), "因公出国费用：赴友好城市文化交流", "戊国际旅行社"),
        Bill("30226", 21_000, (8,), "交流展品翻译和布展劳务", "己文化服务公司"),
    )),
    (RELIC, 600_000, (
        Bill("30227", 72_000, (3,), "书院旧址修缮勘察设计费", "庚设计院"),
        Bill("31006", 156_000, (5, 7, 9), "书院旧址修缮工程进度款（{m}月）", "辛古建公司"),
    )),
    (TRAIL, 2_400_000, (
        Bill("31005", 410_000, (4, 6, 8, 10, 11), "绿道旅游标识建设工程进度款（{m}月）", "壬建设公司"),
        Bill("30227", 88_000, (3, 9), "绿道标识系统设计与监理（{m}月）", "庚设计院"),
        Bill("30217", 1_600, (11,), "公务接待费：绿道项目专家评审", INN),
    )),
    (OPERATOR, 1_200_000, (
        Bill("31204", 268_000, (3, 6, 9, 12), "拨付文旅运营企业政策性补贴（{m}月）", "云溪文旅运营公司"),
    )),
)  # fmt: skip


def body(year: int) -> Body:
    """The bureau's whole year but for the closing."""
    body = Body("bureau", "420199031", "江城市云溪区文化和旅游局（本级）", Journal(year, "7101"), Random(31))
    body.tourism_budget = {"30212": 100_000, "31013": 190_000, "30231": 72_000, "30217": 15_000}
    body.opens_with({
        ("8101", Purpose(RUNNING, "", GENERAL, BASIC)): 1_876_543,
        ("8101", RELIC): 9_350_000,
        ("8101", TRAIL): 31_247_816,
        ("8101", OPERATOR): 8_000_000,
        ("8201", READING): 6_420_050,
    })  # fmt: skip
    wages.run(body.journal, body.rng, WAGES)
    running = Purpose(RUNNING, "", GENERAL, BASIC)
    body.plan(running, DAILY, 480_000, (1, 4, 7, 10), MISTAKES)
    for purpose, granted, plan in PLANS:
        body.plan(purpose, plan, granted)
    party = "江城市文旅主管部门"
    body.earns("660101", "2070199", 15_000_000, 5, "收到市级全域旅游示范区创建补助", party, READING.project)
    plan = (
        Bill("30227", 52_000, (7, 11), "全域旅游示范区创建咨询服务（{m}月）", "甲咨询公司"),
        Bill("30202", 14_500, (9,), "全域旅游创建材料印制", "丁印务部"),
    )
    body.plan(READING, plan, account="710102")
    return body
