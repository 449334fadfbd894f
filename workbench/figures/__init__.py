"""Figures that conflict: two articles that give different numbers, amounts or dates for the same event."""
