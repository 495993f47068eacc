"""Entry 填报值: one value of a row, read, or noted among the row's problems."""

from mingzhang.books.problem import Problem
from mingzhang.books.raw import Raw
from mingzhang.books.value import BadValue, as_fen, as_text
from mingzhang.terms.money import Fen


def fen_of(value: Raw, field: str, problems: list[Problem]) -> Fen:
    """The fen a cell states; 0 and a problem when it states none."""
    try:
        return as_fen(value)
    except BadValue as bad:
        problems.append(Problem(field, value, bad.message, bad.mend))
        return 0


def text_of(value: Raw, field: str, problems: list[Problem]) -> str:
    """The text of a cell; nothing and a problem when it holds what cannot be one."""
    if type(value) is str:
        return value.strip()
    try:
        return as_text(value)
    except BadValue as bad:
        problems.append(Problem(field, value, bad.message, bad.mend))
        return ""
