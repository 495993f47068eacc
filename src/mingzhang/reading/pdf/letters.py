"""Letters 字形归一: characters that look like Chinese ones and have other codes, as what they look like."""

import re
import unicodedata
from typing import Final

_RADICALS: Final = (
    "⺁厂⺇几⺌小⺎兀⺏尢⺕彐⺙攵⺝月⺟母⺠民⺡氵⺣灬⺪疋⺫罒⺮竹⺯糹⺶羊⺷羊⺸羊⺼月⻁虎⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻐钅⻑長⻒镸⻓长"
    "⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟饣⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟"
)
"""Radicals of the supplement that have no compatibility mapping, each before the character it looks like."""

_ODD: Final = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\U0002f800-\U0002fa1f\ue000-\uf8ff]")


def _table() -> dict[int, str]:
    codes = (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00), *range(0x2F800, 0x2FA20))
    normal = {code: unicodedata.normalize("NFKC", chr(code)) for code in codes}
    own = dict(zip(map(ord, _RADICALS[::2]), _RADICALS[1::2], strict=True))
    return {code: letter for code, letter in (normal | own).items() if len(letter) == 1}


_LETTERS: Final = _table()


def plain_letters(text: str) -> str:
    """The text with radicals and compatibility ideographs as ordinary characters; its length stays."""
    return text.translate(_LETTERS) if _ODD.search(text) else text
