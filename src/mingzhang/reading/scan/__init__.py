"""Scan 扫描件: pages that are pictures, recognised by models that come with a package and run on this machine."""
