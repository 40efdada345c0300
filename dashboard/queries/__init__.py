"""Questions to the database; the only SQL on this side of the house."""
