"""Casework: rules, use cases and documents. Knows no Qt."""
