"""Commands that say in a sentence what is wrong with the database, in place of a traceback."""

from typing import Any

import typer
from typer.core import TyperGroup

NOT_DONE = 1
"""Exit code of a command that the database would not let through."""


class Commands(TyperGroup):
    """A group of commands; what the database refuses is told on the error stream, and the exit code is 1."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command; errors that are not about the database are raised as they are."""
        try:
            return super().invoke(ctx)
        except Exception as error:  # all but those that are about the database are raised again
            from etl.troubles import told

            words = told(error)
            if words is None:
                raise
            typer.echo(words, err=True)
            raise typer.Exit(NOT_DONE) from error
