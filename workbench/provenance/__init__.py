"""Who may have taken a passage from whom, told with its evidence and never as certain."""
