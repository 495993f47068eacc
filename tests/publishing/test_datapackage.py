import hashlib
import json

from mingzhang.publishing import datapackage
from tests.publishing.full_size import full_size
from tests.publishing.readback import csv_rows


def test_every_file_is_described_with_its_digest_size_and_rows():
    files = dict(datapackage.write(full_size()))
    package = json.loads(files.pop("datapackage.json"))
    assert [r["path"] for r in package["resources"]] == list(files)
    for resource in package["resources"]:
        data = files[resource["path"]]
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert resource["bytes"] == len(data)
        if "schema" in resource:
            header, *rows = csv_rows(data)
            assert resource["rowcount"] == len(rows)
            assert [field["name"] for field in resource["schema"]["fields"]] == header


def test_fiscal_columns_carry_the_column_types_of_the_fiscal_data_package():
    package = json.loads(datapackage.write(full_size())["datapackage.json"])
    fiscal = next(r for r in package["resources"] if r["name"] == "fiscal")
    types = {f["name"]: f["columnType"] for f in fiscal["schema"]["fields"]}
    assert types["function_code"] == "functional-classification:generic:code"
    assert (types["value"], types["direction"], types["year"]) == ("value", "direction", "date:fiscal-year")
    assert package["created"] == "2022-10-18T00:00:00+08:00"


def test_fiscal_lines_count_nothing_twice():
    header, *rows = csv_rows(datapackage.write(full_size())["fiscal.csv"])
    lines = [dict(zip(header, row, strict=True)) for row in rows]
    assert {len(line["function_code"]) for line in lines} == {7}
    assert not {line["kind"] for line in lines} & {"本年收入合计", "本年支出合计"}
    assert {line["direction"] for line in lines} == {"revenue", "expenditure"}
    assert {line["function"] for line in lines if line["function_code"] == "2080108"} == {"信息化建设"}


def test_names_are_those_a_data_package_allows():
    package = json.loads(datapackage.write(full_size())["datapackage.json"])
    names = [package["name"], *(r["name"] for r in package["resources"])]
    assert all(set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-_./") for name in names)
    assert len(set(names)) == len(names)
