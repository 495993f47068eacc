import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingzhang.publishing import json_file
from mingzhang.publishing.json_file import NotADisclosure, read, write
from tests.depth import examples
from tests.publishing.full_size import full_size
from tests.publishing.strategies import whole
from tests.sample import small_disclosure


@given(whole(statements=True))
@settings(max_examples=examples(8), deadline=None)
def test_what_is_written_is_read_back_equal(disclosure):
    assert read(write(disclosure)) == disclosure


def test_a_disclosure_of_real_size_comes_back_with_its_facts_in_order():
    disclosure = full_size()
    again = read(write(disclosure))
    assert again == disclosure
    assert list(again.facts) == list(disclosure.facts)


def test_same_input_same_bytes():
    assert write(small_disclosure()) == write(small_disclosure())


def test_a_fact_stands_exactly_and_as_printed_and_in_yuan():
    facts = {f["address"]: f for f in json.loads(write(small_disclosure()))["facts"]}
    fact = facts["T1[收入总计].金额"]
    assert (fact["value"], fact["shown"], fact["yuan"]) == (193_130_012, "193.13", "1931300.12")
    assert fact["trace"] == {"kind": "Computed", "terms": [{"sign": 1, "address": "T1[本年收入合计].金额"}]}


def test_chinese_is_written_as_it_is_and_the_schema_stands_first():
    data = write(small_disclosure())
    assert "人力资源和社会保障" in data.decode()
    assert next(iter(json.loads(data))) == "schema"


FAULTS = [
    (lambda d: d["entity"].pop("name"), "entity：缺少 name"),
    (lambda d: d["entity"].update(kind="公司"), "entity / kind：这里应当是“行政单位”"),
    (lambda d: d.update(year="2021"), "year：这里应当是整数"),
    (lambda d: d["facts"][0].update(address="T1"), "facts / 第1项 / address：这里应当是数据项地址"),
    (lambda d: d["facts"][2]["trace"].update(kind="Guessed"), "facts / 第3项 / trace：kind 应当是 Selected、"),
    (lambda d: d.update(facts={}), "facts：这里应当是列表"),
    (lambda d: d.update(schema="mingzhang/disclosure/99"), "请用明账重新发布"),
]


@pytest.mark.parametrize(("break_it", "message"), FAULTS)
def test_a_fault_is_told_with_its_place(break_it, message):
    data = json.loads(write(small_disclosure()))
    break_it(data)
    with pytest.raises(NotADisclosure, match=r".") as caught:
        read(json.dumps(data).encode())
    assert message in str(caught.value)


def json_values():
    leaves = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
    return st.recursive(leaves, lambda v: st.lists(v, max_size=3) | st.dictionaries(st.text(max_size=5), v, max_size=3))


@given(st.binary(max_size=40) | json_values().map(lambda v: json.dumps(v).encode()))
def test_any_other_file_is_refused_in_words(data):
    with pytest.raises(NotADisclosure):
        read(data)


@settings(max_examples=examples(10))
@given(st.sampled_from(["entity", "parts", "statements", "facts", "year", "title"]), json_values())
def test_a_field_of_any_other_shape_is_refused_or_read(key, value):
    data = json.loads(write(small_disclosure())) | {key: value}
    try:
        again = read(json.dumps(data).encode())
    except NotADisclosure:
        return
    assert read(write(again)) == again


def test_the_writer_is_the_registered_one():
    assert json_file.SCHEMA == "mingzhang/disclosure/1"
