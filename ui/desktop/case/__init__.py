"""The open case as the window has it: read, changed and looked into on lanes, followed by what shows it."""
