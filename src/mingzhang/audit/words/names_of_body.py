"""The name of the body: the same in the title, the heads of the statements, the narrative and the annex."""

from collections.abc import Iterator

from mingzhang.audit.context import Context
from mingzhang.audit.rule import Rule
from mingzhang.audit.words.body import Body, body_of
from mingzhang.audit.words.hit import Hit, Texts
from mingzhang.audit.words.likeness import nearest
from mingzhang.audit.words.misspellings import misspelt
from mingzhang.audit.words.own_places import Place, heads, slips
from mingzhang.audit.words.passage import Passage


def body_names(rule: Rule, context: Context, texts: Texts) -> Iterator[Hit]:
    """Names that are the body's own but for a slip: one or two characters, or a district left out."""
    body = body_of(context, texts)
    if not body.is_known:
        return
    for passage in texts:
        ends = 0
        for name, start, end in sorted(_wrong(passage, body, texts), key=lambda place: place[1:]):
            if start >= ends:
                ends = end
                yield _hit(passage, name, start, end, body)


def _wrong(passage: Passage, body: Body, texts: Texts) -> Iterator[Place]:
    yield from heads(passage, body, texts)
    yield from slips(passage, body, texts)
    yield from misspelt(passage, body, texts)


def _hit(passage: Passage, name: str, start: int, end: int, body: Body) -> Hit:
    right = nearest(name, body)
    note = f"单位名称写作“{passage.piece(start, end)}”，与全文的“{body.name}”不一致"
    return Hit(passage, start, end, note, right, name)
