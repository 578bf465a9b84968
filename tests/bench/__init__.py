"""Benchmarks: run by their own command, compared as ratios measured in one run, never asserted in milliseconds."""
