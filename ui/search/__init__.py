"""The search of everything: citizens, pages and what can be done."""
