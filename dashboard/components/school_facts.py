"""What is kept of a school besides its awards."""

from html import escape

from dashboard.queries.schools import SchoolInfo


def facts_line(school: SchoolInfo) -> str:
    """A list of what is known: kind, university, place, former names, identifiers."""
    place = ", ".join(part for part in (school.city, school.state) if part)
    facts = (
        ("Kind", school.kind),
        ("University", school.institution_name),
        ("Place", place),
        ("Control", school.control),
        ("IPEDS UNITID", school.unitid),
        ("Former names", "; ".join(school.former_names)),
        ("Key", school.school_id),
        ("Note", school.note),
    )
    items = "".join(f"<li>{escape(name)}: {escape(value)}</li>" for name, value in facts if value)
    return f'<div class="aw"><ul class="aw-plain">{items}</ul></div>'
