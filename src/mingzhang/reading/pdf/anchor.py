"""Anchor 表头锚: which lines without rules around them are the head of a table, and which are rows of one."""

import re
from typing import Final

from mingzhang.reading.pdf.lines import Line

_LONGEST: Final = 18
_LONGEST_LABEL: Final = 24
_STOP: Final = re.compile("[，。；：]|[图表]\\s*\\d")
_LEAST: Final = 2
WORDS: Final = re.compile(
    r"项目|科目|编码|代码|名称|行次|栏次|序号|金额|决算|预算|合计|小计|总计|收入|支出|经费|结转|结余|拨款|补助|上缴|"
    r"单位|部门|备注|数量|人数|指标|目标|完成|得分|分值|权重|执行率|年度|本年|上年|增减|比例|占比|说明|原因|原值|净值|"
    r"购置|运行|接待|出国|^[类款项一二三四五六目级]$|内容|类别|类型|性质"
)
_SENTENCE: Final = re.compile(
    r"[:：。；;，,]|[（(]?[一二三四五六七八九十]+[)）]?、|\d、|\d\.(?!\d)|表$|第.+部分|万元|单位："
)
_TOTAL: Final = re.compile(r"(?:本年)?(?:收入|支出)(?:合计|总计)|年[初末]|总计|结余分配|使用非财政")
"""Labels of the last rows of a statement, which two to a line look like a head."""
_AMOUNT: Final = re.compile(r"[-−—]?[\d,，]*\d(?:\.\d+)?\s*[%％]?|[-—–/∕]+|[—–]{1,2}")
_CODE: Final = re.compile(r"\d{2,7}")
_NOTE: Final = re.compile(
    r"(?:备?注|说明|附注|填表说明)\s*\d*[:：.．、]|第.{1,3}部分|[（(][一二三四五六七八九十]+[）)]"
)


def is_amount(text: str) -> bool:
    """Whether a piece is a figure, or a dash in the place of one."""
    return _AMOUNT.fullmatch(text) is not None


def is_head(line: Line) -> bool:
    """Whether a line is of words that stand over columns, at least two of them, and of nothing else."""
    texts = [segment.text for segment in line.segments]
    words = [text for text in texts if WORDS.search(text)]
    if all(_TOTAL.match(text) for text in texts):
        return False
    return (
        len(words) >= _LEAST
        and len(words) * 2 > len(texts)
        and all(len(text) <= _LONGEST and not _SENTENCE.search(text) and not is_amount(text) for text in texts)
    )


def may_be_head(line: Line) -> bool:
    """Whether a line may stand above or below the anchor in the head: short words only, no figures."""
    return all(
        len(segment.text) <= _LONGEST and not _SENTENCE.search(segment.text) and not is_amount(segment.text)
        for segment in line.segments
    )


def is_row(line: Line) -> bool:
    """Whether a line has pieces as a row does: several, at least one of them a figure."""
    return len(line.segments) > 1 and any(is_amount(segment.text) for segment in line.segments)


def begins_row(line: Line) -> bool:
    """Whether a line has a figure or a code, so that it is a row and not the rest of one."""
    return any(is_amount(segment.text) or _CODE.fullmatch(segment.text) for segment in line.segments)


def is_label(line: Line) -> bool:
    """Whether a line may be the label of a row without figures, or the rest of one: short, and no sentence."""
    return all(len(segment.text) <= _LONGEST_LABEL and not _STOP.search(segment.text) for segment in line.segments)


def is_note(line: Line) -> bool:
    """Whether a line stands under a table and not in it."""
    return _NOTE.match(line.segments[0].text) is not None
