"""Application cases and their steps."""
