"""Columns 栏目: the documented columns of vouchers and trial balances, with every spelling that is understood.

docs/books.md prints these tables; a test holds the two together.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from mingzhang.books.words import plain


@dataclass(frozen=True, slots=True)
class BookColumn:
    """A column: canonical field (also its English header), Chinese header, other spellings, when it is required."""

    field: str
    header: str
    aliases: tuple[str, ...]
    required: str
    example: str


_CLASSIFICATION: Final = (
    BookColumn(
        "account",
        "科目编码",
        ("科目代码", "科目编号", "会计科目编码", "会计科目代码", "会计科目编号", "科目号", "account_code"),
        "必填",
        "72010101",
    ),
    BookColumn("account_name", "科目名称", ("会计科目名称", "会计科目", "科目全称", "科目"), "", "事业支出"),
    BookColumn(
        "function",
        "支出功能分类",
        (
            "功能分类",
            "支出功能分类科目编码",
            "支出功能分类科目",
            "支出功能分类编码",
            "支出功能分类代码",
            "功能分类科目编码",
            "功能分类科目代码",
            "功能分类科目",
            "功能分类编码",
            "功能分类代码",
            "功能科目编码",
            "功能科目代码",
            "功能科目",
            "function_code",
        ),
        "6001、61xx–66xx、71xx–76xx、7901、8101、8102 的分录",
        "2080108",
    ),
    BookColumn(
        "economic",
        "部门支出经济分类",
        (
            "经济分类",
            "部门经济分类",
            "部门预算支出经济分类",
            "部门预算经济分类",
            "部门支出经济分类科目编码",
            "部门支出经济分类科目",
            "部门支出经济分类编码",
            "部门经济分类科目编码",
            "部门经济分类编码",
            "部门经济分类代码",
            "部门预算支出经济分类科目编码",
            "支出经济分类",
            "支出经济分类科目",
            "支出经济分类科目编码",
            "经济分类科目编码",
            "经济分类科目代码",
            "经济分类科目",
            "经济分类编码",
            "经济分类代码",
            "经济科目编码",
            "经济科目代码",
            "经济科目",
            "economic_code",
        ),
        "7101、7201、7601、7901 的支出分录",
        "30201",
    ),
    BookColumn(
        "fund",
        "资金性质",
        ("资金来源", "资金类型", "资金类别", "资金种类", "拨款种类", "财政拨款种类", "资金性质名称", "fund_source"),
        "6001、7101、7201、8101、8102 的分录",
        "一般公共预算财政拨款",
    ),
    BookColumn(
        "nature",
        "支出性质",
        (
            "支出类型",
            "支出类别",
            "经费性质",
            "经费类型",
            "基本/项目",
            "基本支出/项目支出",
            "基本项目",
            "支出结构",
            "按支出性质",
            "支出性质名称",
        ),
        "7101、7201、7601、7901 的支出分录",
        "基本支出",
    ),
    BookColumn(
        "project", "项目编码", ("项目", "项目代码", "项目编号", "预算项目", "部门项目", "project_code"), "", "P001"
    ),
    BookColumn("project_name", "项目名称", ("预算项目名称",), "", "信息系统运行维护"),
    BookColumn(
        "counterparty",
        "往来单位",
        ("往来单位编码", "往来单位代码", "对方单位", "对方单位编码", "客商", "客商编码", "往来客商"),
        "",
        "002",
    ),
)

VOUCHER_COLUMNS: Final = (
    BookColumn(
        "entity", "单位编码", ("单位代码", "单位编号", "预算单位编码", "预算单位代码", "entity_code"), "", "001"
    ),
    BookColumn(
        "kind",
        "行类型",
        ("分录类型", "记录类型", "row_type", "type"),
        "期初余额行填“期初”，年末结转行可填“结转”",
        "期初",
    ),
    BookColumn(
        "date",
        "凭证日期",
        ("日期", "记账日期", "制单日期", "业务日期", "记账凭证日期", "会计日期", "voucher_date"),
        "凭证行",
        "2021-03-05",
    ),
    BookColumn(
        "voucher_type",
        "凭证类型",
        ("凭证字", "凭证类别", "凭证类型名称", "凭证类型编号", "凭证类型编码", "记账凭证类型编号"),
        "",
        "记",
    ),
    BookColumn(
        "voucher",
        "凭证号",
        ("凭证编号", "凭证号码", "凭证字号", "凭证号数", "记账凭证编号", "记账凭证号", "voucher_no", "voucher_number"),
        "凭证行",
        "记-0001",
    ),
    BookColumn(
        "line",
        "分录号",
        ("行号", "分录行号", "分录序号", "凭证行号", "记账凭证行号", "line_no", "line_number"),
        "",
        "1",
    ),
    BookColumn(
        "summary", "摘要", ("凭证摘要", "分录摘要", "记账凭证摘要", "摘要说明", "description"), "", "支付网络维护费"
    ),
    *_CLASSIFICATION,
    BookColumn(
        "debit",
        "借方金额",
        ("借方", "借方发生额", "借方发生", "借方本币金额", "借方本位币金额", "借方金额本币", "debit_amount", "dr"),
        "与贷方金额二者填一",
        "1234.50",
    ),
    BookColumn(
        "credit",
        "贷方金额",
        ("贷方", "贷方发生额", "贷方发生", "贷方本币金额", "贷方本位币金额", "贷方金额本币", "credit_amount", "cr"),
        "与借方金额二者填一",
        "1234.50",
    ),
    BookColumn("side", "借贷方向", ("方向", "借贷", "借/贷", "借贷标志", "direction"), "用“金额”一栏时", "借"),
    BookColumn("amount", "金额", ("发生额", "本币金额", "本位币金额"), "没有借方、贷方两栏时", "1234.50"),
    BookColumn("void", "作废", ("作废标志", "是否作废", "voided"), "", "否"),
)

_OPENING_WORDS: Final = ("年初", "年初余额", "年初数", "上年结转", "上年余额", "期初", "期初余额", "期初数")
_TURNOVER_WORDS: Final = (
    "本年累计",
    "本年累计发生",
    "本年累计发生额",
    "累计发生额",
    "累计发生",
    "累计",
    "本年发生",
    "本年发生额",
    "本年",
    "本期发生",
    "本期发生额",
    "本期",
    "发生额",
)
"""In order of preference: of 本年累计 and 本期, of 年初 and 期初, the one that speaks of the whole year is taken."""

_CLOSING_WORDS: Final = ("年末", "年末余额", "年末数", "期末", "期末余额", "期末数")
_DEBIT_WORDS: Final = ("借方", "借", "借方余额", "借方金额", "借方发生额")
_CREDIT_WORDS: Final = ("贷方", "贷", "贷方余额", "贷方金额", "贷方发生额")
_SIDE_WORDS: Final = ("方向", "余额方向", "借贷", "借贷方向")
_AMOUNT_WORDS: Final = ("", "余额", "金额", "本币余额", "本位币余额")


def _joined(groups: Iterable[str], ends: Iterable[str]) -> tuple[str, ...]:
    names = (f"{group}{end}" for group in groups for end in ends)
    turned = (f"{end}{group}" for group in groups for end in ends if end)
    return tuple(dict.fromkeys((*names, *turned)))


BALANCE_COLUMNS: Final = (
    VOUCHER_COLUMNS[0],
    *_CLASSIFICATION,
    BookColumn("opening_side", "年初余额方向", _joined(_OPENING_WORDS, _SIDE_WORDS), "", "贷"),
    BookColumn("opening", "年初余额", _joined(_OPENING_WORDS, _AMOUNT_WORDS), "没有年初借方、贷方两栏时", "1234.50"),
    BookColumn(
        "opening_debit", "年初借方余额", _joined(_OPENING_WORDS, _DEBIT_WORDS), "没有“年初余额”一栏时", "1234.50"
    ),
    BookColumn(
        "opening_credit", "年初贷方余额", _joined(_OPENING_WORDS, _CREDIT_WORDS), "没有“年初余额”一栏时", "1234.50"
    ),
    BookColumn(
        "debit",
        "本年借方发生额",
        (*_joined(_TURNOVER_WORDS, _DEBIT_WORDS), "借方发生", "借方本币金额"),
        "不只是年初余额时",
        "1234.50",
    ),
    BookColumn(
        "credit",
        "本年贷方发生额",
        (*_joined(_TURNOVER_WORDS, _CREDIT_WORDS), "贷方发生", "贷方本币金额"),
        "不只是年初余额时",
        "1234.50",
    ),
    BookColumn("closing_side", "年末余额方向", _joined(_CLOSING_WORDS, _SIDE_WORDS), "", "贷"),
    BookColumn("closing", "年末余额", _joined(_CLOSING_WORDS, _AMOUNT_WORDS), "", "1234.50"),
    BookColumn("closing_debit", "年末借方余额", _joined(_CLOSING_WORDS, _DEBIT_WORDS), "", "1234.50"),
    BookColumn("closing_credit", "年末贷方余额", _joined(_CLOSING_WORDS, _CREDIT_WORDS), "", "1234.50"),
)

IGNORED: Final = frozenset(
    plain(word)
    for word in (
        "序号",
        "单位名称",
        "单位",
        "制单人",
        "制单",
        "审核人",
        "审核",
        "复核人",
        "记账人",
        "记账",
        "出纳",
        "经办人",
        "附件数",
        "附件张数",
        "附件",
        "会计年度",
        "年度",
        "年",
        "会计期间",
        "会计期间号",
        "期间",
        "月份",
        "月",
        "日",
        "币种",
        "币种编码",
        "计量单位",
        "汇率",
        "汇率类型编号",
        "原币",
        "借方原币金额",
        "贷方原币金额",
        "借方数量",
        "贷方数量",
        "单价",
        "数量",
        "功能分类名称",
        "支出功能分类名称",
        "支出功能分类科目名称",
        "功能分类科目名称",
        "功能科目名称",
        "经济分类名称",
        "部门经济分类名称",
        "部门支出经济分类名称",
        "经济分类科目名称",
        "部门支出经济分类科目名称",
        "经济科目名称",
        "科目级次",
        "级次",
        "科目类型",
        "科目类别",
        "备注",
        "记账标志",
        "凭证来源系统",
        "结算方式",
        "结算方式编码",
        "票据类型",
        "票据号",
        "票据日期",
        "对方科目",
        "对方科目编码",
        "余额",
        "余额方向",
        "政府经济分类",
        "政府支出经济分类",
        "往来单位名称",
        "对方单位名称",
        "部门",
        "部门编码",
        "部门名称",
        "人员",
        "扩展字段值",
    )
)
"""Headers that are understood and not needed; nothing is said about them."""


def spellings(columns: Iterable[BookColumn]) -> dict[str, str]:
    """Every understood spelling, reduced by `plain`, and the canonical field it names."""
    return {plain(word): column.field for column in columns for word in _all(column)}


def _all(column: BookColumn) -> Iterator[str]:
    yield from column.aliases
    yield column.field
    yield column.header


VOUCHER_SPELLINGS: Final = spellings(VOUCHER_COLUMNS)
BALANCE_SPELLINGS: Final = spellings(BALANCE_COLUMNS)
HEADER_OF: Final = {column.field: column.header for column in (*BALANCE_COLUMNS, *VOUCHER_COLUMNS)}
"""What a field is called when the file has no header of its own for it."""
BALANCE_HEADER_OF: Final = {column.field: column.header for column in BALANCE_COLUMNS}
"""The same in a trial balance, where 借方金额 is the turnover of the year."""
