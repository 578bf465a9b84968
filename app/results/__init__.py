"""Indicators: how far we are, counted over persons with names behind every figure, against dated targets."""
