"""All witnesses of a family in columns."""
