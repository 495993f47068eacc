"""Waivers: disclosed, never silent, never lingering."""

from mingzhang.audit.case import figures
from mingzhang.audit.check import check
from mingzhang.audit.context import Context
from mingzhang.audit.finding import Level
from mingzhang.audit.report import Report, as_json
from mingzhang.audit.waiver import Waiver, apply, parse_waivers
from mingzhang.books.fault import Fault
from mingzhang.standards.rules import groups, rules

ENTRY = {"rule": "T5.1", "place": "T5[2080108].项目支出", "by": "王主任", "reason": "区级批复如此"}


def report() -> Report:
    """One error: T5.1 at one row."""
    cells = {"T5[2080108].小计": "65.00", "T5[2080108].基本支出": "0.00", "T5[2080108].项目支出": "66.00"}
    return check(figures(cells), [r for r in rules(2021) if r.id == "T5.1"], Context(2021, groups()))


def test_a_waived_error_no_longer_stops_and_is_disclosed_with_name_and_reason() -> None:
    before = report()
    assert before.stops
    for place in (before.findings[0].root, "T5", before.findings[0].place):
        after = apply([Waiver("T5.1", place, "王主任", "区级批复如此")], before)
        assert not after.stops
        entry = as_json("d", "某中心", 2021, after)["findings"]
        assert isinstance(entry, list)
        assert entry[0]["waived"] == "王主任：区级批复如此"
        assert entry[0]["level"] == "error"


def test_a_waiver_for_another_rule_or_place_waives_nothing_and_is_reported_as_unused() -> None:
    for waiver in (Waiver("T5.2", "T5", "王主任", "理由"), Waiver("T5.1", "T6", "王主任", "理由")):
        after = apply([waiver], report())
        assert after.stops
        unused = after.findings[-1]
        assert (unused.rule, unused.level) == ("WAIVER.unused", Level.INFO)
        assert "请从 waivers.toml 删去" in unused.message


def test_waivers_are_read_whole_or_their_faults_are_all_listed() -> None:
    assert parse_waivers({"waiver": [ENTRY]}) == (Waiver(**ENTRY),)
    assert parse_waivers({}) == ()
    faults = parse_waivers({"waiver": [{"rule": "T5.1", "place": " ", "by": 3, "until": "2030"}, 5], "waive": []})
    assert all(isinstance(fault, Fault) for fault in faults)
    assert [(f.place, f.column) for f in faults if isinstance(f, Fault)] == [
        ("第1条", "place"),
        ("第1条", "by"),
        ("第1条", "reason"),
        ("第1条", "until"),
        ("第2条", ""),
        ("waive", ""),
    ]
    (fault,) = parse_waivers({"waiver": "T5.1"})
    assert isinstance(fault, Fault)
    assert "[[waiver]]" in fault.message
