"""Three public costs 三公: T7, one line of figures under split or paired headings of budget and final account."""

from collections.abc import Sequence
from typing import Final

from mingzhang.books.value import BadValue, as_number
from mingzhang.disclosure.address import Address
from mingzhang.reading.stated.block import Block
from mingzhang.reading.stated.kind import StatementKind
from mingzhang.reading.stated.spot import Found, Spot, Stray

_ABROAD: Final = "因公出国（境）费"
_HEADING_WORDS: Final = ("预算数", "决算数", "小计", "合计", "购置", "接待费", "出国")
_LONGEST_HEADING: Final = 30
_REMARKS: Final = ("注", "说明", "备注")
_PHASES: Final = ("预算数", "决算数")
_SECOND: Final = "“三公”经费表多出一行"
_ONE_ROW: Final = "只留本单位的一行合计"


def find_three(block: Block, form: StatementKind) -> Found:
    """Where the figures of T7 stand."""
    found = Found()
    head = _head_end(block)
    cells = {
        column: (phase, item)
        for column, headings in enumerate(block.headings(head))
        if (phase := _phase(headings)) and (item := _item(headings))
    }
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


def _note(block: Block, row: int) -> int:
    """The row of the note below the figures, or the end."""
    rows = range(row + 1, len(block.rows))
    return next((r for r in rows if any(block.text(r, c).startswith(_REMARKS) for c in range(3))), len(block.rows))


def _phase(headings: Sequence[str]) -> str:
    return next((phase for text in headings for phase in _PHASES if text.endswith(phase)), "")


def _item(headings: Sequence[str]) -> str:
    """The column a path of headings names, told by what only its headings say."""
    own = [text for text in headings if not text.endswith(_PHASES)]
    text = "|".join(own)
    if "接待" in text:
        return "公务接待费"
    if "出国" in text:
        return _ABROAD
    last = own[-1] if own else ""
    if "购置及运行" in text and (last == "小计" or "购置及运行" in last):
        return "小计"
    if last.endswith("购置费"):
        return "公务用车购置费"
    if "运行" in last:
        return "公务用车运行费"
    return "合计" if last == "合计" else ""


def _head_end(block: Block) -> int:
    """The row below the last heading."""
    ends = [
        row + 1
        for row in range(min(len(block.rows), 12))
        if any(_is_heading(block.text(row, column)) for column in range(block.width))
    ]
    return max(ends, default=0)


def _is_heading(text: str) -> bool:
    return len(text) < _LONGEST_HEADING and any(word in text for word in _HEADING_WORDS)


def _is_figures(block: Block, row: int, columns: Sequence[int]) -> bool:
    """Whether a row can be the line of figures: numbers or blanks, and not the numbers of the columns 1 2 3 …."""
    try:
        numbers = [as_number(block.cell(row, column)) for column in columns]
    except BadValue:
        return False
    counting = [number for number in numbers if number is not None]
    return len(counting) < 2 or counting != sorted(set(counting)) or counting[:2] != [1, 2]
