"""What an outlet put around a passage: who is cited for it and how, where it stands, what the headline makes of it."""
