"""The figures of a small institution's nine statements as it printed them (万元); what is not here was left blank."""

INCOME = {"一般公共预算财政拨款收入": "193.13", "政府性基金预算财政拨款收入": "", "国有资本经营预算财政拨款收入": ""}
INCOME |= dict.fromkeys(("上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"), "")
SPENDING = {"社会保障和就业支出": "180.22", "卫生健康支出": "4.11", "住房保障支出": "8.80"}
CLASSES = (
    "一般公共服务支出", "外交支出", "国防支出", "公共安全支出", "教育支出", "科学技术支出",
    "文化旅游体育与传媒支出", "社会保障和就业支出", "卫生健康支出", "节能环保支出", "城乡社区支出",
    "农林水支出", "交通运输支出", "资源勘探工业信息等支出", "商业服务业等支出", "金融支出",
    "援助其他地区支出", "自然资源海洋气象等支出", "住房保障支出", "粮油物资储备支出",
    "国有资本经营预算支出", "灾害防治及应急管理支出", "其他支出", "债务还本支出", "债务付息支出",
    "抗疫特别国债安排的支出",
)  # fmt: skip
BY_CODE = """
total 193.13 128.13 65.00
208 180.22 115.22 65.00
20801 168.83 103.83 65.00
2080108 65.00 0 65.00
2080150 99.68 99.68 0
2080199 4.15 4.15 0
20805 11.40 11.40 0
2080505 11.40 11.40 0
210 4.11 4.11 0
21011 4.11 4.11 0
2101102 4.11 4.11 0
221 8.80 8.80 0
22102 8.80 8.80 0
2210201 7.28 7.28 0
2210202 1.52 1.52 0
"""
ECONOMIC = {
    "301": "126.34", "30101": "9.15", "30102": "40.78", "30107": "22.15", "30108": "12.52", "30109": "2.09",
    "30110": "16.05", "30112": "0.77", "30113": "22.83", "302": "1.79", "30228": "1.79", "303": "0", "310": "0",
    "30201": "0", "30212": "0", "30217": "0", "30231": "0", "31002": "0", "31013": "0", "30301": "0", "30309": "0",
    "人员经费合计": "126.34", "公用经费合计": "1.79",
}  # fmt: skip
T2_COLUMNS = ("上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入")
T3_COLUMNS = ("上缴上级支出", "经营支出", "对附属单位补助支出")
FUNDS = ("政府性基金预算财政拨款", "国有资本经营预算财政拨款")
T7_COLUMNS = ("合计", "因公出国（境）费", "小计", "公务用车购置费", "公务用车运行费", "公务接待费")
T8_COLUMNS = ("年初结转和结余", "本年收入", "小计", "基本支出", "项目支出", "年末结转和结余")


def _coded() -> dict[str, str]:
    cells: dict[str, str] = {}
    for row, total, basic, project in (line.split() for line in BY_CODE.split("\n") if line):
        cells |= {f"T2[{row}].本年收入合计": total, f"T2[{row}].财政拨款收入": total}
        cells |= {f"T2[{row}].{column}": "0" for column in T2_COLUMNS}
        cells |= {f"T3[{row}].本年支出合计": total, f"T3[{row}].基本支出": basic, f"T3[{row}].项目支出": project}
        cells |= {f"T3[{row}].{column}": "0" for column in T3_COLUMNS}
        cells |= {f"T5[{row}].小计": total, f"T5[{row}].基本支出": basic, f"T5[{row}].项目支出": project}
    return cells


def _general() -> dict[str, str]:
    cells = {f"T1[{row}].金额": value for row, value in INCOME.items()}
    cells |= {f"T1[{row}].金额": SPENDING.get(row, "") for row in CLASSES}
    cells |= {f"T1[{row}].金额": "193.13" for row in ("本年收入合计", "收入总计", "本年支出合计", "支出总计")}
    return cells | {
        f"T1[{row}].金额": "" for row in ("使用非财政拨款结余", "年初结转和结余", "结余分配", "年末结转和结余")
    }


def _appropriations() -> dict[str, str]:
    cells = {
        "T4[一般公共预算财政拨款收入].金额": "193.13",
        "T4[本年收入合计].金额": "193.13",
        "T4[收入总计].金额": "193.13",
    }
    cells |= {f"T4[{fund}收入].金额": "" for fund in FUNDS} | {f"T4[年初-{fund}].金额": "" for fund in FUNDS}
    cells |= {"T4[年初-一般公共预算财政拨款].金额": "", "T4[年初财政拨款结转和结余].金额": ""}
    rows = (
        dict.fromkeys(CLASSES, "")
        | SPENDING
        | {"本年支出合计": "193.13", "支出总计": "193.13", "年末财政拨款结转和结余": ""}
    )
    for row, value in rows.items():
        cells |= {f"T4[{row}].合计": value, f"T4[{row}].一般公共预算财政拨款": value}
        cells |= {f"T4[{row}].{fund}": "" for fund in FUNDS}
    return cells


def _rest() -> dict[str, str]:
    cells = {f"T6[{row}].决算数": value for row, value in ECONOMIC.items()}
    cells |= {f"T7[{row}].{column}": "0.00" for row in ("预算数", "决算数") for column in T7_COLUMNS}
    cells |= {f"T8[total].{column}": "" for column in T8_COLUMNS}
    return cells | {f"T9[total].{column}": "" for column in ("合计", "基本支出", "项目支出")}


CODED = _coded()
"""T2, T3 and T5 alone."""

FIGURES = {key: value or "0" for key, value in (_general() | CODED | _appropriations() | _rest()).items()}
"""All nine statements."""
