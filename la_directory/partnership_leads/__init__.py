"""The Partnerships Lead of every council: the table that partners look things up in."""
