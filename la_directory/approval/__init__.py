"""What goes live at once and what waits: the editor of councils’ people, and what SG is told."""
