"""Where the people of a council land in the admin: what waits, what is due, and the way to each page."""
