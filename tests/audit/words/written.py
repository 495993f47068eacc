"""A disclosure written by hand for a test: Markdown-like lines become parts, sections, statements and paragraphs."""

from collections.abc import Iterator

from mingzhang.disclosure import topic
from mingzhang.disclosure.address import Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.section import Block, Paragraph, Part, Section, StatementPlace, TablePlace, Words
from mingzhang.disclosure.statement import Cell, Figure, Label, Statement
from mingzhang.disclosure.table import Table, TableCell
from mingzhang.disclosure.trace import Stated
from mingzhang.terms.entity import Entity, EntityKind
from mingzhang.terms.money import parse_yuan
from mingzhang.terms.unit import WAN

PARTS = {
    "目录": "contents", "概况": "overview", "决算表": "statements", "决算报表": "statements", "说明": "narrative",
    "重点工作": "work", "名词解释": "glossary", "附件": "annex",
}  # fmt: skip
TOPICS = {
    "职能": topic.DUTIES, "单位构成": topic.STRUCTURE, "人员构成": topic.STAFF,
    "财政拨款收入支出决算总体": topic.GRANTS,
    "财政拨款基本支出": topic.BASIC, "三公": topic.THREE, "政府性基金": topic.FUND, "国有资本": topic.STATE_CAPITAL,
    "机关运行": topic.RUNNING_COST, "采购": topic.PROCUREMENT, "国有资产": topic.ASSETS, "绩效": topic.PERFORMANCE,
    "一般公共预算财政拨款支出": topic.GENERAL, "收入支出决算总体": topic.OVERALL, "收入决算": topic.INCOME,
    "支出决算": topic.SPENDING, "名词": topic.GLOSSARY, "重点工作": topic.WORK,
}  # fmt: skip
TITLES = (
    ("国有资本经营", "T9"), ("政府性基金", "T8"), ("三公", "T7"), ("基本支出", "T6"),
    ("一般公共预算财政拨款支出", "T5"),
    ("财政拨款收入支出", "T4"), ("收入支出决算总表", "T1"), ("收入决算表", "T2"), ("支出决算表", "T3"),
)  # fmt: skip
COLUMNS = {
    "T1": ("金额",), "T2": ("本年收入合计", "财政拨款收入"), "T3": ("本年支出合计", "基本支出", "项目支出"),
    "T4": ("合计", "一般公共预算财政拨款"), "T5": ("小计", "基本支出", "项目支出"), "T6": ("决算数",),
    "T7": ("合计", "因公出国（境）费", "小计", "公务用车购置费", "公务用车运行费", "公务接待费"),
    "T8": ("年初结转和结余", "本年收入", "小计", "基本支出", "项目支出", "年末结转和结余"),
    "T9": ("合计", "基本支出", "项目支出"),
}  # fmt: skip
FILE = "例.md"


def written(text: str, year: int = 2021, name: str = "") -> Disclosure:
    """The document of a text: `# ` begins a part, `## ` a section or a statement, tabs make tables."""
    return _Writer(text, year).document(name)


class _Writer:
    def __init__(self, text: str, year: int) -> None:
        self.lines = [(n, line) for n, line in enumerate(text.strip().split("\n"), 1) if line.strip()]
        self.year = year
        self.facts: dict[Address, Fact] = {}
        self.statements: list[Statement] = []

    def document(self, name: str) -> Disclosure:
        front, *parts = list(_split(self.lines, "# "))
        texts = [line for _, line in front]
        title, dated = [*texts, "", ""][:2]
        made = tuple(self._part(part) for part in parts)
        entity = Entity("", name, EntityKind.ADMINISTRATIVE)
        return Disclosure(entity, self.year, "", title, dated, made, tuple(self.statements), self.facts)

    def _part(self, lines: list[tuple[int, str]]) -> Part:
        number, head = lines[0]
        heading = head.removeprefix("# ")
        kind = next((kind for words, kind in PARTS.items() if words in heading), "annex")
        first, *sections = list(_split(lines[1:], "## "))
        made = [Section("", self._blocks(first), topic=topic.GLOSSARY if kind == "glossary" else "")] if first else []
        made += [self._statement(s) if kind == "statements" else self._section(s) for s in sections]
        return Part(kind, heading, tuple(made), _at(number))

    def _section(self, lines: list[tuple[int, str]]) -> Section:
        number, head = lines[0]
        heading = head.removeprefix("## ")
        first, *inner = list(_split(lines[1:], "### "))
        subject = next((t for words, t in TOPICS.items() if words in heading), "")
        inside = tuple(Section(s[0][1][4:], self._blocks(s[1:]), position=_at(s[0][0])) for s in inner)
        return Section(heading, self._blocks(first), inside, subject, _at(number))

    def _blocks(self, lines: list[tuple[int, str]]) -> tuple[Block, ...]:
        return tuple(
            TablePlace(_table(n, line)) if "\t" in line else Paragraph((Words(line),), ((0, _at(n)),))
            for n, line in lines
        )

    def _statement(self, lines: list[tuple[int, str]]) -> Section:
        number, head = lines[0]
        caption = head.removeprefix("## ")
        kind = next(kind for words, kind in TITLES if words in caption)
        notes = "\n".join(line for _, line in lines if line.startswith(("注", "说明")))
        heads = tuple((line, "") for _, line in lines if line.startswith(("部门", "编制单位", "金额单位", "单位")))
        body = tuple(self._row(kind, n, line.split("\t")) for n, line in lines if "\t" in line)
        self.statements.append(
            Statement(
                kind, int(kind[1]), caption, WAN, (), body, (), note=notes, caption=caption, lines=heads,
                position=_at(number),
            )
        )  # fmt: skip
        return Section("", (StatementPlace(kind),), position=_at(number))

    def _row(self, kind: str, line: int, cells: list[str]) -> tuple[Cell, ...]:
        row = "total" if "合计" in cells and kind in {"T2", "T3", "T5", "T8", "T9"} else cells[0]
        words = cells[:1] if kind in {"T1", "T7"} else cells[:2]
        made: list[Cell] = [Label(word) for word in words]
        for column, printed in zip(COLUMNS[kind], cells[len(words) :], strict=False):
            address = Address(kind, row, column)
            value = parse_yuan(printed or "0") * WAN.scale // 100
            self.facts[address] = Fact(address, value, WAN, Stated(_at(line)), 5000, printed)
            made.append(Figure(address))
        return tuple(made)


def _split(lines: list[tuple[int, str]], mark: str) -> Iterator[list[tuple[int, str]]]:
    """What stands before the first heading of this rank, then each heading with what follows it."""
    found: list[tuple[int, str]] = []
    for number, line in lines:
        if line.startswith(mark):
            yield found
            found = []
        found.append((number, line))
    yield found


def _table(number: int, line: str) -> Table:
    return Table((tuple(TableCell(text, _at(number)) for text in line.split("\t")),), _at(number))


def _at(number: int) -> Position:
    return Position(FILE, line=number)
