"""Three public costs 三公: T7, by items in its columns (budget and final account split or paired) or in its rows."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from mingzhang.books.value import BadValue, as_number
from mingzhang.disclosure.address import Address
from mingzhang.reading.stated.block import Block
from mingzhang.reading.stated.kind import StatementKind
from mingzhang.reading.stated.spot import Found, Spot, Stray
from mingzhang.reading.stated.words import heading, year_of

_ABROAD: Final = "因公出国（境）费"
_HEADING_WORDS: Final = ("预算数", "决算数", "小计", "合计", "购置", "接待费", "出国")
_LONGEST_HEADING: Final = 30
_REMARKS: Final = ("注", "说明", "备注")
_BUDGET, _ACTUAL = "预算数", "决算数"
_PHASES: Final = (_BUDGET, _ACTUAL)
_OTHER_YEARS: Final = ("上年", "去年", "上一年", "增减", "比")
_SECOND: Final = "“三公”经费表多出一行"
_ONE_ROW: Final = "只留本单位的一行合计"
_NOTHING: Final = frozenset(("无", "零", "略"))
_ORDER: Final = ("合计", _ABROAD, "小计", "公务用车购置费", "公务用车运行费", "公务接待费")
_SPLIT: Final = tuple((phase, item) for phase in _PHASES for item in _ORDER)
_PAIRED: Final = tuple((phase, item) for item in _ORDER for phase in _PHASES)
_ENDS: Final = ("相关统计数", "统计数", "机关运行", "机构运行", "会议费", "培训费")
_FEWEST_ITEMS: Final = 3
_APART: Final = ("接待", "出国", "公务用车")


def find_three(block: Block, form: StatementKind) -> Found:
    """Where the figures of T7 stand."""
    head = _head_end(block)
    headings = block.headings(head)
    latest = sorted(range(len(headings)), key=lambda column: -year_of(headings[column]))
    items = {column: item for column in latest if (item := _item(headings[column]))}
    phases = {column: phase for column, texts in enumerate(headings) if (phase := _phase(texts))}
    if len(set(items.values())) < _FEWEST_ITEMS:
        return _by_rows(block, form)
    if phases:
        cells = {c: (phases[c], item) for c, item in items.items() if c in phases}
        return _one_row(block, form, head, _completed(cells, block.width))
    rows = {row: phase for row in range(head, len(block.rows)) if (phase := _row_phase(block, row))}
    if rows:
        return _rows_of_phases(form, rows, items)
    return _one_row(block, form, head, {column: (_ACTUAL, item) for column, item in items.items()})


def _completed(cells: Mapping[int, tuple[str, str]], width: int) -> Mapping[int, tuple[str, str]]:
    """The columns with those whose headings ran together: where all others stand in one of the usual orders."""
    for order in (_SPLIT, _PAIRED):
        if width == len(order) and len(cells) * 3 >= 2 * width and all(order[c] == cell for c, cell in cells.items()):
            return dict(enumerate(order))
    return cells


def _one_row(block: Block, form: StatementKind, head: int, cells: Mapping[int, tuple[str, str]]) -> Found:
    """Items and phases in the head, and one line of figures."""
    found = Found()
    row = next((row for row in range(head, len(block.rows)) if _is_figures(block, row, list(cells))), None)
    found.columns |= set(cells.values())
    if row is None:
        return found
    found.strays += [
        Stray(other, column, _SECOND, _ONE_ROW) for other in range(row + 1, _note(block, row)) for column in cells
    ]
    seen: set[tuple[str, str]] = set()
    for column, (phase, item) in cells.items():
        if (phase, item) not in seen:
            seen.add((phase, item))
            found.spots.append(Spot(Address(form.id, phase, item), row, column))
    return found


def _rows_of_phases(form: StatementKind, rows: Mapping[int, str], items: Mapping[int, str]) -> Found:
    """Items in the head, a line for the budget and a line for the final account."""
    found = Found()
    for row, phase in rows.items():
        for column, item in items.items():
            address = Address(form.id, phase, item)
            if address not in {spot.address for spot in found.spots}:
                found.spots.append(Spot(address, row, column))
    found.columns |= {(spot.address.row, spot.address.column) for spot in found.spots}
    return found


def _by_rows(block: Block, form: StatementKind) -> Found:
    """An item on each line, budget and final account in columns."""
    found = Found()
    rows = dict(_item_rows(block))
    if len(rows) < _FEWEST_ITEMS:
        return found
    headings = block.headings(min(rows))
    phases = {phase: column for column, texts in enumerate(headings) if (phase := _phase(texts))}
    if not phases:
        amounts = [column for column, texts in enumerate(headings) if _is_amount(texts)]
        phases = dict.fromkeys((_ACTUAL,), amounts[-1]) if amounts else {}
    for row, item in rows.items():
        found.spots += [Spot(Address(form.id, phase, item), row, column) for phase, column in phases.items()]
    found.columns |= {(spot.address.row, spot.address.column) for spot in found.spots}
    return found


def _item_rows(block: Block) -> Iterator[tuple[int, str]]:
    """The rows that name an item, each item once, up to what is counted below them."""
    seen: set[str] = set()
    for row in range(len(block.rows)):
        label = next((text for column in range(min(3, block.width)) if (text := _label(block.text(row, column)))), "")
        if seen and any(end in label for end in _ENDS):
            return
        item = _row_item(label)
        if item and item not in seen:
            seen.add(item)
            yield row, item


def _label(text: str) -> str:
    return heading(text).lstrip("0123456789一二三四五六七八九十其中").removeprefix("项目")


def _row_item(label: str) -> str:
    if label.endswith(("合计", "总计")) or label in ("三公经费", "三公经费支出"):
        return "合计" if label in ("合计", "总计", "支出合计") or "三公" in label else ""
    if "出国" in label and label.endswith(("费", "费用", "支出")):
        return _ABROAD
    if "公务用车" in label and "购置" in label and "运行" in label:
        return "小计"
    if "公务用车" in label and label.endswith(("购置费", "购置支出")):
        return "公务用车购置费"
    if "公务用车" in label and "运行" in label:
        return "公务用车运行费"
    return "公务接待费" if label in ("公务接待费", "公务接待费支出", "公务接待", "业务接待费") else ""


def _is_amount(texts: Sequence[str]) -> bool:
    return bool(texts) and texts[-1].endswith(("金额", "支出", "支出数", "统计数", "本年数", "决算"))


def _note(block: Block, row: int) -> int:
    """The row of the note below the figures, or the end."""
    rows = range(row + 1, len(block.rows))
    return next((r for r in rows if any(block.text(r, c).startswith(_REMARKS) for c in range(3))), len(block.rows))


def _phase(headings: Sequence[str]) -> str:
    """预算数 or 决算数 as a path of headings says; nothing for last year's."""
    if any(word in text for text in headings for word in _OTHER_YEARS):
        return ""
    return next((phase for text in headings if (phase := _phase_of(text))), "")


