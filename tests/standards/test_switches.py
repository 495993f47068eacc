"""Switches: what holds by default, who may change it, and what a wrong setting is told."""

import pytest

from mingzhang.standards.forms import forms
from mingzhang.standards.profiles import load
from mingzhang.standards.switches import UnknownSwitch, settle, switches


def test_later_settings_win() -> None:
    assert settle()["三公经费口径"] == "一般公共预算"
    assert settle({"三公经费口径": "全部财政拨款"}, {"三公经费口径": "一般公共预算"})["三公经费口径"] == "一般公共预算"


def test_every_default_is_allowed() -> None:
    assert all(switch.allows(switch.default) for switch in switches())


WRONG = [
    ({"没有的开关": True}, "没有口径开关“没有的开关”"),
    ({"债务预算收入计入其他收入": "是"}, "可取：true、false"),
    ({"三公经费口径": True}, "可取：一般公共预算、全部财政拨款"),
]


@pytest.mark.parametrize(("given", "said"), WRONG)
def test_a_wrong_setting_is_refused(given: dict[str, bool | str], said: str) -> None:
    with pytest.raises(UnknownSwitch, match=said):
        forms(load("hubei-2021", 2021), given)


def test_the_budget_wording_is_the_regions() -> None:
    assert load("central", 2021).switches["三公经费预算数口径"] == "全年预算"
    assert load("hubei-2021", 2021).switches["三公经费预算数口径"] == "年初预算"
