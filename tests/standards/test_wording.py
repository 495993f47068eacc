"""The wording files: every one can be written with in every year; a spoiled one is refused with all its faults."""

import copy
import re
import tomllib
from importlib.resources import files

import pytest

from mingzhang.narrative.blocks import check
from mingzhang.standards.wording import BadWording, Table, load_glossary, load_wording, profiles, wording_of


def raw(profile: str) -> Table:
    path = files("mingzhang.standards") / "data" / "wording" / f"{profile}.toml"
    return copy.deepcopy(tomllib.loads(path.read_text("utf-8")))


@pytest.mark.parametrize("year", range(2018, 2026))
@pytest.mark.parametrize("profile", profiles())
def test_every_wording_fits_in_every_year(profile: str, year: int) -> None:
    assert check(load_wording(profile, year)) == ()


@pytest.mark.parametrize("profile", profiles())
def test_every_wording_says_where_it_comes_from(profile: str) -> None:
    table = raw(profile)
    assert table["id"] == profile
    assert table["reference"]
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(table["verified_on"]))


@pytest.mark.parametrize("profile", profiles())
def test_no_wording_keeps_leftovers_of_a_template(profile: str) -> None:
    for key, sentence in load_wording(profile, 2024).sentences.items():
        assert not re.search(r"X{2,}|×{2,}|增加（减少）|如持平|……|部门（单位）", sentence.text), key


def test_what_changed_later_does_not_hold_before() -> None:
    assert load_wording("central", 2021).words["three_scope"] == "一般公共预算财政拨款"
    assert load_wording("central", 2022).words["three_scope"] == "财政拨款"
    assert "通用设备" in load_wording("central", 2021).sentences["assets.equipment"].text
    assert "不含车辆" in load_wording("central", 2022).sentences["assets.equipment"].text
    assert load_wording("shanghai-2024", 2023).words["three_scope"] == "一般公共预算财政拨款"


def test_an_unknown_profile_names_those_there_are() -> None:
    with pytest.raises(BadWording, match="hubei-2021"):
        load_wording("atlantis", 2021)


def test_all_faults_are_told_at_once() -> None:
    table = raw("hubei-2021")
    table["sentences"]["overall.changed"] = "{year}年度收、支总计{sum}。"
    table["sentences"]["overall.chnaged"] = "{year}年度。"
    del table["sentences"]["income.part"]
    table["part"][0]["heading"] = "{nmae}概况"
    table["part"][0]["section"][0]["blocks"] = ["overview.dutties"]
    table["words"]["total"] = "总计"
    with pytest.raises(BadWording) as refused:
        wording_of(table, 2021)
    for part in ("{sum}", "overall.chnaged", "缺少句式 income.part", "{nmae}", "overview.dutties", "总计|total"):
        assert re.search(part.replace("{", r"\{"), str(refused.value)), part


@pytest.mark.parametrize("spoil", ["{year", "{收入}", "**粗"])
def test_a_spoiled_sentence_is_refused_by_name(spoil: str) -> None:
    table = raw("central")
    table["sentences"]["overall.alone"] = spoil
    with pytest.raises(BadWording, match="central"):
        wording_of(table, 2023)


def test_an_unknown_habit_is_refused() -> None:
    table = raw("central")
    table["style"]["percentt"] = 1
    with pytest.raises(BadWording, match="percentt"):
        wording_of(table, 2023)


def test_a_threshold_is_an_exact_number() -> None:
    table = raw("central")
    table["style"]["threshold"] = 0.1
    assert wording_of(table, 2023).style.threshold * 10 == 1


def test_terms_are_unique_and_end_their_sentence() -> None:
    terms = load_glossary().terms
    assert len({term.name for term in terms}) == len(terms)
    assert all(term.text.text.startswith("指") and term.text.text.endswith("。") for term in terms)


def test_explanations_are_keyed_by_item_codes() -> None:
    glossary = load_glossary()
    assert all(re.fullmatch(r"2\d{6}", code) for code in glossary.codes)
    assert all(text.startswith("反映") for text in (*glossary.codes.values(), *glossary.items.values()))
