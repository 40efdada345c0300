"""`python -m etl`: the loading commands alone."""

from etl.commands import app

app(prog_name="python -m etl")
