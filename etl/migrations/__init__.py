"""Steps that bring the schema of an older database up to date (Alembic)."""

HEAD = "0004"
"""The newest revision. Known here so that an up-to-date database starts without importing Alembic."""
