"""A row of the audit log is not replaced by another"""

from alembic import op

revision = "0004"
down_revision = "0003"

NAME = "audit_keeps_replace"
NOT_IN_ITS_PLACE = (
    f"CREATE TRIGGER {NAME} BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE audit_id = NEW.audit_id) "
    "BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END"
)
"""SQLite's REPLACE deletes what it replaces without asking the triggers of deletion; PostgreSQL has nothing like it."""


def upgrade() -> None:
    """Bring the schema forward."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(NOT_IN_ITS_PLACE)


def downgrade() -> None:
    """Bring the schema back."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"DROP TRIGGER {NAME}")
