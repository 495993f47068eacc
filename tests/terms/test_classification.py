"""Code lists know names and standing by year."""

from mingzhang.terms.classification import ECONOMIC_LENGTHS, Code, CodeList, FundSource, Standing, ancestors
from mingzhang.terms.period import Span

LIST = CodeList(
    (
        Code("207", "文化体育与传媒支出", Span(None, 2018)),
        Code("207", "文化旅游体育与传媒支出", Span(2019, None)),
        Code("20701", "文化和旅游"),
        Code("2070199", "旧项", Span(None, 2018)),
        Code("2070114", "新项", Span(2024, None)),
    )
)


def test_a_name_holds_for_its_years() -> None:
    assert (LIST.name("207", 2018), LIST.name("207", 2019)) == ("文化体育与传媒支出", "文化旅游体育与传媒支出")
    assert LIST.name("2070199", 2019) == ""


def test_standing_tells_retired_from_not_yet_from_unknown() -> None:
    asked = [LIST.standing(code, 2020) for code in ("20701", "2070199", "2070114", "2079999")]
    assert asked == [Standing.IN_FORCE, Standing.RETIRED, Standing.NOT_YET, Standing.UNKNOWN]


def test_what_lies_under_a_code() -> None:
    assert [c.code for c in LIST.under("207", 2024)] == ["20701", "2070114"]


def test_ancestors_of_function_and_economic_codes() -> None:
    assert ancestors("2080108") == ("208", "20801")
    assert ancestors("30201", ECONOMIC_LENGTHS) == ("302",)
    assert ancestors("208") == ()


def test_only_other_money_is_no_appropriation() -> None:
    assert [f for f in FundSource if not f.is_appropriation] == [FundSource.OTHER]
