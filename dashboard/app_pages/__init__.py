"""Pages: title, filters, question, empty state, answer, figure, table, source."""
