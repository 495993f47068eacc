"""Level 级次: 市级, 区级 … in the explanations against the level of the body, and 我局 against what it is."""

import re
from collections.abc import Iterator
from typing import Final

from mingzhang.audit.context import Context
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.body import Body, body_of
from mingzhang.audit.words.hit import Hit, Texts
from mingzhang.audit.words.passage import Role
from mingzhang.disclosure.topic import DUTIES, GLOSSARY

_FISCAL: Final = re.compile(r"(?:是指|指|从)(?:由)?(中央|省级|自治区级|市级|区级|县级)财政(?!部门和|和|及|、)")
_DIRECT: Final = re.compile(r"(?:是指|指)(中央|省|市|区|县)(直|级)(部门|单位)")
_STRANGE: Final = {
    "区级": {"中央", "省级", "市级", "自治区级", "县级", "省", "市", "县"},
    "县级": {"中央", "省级", "市级", "自治区级", "区级", "省", "市", "区"},
    "旗级": {"中央", "省级", "市级", "自治区级", "区级", "省", "市", "区"},
    "省级": {"中央", "市级", "区级", "县级", "市", "区", "县"},
    "市级": {"中央", "省级", "自治区级", "省"},
}
"""The levels that a body of this level is certainly not of; a city may be of 县级, so little is strange to it."""
_SELF: Final = re.compile(r"我(局|委|厅|中心|校|院)(?![务属])")
_OTHERS: Final = re.compile(r"[我本]单位|[我本]部门|我(?:局|委|厅|中心|校|院|所|站|处|队|馆|会|办)")
_KINDS: Final = {"局": "局", "委": "委", "厅": "厅", "中心": "中心", "校": "校学幼", "院": "院"}
_FEW: Final = 3


def levels(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """市级财政 in the glossary of a district's body."""
    body = body_of(context, texts)
    strange = _STRANGE.get(body.level, set())
    for passage in texts:
        if passage.topic != GLOSSARY and passage.part != "glossary":
            continue
        for pattern in (_FISCAL, _DIRECT):
            for found in pattern.finditer(passage.text):
                if found[1] in strange:
                    right = _right(found, body)
                    printed = passage.text[found.start(1) : found.end()]
                    note = f"“{printed}”与本单位的级次（{body.level}）不符，应为“{right}”"
                    yield Hit(passage, found.start(1), found.end(), note, right, f"level:{found[1][:1]}")


def _right(found: re.Match[str], body: Body) -> str:
    if found.re is _FISCAL:
        return f"{body.level}财政"
    return f"{body.level[0]}{found[2]}{found[3]}"


def self_names(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """我局 said once or twice by a body that is no 局 and elsewhere calls itself otherwise."""
    body = body_of(context, texts)
    prose = [p for p in texts if p.role is Role.PARAGRAPH and p.topic != DUTIES]
    said = [(p, found) for p in prose for found in _SELF.finditer(p.text)]
    wrong = [(p, found) for p, found in said if not set(_KINDS[found[1]]) & set(body.name)]
    others = sum(len(_OTHERS.findall(p.text)) for p in prose) - len(wrong)
    if not body.is_known or len(wrong) > _FEW or others <= len(wrong):
        return
    for passage, found in wrong:
        note = f"“{body.name}”不是{found[1]}，不应自称“{found[0]}”"
        yield Hit(passage, found.start(), found.end(), note, "我单位", found[0])
