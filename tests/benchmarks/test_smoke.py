"""The benchmarks at their smallest: invented books, statements against the bare scan, files that are imported again."""

import pytest

from benchmarks import auditing, backward, importing, reading, registers, scans, statements
from benchmarks.documents import OURS
from benchmarks.timing import Failed, run_once, script
from mingzhang.engines.duck import DuckEngine
from mingzhang.engines.synthetic import LEAST, synthetic
from mingzhang.engines.vouchers import unbalanced


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    return synthetic(LEAST, tmp_path_factory.mktemp("books") / "snapshot")


def test_invented_books_have_the_size_asked_for_and_balance(snapshot):
    balances = DuckEngine(snapshot).balances()
    assert snapshot.count == LEAST
    assert sum(b.debit for b in balances) == sum(b.credit for b in balances) > 0
    assert list(unbalanced(snapshot)) == []


@pytest.mark.slow
def test_invented_books_are_the_same_every_time(snapshot, tmp_path):
    again = synthetic(LEAST, tmp_path / "again")
    assert again.digest == snapshot.digest
    assert DuckEngine(again).balances() == DuckEngine(snapshot).balances()


def test_invented_books_are_closed(snapshot):
    left = [b for b in DuckEngine(snapshot).balances() if b.account[0] in "67"]
    assert sum(b.debit - b.credit for b in left) == 0


@pytest.mark.parametrize("count", [LEAST - 4, LEAST + 1])
def test_a_size_that_cannot_be_made_is_refused(count, tmp_path):
    with pytest.raises(ValueError, match="4 的倍数"):
        synthetic(count, tmp_path)


def test_a_contender_that_fails_stops_the_benchmark(tmp_path):
    with pytest.raises(Failed):
        run_once(script("floor_scan", tmp_path / "nothing.parquet"))


@pytest.mark.slow
def test_statements_are_measured_and_agree(tmp_path):
    found = statements.run(statements.Plan((LEAST,), 0), tmp_path, lambda _: None)
    assert [m.name for m in found] == [statements.OURS, statements.SUMS, statements.SCAN, statements.GROUP]
    assert all(0 < m.spread[0] <= m.seconds <= m.spread[1] for m in found)


@pytest.mark.slow
def test_measures_of_many_units_are_measured_and_agree(tmp_path):
    found = registers.run(registers.Plan(20_000, 50, 1), tmp_path, lambda _: None)
    assert [m.name for m in found] == [registers.SCORED, registers.COUNTED, registers.SCAN, registers.GROUP]


@pytest.mark.slow
def test_imports_are_measured_and_agree(tmp_path):
    found = importing.run((LEAST,), tmp_path, lambda _: None)
    assert {m.name.split()[0] for m in found} == {"CSV", "XLSX", "XML"}


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    from benchmarks.publishing import EXAMPLE
    from mingzhang.workflows.build import build

    out = tmp_path_factory.mktemp("published")
    build(EXAMPLE, out, ("pdf",))
    return out / "disclosure.pdf"


@pytest.mark.slow
def test_reading_is_measured_and_agrees_cell_by_cell(pdf, tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "groups", lambda work: {OURS: [pdf]})
    (found,) = reading.run(1, tmp_path, lambda _: None)
    assert found.cells > 500
    assert found.times(reading.PDFPLUMBER) > found.times(reading.OURS) == 1 > found.times(reading.FLOOR) > 0


@pytest.mark.slow
def test_audits_are_measured(pdf, tmp_path, monkeypatch):
    monkeypatch.setattr(auditing, "groups", lambda work: {OURS: [pdf]})
    (found,) = auditing.run(2, 1, tmp_path, lambda _: None)
    assert found.seconds(25) > 0
    assert found.batches.keys() == {"1", "2"}
    assert "## 审核" in backward.tables([], [found], [], None)[0]


@pytest.mark.slow
def test_pages_drawn_as_pictures_are_read_back(pdf, tmp_path, monkeypatch):
    pytest.importorskip("rapidocr")
    monkeypatch.setattr(scans, "groups", lambda work: {OURS: [pdf.rename(tmp_path / "hubei.pdf")]})
    (found,) = scans.run(3, tmp_path, lambda _: None)
    assert found.pages == 3
    assert found.right <= found.cells
