"""The desktop: the window in which a person compares, tags and annotates."""
