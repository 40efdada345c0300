"""Statements are found by school, award and year; years of schools are read from an index that covers them"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

YEARS = "ix_year_status_live_family_school_id_year_status_valid_to"
NOW = {"sqlite_where": sa.text("valid_to IS NULL"), "postgresql_where": sa.text("valid_to IS NULL")}


def upgrade() -> None:
    """Bring the schema forward."""
    op.drop_index("ix_observation_live_bound_school_id", "observation")
    op.create_index(
        "ix_observation_live_bound_school_id_award_year", "observation", ["bound_school_id", "award", "year"], **NOW
    )
    op.create_index(YEARS, "year_status", ["family", "school_id", "year", "status", "valid_to"], **NOW)


def downgrade() -> None:
    """Bring the schema back."""
    op.drop_index(YEARS, "year_status")
    op.drop_index("ix_observation_live_bound_school_id_award_year", "observation")
    op.create_index("ix_observation_live_bound_school_id", "observation", ["bound_school_id"], **NOW)
