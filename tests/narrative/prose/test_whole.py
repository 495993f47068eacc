"""Of which whole a share is, where the sentence does not say."""

from tests.narrative.prose.document import mentions, understood
from tests.narrative.prose.notation import noted


def test_a_share_that_fits_no_whole_is_of_the_one_that_is_not_printed() -> None:
    text = "# 七、“三公”经费支出决算情况说明\n公务用车运行维护费支出20.25万元，占86.53%；公务接待费支出3.15万元。"
    known = {"T7[决算数].小计": 20.25, "T7[决算数].公务用车运行费": 20.25, "T7[决算数].公务接待费": 3.15}
    read = [noted(claim) for _, claim in mentions(understood(text, known, 2020))]
    assert "T7[决算数].公务用车运行费 / T7[决算数].合计 = 86.53%" in read
