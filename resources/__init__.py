"""Data that the program ships with: rule sets, housing areas, units, texts for the demo."""
