"""Following a number: what it is made of adds up to it, for every figure there is."""

from pathlib import Path

import pytest

from mingzhang.disclosure.address import Address
from mingzhang.disclosure.trace import Selected
from mingzhang.workflows.accounts import Accounts
from mingzhang.workflows.build import compile_year, read_year
from mingzhang.workflows.explain import Explainer, Node, line_parts
from tests.conftest import CENTRE, DEPARTMENT


@pytest.fixture(
    scope="module", params=[CENTRE, pytest.param(DEPARTMENT, marks=pytest.mark.slow)], ids=["centre", "department"]
)
def accounts(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Accounts:
    """The accounts of an example, its books still open."""
    directory: Path = request.param
    return compile_year(read_year(directory)[0], tmp_path_factory.mktemp("books"))[0]


def explainer(accounts: Accounts, limit: int | None = 20) -> Explainer:
    """An explainer over the accounts."""
    assert accounts.ledger is not None
    return Explainer(accounts.facts, accounts.statements, accounts.ledger.engine, limit)


def test_the_lines_behind_every_selected_figure_add_up_to_it(accounts: Accounts) -> None:
    assert accounts.ledger is not None
    selected = [f for f in accounts.facts.values() if isinstance(f.trace, Selected) and f.value]
    assert len(selected) > 50
    for fact in selected[::7]:
        assert isinstance(fact.trace, Selected)
        parts = line_parts(accounts.ledger.engine, fact.trace.selections)
        assert sum(part.amount for part in parts) == fact.value, fact.address


def nodes(node: Node) -> list[Node]:
    """A node and all below it."""
    return [node, *(inner for part in node.parts for inner in nodes(part))]


def test_a_total_opens_down_to_the_books_and_every_step_agrees(accounts: Accounts) -> None:
    tree = explainer(accounts).tree(Address.parse("T5[total].小计"))
    found = nodes(tree)
    assert all(node.agrees for node in found)
    assert all(node.lines for node in found if not node.parts and node.fact.value)


def test_a_long_list_is_cut_and_says_how_long_it_is(accounts: Accounts) -> None:
    tree = explainer(accounts, 3).tree(Address.parse("T6[30101].决算数"))
    assert len(tree.lines) == 3
    assert tree.count > 3
    assert tree.lines_sum == tree.fact.value


def test_a_budget_says_which_line_it_was_read_from(accounts: Accounts) -> None:
    tree = explainer(accounts).tree(Address.parse("T5[total].小计@年初预算"))
    assert "budget.csv" in tree.source


def test_no_such_figure_is_an_error(accounts: Accounts) -> None:
    with pytest.raises(KeyError):
        explainer(accounts).tree(Address.parse("T5[999].小计"))
