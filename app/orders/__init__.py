"""Offers in use: stays, orders to providers, their answers and what came of it."""
