"""Load postings, sum by selection, list by selection; not forms, not rules."""
