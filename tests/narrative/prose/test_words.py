"""The words of the topics: every figure of 补充资料 that they can mean is listed, and every other exists in a form."""

from collections.abc import Iterator

from mingzhang.disclosure import topic as t
from mingzhang.disclosure.address import Address
from mingzhang.narrative.prose.catalogue import Catalogue
from mingzhang.narrative.prose.subject import Meaning, Recounted, Shared, Sided, Subject
from mingzhang.narrative.prose.words.topics import vocabulary
from mingzhang.standards.codes import function_codes
from mingzhang.standards.supplement import stated_items, supplement_items
from tests.narrative.prose.document import document

NOTHING = Catalogue.of(document("", {}, 2024), function_codes())


def meant() -> Iterator[Address]:
    """Every figure that some word of some topic means."""
    for topic in t.TOPICS:
        for _, meaning in vocabulary(topic, NOTHING).words:
            for subject in subjects(meaning):
                yield from (subject.fact, *subject.wholes, *subject.others, *(fact for _, fact in subject.counts))


def subjects(meaning: Meaning) -> tuple[Subject, ...]:
    """The subjects that a meaning can come down to."""
    match meaning:
        case Subject():
            return (meaning,)
        case Sided(income, spending):
            return (income, spending)
        case Shared(rows):
            return rows
        case Recounted(counted, kept):
            return (counted, *kept)
    return ()


def test_every_figure_of_the_supplement_is_listed() -> None:
    listed = {item.address for item in (*supplement_items(), *stated_items())}
    assert {fact for fact in meant() if fact.statement == "S"} <= listed


def test_every_topic_with_figures_has_words() -> None:
    silent = {t.DUTIES, t.STRUCTURE, t.OTHER_MATTERS, t.GLOSSARY, t.WORK, t.ANNEX}
    assert {topic for topic in t.TOPICS if not vocabulary(topic, NOTHING).words} == silent
