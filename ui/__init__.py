"""What a person touches: the desktop and the command line."""
