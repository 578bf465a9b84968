"""Tests of the whole house; the folders are the floors."""
