"""Reference data that comes with the program: units, housing areas, targets and industries."""
