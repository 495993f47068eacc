"""examples/information-centre-2021: one institution, one fund, one project, nothing carried over."""

from pathlib import Path
from random import Random

from . import bills, closing, payroll, write
from .bills import MONTHLY, Bill, Mistake
from .centre_figures import PROJECT_ITEM, Amounts, search, under
from .registers import make as registers
from .voucher import BASIC, GENERAL, PROJECT, Journal, Opening, Purpose

YEAR = 2021
PROJECT_NAME = "金保工程网络运行维护及社会保障卡日常工作经费"
SEED = 20211231

NETWORK, HARDWARE, CARDS = "甲网络通信公司", "乙信息技术公司", "丙卡证材料公司"
LABOUR, PRINTER, POWER = "丁人力服务公司", "戊图文印务部", "云溪供电营业所"
SECURITY, POST, STATIONER = "己网络安全公司", "云溪邮政营业部", "庚办公用品店"
QUARTERS = (3, 6, 9, 12)
BILLS = (
    Bill("30207", 9_800, MONTHLY, "支付{m}月金保专线电路使用费", NETWORK, 8),
    Bill("30206", 3_150, MONTHLY, "支付{m}月金保机房电费", POWER, 14),
    Bill("30226", 6_800, MONTHLY, "支付{m}月社会保障卡窗口辅助服务费", LABOUR, 12),
    Bill("30213", 1_450, MONTHLY, "支付{m}月自助服务终端巡检维护费", HARDWARE),
    Bill("30201", 1_380, MONTHLY, "购制卡窗口办公耗材（{m}月）", STATIONER),
    Bill("30207", 620, MONTHLY, "支付{m}月社会保障卡寄递费", POST, 25),
    Bill("30239", 540, MONTHLY, "报销{m}月街道社区网点巡检交通费", "信息中心巡检人员"),
    Bill("30207", 410, MONTHLY, "支付{m}月社会保障卡领卡短信通知费", NETWORK, 9),
    Bill("30209", 780, MONTHLY, "支付{m}月金保机房值守保洁费", "辛物业服务部"),
    Bill("30213", 23_500, QUARTERS, "支付金保机房及网络设备维护服务费（合同进度，{m}月）", HARDWARE, 21),
    Bill("30218", 12_800, (2, 4, 6, 8, 10, 12), "购社会保障卡打印色带及卡套（{m}月）", CARDS),
    Bill("30202", 6_300, (1, 3, 5, 7, 9, 11), "印制社会保障卡换发宣传单页（{m}月）", PRINTER),
    Bill("30227", 19_000, (5, 8, 11), "支付网络安全检测服务费（{m}月）", SECURITY),
    Bill("30227", 31_000, (6, 9), "支付内外网物理隔离实施服务费（合同进度，{m}月）", HARDWARE),
    Bill("30216", 3_600, (4, 10), "街道社区经办人员社会保障卡业务培训费（{m}月）", "云溪职工培训点"),
    Bill("30211", 880, (3, 5, 7, 9, 11), "报销赴市里核对制卡数据差旅费（{m}月）", "信息中心工作人员"),
)
MISTAKES = (
    Mistake("印制社会保障卡换发宣传单页（{m}月）", 3, "30201"),
    Mistake("支付{m}月自助服务终端巡检维护费", 6, "30214"),
    Mistake("购制卡窗口办公耗材（{m}月）", 10, "30218"),
)
REST = Bill("30227", 0, (12,), "支付内外网物理隔离实施服务费尾款（验收后）", HARDWARE, 24)

TOTAL_BUDGET = 201_430_000
PRIOR_BASIC = {
    "2080150": 112_500_000, "2080199": 4_600_000, "2080505": 12_100_000, "2101102": 4_200_000,
    "2210201": 7_150_000, "2210202": 1_520_000,
}  # fmt: skip
PRIOR_PROJECT = 65_000_000


def journal() -> tuple[Journal, Amounts]:
    """The whole year, closed, and the amounts it was made to come to."""
    rng = Random(SEED)
    amounts = search(rng)
    book = Journal(YEAR, "7201")
    book.openings += [Opening(account, purpose, 0) for account, purpose in _OPENING]
    payroll.run(book, amounts)
    purpose = Purpose(PROJECT_ITEM, "", GENERAL, PROJECT, PROJECT_NAME)
    paid = bills.run(book, rng, purpose, BILLS, MISTAKES)
    bills.pay_rest(book, purpose, REST, amounts.project, paid)
    bills.grant_quarterly(book, "金保工程及社会保障卡项目", purpose, paid)
    closing.transfer(book)
    return book, amounts


