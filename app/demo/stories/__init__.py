"""Stories: each writes one case's history so that one thing falls due on a wanted day, and little else does.

A story is a function of the case and of `due_in`, the days until its row of the queue falls due (negative:
so many days ago). What the story is not about is kept in order, as most of a good caseworker's cases are.
"""
