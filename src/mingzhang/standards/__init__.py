"""What holds on a date: forms, rules, wording, code lists, regional profiles, each with its reference."""
