"""Claims: nobody says that all targets were reached while one printed in the document was not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.grid import Grid
from mingzhang.audit.performance import marks
from mingzhang.audit.performance.gather import Passage, evaluations, passages
from mingzhang.audit.performance.quantity import Quantity, quantities
from mingzhang.audit.performance.reached import Standing, compared
from mingzhang.audit.performance.told import told
from mingzhang.audit.performance.verdict import broken, passed, silent, title
from mingzhang.audit.result import Result
from mingzhang.audit.rule import Rule
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.evaluation import Indicator
from mingzhang.disclosure.position import Position
from mingzhang.terms.printed import plain

_ALL: Final = re.compile(
    r"(?:达到|达成|完成|实现)了?[^，。；;]{0,12}(?:各项|全部|所有)[^，。；;]{0,8}(?:目标|指标|任务)|"
    r"(?:目标|指标|任务)(?:任务)?(?:值)?[^，。；;]{0,6}?(?:全部|全面|均|圆满|100%|都)(?:已|已经|按期|按时|得到|顺利|圆满)*(?:完成|达成|实现|达到|达标)|"
    r"(?:全面|圆满|全部)(?:地)?(?:完成|实现|达成|达到)了?[^，。；;]{0,30}(?:目标|指标|任务|计划|工作)"
)
_STRONG: Final = re.compile(r"绩效|年初|设定|指标|目标")
"""Words of performance; without them a sentence only says that the work was done."""
_PLANNING: Final = re.compile(r"下一步|建议|打算|改进|措施|目标设定")
_NOT: Final = re.compile(
    r"未|没有|不能|尚|力争|确保|将|争取|努力|为了|要求|除|基本|力求|推动|促进|以便|如果|是否|应当|应该|需要|力促"
)
_ADMITS: Final = re.compile(
    r"离不开|必须|需要|前提|关键|下一步|今后|下年度|下一年|明年|来年|未达|未完成|没有完成|没有达到|未能|其余|其他[^，。]{0,6}(?:目标|指标)|除[^，。]{1,20}外"
)
_BRACKETED: Final = re.compile(
    r"(?P<name>[\u4e00-\u9fff“”]{2,16}?)\s*(?:为|达到?|完成)?\s*(?P<value>\d+(?:\.\d+)?\s*%)\s*(?P<above>以上)?\s*"
    r"[（(]\s*(?P<word>满分|目标值?|年度目标值?|年初目标值?|指标值?|年度指标值?|任务|计划|考核目标|目标任务)(?:为|是|:|：)?\s*"
    r"(?P<sign>[≥>]|不低于|大于等于|不少于)?\s*(?P<target>\d+(?:\.\d+)?\s*%)\s*(?:以上)?\s*[）)]"
)
_SCORED: Final = re.compile(r"(?:自评|评价|综合)(?:得分|等级|结论|总分)(?:为|是|：|:)?\s*[\d“]")
_GENERAL: Final = re.compile(
    r"\d个项目|[各全所]\S{0,2}项目|本部门|我部门|本单位|部门整体|年度各项|全年各项|年初设定的各项"
)
_ONE: Final = re.compile(r"[该本此]项目|“[^”]{3,}”")
_MOST: Final = 5


@dataclass(frozen=True, slots=True)
class Missed:
    """A target that was not reached: what, with which value against which target, and where it stands.

    `admitted`: the table owns up to it with a reason or with points taken off, so that not it is wrong.
    """

    name: str
    value: str
    target: str
    quote: str
    position: Position | None
    where: str
    admitted: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence that says that everything was reached; `is_strong`: it speaks of targets, not of work alone."""

    text: str
    position: Position | None
    is_strong: bool
    heading: str = ""

    @property
    def is_general(self) -> bool:
        """Whether it speaks of all projects: it counts them, or of the whole body, and not of one project."""
        return self.is_strong and bool(_GENERAL.search(self.text)) and not _ONE.search(self.text)


def honest(rule: Rule, grid: Grid, context: Context) -> Iterator[Result]:
    """Where a target was missed, no sentence claims that all were reached; one finding for each missed figure."""
    document = context.document
    said = claims(document) if document else []
    if document is None or not any(claim.is_strong for claim in said):
        yield silent(rule, "没有“全部完成目标”一类的结论")
        return
    gaps = list(missed(document))
    untrue = [claim for claim in said if claim.is_general]
    for gap in gaps:
        if not gap.admitted:
            yield _contradiction(rule, gap, said)
    for claim in untrue if any(gap.admitted for gap in gaps) else ():
        yield _untrue(rule, claim, [gap for gap in gaps if gap.admitted])
    if not gaps or (not untrue and all(gap.admitted for gap in gaps)):
        yield passed(rule)


