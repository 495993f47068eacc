"""The department's four units and their consolidation, summed by hand here."""

from collections import Counter, defaultdict

import pytest

from .ledger import EXAMPLES, entries, fen, openings, rows, settings, vouchers

HOME = EXAMPLES / "department-2023"
UNITS = [HOME / folder for folder in settings(HOME)["members"]]
MEMBERS = {settings(unit)["entity"]["code"] for unit in UNITS}
CARRIED = ("8101", "8102", "8201", "8401")
GENERAL, FUND, CAPITAL = (
    "一般公共预算财政拨款",
    "政府性基金预算财政拨款",
    "国有资本经营预算财政拨款",
)


def closings(unit):
    balances = defaultdict(int, openings(unit))
    for e in entries(unit):
        balances[e.account[:4]] += e.credit - e.debit
    return balances


def t1(units, without=frozenset()):
    """The terms of T1's two totals, by the definitions of the form; `without` leaves out what passes inside."""
    terms: Counter[str] = Counter()
    for unit in units:
        start, end = openings(unit), closings(unit)
        terms["年初"] += sum(start[a] for a in CARRIED)
        terms["年末"] += sum(end[a] for a in CARRIED)
        for e in entries(unit):
            first = e.account[:4]
            if first[0] in "67" and not e.closing and e.party not in without:
                terms["收入" if first[0] == "6" else "支出"] += (e.credit - e.debit) * (1 if first[0] == "6" else -1)
            if (first == "8202" and e.other == {"8701"}) or (first == "8301" and e.other == {"7201"}):
                terms["使用"] += e.debit
            if first == "8701" and e.other <= {"8001", "8301", "8202"}:
                terms["分配"] += e.debit
    return terms


def balanced(terms):
    return terms["收入"] + terms["使用"] + terms["年初"] == terms["支出"] + terms["分配"] + terms["年末"]


@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
class TestUnit:
    def test_vouchers_balance_and_have_one_contra_account(self, unit):
        for number, lines in vouchers(unit).items():
            assert sum(fen(r["借方金额"]) - fen(r["贷方金额"]) for r in lines) == 0, number
        assert all(len(e.other) == 1 for e in entries(unit))

    def test_money_equals_the_balances_that_claim_it(self, unit):
        for balances in (openings(unit), closings(unit)):
            assert balances["8001"] < 0
            assert sum(balances.values()) == 0

    def test_income_spending_and_distribution_are_closed(self, unit):
        assert not any(n for account, n in closings(unit).items() if account[0] in "67" or account in ("8501", "8701"))

    def test_totals_of_income_and_spending_agree(self, unit):
        assert balanced(t1([unit]))

    def test_each_fund_is_carried_over_by_itself(self, unit):
        for fund in (GENERAL, FUND, CAPITAL):
            flow = sum(
                (e.credit - e.debit) for e in entries(unit) if e.fund == fund and e.account[0] in "67" and not e.closing
            )
            end = sum(e.credit - e.debit for e in entries(unit) if e.fund == fund and e.account[:4] in ("8101", "8102"))
            assert flow == end

    def test_no_appropriation_is_overdrawn(self, unit):
        left: dict[tuple[str, ...], int] = defaultdict(int)
        for r in rows(unit / "books" / "opening.csv"):
            if r["科目编码"] == "8101":
                left[r["功能分类"], r["资金性质"], r["支出性质"], r["项目"]] += fen(r["年初贷方余额"])
        for e in entries(unit):
            if e.account == "8101":
                left[e.function, e.fund, e.nature, e.project] += e.credit - e.debit
        assert all(n >= 0 for n in left.values())

    def test_money_never_runs_out(self, unit):
        left: dict[tuple[str, ...], int] = defaultdict(int)
        for r in rows(unit / "books" / "opening.csv"):
            left[r["科目编码"], r["资金性质"]] += fen(r["年初借方余额"])
        for r in rows(unit / "books" / "vouchers.csv"):
            if r["科目编码"].startswith("8001"):
                key = r["科目编码"], r["资金性质"]
                left[key] += fen(r["借方金额"]) - fen(r["贷方金额"])
                assert left[key] >= 0, (r["凭证号"], key)

    def test_last_year_ends_where_this_year_begins(self, unit):
        prior = {(r["statement"], r["row"], r["column"]): fen(r["value"]) for r in rows(unit / "prior.csv")}
        start = openings(unit)
        assert prior["T1", "年末结转和结余", "金额"] == sum(start[a] for a in CARRIED)
        assert prior["T4", "年末财政拨款结转和结余", "合计"] == start["8101"] + start["8102"]


