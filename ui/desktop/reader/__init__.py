"""One article by itself, with what of it stands elsewhere."""
