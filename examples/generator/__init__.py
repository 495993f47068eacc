"""Makes the books of the examples: invented bodies, believable years, every amount in exact fen."""
