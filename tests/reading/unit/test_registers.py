"""Registers: every spelling of a record reads the same, and what is no record is said with line and column."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mingzhang.books.fault import Fault, Gravity
from mingzhang.books.problem import FaultLog
from mingzhang.books.register import Field, FieldKind, Register
from mingzhang.reading.unit import csv_list
from mingzhang.reading.unit.registers import RegisterForm, read_register
from mingzhang.terms.criterion import Condition, Criterion
from mingzhang.terms.criterion import Held as Held
from tests.depth import examples

FIELDS = (
    Field("日期", FieldKind.DAY, required=True),
    Field("人群", choices=("职工", "居民"), required=True),
    Field("数量", FieldKind.NUMBER),
    Field("街道"),
)
FORM = RegisterForm("制卡", "制发卡台账", FIELDS, "registers/制卡.csv")
HEAD = "日期,人群,数量,街道\n"
FUZZ = settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read(folder: Path, content: str | bytes) -> tuple[Register, tuple[Fault, ...]]:
    """The register a file holds, and its faults."""
    path = folder / "制卡.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    log = FaultLog()
    return read_register(FORM, path, log), log.faults


def test_a_record_keeps_its_line_and_its_values(tmp_path: Path) -> None:
    register, faults = read(tmp_path, HEAD + "2021-03-05,职工,3,东街\n\n2021-3-6,居民,,\n")
    assert faults == ()
    assert [(record.line, tuple(record.values.values())) for record in register.records] == [
        (2, ("2021-03-05", "职工", 3, "东街")),
        (4, ("2021-03-06", "居民", "", "")),
    ]
    assert (register.file, register.label, len(register.digest)) == ("registers/制卡.csv", "制发卡台账", 64)


@pytest.mark.parametrize("text", ["2021-3-5", "2021/3/5", "2021年3月5日", "2021.03.05", " 2021-03-05 ", "20210305"])
def test_a_day_may_be_written_in_many_ways(tmp_path: Path, text: str) -> None:
    register, faults = read(tmp_path, f"{HEAD}{text},职工,1,\n")
    assert faults == ()
    assert register.records[0].values["日期"] == "2021-03-05"


@pytest.mark.parametrize(
    ("text", "number"),
    [("14571", 14571), ('"14,571"', 14571), ("１２", 12), ("3.0", 3), ("-2", -2), ("", ""), ("—", "")],
)
def test_a_whole_number_may_be_written_in_many_ways(tmp_path: Path, text: str, number: int | str) -> None:
    register, faults = read(tmp_path, f"{HEAD}2021-03-05,职工,{text},\n")
    assert faults == ()
    assert register.records[0].values["数量"] == number


@pytest.mark.parametrize(
    ("line", "column", "message", "mend"),
    [
        (",职工,1,", "日期", "必填", "填上"),
        ("2021-02-30,职工,1,", "日期", "没有这一天", "日期"),
        ("昨天,职工,1,", "日期", "不是日期", "2021-03-05"),
        ("2021-03-05,职公,1,", "人群", "不在“人群”可选的值之中", "“职工”"),
        ("2021-03-05,,1,", "人群", "必填", "填上"),
        ("2021-03-05,职工,1.5,", "数量", "不是整数", "整数"),
        ("2021-03-05,职工,一,", "数量", "不是整数", "文字"),
        ("2021-03-05,职工,9999999999999999,", "数量", "不是整数", "整数"),
        (f"2021-03-05,职工,1,{'街' * 501}", "街道", "超过500字", "双引号"),
        ("2021-03-05,职工,1,东\x07街", "街道", "有看不见的控制字符", "删去"),
        ("2021-03-05,职工,1,东街,西街", "第5列", "这一行的列数多于表头", "双引号"),
        ("2021-03-05,职工,1,东\0街", "", "空字符", "导出"),
        (f'2021-03-05,职工,1,"{"街" * 200_000}', "", "单元格过长", "双引号"),
    ],
)
def test_a_value_that_cannot_be_used_is_said_with_its_line(
    tmp_path: Path, line: str, column: str, message: str, mend: str
) -> None:
    _, (fault,) = read(tmp_path, f"{HEAD}2021-01-01,居民,1,东街\n{line}\n")
    assert (fault.file, fault.place, fault.column) == ("registers/制卡.csv", "第3行", column)
    assert message in fault.message
    assert mend in fault.mend


@pytest.mark.parametrize(
    ("head", "value", "message", "mend", "gravity"),
    [
        ("日期,人群,数量", "街道", "缺少栏目", "表头写上", Gravity.ERROR),
        ("日期,人群,数量,街到", "街道", "缺少栏目", "“街到”", Gravity.ERROR),
        ("日期,人群,数量,街道,街道", "街道", "栏目出现两次", "改名", Gravity.ERROR),
        ("日期,人群,数量,街道,备注", "备注", "不认识的栏目", "fields", Gravity.WARNING),
        ("日期;人群;数量;街道", "街道", "缺少栏目", "英文逗号", Gravity.ERROR),
    ],
)
def test_a_head_that_is_not_as_announced_is_said(
    tmp_path: Path, head: str, value: str, message: str, mend: str, gravity: Gravity
) -> None:
    _, faults = read(tmp_path, head + "\n")
    found = [f for f in faults if f.value == value and message in f.message]
    assert [(f.place, f.column, f.gravity) for f in found] == [("第1行", "表头", gravity)]
    assert mend in found[0].mend


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "文件是空的"),
        (b"\n\n", "文件是空的"),
        (b"\xff\xff\xff,\x81\n", "编码"),
        (b"\x89PNG\r\n\x1a\n\0\0", "空字符"),
    ],
)
def test_a_file_that_is_no_csv_is_said_to_be_none(tmp_path: Path, content: bytes, message: str) -> None:
    register, faults = read(tmp_path, content)
    assert register.records == ()
    assert message in faults[-1].message


def test_all_faults_of_a_file_come_at_once(tmp_path: Path) -> None:
    _, faults = read(tmp_path, "人群,日期,数量\n职公,昨天,半\n居民,2021-01-01,1,多\n,,1\n")
    assert [(f.place, f.column) for f in faults] == [
        ("第1行", "表头"), ("第2行", "日期"), ("第2行", "人群"), ("第2行", "数量"),
        ("第3行", "第4列"), ("第4行", "日期"), ("第4行", "人群"),
    ]  # fmt: skip


def test_very_many_faults_are_counted(tmp_path: Path) -> None:
    _, faults = read(tmp_path, HEAD + "2021-01-01,外国人,1,\n" * 1200)
    assert len(faults) == 1001
    assert "另有 200 处" in faults[-1].message


def test_a_file_longer_than_any_register_is_cut_with_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_list, "MOST_LINES", 20)
    register, faults = read(tmp_path, HEAD + "2021-01-01,居民,1,\n" * 25)
    assert len(register.records) == 20
    assert [(f.place, f.message) for f in faults] == [("第22行", "超过20行，后面的没有读取")]


def test_a_file_larger_than_any_register_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_list, "LARGEST", 100)
    register, faults = read(tmp_path, HEAD + "2021-01-01,居民,1,\n" * 25)
    assert (register.records, [f.place for f in faults]) == ((), ["文件"])


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+86", "-东街", '=HYPERLINK("http://x","y")'])
def test_what_looks_like_a_formula_is_only_text(tmp_path: Path, text: str) -> None:
    quoted = '"' + text.replace('"', '""') + '"'
    register, faults = read(tmp_path, f"{HEAD}2021-01-01,居民,1,{quoted}\n")
    assert (register.records[0].values["街道"], faults) == (text, ())


ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16")
TEXT = st.text("东西街社区甲乙 AZaz09,;'\"=（）—～", max_size=12)
RECORD = st.tuples(
    st.dates(date(1990, 1, 1), date(2100, 12, 31)),
    st.sampled_from(["职工", "居民"]),
    st.none() | st.integers(-(10**14), 10**14),
    TEXT | st.sampled_from(["=1+1", 'a"b', "甲,乙", "甲\n乙"]),
)
DAYS = ("{0:%Y-%m-%d}", "{0.year}/{0.month}/{0.day}", "{0.year}年{0.month}月{0.day}日")


def written(records: list[tuple[date, str, int | None, str]], day: str, order: list[int], end: str) -> str:
    """The records as somebody else's program may write them."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator=end)
    rows = [[field.name for field in FIELDS]]
    rows += [[day.format(d), who, "" if n is None else f"{n:,}", where] for d, who, n, where in records]
    writer.writerows([[row[at] for at in order] for row in rows])
    return out.getvalue()


