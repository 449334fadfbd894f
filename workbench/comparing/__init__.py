"""Says what was edited between two renderings of a passage, and what kind of edit each one is."""
