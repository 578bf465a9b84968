"""Whole stories through the real window and a real encrypted store, one file a story."""
