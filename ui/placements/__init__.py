"""Stays in offers: how they end, what comes next, and what had come of them some months later."""
