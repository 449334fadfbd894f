"""Going through the edits: reviewed, labels ruled on, applied to the same edit elsewhere."""
