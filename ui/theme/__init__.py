"""The look: colours, sizes, fonts, icons and the style sheet. No colour or size stands anywhere else."""

from __future__ import annotations
