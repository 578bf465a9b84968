"""Citizens and their cases: who they are, who holds the thread, what they live on and how far it is to work."""
