"""What editors of the handbook find in the admin."""
