"""The category that the name of a programme suggests: one of those that the shipped initiatives use."""

import re

from etl.transform.statements.sought import folded

_RULES: tuple[tuple[str, str], ...] = (
    ("Supplier/Procurement", r"supplier|procurement|vendor"),
    ("Mentoring", r"\bmentor|tiger alliance|peer coach"),
    (
        "Faculty & staff recruitment",
        r"faculty|postdoc|hiring|cluster hire|search committee|employee recruit|advance\b|women in "
        r"academic",
    ),
    (
        "Leadership & governance",
        r"strategic|council\b|committee|commission|task force|office of|roadmap|\bplan\b|framework|"
        r"advis(?:ory|ors)|board\b|"
        r"dean|officer|leadership institute|dashboard|pillars|working "
        r"group|governance|report\b",
    ),
    ("Research", r"research\b(?! (?:experience|fellowship for students))|symposi|studies\b|institute for .* studies"),
    (
        "Pathway & recruitment",
        r"pathway|pipeline|bridge|summer|camp\b|academy|high school|k-12|recruit|admission|upward bound|"
        r"pre-?(?:law|med|college|dental)|"
        r"early (?:identification|assurance)|ambassador|enrichment|youth|scholars?\b|promise|outreach to|"
        r"discover|white coats|future|college prep|transfer|promesa",
    ),
    (
        "Curriculum & training",
        r"train|curricul|course|certificate|workshop|seminar|bias|competenc|lecture|dialog|education\b|"
        r"teach|webinar|series|learning|cultural aware|deep dive|"
        r"anti-?racism|conversations training|interprofessional",
    ),
    (
        "Student support & retention",
        r"scholarship|grant\b|fund\b|retention|success|support|tutor|advising|counsel|student services|"
        r"care for|wellness|first[- ]gen|student organization|"
        r"trio|retreat|guarantee|at[- ](?:academic )?risk|closet|housing|students\b",
    ),
    (
        "Community outreach",
        r"communit|outreach|clinic|museum|partnership|public school|service\b|neighbou?r|engagement|"
        r"health equity|town hall",
    ),
    (
        "Climate & belonging",
        r"center|centre|climate|belong|safe zone|pride|lgbtq|multicultural|affinity|alliance|celebrat|"
        r"week|month|festival|dialogue|land acknowledg|inclusi|race\b|memorial|day\b",
    ),
)
_COMPILED = tuple((name, re.compile(pattern)) for name, pattern in _RULES)
CATEGORIES = tuple(sorted(name for name, _ in _RULES))
"""All categories that can be suggested."""


def category_of(name: str) -> str | None:
    """The category that a programme's name suggests, None where it suggests none."""
    low = folded(name)
    return next((category for category, pattern in _COMPILED if pattern.search(low)), None)
