"""Forms 通用词形: the pieces that the names of many figures share."""

from typing import Final

from mingzhang.narrative.prose.pattern import expression
from mingzhang.narrative.prose.subject import Meaning

YEARLY: Final = "(本年度?|当年|全年|年度|部门|单位|决算)*"
FISCAL: Final = "(一般公共预算|公共预算|公共)?(当年)?财政拨款"
BOTH: Final = "(收入支出|收、支|收支|收入、支出|收入和支出|收入与支出|收/支)"
OPENING: Final = "(上年|年?初)(财政拨款|财政)?(资金)?结转(和|及|、)?结余(资金|收入)?"
CLOSING: Final = "年?末(财政拨款|财政)?(资金)?结转(和|及|、)?结余(资金)?|结转下年(支出)?"


def lines(*pairs: tuple[str, Meaning]) -> tuple[tuple[str, Meaning], ...]:
    """Patterns with their meanings, each made an expression."""
    return tuple((expression(text), meaning) for text, meaning in pairs)
