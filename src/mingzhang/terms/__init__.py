"""The vocabulary of public accounts as plain values: no files, no SQL, no statute."""
