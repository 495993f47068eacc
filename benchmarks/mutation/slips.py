"""Slips 手误: how a number or a name goes wrong under somebody's hand."""

import random
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

Slip = Callable[[random.Random, str], str]
"""From what should be printed to what is; the same text where there is nothing to get wrong."""


def digit(rng: random.Random, text: str) -> str:
    """One digit before the point changed."""
    places = [i for i, char in enumerate(text.partition(".")[0]) if char.isdigit()]
    at = rng.choice(places)
    return text[:at] + str((int(text[at]) + rng.randrange(1, 10)) % 10) + text[at + 1 :]


def swap(rng: random.Random, text: str) -> str:
    """Two neighbouring digits swapped."""
    places = [i for i in range(len(text) - 1) if text[i : i + 2].isdigit() and text[i] != text[i + 1]]
    if not places:
        return text
    at = rng.choice(places)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def tenfold(rng: random.Random, text: str) -> str:
    """The point one place off."""
    factor = Decimal(10) if rng.random() < 0.5 else Decimal("0.1")
    return f"{Decimal(text.replace(',', '')) * factor:.2f}"


def negative(rng: random.Random, text: str) -> str:
    """The sign lost or gained."""
    return text.removeprefix("-") if text.startswith("-") else f"-{text}"


def blank(rng: random.Random, text: str) -> str:
    """Nothing printed."""
    return ""


def rate(rng: random.Random, text: str) -> str:
    """A percentage off by more than its last place can be."""
    places = len(text.partition(".")[2])
    off = rng.choice((-1, 1)) * rng.randrange(12, 400) * Decimal(1).scaleb(-places)
    return f"{abs(Decimal(text) + off):.{places}f}"


def year_before(rng: random.Random, text: str) -> str:
    """Last year's, left standing."""
    return str(int(text) - 1)


def misspelt(rng: random.Random, name: str) -> str:
    """A name with a character left out, written twice or swapped with the next; first and last character stay."""
    at = rng.randrange(1, len(name) - 2)
    ways = (name[:at] + name[at + 1 :], name[:at] + name[at] + name[at:],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :])  # fmt: skip
    return rng.choice(ways)


NUMBERS: Final[Mapping[str, Slip]] = {
    "错一位数字": digit, "两位颠倒": swap, "小数点错位": tenfold, "正负号": negative, "漏印": blank,
}  # fmt: skip