@FUZZ
@given(
    records=st.lists(RECORD, max_size=8),
    encoding=st.sampled_from(ENCODINGS),
    day=st.sampled_from(DAYS),
    order=st.permutations(range(4)),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_what_is_written_is_read_back_and_known_by_the_same_digest(
    tmp_path: Path,
    records: list[tuple[date, str, int | None, str]],
    encoding: str,
    day: str,
    order: list[int],
    end: str,
) -> None:
    plain, _ = read(tmp_path, written(records, DAYS[0], [0, 1, 2, 3], "\n").encode())
    register, faults = read(tmp_path, written(records, day, order, end).encode(encoding))
    assert errors_of(faults) == []
    assert [tuple(record.values[field.name] for field in FIELDS) for record in register.records] == [
        (d.isoformat(), who, "" if n is None else n, where.strip()) for d, who, n, where in records
    ]
    assert register.digest == plain.digest


def errors_of(faults: tuple[Fault, ...]) -> list[Fault]:
    """The faults that are more than hints."""
    return [fault for fault in faults if fault.gravity is Gravity.ERROR]


@FUZZ
@given(records=st.lists(RECORD, min_size=1, max_size=8), at=st.integers(0, 7), column=st.sampled_from(["数量", "街道"]))
def test_another_value_is_another_digest(
    tmp_path: Path, records: list[tuple[date, str, int | None, str]], at: int, column: str
) -> None:
    before, _ = read(tmp_path, written(records, DAYS[0], [0, 1, 2, 3], "\n"))
    day, who, number, where = records[at % len(records)]
    changed = (day, who, (number or 0) + 1, where) if column == "数量" else (day, who, number, f"又{where}")
    records[at % len(records)] = changed
    after, _ = read(tmp_path, written(records, DAYS[0], [0, 1, 2, 3], "\n"))
    assert before.digest != after.digest


@FUZZ
@given(records=st.lists(RECORD, max_size=12))
def test_the_records_behind_a_value_count_up_to_it(
    tmp_path: Path, records: list[tuple[date, str, int | None, str]]
) -> None:
    register, _ = read(tmp_path, written(records, DAYS[1], [3, 2, 1, 0], "\n"))
    workers = Criterion("制卡", (Condition("人群", Held.IS, ("职工",)),))
    assert register.ask(workers) == len(list(register.select(workers))) == sum(r[1] == "职工" for r in records)


GOOD = (HEAD + '2021-03-05,职工,3,东街\n2021年3月6日,居民,"1,200","西,街"\n').encode()


@FUZZ
@given(junk=st.binary(max_size=300))
def test_no_bytes_break_the_reader(tmp_path: Path, junk: bytes) -> None:
    register, faults = read(tmp_path, junk)
    assert faults or register.records


@FUZZ
@given(at=st.integers(0, len(GOOD) - 1), byte=st.integers(0, 255), cut=st.booleans())
def test_no_flipped_or_missing_byte_breaks_the_reader(tmp_path: Path, at: int, byte: int, cut: bool) -> None:
    register, faults = read(tmp_path, GOOD[:at] if cut else GOOD[:at] + bytes([byte]) + GOOD[at + 1 :])
    assert all(f.place and f.message and f.mend for f in faults)
    assert all(r.values["人群"] in ("职工", "居民") for r in register.records if "人群" in r.values)
