"""Voucher 凭证: what can only be said of a whole voucher, in words; the engine counts, this room judges.

A voucher is known by unit, month and number, since numbers commonly start again each month. Under 平行记账 it may
carry lines of 财务会计 (1–5) beside those of 预算会计 (6–8); each half must balance by itself.
"""

from dataclasses import dataclass
from enum import Enum

from mingzhang.books.dimension import is_budgetary
from mingzhang.books.fault import Fault, Gravity
from mingzhang.terms.money import Fen, to_yuan


class Half(Enum):
    """Which of the two sets of accounts a line belongs to."""

    FINANCIAL = "财务会计"
    BUDGETARY = "预算会计"

    @staticmethod
    def of(account: str) -> "Half":
        """The half an account code belongs to."""
        return Half.BUDGETARY if is_budgetary(account) else Half.FINANCIAL


@dataclass(frozen=True, slots=True)
class VoucherSum:
    """One half of one voucher: its sums in fen, and where its first line was read."""

    voucher: str
    month: int
    half: Half
    debit: Fen
    credit: Fen
    file: str
    place: str


@dataclass(frozen=True, slots=True)
class VoucherRepeat:
    """A voucher number of a month met again, at the second place, with another date or the same line number."""

    voucher: str
    month: int
    file: str
    place: str
    first_file: str
    first_place: str


def unbalanced_fault(found: VoucherSum) -> Fault:
    """The fault of a voucher half whose debits and credits differ."""
    gap = to_yuan(found.debit - found.credit)
    value = f"借方 {to_yuan(found.debit):,} 贷方 {to_yuan(found.credit):,}"
    return Fault(
        found.file,
        found.place,
        "凭证号",
        f"{found.month}月 {found.voucher}",
        f"凭证的{found.half.value}分录借贷不平",
        f"{value}，相差 {gap:,} 元；核对这张凭证是否缺行或金额有误",
    )


def duplicate_fault(found: VoucherRepeat) -> Fault:
    """The fault of a voucher number used twice in one month."""
    where = found.first_place if found.first_file == found.file else f"{found.first_file} {found.first_place}"
    return Fault(
        found.file,
        found.place,
        "凭证号",
        f"{found.month}月 {found.voucher}",
        "凭证号重复",
        f"同一个月里这个凭证号已在 {where} 用过；同一张凭证重复导入时删去一份，不是同一张时改号",
    )


def unpaired_fault(voucher: str, month: int, account: str, file: str, place: str) -> Fault:
    """The hint for an entry on 8202 or 8301 whose other side is not one account: 结余分配 cannot be told from it."""
    return Fault(
        file,
        place,
        "科目编码",
        f"{month}月 {voucher} {account}",
        "对方科目不唯一，看不出是结余分配还是使用结余",
        "把这张凭证拆成一借一贷的几笔，或按一笔借、一笔贷的次序排列分录",
        Gravity.WARNING,
    )
