import json
import re
from dataclasses import replace
from fractions import Fraction

from mingzhang.books.prior_evaluation import COLUMNS
from mingzhang.publishing import csv_files, datapackage
from mingzhang.publishing.performance_csv import performance_csv
from mingzhang.reading.unit.figures import read_prior
from mingzhang.reading.unit.prior_performance import read_prior_performance
from mingzhang.terms.unit import WAN
from tests.appraised import appraised, performance
from tests.publishing.readback import csv_facts, csv_rows

YEAR = replace(appraised(), performance=performance())
ROWS = csv_rows(performance_csv(performance(), YEAR.facts))


def test_one_row_an_indicator_and_the_total_last():
    assert ROWS[0] == list(COLUMNS)
    assert ROWS[1] == [
        "整体", "制卡量", "产出指标", "数量指标", "社会保障卡制发工作", "≥10000张", "14571张", "张", "50.00", "50.00",
    ]  # fmt: skip
    assert ROWS[4] == ["整体", "", "", "", "总分", "", "", "", "100.00", "97.86"]


def test_an_evaluation_that_is_not_scored_has_no_total():
    assert [row[4] for row in ROWS if row[0] == "金保"] == ["社会保障卡制发工作"]
    assert ROWS[5][-2:] == ["", ""]


def test_no_name_can_start_a_formula():
    assert ROWS[3][4] == "'=零跑动占比"
    assert not [cell for row in ROWS for cell in row if re.match(r"[=+\-@\t\r]", cell)]


def test_next_year_reads_it_as_the_year_before(tmp_path):
    file = tmp_path / "prior_performance.csv"
    file.write_bytes(performance_csv(performance(), YEAR.facts))
    lines, faults = read_prior_performance(file)
    assert not faults
    written = [(a.id, one) for a in performance().appraisals for one in a.achievements]
    read = [line for line in lines if not line.is_total]
    assert [(line.evaluation, line.name, line.target, line.actual) for line in read] == [
        (id, one.name, one.target, one.actual) for id, one in written
    ]
    assert [(line.weight, line.score) for line in lines if line.is_total] == [(Fraction(100), Fraction("97.86"))]


def test_it_belongs_to_the_data_package_of_a_year_with_evaluations():
    files = datapackage.write(YEAR)
    described = {one["path"]: one for one in json.loads(files["datapackage.json"])["resources"]}
    assert described["performance.csv"]["rowcount"] == len(ROWS) - 1
    types = {field["name"]: field["type"] for field in described["performance.csv"]["schema"]["fields"]}
    assert (types["得分"], types["三级指标"]) == ("number", "string")
    assert "performance.csv" not in datapackage.write(appraised())


def test_only_files_of_money_alone_name_a_currency():
    files = datapackage.write(YEAR)
    described = {one["path"]: one for one in json.loads(files["datapackage.json"])["resources"]}
    assert "extraFields" in described["fiscal.csv"]
    assert "extraFields" not in described["facts.csv"]


def test_facts_keep_their_own_units():
    rows = {(row[0], row[1], row[2]): (row[3], row[4]) for row in csv_rows(csv_files.facts_csv(YEAR))}
    assert rows["P", "制卡量", "完成值"] == ("14571", "张")
    assert rows["P", "零跑动占比", "完成值"] == ("84.80", "%")
    assert rows["P", "共享数据", "完成值"] == ("232.5678", "万条")
    assert rows["E", "整体", "总分"] == ("97.86", "分")
    assert rows["E", "整体/年度资金总额", "执行数"] == ("1931300.12", "元")


def test_every_fact_can_be_read_back_from_the_two_files():
    read = csv_facts(csv_files.facts_csv(YEAR), YEAR.facts) | csv_facts(csv_files.supplement_csv(YEAR), YEAR.facts)
    assert read == {address: fact.value for address, fact in YEAR.facts.items()}


def test_next_year_takes_facts_csv_for_the_accounts_of_the_year_before(tmp_path):
    file = tmp_path / "prior.csv"
    file.write_bytes(csv_files.facts_csv(YEAR))
    figures = read_prior(file, WAN)
    assert not figures.faults
    main = {address.at("上年"): fact.value for address, fact in YEAR.facts.items() if address.phase == ""}
    assert {f.address: f.value for f in figures.facts} == {a: v for a, v in main.items() if a.statement not in "PE"}
