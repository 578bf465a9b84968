"""Files from the other systems: read, checked, compared with the store and written in one transaction."""
