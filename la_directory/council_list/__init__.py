"""The list of all councils, A to Z, with filters."""
