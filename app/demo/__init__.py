"""A store of invented people, made from a seed: for trying the program, for pictures and for tests."""
