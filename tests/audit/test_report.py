"""The report: coverage always stated, worst first, the contract's keys."""

from mingzhang.audit.case import figures
from mingzhang.audit.check import check
from mingzhang.audit.context import Context
from mingzhang.audit.finding import Finding, Level, Outcome
from mingzhang.audit.report import Coverage, Report, as_json, finding_json
from mingzhang.audit.result import plain
from mingzhang.disclosure.fact import Fact
from mingzhang.disclosure.position import Position
from mingzhang.disclosure.trace import Stated
from mingzhang.standards.rules import all_rules, groups

KEYS = "rule level message page place statement row column printed expected quote root"


def test_a_finding_has_the_contract_keys_and_waived_only_when_it_is() -> None:
    finding = Finding("T5.1", Level.ERROR, "不符", "表5", position=Position("例", 9))
    assert " ".join(finding_json(finding)) == KEYS
    assert finding_json(finding)["page"] == 9


def test_a_document_states_its_coverage() -> None:
    rule = all_rules()[0]
    results = tuple(plain(rule, outcome) for outcome in (*Outcome, Outcome.PASSED))
    entry = as_json("某/disclosure.pdf", "某中心", 2021, Report(results, ()))
    assert entry == {
        "path": "某/disclosure.pdf",
        "unit": "某中心",
        "year": 2021,
        "coverage": {"passed": 2, "violated": 1, "undetermined": 1, "not_applicable": 1},
        "findings": [],
    }


def test_reports_add_up_worst_first() -> None:
    one = Report((), (Finding("a", Level.INFO, "", ""), Finding("b", Level.WARNING, "", "")))
    two = Report((), (Finding("c", Level.ERROR, "", ""),))
    assert [f.rule for f in (one + two).findings] == ["c", "b", "a"]
    assert Coverage(1, 2, 3, 4) + Coverage(1, 1, 1, 1) == Coverage(2, 3, 4, 5)


def test_a_figure_read_from_a_page_gives_the_page() -> None:
    cells = figures({"T7[决算数].小计": "3.00", "T7[决算数].公务用车购置费": "0", "T7[决算数].公务用车运行费": "0"})
    paged = {a: Fact(a, f.value, f.unit, Stated(Position("x.pdf", page=7)), f.spread) for a, f in cells.items()}
    report = check(paged, [r for r in all_rules() if r.id == "T7.2"], Context(2021, groups()))
    assert [f.page for f in report.findings] == [7]
