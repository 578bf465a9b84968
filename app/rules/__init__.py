"""Deadlines as dated data: reading, checking and following the rule sets, and the Danish calendar."""