@pytest.mark.parametrize("directory", [HOME, *UNITS], ids=lambda directory: directory.name)
def test_prior_year_and_budget_add_up(directory):
    prior = {(r["statement"], r["row"], r["column"]): fen(r["value"]) for r in rows(directory / "prior.csv")}
    for form, column in (("T1", "金额"), ("T4", "金额")):
        total = prior[form, "收入总计", column]
        assert total == prior[form, "支出总计", "合计" if form == "T4" else column]
    budget = {tuple(r.values())[:4]: fen(r["value"]) for r in rows(directory / "budget.csv")}
    for form, _, column, phase in [key for key in budget if key[1] == "total"]:
        items = sum(n for (t, row, c, p), n in budget.items() if (t, c, p) == (form, column, phase) and len(row) == 7)
        assert items == budget[form, "total", column, phase]
    parts = ("因公出国（境）费", "小计", "公务接待费")
    assert budget["T7", "预算数", "合计", ""] == sum(budget["T7", "预算数", c, ""] for c in parts)


def test_department_totals_agree_after_elimination():
    with_inner, without = t1(UNITS), t1(UNITS, MEMBERS)
    inside = with_inner["收入"] - without["收入"]
    assert inside == with_inner["支出"] - without["支出"] == 22_000_000
    assert balanced(with_inner)
    assert balanced(without)


def test_payer_and_receiver_agree_on_what_passes_inside():
    inner: dict[tuple[tuple[str, str], str], int] = defaultdict(int)
    for unit in UNITS:
        own = settings(unit)["entity"]["code"]
        for e in entries(unit):
            if e.party in MEMBERS and not e.closing and e.account[0] in "67":
                pair = (own, e.party) if e.account[0] == "7" else (e.party, own)
                inner[pair, e.function] += e.debit - e.credit
    assert inner
    assert not any(inner.values())


def test_every_column_of_income_and_spending_is_used_inside_and_outside():
    used, outside = set(), set()
    for unit in UNITS:
        for e in entries(unit):
            if e.account[0] in "67" and not e.closing:
                used.add(e.account[:4])
                outside |= set() if e.party in MEMBERS else {e.account[:4]}
    every = {
        "6001",
        "6101",
        "6201",
        "6301",
        "6401",
        "6601",
        "6602",
        "6609",
        "7101",
        "7201",
        "7301",
        "7401",
        "7501",
        "7901",
    }
    assert used == outside == every


def test_every_balance_account_is_used():
    touched = {e.account[:4] for unit in UNITS for e in entries(unit) if e.account[0] == "8"}
    assert touched == {"8001", "8101", "8102", "8201", "8202", "8301", "8401", "8501", "8701"}


def test_all_funds_are_carried_over_and_spent():
    for fund in (GENERAL, FUND, CAPITAL):
        start = sum(
            fen(r["年初贷方余额"])
            for unit in UNITS
            for r in rows(unit / "books" / "opening.csv")
            if r["资金性质"] == fund and r["科目编码"][:4] in ("8101", "8102")
        )
        spent = sum(
            e.debit - e.credit
            for unit in UNITS
            for e in entries(unit)
            if e.fund == fund and e.account[0] == "7" and not e.closing
        )
        assert start > 0
        assert spent > 0


def test_four_kinds_of_travel_vehicles_and_receptions_are_paid_by_both_natures_and_two_funds():
    paid = {
        (e.economic, e.nature, e.fund)
        for unit in UNITS
        for e in entries(unit)
        if e.economic in ("30212", "30217", "30231", "31013") and not e.closing
    }
    assert {code for code, _, _ in paid} == {"30212", "30217", "30231", "31013"}
    assert {nature for code, nature, _ in paid if code in ("30217", "30231")} == {"基本支出", "项目支出"}
    assert {fund for _, _, fund in paid} == {GENERAL, FUND}


def test_supplement_of_the_department_is_the_sum_of_its_units():
    total = settings(HOME)["supplement"]
    for part, values in total.items():
        for name, value in values.items():
            parts = [settings(unit)["supplement"][part][name] for unit in UNITS]
            if isinstance(value, str):
                assert fen(value) == sum(map(fen, parts)), (part, name)
            else:
                assert value == sum(parts), (part, name)


def test_department_budget_is_the_sum_of_its_units():
    total: Counter[tuple[str, ...]] = Counter()
    for unit in UNITS:
        for r in rows(unit / "budget.csv"):
            total[r["statement"], r["row"], r["column"], r["phase"]] += fen(r["value"])
    own = {(r["statement"], r["row"], r["column"], r["phase"]): fen(r["value"]) for r in rows(HOME / "budget.csv")}
    assert own == dict(total)
