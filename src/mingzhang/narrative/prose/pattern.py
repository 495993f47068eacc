"""Pattern 词形: names written down as a person reads them, made into expressions.

`()` groups and `?`, `*`, `|`, `[…]` do what they do in expressions; brackets of the text itself are written （）.
"""

import re
from typing import Final

_GROUP: Final = re.compile(r"\((?!\?)")
_MANY: Final = {"*": "{0,4}", "+": "{1,4}"}
_REPEATED: Final = re.compile(r"(?<=[)\]])([*+])(?!\+)")


def expression(text: str) -> str:
    """The regular expression of a pattern; nothing is repeated without end, so that no text takes long to search."""
    grouped = _GROUP.sub("(?:", text)
    bounded = _REPEATED.sub(lambda found: _MANY[found[1]], grouped)
    return bounded.replace("（", r"\(").replace("）", r"\)")
