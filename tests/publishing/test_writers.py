import pytest

from mingzhang.publishing.writers import FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_a_writer(name):
    assert callable(FORMATS[name].writer())


def test_no_two_formats_write_the_same_file():
    files = [format.file for format in FORMATS.values() if format.file]
    assert len(set(files)) == len(files)
