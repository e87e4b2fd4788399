"""What a draft would change for readers, who changed it, and approving exactly what was looked at."""
