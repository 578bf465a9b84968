"""Screens, models and the command line, offscreen."""
