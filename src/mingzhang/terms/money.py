"""Money 金额: whole fen inside, Decimal yuan at the edge, never a binary fraction."""

from decimal import Decimal, InvalidOperation
from typing import Final

Fen = int
"""An exact amount in fen 分; negative for a reversal."""

FEN_PER_YUAN: Final = 100


class NotMoney(ValueError):
    """A text that does not state an exact number of fen."""


def parse_yuan(text: str) -> Fen:
    """The fen that a plain yuan text states (`-1234.50`); more than two decimals is refused, not rounded."""
    try:
        amount = Decimal(text)
    except InvalidOperation:
        raise NotMoney(f"“{text}”不是金额") from None
    if not amount.is_finite():
        raise NotMoney(f"“{text}”不是金额")
    fen = amount * FEN_PER_YUAN
    if fen != fen.to_integral_value():
        raise NotMoney(f"“{text}”比分还细，金额最多两位小数")
    return int(fen)


def to_yuan(fen: Fen) -> Decimal:
    """The same amount in yuan with exactly two decimals."""
    return Decimal(fen).scaleb(-2)
