"""The ways in: first run, passphrase and recovery code."""

from __future__ import annotations
