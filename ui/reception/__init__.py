"""First reception and match."""
