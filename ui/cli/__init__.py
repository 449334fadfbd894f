"""The command line: the same work as the desktop's, for scripts and for a machine without a screen."""
