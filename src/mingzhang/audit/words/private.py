"""Private 个人信息: numbers of identity cards and bank accounts have no place in a published file."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.hit import Hit, Texts

_IDENTITY: Final = re.compile(
    r"(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?!\d)"
)
_ACCOUNT: Final = re.compile(r"(?:账号|帐号|账户号|银行账户|卡号)[：:为]?(\d{12,25})(?!\d)")
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS: Final = "10X98765432"


def private(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """Identity numbers whose check digit is right (GB 11643), and numbers called accounts."""
    for passage in texts:
        for found in _IDENTITY.finditer(passage.text):
            if is_identity(found[0]):
                yield Hit(passage, found.start(), found.end(), "公开了公民身份号码", "删去", key=found[0])
        for found in _ACCOUNT.finditer(passage.text):
            yield Hit(passage, found.start(1), found.end(1), "公开了银行账号", "删去", key=found[1])


def is_identity(number: str) -> bool:
    """Whether the last digit checks the seventeen before it."""
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECKS[total % 11] == number[-1].upper()
