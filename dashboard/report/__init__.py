"""The annual report: one model, made from the records of one data version, and a writer for each kind of file."""
