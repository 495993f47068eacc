"""How a form's lines are computed from balances and laid out; not which statute is in force."""
