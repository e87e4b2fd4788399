"""Case studies as readers find and read them, and as editors write them."""
