"""The bulletin of the demo site: its archive, its readers, and what became of each edition."""
