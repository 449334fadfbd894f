"""The case file: the only SQL of the program."""
