"""How records become a measurement, a score, an evaluation."""
