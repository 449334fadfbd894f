"""Finds the passages that articles share, edited or not, and groups them into families."""
