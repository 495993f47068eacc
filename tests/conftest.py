"""What the whole suite shares: the example years, built once."""

from pathlib import Path

import pytest

from mingzhang.workflows.build import Built, build

EXAMPLES = Path(__file__).parents[1] / "examples"
CENTRE = EXAMPLES / "information-centre-2021"
DEPARTMENT = EXAMPLES / "department-2023"


@pytest.fixture(scope="session")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The information centre's year, published as data and workbook."""
    return build(CENTRE, tmp_path_factory.mktemp("centre"), ("json", "csv", "xlsx"))


@pytest.fixture(scope="session")
def department(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The department's year, published as data."""
    return build(DEPARTMENT, tmp_path_factory.mktemp("department"), ("json", "csv"))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the properties, so that the slow suite can search them deeper."""
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker(pytest.mark.law)
