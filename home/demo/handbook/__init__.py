"""The handbook of the demo site: its front page, products, milestones, further resources and two editions."""
