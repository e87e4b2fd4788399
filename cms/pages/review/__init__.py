"""Pages are read again by the person who answers for them, on a day the editors set."""
