"""Rows, the encrypted store and its migrations, on the schema that the migrations build."""
