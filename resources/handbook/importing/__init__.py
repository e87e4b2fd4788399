"""A Word document becomes records: what would change is planned and shown first, then applied as a whole."""