def _phase_of(text: str) -> str:
    if text.endswith((_ACTUAL, "决算", "决算统计数", "实际支出数", "支出决算")):
        return _ACTUAL
    return _BUDGET if text.endswith((_BUDGET, "预算")) else ""


def _row_phase(block: Block, row: int) -> str:
    labels = [heading(block.text(row, column)) for column in range(min(2, block.width))]
    return next((phase for text in labels if len(text) < 12 and (phase := _phase([text]))), "")


def _item(headings: Sequence[str]) -> str:
    """The item a path of headings names, told by what only its headings say."""
    own = [text for text in headings if not _phase_of(text)]
    text = "|".join(own)
    if "会议" in text or "培训" in text or "运行经费" in text:
        return ""
    if sum(word in text for word in _APART) > 1:
        # Headings that a missing line runs together.
        return ""
    if "接待" in text:
        return "公务接待费"
    if "出国" in text:
        return _ABROAD
    last = own[-1] if own else ""
    if "购置" in text and "运行" in text and (last == "小计" or ("购置" in last and "运行" in last)):
        return "小计"
    if last.endswith(("购置费", "车购置")):
        return "公务用车购置费"
    if "运行" in last:
        return "公务用车运行费"
    return "合计" if last in ("合计", "三公经费合计", "总计") else ""


def _head_end(block: Block) -> int:
    """The row below the last heading."""
    ends = [row + 1 for row in range(min(len(block.rows), 12)) if _is_head(block, row)]
    return max(ends, default=0)


def _is_head(block: Block, row: int) -> bool:
    """Whether a row has a heading, and no figures: 决算数 may be the label of a line of them."""
    texts = [text for column in range(block.width) if (text := block.text(row, column))]
    if not any(_is_heading(text) for text in texts):
        return False
    return not (_row_phase(block, row) and sum(_is_number(text) for text in texts) >= _FEWEST_ITEMS)


def _is_heading(text: str) -> bool:
    return len(text) < _LONGEST_HEADING and any(word in text for word in _HEADING_WORDS)


def _is_number(text: str) -> bool:
    try:
        return as_number(text) is not None
    except BadValue:
        return False


def _is_figures(block: Block, row: int, columns: Sequence[int]) -> bool:
    """Whether a row can be the line of figures: numbers or blanks, and not the numbers of the columns 1 2 3 …."""
    try:
        cells = [block.cell(row, column) for column in columns]
        numbers = [None if str(cell).strip() in _NOTHING else as_number(cell) for cell in cells]
    except BadValue:
        return False
    counting = [number for number in numbers if number is not None]
    return len(counting) < 2 or counting != sorted(set(counting)) or counting[:2] != [1, 2]
