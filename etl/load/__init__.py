"""Facts into the database: rows of files written, names bound to schools, records derived. One transaction each."""
