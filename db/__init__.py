"""Rows, the encrypted store, migrations. Knows neither casework rules nor Qt."""
