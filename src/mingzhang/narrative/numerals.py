"""Ordinals: 一 to 九十九 for headings."""

_DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """The Chinese numeral of 1 to 99."""
    if not 0 < number < 100:
        raise ValueError(f"序号 {number} 不在 1 至 99 之间")
    tens, ones = divmod(number, 10)
    head = ("" if tens == 1 else _DIGITS[tens]) + "十" if tens else ""
    return head + (_DIGITS[ones] if ones else "")


def numbered(pattern: str, number: int) -> str:
    """A numeral pattern such as `（{cn}）` or `{n}．` for a number."""
    return pattern.replace("{cn}", chinese(number)).replace("{n}", str(number))
