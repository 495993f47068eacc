"""A written self-evaluation as a whole document, and walking it in tests."""

from collections.abc import Iterator

from mingzhang.disclosure.appraisal import Performance
from mingzhang.disclosure.chart import Chart
from mingzhang.disclosure.document import Disclosure
from mingzhang.disclosure.section import ChartPlace, Part, Section, TablePlace
from mingzhang.disclosure.table import Table
from mingzhang.narrative.context import Context
from mingzhang.narrative.performance.write import Told, write_performance
from mingzhang.narrative.write import Narrative, write
from tests.narrative.performance.sample import PERFORMANCE, performance_context
from tests.narrative.reading import text_of, walk

DAY = "2022年10月18日"


def tell(performance: Performance = PERFORMANCE, context: Context | None = None) -> Told:
    """What the self-evaluation alone says."""
    return write_performance(context or performance_context(performance), performance, DAY)


def written(performance: Performance = PERFORMANCE, context: Context | None = None) -> Narrative:
    """The whole text, the self-evaluation in its places."""
    c = context or performance_context(performance)
    told = tell(performance, c)
    return write(c, told.parts, told.sections, told.owed, told.facts)


def document(performance: Performance = PERFORMANCE, context: Context | None = None) -> Disclosure:
    """The text as a document that can be audited."""
    c = context or performance_context(performance)
    narrative = written(performance, c)
    return Disclosure(c.entity, c.year, "", "", DAY, narrative.parts, (), narrative.facts)


def own_text(told: Told) -> str:
    """The words of the self-evaluation."""
    return text_of((Part("", "", (told.section,)), *told.parts.values()))


def tables(told: Told) -> list[Table]:
    """Every table of the self-evaluation."""
    return [block.table for section in sections(told) for block in section.blocks if isinstance(block, TablePlace)]


def drawn(told: Told) -> list[Chart]:
    """Every chart of the self-evaluation."""
    return [block.chart for section in sections(told) for block in section.blocks if isinstance(block, ChartPlace)]


def sections(told: Told) -> Iterator[Section]:
    """Every section of the self-evaluation."""
    yield from walk((told.section, *(section for part in told.parts.values() for section in part.sections)))
