"""The directory as anyone may download and use it: what is public, in CSV and in JSON."""
