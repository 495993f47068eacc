"""A tree of figures drawn with lines that every console knows."""

import json
from collections.abc import Iterator

from mingzhang.cli.language import say
from mingzhang.terms.money import Fen, to_yuan
from mingzhang.terms.unit import Unit
from mingzhang.workflows.explain import LinePart, Node, Part, RecordPart

_BRANCH, _LAST, _DOWN, _BLANK = "├─ ", "└─ ", "│  ", "   "


def drawn(node: Node, name: str = "") -> Iterator[str]:
    """The lines of a tree: each figure with its exact value, then what it is made of."""
    doubt = "" if node.agrees else say("　※ 与下列之和不符", "  ※ the parts add up to something else")
    yield f"{name or node.fact.address}　{_value(node)}{doubt}"
    entries = (
        [list(_part(part)) for part in node.parts] + [[_line(line, node)] for line in node.lines] + list(_rest(node))
    )
    for number, entry in enumerate(entries, 1):
        last = number == len(entries)
        yield (_LAST if last else _BRANCH) + entry[0]
        yield from ((_BLANK if last else _DOWN) + line for line in entry[1:])


def _part(node: Node) -> Iterator[str]:
    sign = "－" if node.sign < 0 else ""
    yield from drawn(node, f"{sign}{node.fact.address}")


def _value(node: Node) -> str:
    unit = node.fact.unit
    return (
        f"{node.fact.shown}{unit.name}（{_yuan(node.fact.value)}）"
        if unit.is_money
        else f"{node.fact.shown}{unit.name}"
    )


def _yuan(fen: Fen) -> str:
    return f"{to_yuan(fen):,f}元"


def _line(part: Part, node: Node) -> str:
    return _posting(part) if isinstance(part, LinePart) else _record(part, node.fact.unit)


def _record(part: RecordPart, unit: Unit) -> str:
    values = "　".join(str(value) for value in part.record.values.values() if value != "")
    place = f"{part.register.file} 第{part.record.line}行"
    return f"{values}　{_amount(part.amount, unit)}　〔{place}〕"


def _amount(value: int, unit: Unit) -> str:
    return _yuan(value) if unit.is_money else f"{value:,}"


def _posting(part: LinePart) -> str:
    posting = part.posting
    when = posting.date.isoformat() if posting.date and not posting.opening else say("年初余额", "opening")
    words = (
        when,
        posting.voucher,
        posting.summary.replace("\n", " "),
        posting.account,
        posting.economic,
        posting.project,
    )
    return f"{'　'.join(word for word in words if word)}　{_yuan(part.amount)}　〔{posting.file} {posting.place}〕"


def _rest(node: Node) -> Iterator[list[str]]:
    hidden = node.count - len(node.lines)
    if hidden > 0:
        yield [say(f"……另有 {hidden} 行，用 --all 全部列出", f"… {hidden} more lines, list them with --all")]
    if node.count:
        total = _amount(node.lines_sum, node.fact.unit)
        yield [say(f"共 {node.count} 行，相加 {total}", f"{node.count} lines, sum {total}")]
    if node.source:
        yield [node.source]


def as_json(node: Node) -> str:
    """The same tree for programs; amounts in yuan as strings."""
    return json.dumps(_data(node), ensure_ascii=False, indent=1)


def _data(node: Node) -> dict[str, object]:
    fact = node.fact
    value = f"{to_yuan(fact.value):f}" if fact.unit.is_money else str(fact.value)
    return {
        "address": str(fact.address),
        "sign": node.sign,
        "value": value,
        "unit": "元" if fact.unit.is_money else fact.unit.name,
        "agrees": node.agrees,
        "source": node.source,
        "parts": [_data(part) for part in node.parts],
        "count": node.count,
        "lines": [_line_data(line, node) for line in node.lines],
    }


def _line_data(part: Part, node: Node) -> dict[str, object]:
    return _posting_data(part) if isinstance(part, LinePart) else _record_data(part, node.fact.unit)


def _record_data(part: RecordPart, unit: Unit) -> dict[str, object]:
    return {
        "register": part.register.id,
        "values": dict(part.record.values),
        "amount": f"{to_yuan(part.amount):f}" if unit.is_money else str(part.amount),
        "file": part.register.file,
        "line": part.record.line,
    }


def _posting_data(part: LinePart) -> dict[str, object]:
    posting = part.posting
    return {
        "date": posting.date.isoformat() if posting.date else "",
        "voucher": posting.voucher,
        "summary": posting.summary,
        "account": posting.account,
        "function": posting.function,
        "economic": posting.economic,
        "project": posting.project,
        "amount": f"{to_yuan(part.amount):f}",
        "file": posting.file,
        "place": posting.place,
    }
