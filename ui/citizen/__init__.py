"""One citizen's page."""
