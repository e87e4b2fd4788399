"""The teams of councils in the admin."""
