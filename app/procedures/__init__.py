"""Procedure cards: how a piece of casework is done, step by step, from data."""
