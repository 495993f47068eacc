"""The nine statements of the sample year typed by hand, row by row, the way different programs print them."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import xlsxwriter

from mingzhang.reading.statements_workbook import StatementsReading, read_statements
from mingzhang.standards.forms import forms
from mingzhang.standards.profiles import load
from mingzhang.workflows.code_names import codes_by_name

Row = Sequence[str | float | None]
Rows = Sequence[Row]

CAPTION: Row = ("部门：江城市信息中心", "", "", "金额单位：万元")

T1: Rows = (
    ("收入支出决算总表",),
    CAPTION,
    ("收入", "", "", "支出", "", ""),
    ("项目", "行次", "金额", "项目", "行次", "金额"),
    ("栏次", "", "1", "栏次", "", "2"),
    ("一、一般公共预算财政拨款收入", 1, 193.13, "一、一般公共服务支出", 31, ""),
    ("二、政府性基金预算财政拨款收入", 2, "", "八、社会保障和就业支出", 38, 180.22),
    ("三、国有资本经营预算财政拨款收入", 3, 0, "九、卫生健康支出", 39, 4.11),
    ("四、上级补助收入", 4, "—", "十九、住房保障支出", 49, 8.80),
    ("本年收入合计", 27, 193.13, "本年支出合计", 57, 193.13),
    ("使用非财政拨款结余", 28, "", "结余分配", 58, ""),
    ("年初结转和结余", 29, "", "年末结转和结余", 59, ""),
    ("总计", 30, 193.13, "总计", 60, 193.13),
    ("注：本表反映部门本年度的总收支和年末结转结余情况。",),
)
T2: Rows = (
    ("收入决算表",),
    CAPTION,
    ("项目", "", "本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入",
     "其他收入"),
    ("功能分类科目编码", "科目名称"),
    ("栏次", "", "1", "2", "3", "4", "5", "6", "7"),
    ("合计", "", 193.13, 193.13, "", "", "", "", ""),
    ("208", "社会保障和就业支出", 193.13, 193.13, "", "", "", "", ""),
    ("20801", "人力资源和社会保障管理事务", 193.13, 193.13, "", "", "", "", ""),
    ("2080108", "信息化建设", 193.13, 193.13, "", "", "", "", ""),
)  # fmt: skip
T3: Rows = (
    ("支出决算表",),
    CAPTION,
    ("项目", "", "本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"),
    ("功能分类科目编码", "科目名称"),
    ("合计", "", 193.13, 128.13, 65.00, "", "", ""),
    ("208", "社会保障和就业支出", 193.13, 128.13, 65.00, "", "", ""),
    ("2080108", "信息化建设", 65.00, "", 65.00, "", "", ""),
)
T4: Rows = (
    ("财政拨款收入支出决算总表",),
    CAPTION,
    ("收入", "", "", "支出", "", "", "", "", ""),
    ("项目", "行次", "金额", "项目", "行次", "合计", "一般公共预算财政拨款", "政府性基金预算财政拨款",
     "国有资本经营预算财政拨款"),
    ("一、一般公共预算财政拨款", 1, 193.13, "八、社会保障和就业支出", 40, 180.22, 180.22, "", ""),
    ("二、政府性基金预算财政拨款", 2, "", "十九、住房保障支出", 51, 8.80, 8.80, "", ""),
    ("三、国有资本经营预算财政拨款", 3, ""),
    ("本年收入合计", 27, 193.13, "本年支出合计", 59, 189.02, 189.02, "", ""),
    ("年初财政拨款结转和结余", 28, 3.00, "年末财政拨款结转和结余", 60, 7.11, 7.11, "", ""),
    ("一般公共预算财政拨款", 29, 3.00),
    ("政府性基金预算财政拨款", 30, ""),
    ("国有资本经营预算财政拨款", 31, ""),
    ("总计", 32, 196.13, "总计", 64, 196.13, 196.13, "", ""),
)  # fmt: skip
T5: Rows = (
    ("一般公共预算财政拨款支出决算表",),
    CAPTION,
    ("项目", "", "本年支出", "", ""),
    ("功能分类科目编码", "科目名称", "小计", "基本支出", "项目支出"),
    ("合计", "", 193.13, 128.13, 65.00),
    ("208", "社会保障和就业支出", 193.13, 128.13, 65.00),
    ("2080108", "信息化建设", 65.00, "", 65.00),
)
T6: Rows = (
    ("一般公共预算财政拨款基本支出决算明细表",),
    CAPTION,
    ("人员经费", "", "", "公用经费", "", "", "", "", ""),
    ("科目编码", "科目名称", "决算数") * 3,
    ("301", "工资福利支出", 126.34, "302", "商品和服务支出", 1.79, "310", "资本性支出", ""),
    ("30101", "基本工资", 9.15, "30201", "办公费", 1.79, "31002", "办公设备购置", ""),
    ("人员经费合计", "", 126.34, "公用经费合计", "", "", "", "", 1.79),
)
T7: Rows = (
    ("一般公共预算财政拨款“三公”经费支出决算表",),
    CAPTION,
    ("预算数", "", "", "", "", "", "决算数", "", "", "", "", ""),
    ("合计", "因公出国（境）费", "公务用车购置及运行费", "", "", "公务接待费") * 2,
    ("", "", "小计", "公务用车购置费", "公务用车运行费", "") * 2,
    tuple(str(n) for n in range(1, 13)),
    (3.5, 1, 2, 0.5, 1.5, 0.5, 2.25, "", 2, "", 2, 0.25),
)
T8: Rows = (
    ("政府性基金预算财政拨款收入支出决算表",),
    CAPTION,
    ("项目", "", "年初结转和结余", "本年收入", "本年支出", "", "", "年末结转和结余"),
    ("功能分类科目编码", "科目名称", "", "", "小计", "基本支出", "项目支出", ""),
    ("合计", "", "", "", "", "", "", ""),
    ("说明：本单位2021年无政府性基金预算收支。",),
)
T9: Rows = (
    ("国有资本经营预算财政拨款支出决算表",),
    CAPTION,
    ("项目", "", "本年支出", "", ""),
    ("功能分类科目编码", "科目名称", "合计", "基本支出", "项目支出"),
    ("合计", "", "", "", ""),
)

ALL: Mapping[str, Rows] = {
    "T1": T1, "T2": T2, "T3": T3, "T4": T4, "T5": T5, "T6": T6, "T7": T7, "T8": T8, "T9": T9,
}  # fmt: skip


def type_out(path: Path, sheets: Mapping[str, Rows], merges: Mapping[str, Sequence[str]] | None = None) -> Path:
    """The rows as a workbook, one sheet an entry, with these ranges merged."""
    with xlsxwriter.Workbook(str(path)) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for cells in (merges or {}).get(name, ()):
                sheet.merge_range(cells, "")
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if cell not in ("", None):
                        sheet.write(number, column, cell)
    return path


def with_variant(
    path: Path, statement: str, rows: Rows, profile: str = "hubei-2021", year: int = 2021
) -> StatementsReading:
    """What is read when one statement is printed in another way."""
    return read(type_out(path, {**ALL, statement: rows}), profile, year)


def read(path: Path, profile: str = "hubei-2021", year: int = 2021) -> StatementsReading:
    """What is read of a workbook under a region's forms."""
    return read_statements(path, forms(load(profile, year)), codes_by_name(year))
