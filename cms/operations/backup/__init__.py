"""Keeping the database and the media in one archive, and bringing them back from it."""
