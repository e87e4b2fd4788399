"""The handbook as one value, and everything that is made from it: files, editions, comparisons, imports."""
