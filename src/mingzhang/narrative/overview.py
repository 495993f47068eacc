"""概况: what the body does, which units its accounts cover, how many people it has."""

from mingzhang.narrative.block import BlockKind, Piece
from mingzhang.narrative.context import Context
from mingzhang.narrative.numerals import chinese, numbered
from mingzhang.narrative.owed import Owed, owed_figure
from mingzhang.narrative.passage import EMPTY, Passage, lacking, words
from mingzhang.narrative.phrases import count
from mingzhang.narrative.supplement import extra
from mingzhang.narrative.texts import clause, full_sentence
from mingzhang.terms.entity import Entity

PEOPLE = {
    "serving": extra("人员", "在职合计"),
    "administrative": extra("人员", "行政在职"),
    "institutional": extra("人员", "事业在职"),
    "managed": extra("人员", "参公在职"),
    "gone": extra("人员", "离退休合计"),
    "resting": extra("人员", "离休"),
    "retired": extra("人员", "退休"),
}
"""The head counts and the slot of each."""


def duties(c: Context) -> tuple[Piece, ...]:
    """Whose subordinate it is, then its duties as it states them."""
    intro = words(full_sentence(c.texts.intro)) if c.texts.intro else _superior(c)
    if not c.texts.duties:
        return (intro, lacking(Owed(None, "请写明主要职能", "unit.toml", "overview", 'duties = ["", ""]')))
    last = len(c.texts.duties)
    return (intro, c.say("overview.duties"), *(_duty(c, n, text, last) for n, text in enumerate(c.texts.duties, 1)))


def _superior(c: Context) -> Passage:
    return c.say("overview.superior", superior=c.entity.superior) if c.entity.superior else EMPTY


def _duty(c: Context, number: int, text: str, last: int) -> Passage:
    stop = "。" if number == last else "；"
    return words(f"{numbered(c.wording.style.item, number)}{clause(text, '主要职能')}{stop}")


def structure(c: Context) -> tuple[Piece, ...]:
    """The units whose accounts are consolidated, each named; or that there is only the body itself."""
    if not c.is_department:
        return (c.say("overview.single"),)
    below = [member for member in c.members if not _is_itself(c, member)]
    if not below:
        return (c.say("overview.single"),)
    lead = c.say("overview.members", number=chinese(len(below)))
    return (lead, *(_member(c, n, member) for n, member in enumerate(_listed(c), 1)))


def _listed(c: Context) -> tuple[Entity, ...]:
    own = [member for member in c.members if _is_itself(c, member)]
    return (*own, *(member for member in c.members if member not in own))


def _is_itself(c: Context, member: Entity) -> bool:
    bare = member.name.removesuffix("本级").removesuffix("（本级）").removesuffix("本部")
    return member.code == c.entity.code or bare == c.entity.name


def _member(c: Context, number: int, member: Entity) -> Passage:
    own = "（本级）" if _is_itself(c, member) and not member.name.endswith(("（本级）", "本级")) else ""
    return words(f"{numbered(c.wording.style.item, number)}{member.name}{own}")


def people(c: Context) -> tuple[Piece, ...]:
    """The people in service and retired, by kind."""
    if not c.known(PEOPLE["serving"]):
        question = "请填写人员数（行政在职、事业在职、参公在职、离休、退休，没有的填0）"
        return (lacking(owed_figure(PEOPLE["institutional"], question)),)
    numbers = {slot: count(c, fact, "人") for slot, fact in PEOPLE.items()}
    return (c.say("overview.serving", **numbers), c.say("overview.retired", **numbers))


_PEOPLE_SLOTS = " ".join(PEOPLE)
BLOCKS = {
    "overview.duties": BlockKind(duties, {"overview.superior": "superior", "overview.duties": ""}),
    "overview.structure": BlockKind(structure, {"overview.single": "", "overview.members": "number"}),
    "overview.people": BlockKind(people, {"overview.serving": _PEOPLE_SLOTS, "overview.retired": _PEOPLE_SLOTS}),
}
