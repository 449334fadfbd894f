"""Stretches of a text marked by keyboard, and words found in it."""
