"""Writes a case out: PDF, HTML, JSON and CSV."""
