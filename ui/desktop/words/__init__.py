"""The word lists of a case."""
