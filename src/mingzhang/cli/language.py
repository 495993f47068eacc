"""Which language the program speaks: Chinese, unless `--lang en` or MINGZHANG_LANG=en asks for English."""

import os
import sys
from collections.abc import Mapping, Sequence

ENGLISH, CHINESE = "en", "zh"


def chosen(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """The language that the arguments ask for, else the environment; known before any help text is built."""
    for option, value in zip(arguments, [*arguments[1:], ""], strict=False):
        if option == "--lang":
            return value
        if option.startswith("--lang="):
            return option.removeprefix("--lang=")
    return environment.get("MINGZHANG_LANG", CHINESE)


_LANGUAGE = chosen(sys.argv[1:], os.environ)


def say(chinese: str, english: str) -> str:
    """The text in the language of this run."""
    return english if _LANGUAGE == ENGLISH else chinese
