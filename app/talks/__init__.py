"""Talks: summoning, holding, registering and reporting them, and the notes that document them."""
