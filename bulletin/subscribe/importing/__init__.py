"""Taking subscribers over from a list: only with the day and the source of each one's consent."""
