"""Names of the figures that a self-evaluation is told with; see `disclosure.appraisal`."""

from typing import Final

from mingzhang.disclosure.address import PRIOR, Address

MEASURES: Final = "P"
"""The statement of values of measures and of targets."""
PROJECTS: Final = "项目支出"
"""What stands for all projects together in the figures that the text adds."""
PLAN_FILE: Final = "performance.toml"


def value(measure: str) -> Address:
    """The value of a measure."""
    return Address(MEASURES, measure, "完成值")


def last(measure: Address) -> Address:
    """The value a year ago."""
    return measure.at(PRIOR)


def target(indicator: str) -> Address:
    """What an indicator was to reach."""
    return Address(MEASURES, indicator, "目标值")


def of(evaluation: str, column: str, part: str = "") -> Address:
    """A figure of an evaluation, or of an indicator, a first level or a line of money in it."""
    return Address("E", f"{evaluation}/{part}" if part else evaluation, column)
