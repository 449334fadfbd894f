"""What was done to a passage, in sentences that a person can check at once."""
