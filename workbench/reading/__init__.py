"""From a file to a source and its articles."""
