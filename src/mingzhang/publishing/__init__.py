"""A disclosure to bytes, one anchor per fact; not where numbers came from."""