def claims(document: Disclosure) -> list[Claim]:
    """The sentences that claim all; a cell of a table may be an aim, unless it tells the score as well."""
    spoken = [
        p for p in passages(document) if not _PLANNING.search(p.heading) and (p.paragraph or _SCORED.search(p.text))
    ]
    return [claim for passage in spoken for claim in _claims(passage)]


def missed(document: Disclosure) -> Iterator[Missed]:
    """The targets missed in tables and in brackets, each once; where one is printed twice the last place counts."""
    found: dict[tuple[str, str], Missed] = {}
    for evaluation in evaluations(document):
        for indicator in evaluation.indicators:
            comparison = compared(indicator)
            if comparison and comparison.standing is Standing.MISSED and indicator.actual:
                value, target = comparison.actual.text, comparison.target.text
                key = (_figure(comparison.actual), _figure(comparison.target))
                where = title(evaluation)
                found[key] = Missed(
                    indicator.name,
                    value,
                    target,
                    indicator.quote,
                    indicator.actual.position,
                    where,
                    _owns_up(indicator),
                )
    for line, passage, owns_up in told(document):
        comparison = compared(line)
        if comparison and comparison.standing is Standing.MISSED and line.actual:
            key = (_figure(comparison.actual), _figure(comparison.target))
            gap = Missed(line.name, comparison.actual.text, comparison.target.text, line.quote, line.actual.position,
                         passage.heading, owns_up)  # fmt: skip
            found.setdefault(key, gap)
    for passage in passages(document):
        for match in _BRACKETED.finditer(plain(passage.text)):
            actual, wanted = quantities(match["value"])[0], quantities(match["target"])[0]
            if actual.value < wanted.value:
                quote = passage.text[match.start() : match.end()]
                name = match["name"].strip("“”")
                spot = passage.position(match.start("value"))
                found[_figure(actual), _figure(wanted)] = Missed(
                    name, match["value"], match["target"], quote, spot, passage.heading
                )
    yield from found.values()


def _owns_up(indicator: Indicator) -> bool:
    """Whether a line that missed its target says why, or lost points for it."""
    weight, score = marks.value(indicator.weight), marks.value(indicator.score)
    lost = bool(weight and score and score.value < weight.value)
    return lost or bool(indicator.reason and len(indicator.reason.text.strip()) > 2 and not indicator.reason.shared)


def _figure(quantity: Quantity) -> str:
    return f"{quantity.value}{quantity.unit}"


def _claims(passage: Passage) -> Iterator[Claim]:
    for start, sentence in _sentences(passage.text):
        found = _ALL.search(plain(sentence))
        if found and not _NOT.search(_clause(sentence[: found.end()])) and not _ADMITS.search(sentence):
            strong = bool(_STRONG.search(found[0]))
            yield Claim(sentence.strip(), passage.position(start + found.start()), strong, passage.heading)


def _clause(text: str) -> str:
    """The last clause of a text."""
    return re.split(r"[，,；;：:]", text)[-1]


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    for found in re.finditer(r"[^。！？!?\n]+", text):
        yield found.start(), found[0]


def _contradiction(rule: Rule, gap: Missed, told: list[Claim]) -> Result:
    said = "；".join(_place(claim) for claim in told[:_MOST])
    more = f"；另有{len(told) - _MOST}处" if len(told) > _MOST else ""
    note = f"“{gap.name}”为{gap.value}，没有达到{gap.target}，文中却说全部完成：{said}{more}"
    return broken(
        rule,
        note,
        quote=gap.quote,
        position=gap.position,
        where=gap.where,
        printed=gap.value,
        expected=f"不低于{gap.target}，或如实写明未达标及原因",
        root=f"{rule.id}:{gap.name}",
    )


def _untrue(rule: Rule, claim: Claim, gaps: list[Missed]) -> Result:
    said = "；".join(f"{gap.where}“{gap.name}”目标{gap.target}、完成{gap.value}" for gap in gaps[:_MOST])
    return broken(
        rule,
        f"结论说目标全部完成，自评表中却有未达到的指标：{said}",
        quote=claim.text,
        position=claim.position,
        where=claim.heading,
        printed=claim.text,
        expected="写明有指标未达到年度指标值",
    )


def _place(claim: Claim) -> str:
    text = claim.text if len(claim.text) <= 40 else f"…{claim.text[-38:]}"
    line = claim.position
    at = f"（第{line.page}页）" if line and line.page else f"（第{line.line}行）" if line and line.line else ""
    return f"“{text}”{at}"
