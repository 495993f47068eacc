"""Clean documents with one thing changed: how much of it the audit finds, and how often it names the place first."""
