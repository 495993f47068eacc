"""名词解释: exactly what the document uses."""

from dataclasses import replace

from mingzhang.narrative.glossary import explanation, used_codes, used_terms
from mingzhang.narrative.texts import Texts
from mingzhang.narrative.write import write
from tests.narrative.department import department_context
from tests.narrative.reading import text_of
from tests.narrative.sample import changed, sample_context


def names(text: str, **values: int) -> list[str]:
    context = replace(sample_context(), facts={})
    return [term.name for term in used_terms(changed(context, values), text)]


def test_a_term_is_used_when_its_name_stands_in_the_text() -> None:
    assert names("本年项目支出有所增加，机关运行经费下降。") == ["项目支出", "机关运行经费"]


def test_a_term_is_used_when_its_figure_is_not_zero() -> None:
    assert names("", **{"T1[事业收入].金额": 100, "T1[经营收入].金额": 0}) == ["事业收入"]


def test_a_longer_name_hides_the_shorter_inside_it() -> None:
    assert names("一般公共预算财政拨款收入增加。") == ["一般公共预算财政拨款收入"]


def test_every_item_with_a_figure_is_explained_with_its_path() -> None:
    context = sample_context()
    assert used_codes(context) == tuple(sorted(code for code in context.names if len(code) == 7))
    glossary = text_of(part for part in write(context).parts if part.id == "glossary")
    for code in used_codes(context):
        assert f"{context.path(code)}：反映" in glossary


def test_an_item_without_figures_is_not_explained() -> None:
    context = sample_context()
    gone = {a: replace(f, value=0) if a.row == "2210202" else f for a, f in context.facts.items()}
    assert "2210202" not in used_codes(replace(context, facts=gone))


def test_own_words_come_before_the_list_and_the_name_is_the_last_resort() -> None:
    context = department_context("central", 2023)
    own = replace(context, texts=Texts(explanations={"2080505": "反映本部门养老保险缴费"}))
    assert explanation(own, "2080505")[0] == "反映本部门养老保险缴费。"
    assert explanation(context, "2080505")[0].startswith("反映机关事业单位实施养老保险制度")
    named = replace(context, names={**context.names, "2200150": "事业运行", "2110402": "农村环境保护"})
    text, owed = explanation(named, "2110402")
    assert text == "反映农村环境保护方面的支出。"
    assert owed.owed[0].line == '"2110402" = ""'


def test_a_remainder_item_is_explained_by_what_stands_above_it() -> None:
    above = {"208": "社会保障和就业支出", "20899": "其他社会保障和就业支出", "2089999": "其他社会保障和就业支出"}
    context = replace(sample_context(), names=above)
    assert explanation(context, "2089999")[0] == "反映除已单独列示的科目以外，用于社会保障和就业方面的其他支出。"
