"""The jobplan: its versions, which of them is in force, and its reviews."""
