"""Grammar 语法: a paragraph read word by word; every number is given to the figure it is said of, or to none."""

import re
from collections.abc import Callable, Mapping
from typing import Final

from mingzhang.narrative.prose import clause, comparing, figures, naming, turns
from mingzhang.narrative.prose.lexicon import CLAUSE_FILL, Word
from mingzhang.narrative.prose.numeral import FIGURES, Kind
from mingzhang.narrative.prose.reader import Reader
from mingzhang.narrative.prose.silence import wakes
from mingzhang.narrative.prose.token import Token


def read(r: Reader) -> None:
    """Every token once, from left to right."""
    for at, token in enumerate(r.tokens):
        r.at = at
        if r.state.silent is None or wakes(r, token):
            if token.word in _SAYING and _names_another(r, token):
                r.state.stranger = True
            _ON[token.word](r, token)
        r.state.last = token


_CLAUSE: Final = re.compile(CLAUSE_FILL)
_SAYING: Final = (Word.AGAINST, Word.SAME_PERIOD, Word.MORE, Word.LESS, Word.LEVEL, Word.SHARE)
_BEGINNINGS: Final = (
    Word.COMMA, Word.STOP, Word.SEMICOLON, Word.AMONG, Word.PAUSE, Word.OPEN, Word.SUBJECT, Word.ITEM, Word.COMPARED,
)  # fmt: skip


def _names_another(r: Reader, token: Token) -> bool:
    """Whether before this word something is named that is no figure of ours: 人员支出较上年增加."""
    last = r.state.last
    if last is None or last.word not in _BEGINNINGS:
        return False
    return _CLAUSE.fullmatch(r.text, last.end, token.start) is None


def _number(r: Reader, token: Token) -> None:
    numeral = token.numeral
    if numeral is None:
        return
    if numeral.kind in FIGURES:
        figures.bind(r, token, numeral)
    elif numeral.kind is Kind.YEAR:
        comparing.year(r, token, numeral)
    elif numeral.kind is Kind.CODE:
        naming.code(r, token, numeral)


def _nothing(r: Reader, token: Token) -> None:
    return


def _respectively(r: Reader, token: Token) -> None:
    turns.respectively(r)


_ON: Final[Mapping[Word, Callable[[Reader, Token], None]]] = {
    Word.NUMBER: _number,
    Word.SUBJECT: naming.subject,
    Word.ITEM: naming.item,
    Word.STOP: clause.stop,
    Word.SEMICOLON: clause.semicolon,
    Word.COMMA: clause.comma,
    Word.PAUSE: clause.pause,
    Word.OPEN: clause.open_bracket,
    Word.CLOSE: clause.close_bracket,
    Word.AMONG: clause.among,
    Word.REASON: clause.reason,
    Word.PURPOSE: clause.purpose,
    Word.LIST: clause.begin_list,
    Word.MORE: comparing.direction,
    Word.LESS: comparing.direction,
    Word.LEVEL: comparing.level,
    Word.ABOVE: comparing.size,
    Word.BELOW: comparing.size,
    Word.EQUAL: comparing.size,
    Word.SHARE: comparing.share,
    Word.DONE: comparing.done,
    Word.RATE_DONE: comparing.done,
    Word.BUDGET: comparing.budget,
    Word.ADJUSTED: comparing.budget,
    Word.ANY_BUDGET: comparing.budget,
    Word.ACTUAL: comparing.actual,
    Word.PRIOR: comparing.prior,
    Word.SAME_PERIOD: comparing.same_period,
    Word.DIFFERENCE: comparing.difference,
    Word.OTHER_PERIOD: comparing.other_period,
    Word.INCOMPARABLE: comparing.incomparable,
    Word.AGAINST: comparing.against,
    Word.COMPARED: comparing.compared,
    Word.EACH: naming.each,
    Word.RESPECTIVELY: _respectively,
    Word.AND: _nothing,
    Word.AVERAGE: naming.average,
    Word.MEASURE: naming.measure,
}
