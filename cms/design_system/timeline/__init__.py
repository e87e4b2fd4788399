"""A timeline: years with their entries, as a list and as an overview that counts them."""
