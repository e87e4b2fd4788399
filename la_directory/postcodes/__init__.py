"""Files that tell the council of each postcode: read, judged, and taken over as one set."""
