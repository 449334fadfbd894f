"""What there is to say of the current witness and edit: edits, frame, tags, note."""
