"""What the department's units did in 2023, as their registers hold it; every record is invented."""
