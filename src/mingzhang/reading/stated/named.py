"""Named rows 固定行: T1 and T4, where rows are known by name and two lanes stand side by side."""

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Final

from mingzhang.disclosure.address import Address
from mingzhang.reading.stated.block import Block
from mingzhang.reading.stated.kind import LaneKind, StatementKind
from mingzhang.reading.stated.spot import Found, Spot, Stray
from mingzhang.reading.stated.words import heading, is_numbered, key, without_year, year_of
from mingzhang.terms.classification import FundSource
from mingzhang.terms.likeness import one_letter_apart

_SUB: Final = "-"
_CLOSING: Final = "年末"
_GRANT: Final = "财政拨款"
_GRANTS: Final = "财政拨款收入"
_SHORTENED: Final = (_GRANT, f"预算{_GRANT}")
_AMOUNTS: Final = frozenset(map(heading, ("金额", "决算数", "本年决算数", "决算", "本年数")))
_TOTALS: Final = frozenset(("总计", "收入总计", "支出总计", "收支总计"))
_SYNONYMS: Final = {
    "用事业基金弥补收支差额": "使用非财政拨款结余",
    "使用专用结余": "使用非财政拨款结余",
    "上年结转结余": "年初结转结余",
    "结转下年": "年末结转结余",
    "年初财政拨款结转": "年初财政拨款结转结余",
}
_CLOSE: Final = 0.82
_CLOSE_CLASS: Final = 0.6
_LONG_ENOUGH: Final = 4
_REMARKS: Final = ("注", "说明", "备注")


def find_named(block: Block, form: StatementKind, *, loose: bool = False) -> Found:
    """Where the figures of T1 or T4 stand; `loose` lets a slip in a row's name pass."""
    found = Found()
    columns = _name_columns(block, form)
    for index, (lane, start) in enumerate(zip(form.lanes, columns, strict=True)):
        if start is not None:
            after = [column for column in columns[index + 1 :] if column is not None]
            _find_lane(block, form, lane, (start, after[0] if after else block.width), found, loose=loose)
    return found


def _name_columns(block: Block, form: StatementKind) -> list[int | None]:
    """The column of names of each lane: where most of its names stand, further right for each lane."""
    chosen: list[int | None] = []
    for lane in form.lanes:
        names = set(_names(lane)[""])
        taken = max((column for column in chosen if column is not None), default=-1)
        counts = Counter(
            column
            for row in range(len(block.rows))
            for column in range(taken + 1, block.width)
            if _known(key(block.text(row, column)), names)
        )
        chosen.append(counts.most_common(1)[0][0] if counts else None)
    return chosen


def _names(lane: LaneKind) -> dict[str, dict[str, str]]:
    """Row names by key; names such as 年初-一般公共预算财政拨款 under the key they follow, the others under nothing."""
    names: dict[str, dict[str, str]] = {"": {}}
    for item in lane.items:
        if item.name:
            group, _, own = item.name.rpartition(_SUB)
            names.setdefault(group, {})[_bare(own)] = item.name
    if any(item.name.startswith(f"{_CLOSING}财政拨款") for item in lane.items):
        # Some regions divide what is left at the end of the year by fund, as at its beginning.
        names[_CLOSING] = {key(fund.value): f"{_CLOSING}-{fund.value}" for fund in FundSource if fund.is_appropriation}
    return names


