"""The codebook: the panel that tags, the editor, the chooser."""
