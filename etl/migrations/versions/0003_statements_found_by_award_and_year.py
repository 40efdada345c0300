"""Statements are found by school, award and year"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

NOW = {"sqlite_where": sa.text("valid_to IS NULL"), "postgresql_where": sa.text("valid_to IS NULL")}


def upgrade() -> None:
    """Bring the schema forward."""
    op.drop_index("ix_observation_live_bound_school_id", "observation")
    op.create_index(
        "ix_observation_live_bound_school_id_award_year", "observation", ["bound_school_id", "award", "year"], **NOW
    )


def downgrade() -> None:
    """Bring the schema back."""
    op.drop_index("ix_observation_live_bound_school_id_award_year", "observation")
    op.create_index("ix_observation_live_bound_school_id", "observation", ["bound_school_id"], **NOW)
