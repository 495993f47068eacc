"""A question to a stored register gives what the same question gives to its records one by one."""

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mingzhang.books.register import Field, FieldKind, Record, Register
from mingzhang.engines.register_store import RegisterStore, UnknownField
from mingzhang.terms.criterion import Condition, Criterion, Held
from tests.depth import examples

TEXTS, NUMBERS, DAYS = ("", "职工", "居民", "学生"), (0, 1, 7, -3), ("2021-01-05", "2021-06-30", "2021-12-31")
FIELDS = (Field("单位"), Field("人群"), Field("数量", FieldKind.NUMBER), Field("日期", FieldKind.DAY))

rows = st.lists(
    st.tuples(st.sampled_from(("甲", "乙")), st.sampled_from(TEXTS), st.sampled_from((*NUMBERS, "")),
              st.sampled_from((*DAYS, ""))),
    min_size=1, max_size=12,
)  # fmt: skip


def conditions(field, values):
    some = st.lists(st.sampled_from(values), min_size=1, max_size=2).map(tuple)
    listed = st.builds(Condition, st.just(field), st.sampled_from((Held.IS, Held.IS_NOT)), some)
    ends = st.builds(
        Condition,
        st.just(field),
        st.sampled_from((Held.FROM, Held.TO)),
        st.sampled_from(values).map(lambda v: (v,)),
    )
    blanks = st.builds(Condition, st.just(field), st.sampled_from((Held.BLANK, Held.FILLED)))
    return st.one_of(listed, ends, blanks)


any_condition = st.one_of(conditions("人群", TEXTS[1:]), conditions("数量", NUMBERS), conditions("日期", DAYS))
criteria = st.builds(
    lambda chosen, taken: Criterion("制卡", tuple(chosen), **taken),
    st.lists(any_condition, max_size=3),
    st.sampled_from(({}, {"sums": "数量"}, {"distinct": "人群"}, {"distinct": "日期"})),
)


def stored(found, path):
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE r (单位 VARCHAR, 人群 VARCHAR, 数量 BIGINT, 日期 DATE)")
        blank = [tuple(None if value == "" and at > 1 else value for at, value in enumerate(row)) for row in found]
        connection.executemany("INSERT INTO r VALUES (?, ?, ?, ?)", blank)
        connection.execute(f"COPY r TO '{path}' (FORMAT parquet)")
    return RegisterStore((path,))


@settings(max_examples=examples(40), deadline=None)
@given(found=rows, asked=st.lists(criteria, min_size=1, max_size=4))
def test_units_in_one_pass_count_as_their_records_do(found, asked, tmp_path_factory):
    store = stored(found, tmp_path_factory.mktemp("store") / "制卡.parquet")
    values = store.values({str(n): criterion for n, criterion in enumerate(asked)})
    for unit in {row[0] for row in found}:
        names = [field.name for field in FIELDS]
        records = tuple(
            Record(n, dict(zip(names, row, strict=True))) for n, row in enumerate(found, 2) if row[0] == unit
        )
        register = Register("制卡", "制卡台账", FIELDS, records, "制卡.csv", "")
        assert list(values[unit].values()) == [register.ask(criterion) for criterion in asked]


def test_a_column_the_register_does_not_have_is_named(tmp_path):
    store = stored([("甲", "职工", 1, "2021-01-05")], tmp_path / "制卡.parquet")
    with pytest.raises(UnknownField, match="没有“渠道”这一列"):
        store.values({"a": Criterion("制卡", (Condition("渠道", Held.IS, ("窗口",)),))})
