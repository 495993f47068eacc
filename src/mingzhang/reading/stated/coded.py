"""Coded rows 科目行: T2, T3, T5, T8 and T9, where rows are known by their functional code, in one column or three."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Final

from mingzhang.disclosure.address import TOTAL, Address
from mingzhang.reading.stated.block import Block
from mingzhang.reading.stated.kind import CodeNames, StatementKind, columns_of
from mingzhang.reading.stated.spot import Found, Spot, Stray
from mingzhang.reading.stated.words import heading, key
from mingzhang.terms.classification import FUNCTION_LENGTHS

_TOTALS: Final = frozenset(("合计", "总计"))
_REMARKS: Final = ("注", "说明", "备注")
_ALIASES: Final = {
    "合计": ("合计", "小计", "总计", "本年收入合计", "本年支出合计", "本年支出"),
    "年初结转和结余": ("年初结转和结余", "上年结转和结余", "年初结转结余", "年初财政拨款结转和结余"),
    "年末结转和结余": ("年末结转和结余", "年末结转结余", "年末财政拨款结转和结余"),
    "本年收入": ("本年收入", "本年财政拨款收入"),
    "对附属单位补助支出": ("对附属单位补助支出", "对下级单位补助支出"),
    "附属单位上缴收入": ("附属单位上缴收入", "附属单位缴款", "附属单位缴款收入"),
}
_LONG_FORM: Final = ("年初结转和结余", "本年收入", "年末结转和结余")
_LONG_ORDER: Final = ("年初结转和结余", "本年收入", "小计", "基本支出", "项目支出", "年末结转和结余")
_SUM_COLUMNS: Final = frozenset(("本年收入合计", "本年支出合计", "合计", "小计"))
_SUM_WORDS: Final = frozenset(("合计", "小计", "总计"))
_LONG_ENOUGH: Final = 4
_NO_FIGURES: Final = frozenset(("无", "略", "零", "空"))


def find_coded(block: Block, form: StatementKind, names: CodeNames, *, loose: bool = False) -> Found:
    """Where the figures of a statement by functional code stand; `loose` lets a slip in a heading pass."""
    found = Found()
    head = _head_end(block, names)
    headings = block.headings(head)
    columns = dict(_figure_columns(headings, form))
    if loose:
        columns |= dict(_misspelt(headings, form, columns))
        columns = dict(_in_order(block, head, headings, form, columns)) or columns
    if not columns:
        return found
    found.columns |= {("", own) for own in columns.values()}
    labels = min(columns)
    unknown = {column: headings[column] for column in range(labels, block.width) if column not in columns}
    above = ""
    for row in range(len(block.rows)):
        texts = [block.text(row, column) for column in range(labels)]
        name = _row_name(texts) or (_by_name(texts, names, above) if row >= head else "")
        if loose and not name and row >= head:
            name = _below(texts, above) or _by_name(_words(texts), names, above)
        if any(text.startswith(_REMARKS) for text in texts):
            break
        above = name if name not in ("", TOTAL) else above
        if name:
            found.spots += [Spot(Address(form.id, name, own), row, column) for column, own in columns.items()]
            found.strays += [_unasked(row, column, heads) for column, heads in unknown.items()]
        elif row >= head:
            found.strays += [_nameless(row, column, texts) for column in columns]
    return found


def _head_end(block: Block, names: CodeNames) -> int:
    """The first row of figures: behind the row 栏次, or where a code or 合计 begins a row of labels."""
    for row in range(len(block.rows)):
        texts = [block.text(row, column) for column in range(min(block.width, 6))]
        if any(_is_code(text) or _code_before(text) for text in texts[:4]):
            return row
        if any(key(text) in names for text in texts[:2]) and _has_number(block, row, set(texts[:2])):
            return row
        if any(heading(text) in _TOTALS for text in texts[:4]) and _has_number(block, row):
            return row
    return len(block.rows)


def _has_number(block: Block, row: int, labels: Set[str] = frozenset()) -> bool:
    """Whether a row of 合计 or of a name holds figures, or nothing but labels, and so is no row of headings."""
    texts = [text for column in range(block.width) if (text := block.text(row, column)) and text not in labels]
    others = [text for text in texts if heading(text) not in _TOTALS | _NO_FIGURES | {"类", "款", "项", "栏次"}]
    return all(not any("\u4e00" <= char <= "\u9fff" for char in text) for text in others)


def _figure_columns(headings: Sequence[tuple[str, ...]], form: StatementKind) -> Iterator[tuple[int, str]]:
    """The columns whose headings, from the innermost outwards, name a column of the form; each name once."""
    wanted = _wanted(form)
    seen: set[str] = set()
    for column, heads in enumerate(headings):
        name = _column_name(heads, wanted)
        if name and name not in seen and not _is_label(heads):
            seen.add(name)
            yield column, name


def _misspelt(
    headings: Sequence[tuple[str, ...]], form: StatementKind, known: Mapping[int, str]
) -> Iterator[tuple[int, str]]:
    """The columns whose innermost heading is a slip away from one that is missing."""
    wanted = {text: name for text, name in _wanted(form).items() if name not in known.values()}
    for column, heads in enumerate(headings):
        if column in known or not heads or _is_label(heads) or column < min(known, default=0) - 1:
            continue
        meant = next((text for text in wanted if _is_slip(heads[-1], text)), "")
        if meant:
            name = wanted[meant]
            wanted = {text: other for text, other in wanted.items() if other != name}
            yield column, name


def _is_slip(text: str, meant: str) -> bool:
    """Whether a heading is another one but for one wrong character."""
    if len(text) != len(meant) or len(text) < _LONG_ENOUGH:
        return False
    return sum(one != other for one, other in zip(text, meant, strict=True)) == 1


def _in_order(
    block: Block, head: int, headings: Sequence[tuple[str, ...]], form: StatementKind, known: Mapping[int, str]
) -> Iterator[tuple[int, str]]:
    """All columns in the order of the form, when there are as many and none of the known ones says otherwise.

    A drawing that lacks a line runs two headings together; the figures below are still apart.
    """
    names = list(dict.fromkeys(column.name for column in columns_of(form)))
    names = [name for name in _LONG_ORDER if name in names] if _LONG_FORM[0] in names else names
    columns = range(block.width - len(names), block.width)
    if columns.start < 1 or len(known) == len(names) or _has_labels(block, head, columns):
        return
    if not all(column in known or _hides(headings[column], _wanted(form)) for column in columns):
        return
    ordered = dict(zip(columns, names, strict=True))
    if len(known) * 2 >= len(names) and all(ordered.get(column) == name for column, name in known.items()):
        yield from ordered.items()


def _hides(heads: tuple[str, ...], wanted: Iterable[str]) -> bool:
    """Whether a column has no heading of its own, or one that is run together out of several."""
    return not heads or any(text in heads[-1] for text in wanted)


def _has_labels(block: Block, head: int, columns: range) -> bool:
    """Whether words or codes stand in some columns below the head."""
    return any(_is_words(block.text(row, column)) for row in range(head, len(block.rows)) for column in columns)


def _is_words(text: str) -> bool:
    """Whether a cell is a label: words, or a code."""
    if text in _NO_FIGURES or heading(text) in _TOTALS:
        return False
    return any("\u4e00" <= character <= "\u9fff" for character in text) or _is_code(text)


def _column_name(heads: tuple[str, ...], wanted: Mapping[str, str]) -> str:
    """The column that headings name; 合计 under 年初结转和结余 is that balance, 基本支出 under it is no column."""
    names = [wanted[text] for text in reversed(heads) if text in wanted]
    own = next(iter(names), "")
    balance = next((name for name in names if name in _LONG_FORM), own)
    if balance != own:
        return balance if own in _SUM_COLUMNS and _is_innermost(heads, _SUM_WORDS) else ""
    if own in _SUM_COLUMNS and _is_innermost(heads, _SUM_WORDS):
        return next((name for name in names if name not in _SUM_COLUMNS), own)
    return own


def _is_innermost(heads: tuple[str, ...], words: Set[str]) -> bool:
    return heads[-1] in words


def _is_label(headings: tuple[str, ...]) -> bool:
    return any("编码" in text or "科目名称" in text for text in headings)


def _wanted(form: StatementKind) -> dict[str, str]:
    wanted: dict[str, str] = {}
    if form.id in ("T5", "T9"):
        # Where a region prints the short form, one in the long form still says more.
        wanted |= {heading(alias): name for name in _LONG_FORM for alias in _ALIASES[name]}
    for column in columns_of(form):
        group = "合计" if column.name in _SUM_COLUMNS else column.name
        for name in (*_ALIASES.get(group, ()), column.path[-1], column.name):
            wanted[heading(name)] = column.name
    return wanted


def _is_code(text: str) -> bool:
    return text.isdecimal() and text.isascii() and len(text) in FUNCTION_LENGTHS and text[0] == "2"


def _row_name(texts: list[str]) -> str:
    """The code of a row, put together from its label cells, or `total`; empty when it is neither."""
    code = ""
    for text in texts:
        digits = text.replace(" ", "")
        if digits.isdecimal() and digits.isascii():
            code = digits if digits.startswith(code) and len(digits) > len(code) else code + digits.zfill(2)
    if _is_code(code):
        return code
    if code := next((code for text in texts if (code := _code_before(text))), ""):
        return code
    return TOTAL if any(heading(text) in _TOTALS for text in texts) else ""


def _code_before(text: str) -> str:
    """The code that stands before the name in one cell: 2080108 信息化建设."""
    name = text.lstrip("0123456789")
    digits = text.removesuffix(name) if name else ""
    # A letter right behind the digits, as in 20801O8, is a slip in the code and not the name.
    is_name = bool(name) and not (name[0].isascii() and name[0].isalnum())
    return digits if is_name and _is_code(digits) else ""


def _by_name(texts: list[str], names: CodeNames, above: str) -> str:
    """The code that bears a name printed alone: below the row above (项 before 款), else a class, or the only one."""
    printed = [text for text in texts if text]
    if len(printed) != 1:
        return ""
    known = [code for code in names.get(key(printed[0]), ()) if code != above]
    below = [code for code in known if len(code) > 3 and above.startswith(code[:-2])]
    alone = known[0] if len(known) == 1 else ""
    return max(below, key=len, default="") or next((code for code in known if len(code) == 3), alone)


def _below(texts: list[str], above: str) -> str:
    """The code of a row that prints its own digits only, under those printed further up: 款 and 项 columns alone."""
    filled = [(place, text) for place, text in enumerate(texts) if text.isdecimal() and text.isascii()]
    if not filled or not all(len(text) == 2 for _, text in filled):
        return ""
    first = filled[0][0]
    prefix = above[: 1 + 2 * first]
    code = prefix + "".join(text for _, text in filled)
    return code if 0 < first <= 2 and len(prefix) == 1 + 2 * first and _is_code(code) else ""


def _words(texts: list[str]) -> list[str]:
    """The cells without those that only mean to be a code."""
    return [text for text in texts if any("\u4e00" <= character <= "\u9fff" for character in text)]


def _unasked(row: int, column: int, headings: tuple[str, ...]) -> Stray:
    message = f"不认识的栏次“{'/'.join(headings)[:40]}”"
    is_part = any(text.startswith("其中") for text in headings)
    return Stray(row, column, message, "改成官方格式的栏次名称；多余的栏请删去", certain=not is_part)


def _nameless(row: int, column: int, texts: list[str]) -> Stray:
    words = "".join(texts)[:40]
    return Stray(row, column, f"这一行没有功能分类科目编码{f'（{words}）' if words else ''}", "补上3、5或7位的科目编码")
