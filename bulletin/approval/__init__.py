"""The second person's word: what it is about, who may give it, and what ends it."""
