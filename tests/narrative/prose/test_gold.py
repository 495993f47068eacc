"""Real labelled documents, where they are at hand: nearly every number of their narrative is bound."""

import os
from pathlib import Path

import pytest

from mingzhang.narrative.prose import share_bound, unbound
from mingzhang.workflows.reading import Reading, read_file

GOLD = os.environ.get("MINGZHANG_GOLD", "")


@pytest.mark.slow
@pytest.mark.skipif(not GOLD, reason="没有设置 MINGZHANG_GOLD（带标注的真实文件所在目录）")
def test_nearly_every_number_of_real_documents_is_bound() -> None:
    paths = sorted(Path(GOLD).glob("*.pdf"))
    assert paths
    for path in paths:
        read = read_file(path)
        assert isinstance(read, Reading), path.name
        told = [figure.text for figure in unbound(read.document) if not figure.free]
        assert share_bound(read.document) * 100 >= 95, (path.name, told)
