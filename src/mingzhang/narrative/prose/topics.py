"""Topics 主题识别: what a section or paragraph is about, from the words of its heading or of its first sentence."""

import re
from typing import Final

from mingzhang.disclosure import topic as t
from mingzhang.narrative.prose.flat import Flat

_HEADINGS: Final[tuple[tuple[str, str], ...]] = (
    (t.GLOSSARY, "名词解释|专业名词|名词的解释|功能分类科目\\(到项级\\)"),
    (
        t.OTHER_MATTERS,
        "其[他它](?:重要)?(?:事项|情况)|重要事项|其他需要说明|一般性支出|民生支出|专项转移|会议费|培训费",
    ),
    (t.OTHER_MATTERS, "^(?:[^基]{0,8})项目支出(?!绩效)|空表"),
    (t.THREE, '"?三公"?经费|因公出国|公务接待费|公务用车(?:购置|运行)'),
    (t.PERFORMANCE, "绩效|自评"),
    (t.RUNNING_COST, "机[关构]运行"),
    (t.PROCUREMENT, "政府采购"),
    (t.ASSETS, "国有资产|资产占[有用]|车辆"),
    (t.FUND, "政府性基金"),
    (t.STATE_CAPITAL, "国有资本经营"),
    (t.BASIC, "基本支出(?!和项目|、项目)"),
    (t.GRANTS, "财政拨款(?:收入支出|收支|收、支|收入、支出|收入和支出|收入)"),
    (t.GENERAL_STRUCTURE, "支出(?:决算)?(?:的)?结构"),
    (t.GENERAL_ITEMS, "支出(?:决算)?(?:的)?具体|支出按功能|按功能分类"),
    (t.GENERAL_TOTAL, "(?:一般公共预算|公共|财政拨款).{0,8}支出决算(?:的)?总体"),
    (t.GENERAL, "一般公共预算|公共(?:预算)?财政拨款|财政拨款支出"),
    (t.OVERALL, "收入支出(?:决算)?总?|收支|决算收支|收、支|总体情况|预算执行情况分析"),
    (t.SPENDING, "支出(?:决算)?(?:总体)?(?:情况|说明|构成)?"),
    (t.INCOME, "收入(?:决算)?(?:总体)?(?:情况|说明|构成)?"),
    (t.STAFF, "人员(?:构成|情况|编制)|编制(?:及|和)?(?:人员)?|机构人员"),
    (t.STRUCTURE, "单位构成|机构设置|机构情况|单位情况|单位范围|决算单位"),
    (t.DUTIES, "职能|职责|主要工作"),
    (t.WORK, "重点工作|工作完成"),
    (t.ANNEX, "附件|附表"),
)
_HEADING: Final = tuple((topic, re.compile(pattern)) for topic, pattern in _HEADINGS)
_NUMBER: Final = re.compile(
    r"^(?:第[一二三四五六七八九十]+(?:部分|章|节)|[(]?[一二三四五六七八九十]+[)、.,]|[(]?\d{1,2}[)、.](?!\d))*"
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d年(?:度)?")
_GLUED: Final = re.compile(
    r"[^\d。:;,]{4,40}?(?:情况说明|情况的说明|情况|说明)(?=(?:20\d\d年|本|一般|机关|政府|截至|我|全))"
)
_LONGEST: Final = 60
_SHORT: Final = 30

_OPENINGS: Final[tuple[tuple[str, str], ...]] = (
    (t.THREE, '"?三公"?经费'),
    (t.RUNNING_COST, "机[关构]运行经费"),
    (t.PROCUREMENT, "政府采购(?:支出|金额|总|货物)|面向中小企业预留"),
    (t.ASSETS, "共?有(?:公务)?(?:车辆|用车)|单(?:价|位价值)\\d+万元"),
    (t.PERFORMANCE, "绩效(?:自评|目标|评价|跟踪|管理)"),
    (t.FUND, "政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:年初结转和结余|本年|收入|支出|收支)"),
    (t.STATE_CAPITAL, "国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:年初结转和结余|本年|收入|支出|收支)"),
    (t.BASIC, "财政拨款基本支出(?:决算)?(?:为|共)?\\d"),
    (t.GRANTS, "财政拨款(?:收入支出|收、支|收支|收入、支出|收入和支出|收入)总(?:计|额|体)"),
    (t.GENERAL_STRUCTURE, "财政拨款支出(?:决算)?(?:为)?[\\d.,]+万?元,?(?:主要)?用于以下"),
    (t.GENERAL_ITEMS, "\\((?:款|项)(?:级科目)?\\)"),
    (t.GENERAL, "(?:一般公共预算|公共(?:预算)?)(?:财政拨款)?支出|财政拨款支出"),
    (t.OVERALL, "(?:收入支出|收、支|收支|收入、支出|收入)(?:决算)?总(?:计|体|额)|总收入"),
    (t.INCOME, "(?:本年度?|年度)收入(?:合计|决算|总)"),
    (t.SPENDING, "(?:本年度?|年度)支出(?:合计|决算|总)"),
    (t.STAFF, "在职(?:实有)?(?:人员|职工)|离退休人员\\d|人员编制"),
)
_OPENING: Final = tuple((topic, re.compile(pattern)) for topic, pattern in _OPENINGS)


def heading_topic(heading: str, above: str = "") -> str:
    """The topic a heading names, whatever its number; nothing when it names none. `above` is the section around it."""
    text = _NUMBER.sub("", _YEAR.sub("", Flat.of(heading[:200]).text))
    first = re.split("[。:;]", text)[0][:_LONGEST]
    found = next((topic for topic, pattern in _HEADING if pattern.search(first)), "")
    return _inside(found, first, above)


_GENERAL_PARTS: Final = (("总体", t.GENERAL_TOTAL), ("结构", t.GENERAL_STRUCTURE), ("具体", t.GENERAL_ITEMS))
_WITHIN_GENERAL: Final = (t.GENERAL, t.GRANTS, t.OVERALL, t.SPENDING, t.GENERAL_TOTAL)
_PARTS_OF_ANY: Final = (t.GENERAL_STRUCTURE, t.GENERAL_ITEMS)
"""支出结构 and 支出具体情况 are of 一般公共预算 where no section around them says otherwise."""
_WITHIN_THREE: Final = (*_WITHIN_GENERAL, t.GENERAL_ITEMS, t.GENERAL_STRUCTURE, t.STRUCTURE, t.INCOME, "")


def _inside(found: str, heading: str, above: str) -> str:
    """What a subsection is about inside its section: 总体情况 of 一般公共预算 is not the whole accounts'."""
    if above == t.GENERAL and found in (*_WITHIN_GENERAL, ""):
        return next((topic for word, topic in _GENERAL_PARTS if word in heading), t.GENERAL)
    if above == t.THREE and found in _WITHIN_THREE:
        return t.THREE
    if above in (t.FUND, t.STATE_CAPITAL, t.BASIC) and found not in (t.PERFORMANCE, t.THREE, t.OTHER_MATTERS):
        return above
    if above in (t.SPENDING, t.INCOME, t.OVERALL) and found in _PARTS_OF_ANY and "财政拨款" not in heading:
        return above
    if above in (t.PERFORMANCE, t.GLOSSARY, t.WORK, t.ANNEX, t.DUTIES):
        return above
    return found


def opening_topic(text: str) -> str:
    """The topic a flat paragraph begins to speak of: by a heading glued to it, else by its first sentence."""
    first = text[:120].split("。")[0]
    head = _NUMBER.sub("", _YEAR.sub("", first))
    glued = _glued(first, head)
    if glued and not re.search(r"\d", glued) and (topic := heading_topic(glued)):
        return topic
    return next((topic for topic, pattern in _OPENING if pattern.search(first)), "")


def _glued(first: str, head: str) -> str:
    """A heading that is the whole first sentence after its number, or runs into the sentence without a mark."""
    if head != first and len(head) <= _SHORT:
        return head
    found = _GLUED.match(head)
    return found[0] if found else ""
