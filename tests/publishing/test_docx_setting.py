from dataclasses import replace

import pytest

from mingzhang.disclosure.statement import Label
from mingzhang.publishing.docx.layout import LANDSCAPE, PORTRAIT
from mingzhang.publishing.docx.setting import setting_of
from tests.publishing.full_size import statements

T1, T2, T3, T4, T5, T7 = statements()


def longer(statement, times):
    return replace(statement, body=statement.body * times)


CASES = [
    ("a short one stays as the form says, in roomy type", T5, PORTRAIT, "Roomy", 1),
    ("a wide one lies on its side", T7, LANDSCAPE, "Roomy", 1),
    ("a wide one that is too long for its side stands up", longer(T2, 2), PORTRAIT, "Small", 1),
    ("what fits no page runs over several, close, as the form says", longer(T2, 9), LANDSCAPE, "Dense", 6),
    ("and its head, repeated, counts on each of them", longer(T1, 3), PORTRAIT, "Dense", 3),
]
"""The numbers of pages are those that LibreOffice made of the same statements."""


@pytest.mark.parametrize(("_", "statement", "page", "ending", "pages"), CASES)
def test_a_statement_is_set_so_that_it_fits(_, statement, page, ending, pages):
    setting = setting_of(statement)
    assert (setting.page, setting.density.ending, setting.pages) == (page, ending, pages)


@pytest.mark.parametrize("statement", statements(), ids=lambda s: s.id)
def test_the_columns_fill_the_page_and_the_rows_never_more_than_it(statement):
    setting = setting_of(statement)
    assert sum(setting.widths) == setting.page.text_width
    assert sum(max(setting.height, need) for need in setting.needs) <= setting.room


def test_indented_words_need_room():
    name = Label("机关事业单位基本养老保险缴费支出")
    flat = replace(T5, body=((Label("208"), name, *T5.body[0][1:]),))
    deep = replace(T5, body=((Label("208"), replace(name, indent=8), *T5.body[0][1:]),))
    assert setting_of(deep).needs[-1] > setting_of(flat).needs[-1]
