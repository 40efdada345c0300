"""Questions to the database and how the answers are shown: pages, terminal, files."""
