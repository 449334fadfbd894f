"""Text as the program reads it: folded for comparing, cut into words and sentences, always with offsets."""
