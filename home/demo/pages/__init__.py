"""The texts of the demo site, one module for each part of it."""
