"""A saved page as a tree: what it says of itself, and which of its parts are its own."""
