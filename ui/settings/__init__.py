"""Settings, the ways into the store, and what the program says of itself."""
