"""Registers of the invented centre's year: seeded, no real person in them, their counts those of a published year."""
