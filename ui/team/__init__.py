"""Who holds which case, cover, exclusions and closed cases."""
