"""The directory of a unit's year: unit.toml, budget.csv, prior.csv, texts.toml, waivers.toml."""
