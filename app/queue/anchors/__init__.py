"""The anchors: for each kind, the open event among a citizen's facts that its deadline counts from.

One module a subject. Every anchor takes a `CaseView` and gives `Event`s; it knows when something is answered
but no number, no sentence and no lane.
"""
