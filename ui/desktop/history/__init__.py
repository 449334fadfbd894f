"""The history of a case as a log."""
