"""Disclosures of every kind for property tests."""

from dataclasses import replace
from typing import get_args

from hypothesis import strategies as st

from mingzhang.disclosure.address import PHASES, Address
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.section import Paragraph, Part, Section, Words
from mingzhang.disclosure.statement import Figure, Heading, Label, Statement
from mingzhang.disclosure.trace import Trace
from mingzhang.terms.entity import Entity, EntityKind
from mingzhang.terms.unit import WAN, YUAN, counting
from tests.sample import small_disclosure

NASTY = (
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "'quoted",
    "\t=1",
    "<w:t>&",
    "\x0b\x00",
    "“三公”,\r\n",
    "{=1}",
)
words = st.one_of(st.sampled_from(NASTY), st.text(max_size=20))
names = st.text(
    st.characters(exclude_characters="[]@\r\n", exclude_categories=["Cs", "Cc", "Z"]), min_size=1, max_size=9
)
values = st.integers(-(10**15) + 1, 10**15 - 1)
units = st.sampled_from([WAN, YUAN, counting("人"), counting("台（套）")])
addresses = st.builds(Address, st.sampled_from(["T1", "T5", "T9", "S"]), names, names, st.sampled_from(PHASES))
spans = st.integers(1, 3)
st.register_type_strategy(Address, addresses)
st.register_type_strategy(Heading, st.builds(Heading, words, spans, spans))
st.register_type_strategy(Label, st.builds(Label, words, columns=spans))
st.register_type_strategy(Figure, st.builds(Figure, addresses, columns=spans, zero=st.none() | words))


@st.composite
def valued(draw: st.DrawFn) -> Disclosure:
    """The small sample with other values, and words that mean mischief wherever words may stand."""
    sample = small_disclosure()
    facts = {address: replace(fact, value=draw(values)) for address, fact in sample.facts.items()}
    title, text = draw(words), draw(words)
    paint = draw(st.booleans())
    statements = tuple(_painted(s, text) if paint else s for s in sample.statements)
    return replace(sample, title=title, facts=facts, statements=statements)


def _painted(statement: Statement, text: str) -> Statement:
    body = tuple(tuple(replace(c, text=text) if isinstance(c, Label) else c for c in row) for row in statement.body)
    return replace(statement, body=body, note=text, zero="0.00")


def _tuples(items: st.SearchStrategy[Section], most: int = 2) -> st.SearchStrategy[tuple[Section, ...]]:
    return st.lists(items, max_size=most).map(tuple)


paragraphs = st.builds(Paragraph, st.lists(st.builds(Words, words, st.booleans()), max_size=2).map(tuple))
flat = st.builds(Section, words, st.lists(paragraphs, max_size=2).map(tuple))
nested = st.builds(Section, words, st.just(()), _tuples(flat))
parts = st.lists(st.builds(Part, words, words, _tuples(flat | nested)), max_size=2)
entities = st.builds(
    Entity,
    code=words,
    name=words,
    kind=st.sampled_from(EntityKind),
    short=words,
    superior=words,
    level=words,
    members=st.lists(words, max_size=2).map(tuple),
)
cells = st.lists(st.one_of(st.from_type(Label), st.from_type(Figure)), max_size=2).map(tuple)
odd_statements = st.lists(
    st.builds(
        Statement,
        words,
        st.integers(),
        words,
        units,
        st.lists(st.lists(st.from_type(Heading), max_size=2).map(tuple), max_size=1).map(tuple),
        st.lists(cells, max_size=2).map(tuple),
        st.lists(spans, max_size=3).map(tuple),
    ),
    max_size=1,
)
traces = st.one_of(*map(st.from_type, get_args(Trace)))


@st.composite
def whole(draw: st.DrawFn, *, statements: bool = False) -> Disclosure:
    """Any disclosure, each class of the waist somewhere in it; `statements` of shapes that nobody can print."""
    addresses_ = draw(st.lists(addresses, max_size=4, unique=True))
    facts = {a: Fact(a, draw(values), draw(units), draw(traces), draw(values)) for a in addresses_}
    odd = draw(odd_statements) if statements else ()
    entity = draw(entities)
    sample = small_disclosure()
    return Disclosure(
        entity,
        draw(st.integers(1990, 2100)),
        draw(words),
        draw(words),
        draw(words),
        (*draw(parts), *sample.parts),
        (*odd, *sample.statements),
        facts,
    )
