"""The words of the first three sections: the whole accounts, income by source, spending by nature."""

from typing import Final

from mingzhang.disclosure.address import Address
from mingzhang.narrative.prose.subject import Again, Meaning, Subject, Unknown, Vocabulary, money
from mingzhang.narrative.prose.words.forms import BOTH, CLOSING, OPENING, YEARLY, lines

T1_IN, T1_OUT = "T1[收入总计].金额", "T1[支出总计].金额"
T2, T3 = "T2[total].本年收入合计", "T3[total].本年支出合计"
_FUND: Final = "(预算)?(财政)?(拨款|补助)?"
_SAVED: Final = "(使用|动用)?非财政拨款结余(（含专用结余）)?(弥补收支差额)?|用?事业基金弥补收支差额"
_ONE_FUND: Final = (Address("T3", "total", "基本支出"), Address("T5", "total", "基本支出"))


def either(*addresses: str, usual: bool = False) -> Subject:
    """A word that may mean several figures; `usual` when the first is meant where no amount says so."""
    first, *others = map(Address.parse, addresses)
    return Subject(first, others=tuple(others), usual=usual)


def _staff(row: str) -> Subject:
    """人员经费 or 公用经费 of all spending: T6 knows them only when all of 基本支出 is 一般公共预算."""
    return Subject(Address("T6", row, "决算数"), wholes=(_ONE_FUND[0],), same=_ONE_FUND)


_TOLD: Final = "(?=(决算)?(数|额)?(总额|合计)?(为|共|共计|计)?:?\\d)"
"""Before an amount."""

_NO_KIND: Final = "(?<![款缴交费息租金税资产售务罚没赠置助补政权贴利益他营业])"
"""Not behind the end of another kind of income: 利息收入, 捐赠收入."""

INCOME_ROWS: Final[tuple[tuple[str, Meaning], ...]] = (
    (f"一般公共预算{_FUND}收入|一般公共预算{_FUND}{_TOLD}", money("T1[一般公共预算财政拨款收入].金额", T2, T1_IN)),
    (f"政府性基金{_FUND}(收入)?", money("T1[政府性基金预算财政拨款收入].金额", T2, T1_IN)),
    (f"国有资本经营{_FUND}(收入)?", money("T1[国有资本经营预算财政拨款收入].金额", T2, T1_IN)),
    ("(本级|公共)?财政(拨款|补助)(收入|资金)?", money("T2[total].财政拨款收入", T2, T1_IN)),
    ("上级补助收入", money("T2[total].上级补助收入", T2, T1_IN)),
    ("教育收费", Unknown()),
    ("事业(单位事业)?收入", money("T2[total].事业收入", T2, T1_IN)),
    ("(事业单位)?经营收入", money("T2[total].经营收入", T2, T1_IN)),
    ("(附属|下属)单位(上缴|缴款|缴纳|上交|交)*收入", money("T2[total].附属单位上缴收入", T2, T1_IN)),
    ("其他(各项)?收入", money("T2[total].其他收入", T2, T1_IN)),
)

INCOME_TOLD, SPENDING_TOLD = (f"((?<![一-鿿])|(?<=[年度])){side}{_TOLD}" for side in ("收入", "支出"))
"""2017年收入A: 收入 and 支出 without a further word before their amount."""

_MOVES: Final = "(?=较|比|与|同|增|减|上升|下降)"
BOTH_ALONE: Final = f"(?<![一-鿿]){BOTH}{_MOVES}"
INCOME_ALONE, SPENDING_ALONE = f"(?<![一-鿿])收入{_MOVES}", f"(?<![一-鿿])支出{_MOVES}"
"""收支, 收入 and 支出 without a further word, where they are compared."""

SPENDING_ROWS: Final[tuple[tuple[str, Meaning], ...]] = (
    ("(基本建设类?|行政事业类|非财政拨款|其他资金)(项目|基本)支出", Unknown()),
    ("用于保障[^,。;]{0,40}?(日常支出|经费支出)", Again()),
    ("人员(支出|经费)", _staff("人员经费合计")),
    ("(日常)?公用(支出|经费)", _staff("公用经费合计")),
    ("基本支出", money("T3[total].基本支出", T3)),
    ("项目支出", money("T3[total].项目支出", T3)),
    ("上缴上级(单位)?支出", money("T3[total].上缴上级支出", T3)),
    ("(事业单位)?经营支出", money("T3[total].经营支出", T3)),
    ("对?(附属|下属)单位补助支出", money("T3[total].对附属单位补助支出", T3)),
)

OVERALL: Final = Vocabulary(
    lines(
        (
            f"{YEARLY}{BOTH}(决算)?(预算)?总(计|额|数|体)(情况)?数?均?",
            Subject(Address.parse(T1_IN), pair=Address.parse(T1_OUT)),
        ),
        ("本年度?收入总(计|额)", either(T1_IN, "T1[本年收入合计].金额", T2)),
        ("本年度?支出总(计|额)", either(T1_OUT, "T1[本年支出合计].金额", T3)),
        (f"{YEARLY}(总收入|收入(决算)?总(计|额|数))", money(T1_IN)),
        (f"{YEARLY}(总支出|支出(决算)?总(计|额|数))", money(T1_OUT)),
        ("本年度?收入(合计)?|收入合计", money("T1[本年收入合计].金额", T1_IN)),
        ("本年度?支出(合计)?|支出合计", money("T1[本年支出合计].金额", T1_OUT)),
        (_SAVED, money("T1[使用非财政拨款结余].金额", T1_IN)),
        (OPENING, money("T1[年初结转和结余].金额", T1_IN)),
        ("结余分配", money("T1[结余分配].金额", T1_OUT)),
        (CLOSING, money("T1[年末结转和结余].金额", T1_OUT)),
        *INCOME_ROWS,
        *SPENDING_ROWS,
        (INCOME_TOLD, either(T2, T1_IN, usual=True)),
        (SPENDING_TOLD, either(T3, T1_OUT, usual=True)),
        (BOTH_ALONE, money(T1_IN)),
        (INCOME_ALONE, money(T1_IN)),
        (SPENDING_ALONE, money(T1_OUT)),
    ),
    money(T1_IN),
)

INCOME: Final = Vocabulary(
    lines(
        (f"{YEARLY}(收入总(计|额)|总收入)", either(T2, T1_IN)),
        *INCOME_ROWS,
        (f"{YEARLY}{_NO_KIND}收入(决算)?(数|额)?(合计|总数|总体)?(情况)?", money(T2)),
        (OPENING, money("T1[年初结转和结余].金额", T1_IN)),
        (_SAVED, money("T1[使用非财政拨款结余].金额", T1_IN)),
    ),
    money(T2),
)

SPENDING: Final = Vocabulary(
    lines(
        *SPENDING_ROWS,
        (f"{YEARLY}(支出(决算)?总(计|额|数)|总支出)", either(T3, T1_OUT)),
        (f"{YEARLY}支出(决算)?(数|额)?合计|本年度?支出", money(T3)),
        (CLOSING, money("T1[年末结转和结余].金额", T1_OUT)),
        ("结余分配", money("T1[结余分配].金额", T1_OUT)),
    ),
    money(T3),
)
