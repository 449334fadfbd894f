"""Two articles side by side: pages laid out lazily, kept level, joined by ribbons, overseen by strips."""
