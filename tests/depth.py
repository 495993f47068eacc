"""How long properties search: a little in the fast suite, longer in the slow one (MINGZHANG_TEST_DEPTH)."""

import os

DEPTH = int(os.environ.get("MINGZHANG_TEST_DEPTH", "1"))


def examples(few: int) -> int:
    """So many examples in the fast suite, more when asked to search deeper."""
    return few * DEPTH
