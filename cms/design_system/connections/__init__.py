"""How resources fit together: groups around what they share, and the relations between their products."""
