"""How long ago contacts and services were checked, and what follows from it."""
