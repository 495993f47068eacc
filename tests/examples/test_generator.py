"""The generated files are what the generator makes, byte for byte, and small enough to keep."""

from pathlib import Path

import pytest

from examples.generator.__main__ import main

from .ledger import EXAMPLES


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("examples")
    main(root)
    return root


def generated(root: Path) -> dict[str, bytes]:
    """The CSV files of the examples by name, without what `make run` built from them in out/."""
    paths = {path.relative_to(root): path for path in sorted(root.rglob("*.csv"))}
    return {name.as_posix(): path.read_bytes() for name, path in paths.items() if "out" not in name.parts}


def test_generator_makes_the_committed_bytes(made):
    fresh, kept = generated(made), generated(EXAMPLES)
    assert sorted(fresh) == sorted(kept)
    for name, content in fresh.items():
        assert content == kept[name], name


def test_files_stay_small(made):
    assert all(len(content) < 900_000 for content in generated(made).values())
