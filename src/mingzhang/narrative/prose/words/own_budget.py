"""The words of the two budgets with a statement of their own: 政府性基金 and 国有资本经营."""

from typing import Final

from mingzhang.narrative.prose.subject import Column, Unknown, Vocabulary, money
from mingzhang.narrative.prose.words.forms import BOTH, CLOSING, OPENING, YEARLY, lines


def _own_budget(stem: str, statement: str, spent: str) -> Vocabulary:
    name = f"{YEARLY}{stem}(预算)?(财政)?(拨款|补助)?"
    total = f"{statement}[total]."
    return Vocabulary(
        lines(
            (f"({name})?{OPENING}|上年结转(和结余)?", money(f"{total}年初结转和结余")),
            (f"({name})?({CLOSING})", money(f"{total}年末结转和结余")),
            (f"{name}{BOTH}", Unknown()),
            (f"{name}(当年|本年)?收入(合计|总计)?", money(f"{total}本年收入")),
            ("(本年|当年)?收入(合计)?(?=\\d|为|总|合|决)", money(f"{total}本年收入")),
            (f"{name}(当年|本年)?支出(收入)?(合计|总计)?", money(f"{total}{spent}")),
            ("(本年|当年)支出(合计)?|支出(收入)?(?=\\d|为)|(?<=;)支出(?=年初|全年)", money(f"{total}{spent}")),
            ("基本支出", Column("基本支出")),
            ("项目支出", Column("项目支出")),
        ),
        money(f"{total}{spent}"),
        frozenset({spent, "基本支出", "项目支出"}),
    )


FUND: Final = _own_budget("政府性基金", "T8", "小计")
STATE_CAPITAL: Final = {column: _own_budget("国有资本经营", "T9", column) for column in ("小计", "合计")}
