"""What each kind of source file looks like once it is text: rows, each with its place."""
