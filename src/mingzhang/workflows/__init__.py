"""The order of the steps; not any step's inside."""
