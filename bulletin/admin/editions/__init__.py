"""Editions and their sendings in the admin: the list, the page of one sending, the report, the gate."""
