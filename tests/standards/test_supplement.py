"""Supplement: what the figures outside the statements are and what they count."""

from mingzhang.disclosure.address import Address
from mingzhang.standards.supplement import stated_items, supplement_items, supplement_units
from mingzhang.terms.unit import WAN


def test_units_by_group_and_name() -> None:
    units = supplement_units(WAN)
    assert units["人员", "编制"].name == "人"
    assert units["三公", "国内接待批次"].name == "批次"
    assert units["国有资产", "专用设备"].name == "台（套）"
    assert units["国有资产", "单价100万元以上设备"].name == "台（套）"
    assert units["政府采购", "货物"] is WAN
    assert len(units) == len(supplement_items()) == 36


def test_addresses_can_be_written_and_read() -> None:
    for item in supplement_items():
        assert Address.parse(str(item.address)) == item.address


def test_only_the_running_cost_comes_from_the_books() -> None:
    assert [str(item.address) for item in supplement_items() if item.computed] == ["S[机关运行经费].决算数"]


def test_what_texts_state_is_not_asked_for_twice() -> None:
    asked = {item.address for item in supplement_items()}
    assert not asked & {item.address for item in stated_items()}
    assert Address("S", "政府采购", "合计") in {item.address for item in stated_items()}
