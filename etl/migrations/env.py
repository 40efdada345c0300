"""Runs migrations on the connection that `etl.database.upgrade` hands over."""

from alembic import context

from etl.schema import Base

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Base.metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()
