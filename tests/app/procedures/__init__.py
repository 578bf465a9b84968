"""Tests of the procedure cards."""
