"""When a team can be reached: days and times as editors write them, and what they mean at a moment."""
