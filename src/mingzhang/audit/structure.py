"""Structure: checks of the rows themselves: which codes stand in a statement and what they are called."""

from collections.abc import Iterator

from mingzhang.audit.context import Context
from mingzhang.audit.finding import Outcome
from mingzhang.audit.grid import Grid, Table
from mingzhang.audit.result import Result, plain
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.path import bare_name, plain_name
from mingzhang.disclosure.address import ACTUAL, TOTAL, Address
from mingzhang.disclosure.trace import Stated
from mingzhang.terms.classification import FUNCTION_LENGTHS, ancestors


def codes_nested(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """In each statement: codes of 3, 5 or 7 digits, every 项 with its 款 and 类, every 类 and 款 with an 项."""
    for statement in rule.arguments:
        table = grid.tables.get((statement, ACTUAL))
        if table is None:
            yield _absent(rule, statement, context)
            continue
        codes = _codes(table)
        faults = [*_odd(table), *_orphans(codes), *_childless(codes)]
        for row, note in faults:
            text = f"{context.title(statement)}“{context.row(statement, row)}”：{note}"
            yield Result(rule, Outcome.VIOLATED, rule.severity, text, Address(statement, row, ""), printed=row)
        if not faults:
            yield plain(rule, Outcome.PASSED)


def codes_within(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Every code with a figure in the first statement of the arguments stands in the last one too."""
    *parts, whole = rule.arguments
    target = grid.tables.get((whole, ACTUAL))
    if target is None:
        yield _absent(rule, whole, context)
        return
    for statement in parts:
        table = grid.tables.get((statement, ACTUAL))
        if table is None:
            yield _absent(rule, statement, context)
            continue
        strangers = [c for c in _codes(table) if c not in target.rows and any(f.value for f in table.rows[c].values())]
        for code in strangers:
            note = f"{context.title(statement)}有“{context.row(statement, code)}”，{context.title(whole)}没有这一行"
            yield Result(rule, Outcome.VIOLATED, rule.severity, note, Address(statement, code, ""), printed=code)
        if not strangers:
            yield plain(rule, Outcome.PASSED)


def same_names(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Each relation `A[*] ≡ B[*]`: rows that both statements have bear the same name; the odd ones out are wrong."""
    accused: set[tuple[str, str]] = set()
    for relation in rule.relations:
        pair = tuple(part.cell.statement for part in relation.parts)
        for row in _shared(grid, *pair):
            names = {s: _squeezed(context.names.get((s, row), "")) for s in pair}
            right = _right_name(row, context)
            official = right == _squeezed(context.functions.name(row, context.year))
            wrong = [s for s in pair if not _are_same(names[s], right, is_official=official)]
            if not all(names.values()):
                continue
            if not wrong:
                yield plain(rule, Outcome.PASSED)
            for statement in wrong:
                if (statement, row) not in accused:
                    accused.add((statement, row))
                    yield _misnamed(rule, grid, context, Address(statement, row, ""), right)


def _are_same(printed: str, right: str, *, is_official: bool) -> bool:
    """Whether a name differs in marks only, or was cut off where a page ended; 支出 is no mark.

    A name that is longer than the right one is another, unless the right one may itself be cut off.
    """
    one, other = bare_name(printed), bare_name(right)
    if plain_name(printed) == plain_name(right):
        return one == other
    return other.startswith(one) or (one.startswith(other) and not is_official)


def _right_name(row: str, context: Context) -> str:
    """The official name if any statement prints it, else what most of them print; the last of two at a tie."""
    printed = [_squeezed(name) for (_, code), name in sorted(context.names.items()) if code == row and name]
    official = _squeezed(context.functions.name(row, context.year))
    return official if official in printed else max(reversed(printed), key=printed.count, default="")


def _misnamed(rule: Rule, grid: Grid, context: Context, place: Address, right: str) -> Result:
    printed = _squeezed(context.names[place.statement, place.row])
    others = (s for (s, code), name in context.names.items() if code == place.row and _squeezed(name) == right)
    other = context.title(next(others, ""))
    note = f"同一科目{place.row}，{context.title(place.statement)}称“{printed}”，{other}称“{right}”"
    facts = grid.tables[place.statement, ACTUAL].rows.get(place.row, {}).values()
    at = next((fact.trace.position for fact in facts if isinstance(fact.trace, Stated)), None)
    quote = f"{place.row} {printed}"
    return Result(
        rule, Outcome.VIOLATED, rule.severity, note, place, printed=printed, expected=right, quote=quote, position=at
    )


def _absent(rule: Rule, statement: str, context: Context) -> Result:
    outcome = Outcome.UNDETERMINED if statement in context.expected else Outcome.NOT_APPLICABLE
    return plain(rule, outcome, f"没有找到{context.title(statement)}")


def _codes(table: Table) -> list[str]:
    return [row for row in table.rows if row.isdigit() and len(row) in FUNCTION_LENGTHS]


def _odd(table: Table) -> list[tuple[str, str]]:
    return [
        (row, "功能分类编码应为3位、5位或7位数字")
        for row in table.rows
        if row != TOTAL and not (row.isdigit() and len(row) in FUNCTION_LENGTHS)
    ]


def _orphans(codes: list[str]) -> list[tuple[str, str]]:
    """The first row below each missing 类 or 款. A statement that prints no row of a level leaves it out by design."""
    known, printed = set(codes), {len(code) for code in codes}
    lacking: dict[str, str] = {}
    for code in codes:
        for up in ancestors(code):
            if up not in known and len(up) in printed:
                lacking.setdefault(up, code)
    return [(code, f"缺上级科目{up}这一行") for up, code in lacking.items()]


def _childless(codes: list[str]) -> list[tuple[str, str]]:
    """财预〔2016〕143号: spending is published down to 项."""
    parents = {up for code in codes if len(code) == FUNCTION_LENGTHS[-1] for up in ancestors(code)}
    return [(c, "没有公开到项级科目") for c in codes if len(c) < FUNCTION_LENGTHS[-1] and c not in parents]


def _shared(grid: Grid, one: str, other: str) -> list[str]:
    first, second = grid.tables.get((one, ACTUAL)), grid.tables.get((other, ACTUAL))
    return [row for row in _codes(first) if row in second.rows] if first and second else []


def _squeezed(name: str) -> str:
    return "".join(name.split())
