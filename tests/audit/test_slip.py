"""Slips of the pen: which numbers they make of which."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from mingzhang.audit.slip import Kind, slips

numbers = st.integers(100, 10**9)


@pytest.mark.parametrize(
    ("printed", "wanted", "tolerance", "kind", "meant"),
    [
        (6940, 9641, 5, Kind.SWAP, 9640),
        (-1250, 1250, 0, Kind.SIGN, 1250),
        (123450, 12345, 0, Kind.SHIFT, 12345),
        (452, 45200, 0, Kind.SHIFT, 45200),
        (1234, 12534, 0, Kind.DROPPED, 12534),
        (11234, 1234, 0, Kind.DOUBLED, 1234),
        (6330, 6430, 0, Kind.DIGIT, 6430),
        (6330, 6434, 4, Kind.DIGIT, 6430),
    ],
)
def test_a_slip_is_known_by_its_kind(printed: int, wanted: int, tolerance: int, kind: Kind, meant: int) -> None:
    found = slips(printed, wanted, tolerance)
    assert found is not None
    assert (found.kind, found.meant) == (kind, meant)


@pytest.mark.parametrize(("printed", "wanted"), [(6940, 9650), (6940, 7063), (3000, 4820), (0, 1800)])
def test_other_numbers_are_no_slip(printed: int, wanted: int) -> None:
    assert slips(printed, wanted, 0) is None


@given(numbers, numbers, st.integers(0, 8))
def test_what_was_meant_is_near_what_is_wanted_and_not_what_is_printed(printed: int, wanted: int, near: int) -> None:
    found = slips(printed, wanted, near)
    assert found is None or (abs(found.meant - wanted) <= near and found.meant != printed)


@given(numbers, st.data())
def test_any_swap_of_neighbours_is_found(right: int, data: st.DataObject) -> None:
    text = str(right)
    i = data.draw(st.integers(0, len(text) - 2))
    printed = text[:i] + text[i + 1] + text[i] + text[i + 2 :]
    assume(printed != text and printed[0] != "0")
    found = slips(int(printed), right, 0)
    assert found is not None
    assert found.meant == right
    assert found.kind.is_strong


@given(numbers, st.data())
def test_any_wrong_digit_is_found(right: int, data: st.DataObject) -> None:
    text = str(right)
    i = data.draw(st.integers(0, len(text) - 1))
    printed = text[:i] + data.draw(st.sampled_from("123456789")) + text[i + 1 :]
    assume(printed != text)
    found = slips(int(printed), right, 0)
    assert found is not None
    assert found.meant == right


@given(numbers, numbers)
def test_signs_play_no_other_part(printed: int, wanted: int) -> None:
    one, mirrored = slips(printed, wanted, 0), slips(-printed, -wanted, 0)
    assert (one and (one.kind, one.meant)) == (mirrored and (mirrored.kind, -mirrored.meant))