_OPENING = (
    ("800101", Purpose(fund=GENERAL)),
    ("8101", Purpose("2080150", "", GENERAL, BASIC)),
    ("8101", Purpose(PROJECT_ITEM, "", GENERAL, PROJECT, PROJECT_NAME)),
    ("8102", Purpose(PROJECT_ITEM, "", GENERAL, PROJECT, PROJECT_NAME)),
)


def budget(amounts: Amounts) -> dict[tuple[str, ...], int]:
    """年初预算 by 类: 208 is what others leave; 全年预算 after the year's cut is what was spent."""
    spent = by_item(amounts.basic, amounts.project)
    medical, housing = spent["210", "小计"], spent["221", "小计"]
    first = {"total": TOTAL_BUDGET, "208": TOTAL_BUDGET - medical - housing, "210": medical, "221": housing}
    lines: dict[tuple[str, ...], int] = {("T5", row, "小计", "年初预算"): fen for row, fen in first.items()}
    lines |= {("T5", row, "小计", "全年预算"): spent[row, "小计"] for row in first}
    for phase in ("年初预算", "全年预算"):
        lines["T5", PROJECT_ITEM, "项目支出", phase] = amounts.project
    for column in _TRIPS:
        lines["T7", "预算数", column, ""] = 0
    return lines


_TRIPS = ("合计", "因公出国（境）费", "小计", "公务用车购置费", "公务用车运行费", "公务接待费")
_CLASSES = {"208": "社会保障和就业支出", "210": "卫生健康支出", "221": "住房保障支出"}


def by_item(basic: dict[str, int], project: int) -> dict[tuple[str, str], int]:
    """The columns of T5 for 合计, 类, 款 and 项."""
    items = basic | {PROJECT_ITEM: 0}
    figures = {}
    for row in ("total", *sorted({code[:n] for code in items for n in (3, 5, 7)})):
        prefix = "" if row == "total" else row
        own = project if PROJECT_ITEM.startswith(prefix) else 0
        figures[row, "基本支出"], figures[row, "项目支出"] = under(items, prefix), own
        figures[row, "小计"] = under(items, prefix) + own
    return figures


def prior() -> dict[tuple[str, ...], int]:
    """Last year's figures: more people, a little more of everything but the project."""
    figures = by_item(PRIOR_BASIC, PRIOR_PROJECT)
    total = figures["total", "小计"]
    lines: dict[tuple[str, ...], int] = {}
    for row in ("一般公共预算财政拨款收入", "本年收入合计", "收入总计", "本年支出合计", "支出总计"):
        lines["T1", row, "金额"] = total
    lines |= {("T1", name, "金额"): figures[code, "小计"] for code, name in _CLASSES.items()}
    lines |= {("T1", row, "金额"): 0 for row in ("年初结转和结余", "年末结转和结余")}
    lines |= {("T2", "total", "本年收入合计"): total, ("T2", "total", "财政拨款收入"): total}
    lines["T3", "total", "本年支出合计"] = total
    for column in ("基本支出", "项目支出"):
        lines["T3", "total", column] = figures["total", column]
    lines |= {("T4", row, "金额"): total for row in ("一般公共预算财政拨款", "本年收入合计", "收入总计")}
    for row in ("本年支出合计", "支出总计"):
        lines |= {("T4", row, c): total for c in ("合计", "一般公共预算财政拨款")}
    lines |= {("T5", row, column): fen for (row, column), fen in figures.items()}
    lines |= {("T7", "决算数", column): 0 for column in _TRIPS}
    return lines


def make(root: Path) -> None:
    """Write books, budget, prior year and registers below `root`."""
    directory = root / "information-centre-2021"
    book, amounts = journal()
    write.books(book, directory)
    write.figures(directory / "budget.csv", budget(amounts), ("statement", "row", "column", "phase", "value"))
    write.figures(directory / "prior.csv", prior(), ("statement", "row", "column", "value"))
    registers.make(directory / "registers")
