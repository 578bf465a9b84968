"""Pure rules without a database; use cases on a real store in memory."""
