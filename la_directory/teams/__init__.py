"""The people who keep the pages of a council: their group, what it may do, how they come and go."""
