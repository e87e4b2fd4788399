"""Measures the site: `make bench`. See docs/performance.md for what the numbers mean."""