def _grants(rows: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """The one row 财政拨款收入 that forms had to 2018, and below it, as 其中, the rows that later forms have."""
    funds = [fund.value for fund in FundSource if fund.is_appropriation]
    parts = {text: f"{fund}收入" for fund in funds for text in (fund, *map(fund.removesuffix, _SHORTENED))}
    return {"": {**rows, _GRANTS: _GRANTS}, _GRANTS: parts}


def _bare(name: str) -> str:
    reduced = key(name)
    return "总计" if reduced in _TOTALS else reduced


def _known(reduced: str, names: set[str]) -> str:
    """The key among `names` that a printed name means; empty when it means none."""
    reduced = "总计" if reduced in _TOTALS else _SYNONYMS.get(reduced, reduced)
    candidates = (reduced, f"{reduced}收入", reduced.removesuffix("收入"))
    return next((name for name in candidates if name and name in names), "")


def _find_lane(
    block: Block, form: StatementKind, lane: LaneKind, span: tuple[int, int], found: Found, *, loose: bool
) -> None:
    names = _names(lane)
    if loose and f"{FundSource.GENERAL.value}收入" in names[""]:
        names |= _grants(names[""])
    start, end = span
    first = next(row for row in range(len(block.rows)) if _known(key(block.text(row, start)), set(names[""])))
    columns = dict(_figure_columns(block, lane, first, (start + 1, end)))
    found.columns |= {("", name) for name in columns.values()}
    group = ""
    slips = _slips([block.text(row, start) for row in range(first, len(block.rows))], names[""]) if loose else {}
    for row in range(first, len(block.rows)):
        printed = block.text(row, start)
        if printed.startswith(_REMARKS):
            return
        own = _known(key(printed), set(names.get(group, {}))) if group else ""
        # 其中 under a main row is a part of it, not the row of that name.
        main = "" if printed.startswith("其中") else _known(key(printed), set(names[""]))
        main = main or ("" if own else slips.get(key(printed), ""))
        name = names[group][own] if own else names[""].get(main, "")
        if main and not own:
            group = next((g for g in names if g and names[""][main].startswith(g)), "")
        for column, address_column in columns.items():
            if name:
                found.spots.append(Spot(Address(form.id, name, address_column), row, column))
            else:
                found.strays.append(_stray(row, column, printed, names[""]))


def _slips(printed: Sequence[str], names: Mapping[str, str]) -> dict[str, str]:
    """The names that printed ones mean with a slip, or under another year's wording: each name once."""
    free = set(names) - {_known(key(text), set(names)) for text in printed}
    slips: dict[str, str] = {}
    for text in printed:
        reduced = key(text)
        if len(reduced) < _LONG_ENOUGH or text.startswith("其中") or _known(reduced, set(names)):
            continue
        # A numbered row is one of the classes; which, may be told by less.
        cutoff = _CLOSE_CLASS if is_numbered(text) else _CLOSE
        close = difflib.get_close_matches(reduced, free, n=1, cutoff=cutoff) or _misread(reduced, free)
        if close:
            free.discard(close[0])
            slips[reduced] = close[0]
    return slips


def _misread(reduced: str, names: Set[str]) -> list[str]:
    """The one name that differs from a printed one by a letter; none when several do."""
    found = [name for name in names if one_letter_apart(reduced, name)]
    return found if len(found) == 1 else []


def _figure_columns(block: Block, lane: LaneKind, first: int, span: tuple[int, int]) -> Iterator[tuple[int, str]]:
    """The columns between the lane's names and the next lane that its headings say hold its figures."""
    wanted = {heading(name): column.name for column in lane.columns for name in (column.name, column.path[-1])}
    # 一般公共预算 for 一般公共预算财政拨款.
    wanted |= {text.removesuffix(_GRANT): name for text, name in wanted.items() if text.endswith(_GRANT)}
    if len(lane.columns) == 1:
        wanted |= dict.fromkeys(_AMOUNTS, lane.columns[0].name)
    seen: set[str] = set()
    headings = block.headings(first)
    for column in sorted(range(*span), key=lambda column: -year_of(headings[column])):
        name = next((wanted[bare] for text in reversed(headings[column]) if (bare := without_year(text)) in wanted), "")
        if name and name not in seen:
            seen.add(name)
            yield column, name


def _stray(row: int, column: int, printed: str, names: Mapping[str, str]) -> Stray:
    if not printed:
        return Stray(row, column, "有数而没有项目名称", "补上项目名称，或删去这个数")
    if printed.startswith("其中"):
        return Stray(row, column, "“其中”项没有读取", "不必改", certain=False)
    close = difflib.get_close_matches(key(printed), names, n=1, cutoff=0.5)
    advice = f"；最接近的是“{names[close[0]]}”" if close else ""
    return Stray(row, column, f"不认识的项目“{printed[:40]}”", f"改成该年度报表的项目名称{advice}")
