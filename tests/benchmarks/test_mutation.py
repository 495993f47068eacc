"""Clean documents with one thing changed: the changes are what they say, and a sample of them is found."""

import random
from pathlib import Path

import pytest

from benchmarks.documents import published
from benchmarks.mutation.flow import flow_of
from benchmarks.mutation.kinds import KINDS, mutate
from benchmarks.mutation.mutation import Mutation
from benchmarks.mutation.run import SEED
from benchmarks.mutation.slips import NUMBERS, misspelt, rate
from benchmarks.mutation.summary import loaded, summary
from benchmarks.mutation.table import changes
from benchmarks.mutation.trial import Trial, loud_findings, trial
from mingzhang.reading.published_door import open_transcript
from mingzhang.reading.text_file import transcript_of_text
from mingzhang.reading.transcript import Transcript

TEXT = """例州市农业农村局2021年度部门决算
# 第一部分 例州市农业农村局概况
# 第三部分 例州市农业农村局2021年度部门决算情况说明
## 一、收入支出决算总体情况说明
2021年度收、支总计193.13万元。与2020年度相比，收、支总计各减少13.94万元，下降6.73%，主要原因是人员经费减少。
## 七、政府性基金预算财政拨款收入支出决算情况说明
2021年度例州市农业农村局没有政府性基金预算财政拨款收入和支出。
"""


@pytest.fixture(scope="module")
def text() -> Transcript:
    return transcript_of_text(TEXT, "例.md")


@pytest.mark.parametrize("how", NUMBERS)
def test_a_slip_changes_a_number(how: str) -> None:
    rng = random.Random(1)
    assert all(NUMBERS[how](rng, "1,234.56") != "1,234.56" for _ in range(50))


def test_a_rate_is_off_by_more_than_its_last_place() -> None:
    rng = random.Random(1)
    assert all(abs(float(rate(rng, "12.34")) - 12.34) > 0.1 for _ in range(50))


def test_a_misspelt_name_keeps_its_ends() -> None:
    rng = random.Random(1)
    names = [misspelt(rng, "农业农村局") for _ in range(50)]
    assert {name[0] + name[-1] for name in names} == {"农局"}


@pytest.mark.parametrize(
    ("kind", "gone", "there"),
    [
        ("文字·漏写增减原因", "主要原因", "下降6.73%。"),
        ("文字·漏百分号", "6.73%", "下降6.73，"),
        ("文字·增减方向", "减少13.94", "增加13.94"),
        ("文字·漏空表说明", "没有政府性基金", "政府性基金预算"),
    ],
)
def test_a_change_is_in_the_text(text: Transcript, kind: str, gone: str, there: str) -> None:
    mutation = mutate(text, random.Random(1), kind)
    assert mutation is not None
    words = flow_of(mutation.transcript).text
    assert gone not in words
    assert there in words
    assert gone in flow_of(text).text


def test_where_there_is_no_place_nothing_is_changed(text: Transcript) -> None:
    assert [mutate(text, random.Random(1), kind) for kind in ("报表·漏印", "文字·列举项目")] == [None, None]


def test_the_report_shows_what_was_not_told() -> None:
    one = Trial("文字·百分比", "例.pdf", "6.73", "6.37", breaks=True, told=False, first=False, named=False)
    found = summary([one], [("例.pdf", 0)])
    page = changes(found)
    assert "实测 0.00%，**没有达到**" in page
    assert "| 文字·百分比 | 例.pdf | 6.73 | 6.37 |" in page
    row = {name: getattr(found.rows[0], name) for name in type(found.rows[0]).__slots__}
    assert loaded({"rows": [row], "clean": [], "untold": [], "elsewhere": []}).rows == found.rows[:1]


EVALUATED = """# 2021年度甲单位部门决算
## 十三、预算绩效情况说明
### 项目支出绩效自评表
没有达到目标值的指标：“办结率”目标≥90%，完成84.8%，原因是要核验原件。其余指标均达到目标值。

项目名称\t档案数字化\t\t\t\t\t
资金\t\t预算数（A）\t执行数（B）\t执行率（B/A）\t分值\t得分
\t年度资金总额\t65.00\t63.05\t97.00%\t10\t9.7
一级指标\t二级指标\t三级指标\t年度指标值\t年度完成值\t分值\t得分
产出指标\t数量指标\t档案扫描数量\t≥30000页\t31264页\t90\t90
总分\t\t\t\t\t100\t99.7
自评等级\t优\t\t\t\t\t
"""


@pytest.mark.parametrize(
    ("kind", "before"),
    [
        ("绩效·完成值", {"31264页"}), ("绩效·得分", {"9.7", "90"}), ("绩效·分值", {"10", "90"}),
        ("绩效·执行率", {"97.00%"}), ("绩效·预算数", {"65.00"}), ("绩效·执行数", {"63.05"}),
        ("绩效·总分", {"99.7"}), ("绩效·等级", {"优"}),
    ],
)  # fmt: skip
def test_a_figure_of_an_evaluation_is_changed_where_it_stands(kind: str, before: set[str]) -> None:
    whole = transcript_of_text(EVALUATED, "例.md")
    made = [mutate(whole, random.Random(seed), kind) for seed in range(12)]
    assert {one.before for one in made if one} == before
    assert all(one and one.after != one.before and one.after in one.row for one in made)


def test_a_missed_target_is_left_out_and_all_claimed() -> None:
    one = mutate(transcript_of_text(EVALUATED, "例.md"), random.Random(1), "绩效·全部完成")
    assert one is not None
    words = flow_of(one.transcript).text
    assert "84.8%" not in words
    assert "各项绩效目标全部完成" in words


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return published(tmp_path_factory.mktemp("published"))


@pytest.mark.slow
def test_every_large_change_of_a_sample_is_told_and_nothing_is_told_of_unchanged_documents(files: list[Path]) -> None:
    rng = random.Random(SEED)
    clean = {path: open_transcript(path) for path in rng.sample(files, 6)}
    assert [finding.message for transcript in clean.values() for finding in loud_findings(transcript)] == []
    trials = [trial(kind, _change(kind, clean, rng), frozenset()) for kind in (*KINDS, *KINDS)]
    # A name among those of other bodies is told only where it cannot be another's; the money of an evaluation that
    # stands nowhere else is not told either.
    missed = [one for one in trials if one.breaks and not one.told and one.kind != "文字·正文单位名称"]
    assert len(missed) <= 0.05 * sum(one.breaks for one in trials), missed
    assert sum(one.first for one in trials if one.breaks) >= 0.8 * sum(one.breaks for one in trials)


@pytest.mark.slow
def test_two_hundred_changed_figures_of_performance_are_told_and_named(files: list[Path]) -> None:
    """Measured over 307 that break what must hold: all told, 98.7 % named first."""
    rng = random.Random(SEED)
    ours = [path for path in files if path.parent.name.startswith("information-centre") and path.suffix != ".ofd"]
    clean = {path: open_transcript(path) for path in rng.sample(ours, 4)}
    kinds = [kind for kind in KINDS if kind.startswith("绩效")]
    trials = [trial(kind, _change(kind, clean, rng), frozenset()) for kind in kinds * 17]
    breaking = [one for one in trials if one.breaks]
    assert len(trials) >= 200
    assert [one for one in breaking if not one.told] == []
    assert sum(one.first for one in breaking) >= 0.95 * len(breaking)


def _change(kind: str, clean: dict[Path, Transcript], rng: random.Random) -> Mutation:
    for _ in range(200):
        if mutation := mutate(rng.choice(list(clean.values())), rng, kind):
            return mutation
    raise AssertionError(f"no document has a place for {kind}")
