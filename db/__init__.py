"""The case file. The only SQL of the program."""
