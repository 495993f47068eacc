"""Glossary entries 名词: the terms and the function codes a text may have to explain, and when it must."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from mingzhang.narrative.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Term:
    """A term and its explanation; it is used when its name stands in the text or one of its `figures` is not zero."""

    name: str
    text: Sentence
    figures: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    """Other words under which the text uses the term."""


@dataclass(frozen=True)
class Glossary:
    """The terms in printed order; explanations of function codes by code, and by the bare name of an item."""

    terms: tuple[Term, ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict)
    items: Mapping[str, str] = field(default_factory=dict)


NO_GLOSSARY = Glossary()
