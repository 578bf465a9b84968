"""The personal production queue: what falls due, why, and whose turn it is. Derived, never typed."""
