"""How facts get in: files are read, rows cleaned, names tied to schools, records derived and stored."""
