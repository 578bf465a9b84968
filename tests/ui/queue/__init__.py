"""Tests of Min produktion."""
