"""Names in capitals that are no programme of a school: places, days, people, other bodies, what all schools have."""

import re
from functools import lru_cache

from etl.transform.statements.programme_words import DIVERSITY
from etl.transform.statements.sought import REMEMBERED

_OUTSIDE = re.compile(
    r"^(?:U\.?S\.?A?\.?|United States|Title I?X|[A-Z][a-z]+ League|Ivy League|African Americans?|"
    r"Native Americans?|Ph\.?D|"
    r"New (?:York|Jersey|Mexico|England)|(?:North|South|West|East)\s[A-Z]\w+|Fall|Spring|Summer|Winter|"
    r"(?:Fall|Spring|Summer|Winter) (?:19|20)\d\d|"
    r"Health Professions?|Greek Life|Wall Street|Covid|COVID\S*|Provost|Dean|President)$"
    r"|^(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Aug|Sept|Oct|Nov|"
    r"Dec|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\.?(?:/\s?\w+)?(?:\s+\d+.*)?$"
    r""
    r"|^(?:Founded|Established|Since|Born|Opened|Based|Located)\b|^(?:19|20)\d\d|^\d+$|^(?:No|Vol)\.|"
    r"\b(?:American|National|International) (?:Association|Society|Council|Academy|"
    r"Institutes?|Science|Bar|Medical|Dental|Board|Center for|League|Federation)\b"
    r"|\b(?:Supplier Development|Board of|Trustees|Regents|Federation|Chronicle|Times|Journal|Newspaper|"
    r"Newswise|Magazine|"
    r"Publications?|Belt Conference|Athletic|Air Force|Army|Navy|Senate|Congress|House of|Supreme Court|"
    r"Services Administration|Health System|(?:High|Middle|Elementary) School$|Student Affairs|Academic Affairs|"
    r"Vice (?:President|Provost|Chancellor)|Chief|Assistant|Associate|Interim|Officer|Manager|Coordinator|Emerit\w+)\b"
    r"|\b(?:Strategic|Master|Business|Academic) [Pp]lan\b(?!\s+for\s[^.;]{0,60}?(?:Inclus|Divers|Equit|Belong|Access))"
    r"(?<!Inclusion Strategic Plan)(?<!Equity Strategic Plan)"
)
"""Places, days, people and bodies outside the school."""
_BODY = re.compile(
    r"^(?:Dr|Mr|Ms|Mrs|Prof)\b\.?|\bAcademic Alliance$|^(?:Memorial Union|Workforce Management)$|\bProfessor\b|"
    r"-Serving Institutions?$|"
    r"(?<!Native )(?<!African )(?<!Asian )(?<!Latin )\bAmerican Conference$|"
    r"\b(?:Accreditation (?:Council|Commission|Agency)|(?:Commission|Council|Committee|Board)\b.*\bAccreditation|"
    r"Liaison|Learning Commission|Commission on (?:Colleges|Collegiate|Dental|Higher)|"
    r"Chamber of Commerce|School District|(?:Public|City) Schools|County(?!\s[a-z])|Clinic(?!\s[A-Z])|"
    r"Hospitals?|Church|Company|Inc|"
    r"Association of|Council (?:of|on) (?:State|Graduate|Education|Higher|Nursing|Medic\w+|Social Work)|"
    r"Centers for Disease Control|Institutes of Health|Science Foundation|"
    r"Department of (?:Education|Health|Justice|Labor|Energy|State|Agriculture|Defense)|"
    r"Peace Corps|Marine Corps|AmeriCorps|Pell|Fulbright|Medicaid|Medicare|GI Bill|Common App|Human Services)\b"
    r"|\bNational (?:Coalition|Network|Alliance|Center|Consortium|Collegiate|Merit|Urban|Organization|Conference)\b"
    r"|\bof\s.*\b(?:Universities|Colleges|Schools|Institutions|Governments|Deans|Presidents)$"
    r"|\b(?:Athletic|Coast|Belt|Ten|Twelve|Lakes|East|West|Mountain|Valley|South\w*|Big \w+) Conference$"
)
"""Bodies that accredit, unite or pay for schools, and leagues in which they play."""
_EVERYWHERE = re.compile(
    r"^(?:(?:Faculty|Staff|Executive|Admissions?|Appointments?|Search|Curriculum|Steering|Graduate|Undergraduate|Academic|Hiring|Budget|"
    r"Promotions?|Tenure|Standards|Selection|Awards?|Review|Student|City)\s+(?:and\s+)?)+"
    r"(?:Committees?|Councils?|Boards?|Teams?|Senate)$"
    r"|^(?:(?:Student|Human|Career|Financial|Library|Health|Academic|Campus|Information|Technology|Counseling|Recreation|"
    r"Fitness|Medical|Conference|Fine|Performing|Arts|Event|Visitor|Welcome|Testing|Computer|Research|Aid)\s+)+"
    r"(?:Services?|Centers?|Resources)$"
)
"""Committees and services that every school has."""
_PAPER = re.compile(
    r"\b(?:Plan|Boards?|Survey|Statement|Report|(?<!House )Systems?|Services|Panels?|Student (?:Centers?|Unions?))$"
)
"""What is a programme only where its name holds a word for diversity."""
_SHORT = re.compile(r"\s*\([A-Z][A-Za-z.&-]{1,9}\)$")
_KIND_OF = re.compile(
    r"\b(?:Institutions?|Universit(?:y|ies)|Colleges?|Color|Practice|Officers?|Degrees?|Disease|Act|Administration|Minorities)$"
)
"""What a school, a person or a law is, spelled out with its short form."""
_FIELD = re.compile(
    r"(?:(?:Diversity|Equity|Inclusion|Inclusiveness|Belonging|Justice|Access|Accessibility|Excellence|Inclusive|"
    r"and|anđ|&|Anti-?\w+)"
    r"[,‚]?\s*)+"
)


@lru_cache(maxsize=REMEMBERED)
def no_programme_of_it(name: str) -> bool:
    """Whether a name in capitals is that of something else than a programme of the school."""
    if _OUTSIDE.search(name) or _BODY.search(name) or _EVERYWHERE.search(name):
        return True
    bare = _SHORT.sub("", name)
    if bare != name and _KIND_OF.search(bare):
        return True
    return bool(_FIELD.fullmatch(bare)) or bool(_PAPER.search(bare) and not DIVERSITY.search(bare))
