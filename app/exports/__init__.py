"""Files out: every kind that can be read, the reports that are to be sent, the queue and the targets."""
