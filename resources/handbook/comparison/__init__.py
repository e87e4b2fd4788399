"""What is different between two handbooks, for readers and exactly."""
