"""Families corrected by hand."""
