"""The domain and the engine: no Qt, no SQL, no dialogs."""
