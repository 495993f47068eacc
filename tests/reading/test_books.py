"""The doors: the same vouchers through any of them are the same postings; what is wrong is named, all at once."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mingzhang.books.fault import Fault, Gravity
from mingzhang.books.posting import Posting
from mingzhang.reading.mapping import dump_mapping, parse_mapping, suggestion
from mingzhang.terms.classification import FundSource, Nature
from tests.depth import examples
from tests.reading.ledgers import (
    DOORS,
    GENERAL,
    GRANT,
    HEADERS,
    PAYMENT,
    REVERSAL,
    VOUCHERS,
    Row,
    as_csv,
    as_parquet,
    as_xlsx,
    as_xml,
    read,
    row,
)  # fmt: skip


def placeless(postings: list[Posting]) -> list[Posting]:
    """The postings without where they were read."""
    return [replace(posting, file="", place="") for posting in postings]


@pytest.mark.parametrize("door", DOORS)
def test_a_voucher_line_comes_through_every_door_with_all_its_dimensions(door: str, tmp_path: Path) -> None:
    postings, faults = read(DOORS[door](VOUCHERS, tmp_path / f"凭证.{door}"))
    assert faults == ()
    assert len(postings) == len(VOUCHERS)
    first = postings[0]
    assert (first.entity, str(first.date), first.voucher, first.line) == ("001", "2021-03-05", "记-1", 1)
    assert (first.account, first.function, first.economic) == ("7201", "2080150", "30201")
    assert (first.fund, first.nature, first.debit, first.credit) == (FundSource.GENERAL, Nature.BASIC, 10_001, 0)
    assert postings[-1].credit == -10_001


amounts = st.integers(-(10**11), 10**11).filter(bool)
plain_text = st.text(st.characters(categories=("L", "N"), max_codepoint=0xFFFF), min_size=1, max_size=12)


@st.composite
def ledgers(draw: st.DrawFn) -> list[Row]:
    """Balanced vouchers with believable dimensions."""
    rows: list[Row] = []
    for number in range(draw(st.integers(1, 4))):
        amount = draw(amounts)
        yuan = f"{'-' if amount < 0 else ''}{abs(amount) // 100}.{abs(amount) % 100:02d}"
        words = {
            "凭证号": f"记-{number}",
            "摘要": draw(plain_text),
            "凭证日期": f"2021-{draw(st.integers(1, 12)):02d}-05",
        }
        spending = draw(st.sampled_from(PAYMENT[:1] + GRANT[1:]))
        side, other = ("借方金额", "贷方金额") if spending["借方金额"] else ("贷方金额", "借方金额")
        rows.append({**spending, **words, "行号": "1", side: yuan})
        rows.append({**row(科目编码="8001"), **words, "行号": "2", other: yuan})
    return rows


@settings(max_examples=examples(5), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ledgers())
def test_all_doors_give_the_same_postings(tmp_path_factory: pytest.TempPathFactory, rows: list[Row]) -> None:
    folder = tmp_path_factory.mktemp("doors")
    read_back = {door: read(write(rows, folder / f"a.{door}")) for door, write in DOORS.items()}
    expected, faults = read_back["csv"]
    assert faults == ()
    for door, (postings, found) in read_back.items():
        assert found == (), door
        assert placeless(postings) == placeless(expected), door


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_csv_in_the_encodings_and_delimiters_that_occur(encoding: str, delimiter: str, tmp_path: Path) -> None:
    postings, faults = read(as_csv(VOUCHERS, tmp_path / "a.csv", encoding, delimiter))
    assert (len(postings), faults) == (len(VOUCHERS), ())


@pytest.mark.parametrize(
    "written", ["2021-03-05", "2021/3/5", "2021.3.5", "2021年3月5日", "20210305", "2021-03-05 00:00:00"]
)
def test_a_day_in_the_spellings_that_occur(written: str, tmp_path: Path) -> None:
    postings, faults = read(as_csv([{**line, "凭证日期": written} for line in PAYMENT], tmp_path / "a.csv"))
    assert faults == ()
    assert {str(posting.date) for posting in postings} == {"2021-03-05"}


@pytest.mark.parametrize(
    ("written", "fen"),
    [
        ("100.01", 10_001),
        ("1,234.50", 123_450),
        ("１２３.４", 12_340),
        ("-5", -500),
        ("(5.00)", -500),
        ("100元", 10_000),
    ],
)
def test_an_amount_in_the_spellings_that_occur(written: str, fen: int, tmp_path: Path) -> None:
    lines = [{**PAYMENT[0], "借方金额": written}, {**PAYMENT[1], "贷方金额": written}]
    postings, faults = read(as_csv(lines, tmp_path / "a.csv"))
    assert [f for f in faults if f.gravity is Gravity.ERROR] == []
    assert [posting.debit + posting.credit for posting in postings] == [fen, fen]


def errors(rows: Sequence[Row], tmp_path: Path, year: int = 2021) -> list[Fault]:
    """The errors a reading of these rows finds."""
    return [f for f in read(as_csv(rows, tmp_path / "凭证.csv"), year=year)[1] if f.gravity is Gravity.ERROR]


@pytest.mark.parametrize(
    ("change", "column", "message"),
    [
        ({"凭证日期": "2020-12-31"}, "凭证日期", "日期不在2021年度内"),
        ({"凭证日期": ""}, "凭证日期", "没有凭证日期"),
        ({"凭证日期": "三月五日"}, "凭证日期", ""),
        ({"凭证号": ""}, "凭证号", "没有凭证号"),
        ({"科目编码": "7999"}, "科目编码", "科目表中没有"),
        ({"功能分类": ""}, "功能分类", "缺支出功能分类"),
        ({"功能分类": "208"}, "功能分类", ""),
        ({"部门经济分类": ""}, "部门经济分类", "缺部门支出经济分类"),
        ({"部门经济分类": "39999999"}, "部门经济分类", ""),
        ({"资金性质": ""}, "资金性质", ""),
        ({"资金性质": "外国援款"}, "资金性质", ""),
        ({"支出性质": ""}, "支出性质", ""),
        ({"借方金额": "壹佰元"}, "借方金额", "不是金额"),
        ({"借方金额": "1.005"}, "借方金额", ""),
        ({"借方金额": "", "贷方金额": ""}, "借方金额", "没有金额"),
        ({"贷方金额": "3.00"}, "贷方金额", "都有金额"),
    ],
)
def test_what_is_wrong_with_a_line_is_named_with_place_and_mend(
    change: Row, column: str, message: str, tmp_path: Path
) -> None:
    (fault,) = errors([{**PAYMENT[0], **change}, PAYMENT[1]], tmp_path)
    assert (fault.file, fault.place, fault.column) == ("凭证.csv", "第2行", column)
    assert message in fault.message
    assert fault.mend


@pytest.mark.parametrize(
    ("code", "gravity"),
    [("2080504", Gravity.ERROR), ("2010704", Gravity.WARNING), ("2089998", Gravity.WARNING)],
    ids=["retired, seen in documents", "retired as far as is known", "not in the list"],
)
def test_only_what_is_certain_of_a_code_is_an_error(code: str, gravity: Gravity, tmp_path: Path) -> None:
    _, faults = read(as_csv([{**PAYMENT[0], "功能分类": code}, PAYMENT[1]], tmp_path / "a.csv"))
    assert [(f.gravity, f.column, f.value) for f in faults] == [(gravity, "功能分类", code)]


def test_before_the_accounting_system_of_2019_another_door_is_named(tmp_path: Path) -> None:
    lines = [{**line, "凭证日期": "2018-03-05"} for line in PAYMENT]
    assert "报表工作簿" in errors(lines, tmp_path, 2018)[0].mend


def test_the_mapping_that_a_fault_suggests_can_be_read() -> None:
    assert parse_mapping(suggestion(["记账编号"])).columns == {"记账编号": ""}
    mapping = parse_mapping('["栏目"]\n"记账编号" = "凭证号"\n')
    assert parse_mapping(dump_mapping(mapping)) == mapping


def test_all_faults_come_at_once(tmp_path: Path) -> None:
    spoiled = [{**PAYMENT[0], "凭证日期": "2020-01-01", "借方金额": "x"}, {**PAYMENT[1], "科目编码": "9999"}]
    assert len(errors(spoiled, tmp_path)) == 3


def test_a_total_between_the_lines_is_passed_over_and_said(tmp_path: Path) -> None:
    total = {**dict.fromkeys(HEADERS, ""), "凭证日期": "合计", "借方金额": "100.01", "贷方金额": "100.01"}
    postings, faults = read(as_csv([*PAYMENT, total, *GRANT], tmp_path / "a.csv"))
    assert len(postings) == 4
    assert [(f.gravity, f.message) for f in faults] == [(Gravity.WARNING, "跳过了合计行")]


def test_a_red_reversal_is_nothing_wrong(tmp_path: Path) -> None:
    postings, faults = read(as_csv([*PAYMENT, *REVERSAL], tmp_path / "a.csv"))
    assert faults == ()
    assert sum(posting.debit for posting in postings) == 0


def test_a_number_of_eighteen_digits_was_rounded_by_the_spreadsheet(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for column, header in enumerate(HEADERS):
            sheet.write_string(0, column, header)
        for line, entry in enumerate(PAYMENT, 1):
            for column, header in enumerate(HEADERS):
                sheet.write_string(line, column, entry[header])
        sheet.write_number(1, HEADERS.index("项目"), 420199001123456789)
    faults = [f for f in read(path)[1] if f.gravity is Gravity.ERROR]
    assert any("15位" in f.message + f.mend for f in faults)


def test_merged_cells_are_read_as_every_line_having_them(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for column, header in enumerate(HEADERS):
            sheet.write_string(0, column, header)
        for line, entry in enumerate(PAYMENT, 1):
            for column, header in enumerate(HEADERS[2:], 2):
                sheet.write_string(line, column, entry[header])
        sheet.merge_range(1, 0, 2, 0, "2021-03-05")
        sheet.merge_range(1, 1, 2, 1, "记-1")
    postings, faults = read(path)
    assert [f for f in faults if f.gravity is Gravity.ERROR] == []
    assert [posting.voucher for posting in postings] == ["记-1", "记-1"]


def test_amounts_typed_as_text_in_a_workbook_are_read(tmp_path: Path) -> None:
    postings, faults = read(as_xlsx(PAYMENT, tmp_path / "a.xlsx", numbers=False))
    assert [f for f in faults if f.gravity is Gravity.ERROR] == []
    assert postings[0].debit == 10_001


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx", "a.parquet", "a.xml"])
def test_an_empty_file_is_a_fault(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"")
    postings, faults = read(path)
    assert postings == []
    assert faults
    assert all(fault.mend for fault in faults)


def test_only_headers_are_no_books(tmp_path: Path) -> None:
    postings, faults = read(as_csv([], tmp_path / "a.csv"))
    assert postings == []
    assert faults[0].gravity is Gravity.ERROR


def test_headers_in_english_are_understood(tmp_path: Path) -> None:
    english = dict(
        zip(HEADERS, ("date", "voucher", "line", "summary", "account", "function", "economic", "fund", "nature",
                      "project", "counterparty", "debit", "credit"), strict=True)
    )  # fmt: skip
    lines = [{english[name]: value for name, value in line.items()} for line in PAYMENT]
    postings, faults = read(as_csv(lines, tmp_path / "a.csv"))
    assert faults == ()
    assert placeless(postings) == placeless(read(as_csv(PAYMENT, tmp_path / "b.csv"))[0])


def test_own_headers_are_learnt_from_a_mapping(tmp_path: Path) -> None:
    own = [{("记账编号" if name == "凭证号" else name): value for name, value in line.items()} for line in PAYMENT]
    path = as_csv(own, tmp_path / "a.csv")
    _, faults = read(path)
    assert any("记账编号" in fault.value + fault.message + fault.mend for fault in faults)
    mapping = parse_mapping('["栏目"]\n"记账编号" = "凭证号"\n')
    assert len(read(path, mapping=mapping)[0]) == 2


def test_a_trial_balance_stands_in_for_vouchers(tmp_path: Path) -> None:
    heads = (
        "科目编码", "功能分类", "部门经济分类", "资金性质", "支出性质", "年初借方余额", "年初贷方余额", "借方发生额",
        "贷方发生额", "年末借方余额", "年末贷方余额",
    )  # fmt: skip
    lines = [
        ("8001", "", "", "", "", "10.00", "", "50.00", "30.00", "30.00", ""),
        ("8101", "2080150", "", GENERAL, "", "", "10.00", "", "", "", "10.00"),
        ("6001", "2080150", "", GENERAL, "", "", "", "", "50.00", "", "50.00"),
        ("7201", "2080150", "30201", GENERAL, "基本支出", "", "", "30.00", "", "30.00", ""),
    ]
    path = as_csv([dict(zip(heads, line, strict=True)) for line in lines], tmp_path / "余额表.csv")
    postings, faults = read(path)
    assert [f for f in faults if f.gravity is Gravity.ERROR] == []
    assert sum(p.debit - p.credit for p in postings if p.opening) == 0
    assert [(p.account, p.debit) for p in postings if p.account == "7201"] == [("7201", 3_000)]


def test_a_trial_balance_that_does_not_add_up_is_refused(tmp_path: Path) -> None:
    heads = ("科目编码", "年初借方余额", "借方发生额", "贷方发生额", "年末借方余额")
    path = as_csv(
        [dict(zip(heads, ("8001", "10.00", "50.00", "30.00", "31.00"), strict=True))], tmp_path / "余额表.csv"
    )
    assert [f for f in read(path)[1] if f.gravity is Gravity.ERROR]


def test_an_xml_that_reaches_outside_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("记-秘密", "utf-8")
    path = as_xml(PAYMENT, tmp_path / "a.xml")
    doctype = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    text = path.read_text("utf-8").replace("?>", f"?>{doctype}", 1)
    path.write_text(text.replace("购办公用品", "&e;"), "utf-8")
    postings, faults = read(path)
    assert not any("秘密" in posting.summary for posting in postings)
    assert faults or postings == []


def test_values_in_value_children_are_read(tmp_path: Path) -> None:
    path = as_xml(PAYMENT, tmp_path / "a.xml")
    text = path.read_text("utf-8")
    plain, nested = "<借方本币金额>100.01<", "<借方本币金额><Value>100.01</Value><"
    path.write_text(text.replace(plain, nested), "utf-8")
    assert read(path)[0][0].debit == 10_001


def test_two_files_are_one_set_of_books(tmp_path: Path) -> None:
    postings, faults = read(as_csv(PAYMENT, tmp_path / "a.csv"), as_parquet(GRANT, tmp_path / "b.parquet"))
    assert faults == ()
    assert [posting.file for posting in postings] == ["a.csv", "a.csv", "b.parquet", "b.parquet"]


def test_a_note_under_the_table_is_passed_over_and_said(tmp_path: Path) -> None:
    note = {**dict.fromkeys(HEADERS, ""), "凭证日期": "制表人：张会计", "摘要": "审核：李主任"}
    postings, faults = read(as_csv([*PAYMENT, note], tmp_path / "a.csv"))
    assert len(postings) == 2
    assert [(f.gravity, f.message) for f in faults] == [(Gravity.WARNING, "跳过了说明行")]


@pytest.mark.parametrize(
    "written", ["2080150", "2080150 事业运行", "[2080150]事业运行", "事业运行（2080150）", "208.01.50"]
)
def test_a_code_in_the_spellings_that_occur(written: str, tmp_path: Path) -> None:
    postings, faults = read(as_csv([{**PAYMENT[0], "功能分类": written}, PAYMENT[1]], tmp_path / "a.csv"))
    assert faults == ()
    assert postings[0].function == "2080150"


def test_date_and_number_may_stand_on_a_voucher_s_first_line_only(tmp_path: Path) -> None:
    printed = [
        PAYMENT[0],
        {**PAYMENT[1], "凭证日期": "", "凭证号": ""},
        GRANT[0],
        {**GRANT[1], "凭证日期": "", "凭证号": ""},
    ]
    postings, faults = read(as_csv(printed, tmp_path / "a.csv"))
    assert faults == ()
    assert [posting.voucher for posting in postings] == ["记-1", "记-1", "记-2", "记-2"]


def test_a_line_after_a_balanced_voucher_belongs_to_none(tmp_path: Path) -> None:
    stray = {**PAYMENT[0], "凭证日期": "", "凭证号": ""}
    faults = [f for f in read(as_csv([*PAYMENT, stray], tmp_path / "a.csv"))[1] if f.gravity is Gravity.ERROR]
    assert {fault.column for fault in faults} == {"凭证日期", "凭证号"}
