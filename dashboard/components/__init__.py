"""What pages are made of: each component takes values and gives HTML or a choice."""
