"""What the page of a council shows, and in which order."""
