"""The closed sets of the field, as they are stored. Plain enums: importing them costs nothing at start."""
