"""Records against the store: what is new, what differs, whose word holds, and the rows that are to be written."""
