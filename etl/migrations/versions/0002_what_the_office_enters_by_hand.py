"""What the office enters by hand"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

REFUSAL = "the audit log is only added to"
ONLY_ADDED_TO = {
    "sqlite": [
        f"CREATE TRIGGER audit_keeps_{act.lower()} BEFORE {act} ON audit BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        for act in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        "CREATE FUNCTION audit_keeps() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$",
        "CREATE TRIGGER audit_keeps BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_keeps()",
    ],
}


def upgrade() -> None:
    """Bring the schema forward."""
    op.create_table(
        "application_part",
        sa.Column(
            "row_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False, comment="number of the row"
        ),
        sa.Column("school_id", sa.Text(), nullable=False, comment="the school that applies"),
        sa.Column("award", sa.Text(), nullable=False, comment="code of the award"),
        sa.Column("year", sa.Integer(), nullable=False, comment="award year"),
        sa.Column("part", sa.Text(), nullable=False, comment="initiative or answer"),
        sa.Column("reference", sa.Text(), nullable=False, comment="name of the initiative, or key of the answer"),
        sa.Column("valid_from", sa.Integer(), nullable=False, comment="first data version in which the row counts"),
        sa.Column(
            "valid_to",
            sa.Integer(),
            nullable=True,
            comment="first data version in which it no longer counts; empty: it counts now",
        ),
        sa.CheckConstraint("part IN ('initiative', 'answer')", name=op.f("ck_application_part_part")),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_application_part")),
    )
    with op.batch_alter_table("application_part", schema=None) as batch_op:
        batch_op.create_index(
            "uq_application_part_live_school_id_award_year_part_reference",
            ["school_id", "award", "year", "part", "reference"],
            unique=True,
            sqlite_where=sa.text("valid_to IS NULL"),
            postgresql_where=sa.text("valid_to IS NULL"),
        )

    op.create_table(
        "application_task",
        sa.Column(
            "row_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False, comment="number of the row"
        ),
        sa.Column("school_id", sa.Text(), nullable=False, comment="the school that applies"),
        sa.Column("award", sa.Text(), nullable=False, comment="code of the award"),
        sa.Column("year", sa.Integer(), nullable=False, comment="award year"),
        sa.Column("step", sa.Text(), nullable=False, comment="key of the step"),
        sa.Column("owner", sa.Text(), nullable=True, comment="who does it"),
        sa.Column("due_on", sa.Date(), nullable=True, comment="day it is due, where it is not the planned one"),
        sa.Column("done_on", sa.Date(), nullable=True, comment="day it was done; empty: not done"),
        sa.Column("note", sa.Text(), nullable=True, comment="remark"),
        sa.Column("valid_from", sa.Integer(), nullable=False, comment="first data version in which the row counts"),
        sa.Column(
            "valid_to",
            sa.Integer(),
            nullable=True,
            comment="first data version in which it no longer counts; empty: it counts now",
        ),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_application_task")),
    )
    with op.batch_alter_table("application_task", schema=None) as batch_op:
        batch_op.create_index(
            "uq_application_task_live_school_id_award_year_step",
            ["school_id", "award", "year", "step"],
            unique=True,
            sqlite_where=sa.text("valid_to IS NULL"),
            postgresql_where=sa.text("valid_to IS NULL"),
        )

    op.create_table(
        "audit",
        sa.Column(
            "audit_id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            nullable=False,
            comment="number of the act",
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False, comment="when, UTC"),
        sa.Column("who", sa.Text(), nullable=False, comment="who"),
        sa.Column("action", sa.Text(), nullable=False, comment="what was done, in a word"),
        sa.Column("what", sa.Text(), nullable=False, comment="to what, in one line"),
        sa.Column(
            "version", sa.Integer(), nullable=True, comment="the data version it made; empty: it changed no data"
        ),
        sa.Column("before", sa.JSON(), nullable=True, comment="what it said before; empty: nothing"),
        sa.Column("after", sa.JSON(), nullable=True, comment="what it says since; empty: nothing"),
        sa.PrimaryKeyConstraint("audit_id", name=op.f("pk_audit")),
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index("ix_audit_at", ["at"], unique=False)

    op.create_table(
        "data_link",
        sa.Column("token_id", sa.Text(), nullable=False, comment="key that the token carries; no secret"),
        sa.Column("owner", sa.Text(), nullable=False, comment="who made it and may revoke it"),
        sa.Column("address", sa.Text(), nullable=False, comment="path and filters it opens"),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False, comment="when, UTC"),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False, comment="until when it opens, UTC"),
        sa.Column(
            "revoked_at",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="when it was revoked, UTC; empty: it was not",
        ),
        sa.PrimaryKeyConstraint("token_id", name=op.f("pk_data_link")),
    )
    op.create_table(
        "deadline_step",
        sa.Column(
            "row_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False, comment="number of the row"
        ),
        sa.Column("step", sa.Text(), nullable=False, comment="key of the step"),
        sa.Column("name", sa.Text(), nullable=False, comment="what is to be done"),
        sa.Column(
            "days_before",
            sa.Integer(),
            nullable=False,
            comment="days before the deadline of the award's cycle; 0: that day",
        ),
        sa.Column("valid_from", sa.Integer(), nullable=False, comment="first data version in which the row counts"),
        sa.Column(
            "valid_to",
            sa.Integer(),
            nullable=True,
            comment="first data version in which it no longer counts; empty: it counts now",
        ),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_deadline_step")),
    )
    with op.batch_alter_table("deadline_step", schema=None) as batch_op:
        batch_op.create_index(
            "uq_deadline_step_live_step",
            ["step"],
            unique=True,
            sqlite_where=sa.text("valid_to IS NULL"),
            postgresql_where=sa.text("valid_to IS NULL"),
        )

    op.create_table(
        "library_answer",
        sa.Column(
            "row_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False, comment="number of the row"
        ),
        sa.Column("answer_id", sa.Text(), nullable=False, comment="key of the answer"),
        sa.Column("question", sa.Text(), nullable=False, comment="the question it answers"),
        sa.Column("answer", sa.Text(), nullable=False, comment="the text"),
        sa.Column("owner", sa.Text(), nullable=True, comment="who keeps it right"),
        sa.Column("review_by", sa.Date(), nullable=True, comment="day by which it must be looked at again"),
        sa.Column("note", sa.Text(), nullable=True, comment="remark"),
        sa.Column("valid_from", sa.Integer(), nullable=False, comment="first data version in which the row counts"),
        sa.Column(
            "valid_to",
            sa.Integer(),
            nullable=True,
            comment="first data version in which it no longer counts; empty: it counts now",
        ),
        sa.PrimaryKeyConstraint("row_id", name=op.f("pk_library_answer")),
    )
    with op.batch_alter_table("library_answer", schema=None) as batch_op:
        batch_op.create_index(
            "uq_library_answer_live_answer_id",
            ["answer_id"],
            unique=True,
            sqlite_where=sa.text("valid_to IS NULL"),
            postgresql_where=sa.text("valid_to IS NULL"),
        )

    op.create_table(
        "load_job",
        sa.Column("job_id", sa.Integer(), nullable=False, comment="number of the job"),
        sa.Column("state", sa.Text(), nullable=False, comment="waiting, running, done or failed"),
        sa.Column("files", sa.JSON(), nullable=False, comment="names of its files"),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False, comment="when, UTC"),
        sa.Column("made_by", sa.Text(), nullable=False, comment="who"),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False, comment="when it last told of itself, UTC"),
        sa.Column("rows_done", sa.Integer(), nullable=False, comment="rows read so far"),
        sa.Column("rows_total", sa.Integer(), nullable=True, comment="rows to read; empty: not known"),
        sa.Column("result", sa.JSON(), nullable=True, comment="the report of the load, or why it failed"),
        sa.CheckConstraint("state IN ('waiting', 'running', 'done', 'failed')", name=op.f("ck_load_job_state")),
        sa.PrimaryKeyConstraint("job_id", name=op.f("pk_load_job")),
    )
    op.create_table(
        "printed_report",
        sa.Column("report_id", sa.Integer(), nullable=False, comment="number of the report"),
        sa.Column("school_id", sa.Text(), nullable=False, comment="the school it is about"),
        sa.Column("year", sa.Integer(), nullable=False, comment="year of the report"),
        sa.Column("version", sa.Integer(), nullable=False, comment="data version it tells of"),
        sa.Column("choices", sa.JSON(), nullable=False, comment="sections, peer group, families, span, paragraphs"),
        sa.Column("file_name", sa.Text(), nullable=False, comment="name of the file"),
        sa.Column("sha256", sa.Text(), nullable=False, comment="SHA-256 of the file"),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False, comment="when, UTC"),
        sa.Column("made_by", sa.Text(), nullable=False, comment="who"),
        sa.ForeignKeyConstraint(
            ["version"], ["data_version.version"], name=op.f("fk_printed_report_version_data_version")
        ),
        sa.PrimaryKeyConstraint("report_id", name=op.f("pk_printed_report")),
    )

    for statement in ONLY_ADDED_TO[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    """Bring the schema back."""
    op.drop_table("printed_report")
    op.drop_table("load_job")
    with op.batch_alter_table("library_answer", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_library_answer_live_answer_id",
            sqlite_where=sa.text("valid_to IS NULL"),
            postgresql_where=sa.text("valid_to IS NULL"),
        )

    op.drop_table("library_answer")
    with op.batch_alter_table("deadline_step", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_deadline_step_live_step",
            sqlite_where=sa.text("valid_to IS NULL"),
            postgresql_where=sa.text("valid_to IS NULL"),
        )

    op.drop_table("deadline_step")
    op.drop_table("data_link")
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.drop_index("ix_audit_at")

    op.drop_table("audit")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION audit_keeps()")
    with op.batch_alter_table("application_task", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_application_task_live_school_id_award_year_step",
            sqlite_where=sa.text("valid_to IS NULL"),
            postgresql_where=sa.text("valid_to IS NULL"),
        )

    op.drop_table("application_task")
    with op.batch_alter_table("application_part", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_application_part_live_school_id_award_year_part_reference",
            sqlite_where=sa.text("valid_to IS NULL"),
            postgresql_where=sa.text("valid_to IS NULL"),
        )

    op.drop_table("application_part")
