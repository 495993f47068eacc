"""Pictures without a recogniser are refused with the command that adds it; with one, who waits is told of each page."""

from pathlib import Path

import pytest

from mingzhang.reading import recognition
from mingzhang.reading.published_door import open_transcript
from mingzhang.reading.refusal import Refused
from mingzhang.workflows.reading import Unreadable, read_file

cv2 = pytest.importorskip("cv2")
np = pytest.importorskip("numpy")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without the packages that recognise."""
    monkeypatch.setattr(recognition, "find_spec", lambda package: None)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A white page."""
    path = tmp_path / "甲.png"
    cv2.imencode(".png", np.full((200, 140), 255, np.uint8))[1].tofile(path)
    return path


@pytest.fixture
def scan(picture: Path) -> Path:
    """A PDF of one page that is a picture."""
    import typst

    source = picture.with_suffix(".typ")
    source.write_text(f'#page(margin: 0pt)[#image("{picture.name}", width: 100%, height: 100%)]', encoding="utf-8")
    made = picture.with_suffix(".pdf")
    typst.compile(str(source), output=str(made))
    return made


@pytest.mark.usefixtures("bare")
def test_a_picture_is_refused_with_the_command(picture: Path) -> None:
    with pytest.raises(Refused) as refused:
        open_transcript(picture)
    assert "pip install 'mingzhang[scan]'" in refused.value.fault.mend


@pytest.mark.usefixtures("bare")
def test_a_scan_names_its_pages_and_the_command(scan: Path) -> None:
    (fault,) = open_transcript(scan).faults
    assert fault.message == "第1页是图像，需识别"
    assert "pip install 'mingzhang[scan]'" in fault.mend
    found = read_file(scan)
    assert isinstance(found, Unreadable)
    assert "pip install 'mingzhang[scan]'" in found.reason + "".join(each.mend for each in found.faults)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["picture", "scan"])
def test_each_page_is_told(kind: str, request: pytest.FixtureRequest) -> None:
    heard: list[tuple[int, int]] = []
    with recognition.told_to(lambda page, pages: heard.append((page, pages))):
        assert open_transcript(request.getfixturevalue(kind)).recognised
    assert heard == [(1, 1)]
