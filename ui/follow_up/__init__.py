"""Small answers to rows of the queue: absence, agreements, complaints, youth, faults in data."""
