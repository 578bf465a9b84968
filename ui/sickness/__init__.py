"""Follow-up of the sick."""
