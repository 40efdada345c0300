"""Words of the names of programmes, and what is none."""

import re

from etl.transform.statements.sought import Cue, sought

HEAD = (
    r"(?:Programs?|Programmes?|Initiatives?|Series|Committees?|Academy|Centers?|Centres?|Scholars|"
    r"Pipelines?|Pathways?|Institute|"
    r"Fellowships?|Fellows|Councils?|Task ?[Ff]orces?|Weeks?|Conferences?|Trainings?(?!\s+(?:and|"
    r"&)\s+[A-Z])|Projects?|Networks?|Alliances?|Plans?|Frameworks?|"
    r"Scholarships?|Certificates?|Challenges?|Summits?|Symposi(?:um|a)|Camps?|Bridges?|Workshops?|"
    r"Seminars?|Commissions?|Collaboratives?|"
    r"Funds?|Grants?|Guarantee|Experience|Dialogues?|Launch|Retreats?|Club|Boards?|Coalitions?|"
    r"Partnerships?|Courses?|Curriculum|Roadmap|"
    r"Deep Dive|Lectures?|Symposium|Ambassadors?|Mentors(?:hip)?|Mentoring(?!\s+(?:and|&)\s+[A-Z])|"
    r"Residency|Consortium|Corps|Cluster|Hub|Labs?|Workgroup|Work Group|Advisors|Conversations|Town "
    r"[Hh]alls?|Roundtables?|Grand Rounds|"
    r"Working Group|Caucus|Promise|Passport|Survey|System|Toolkit|"
    r"Guild|Pantry|Festival|"
    r"Gatherings?|Circles?|Collective|Boot ?[Cc]amps?|Internships?|Immersion|Programming|Showcase|"
    r"Student Associations?|"
    r"(?:Resource|Affinity|Reading|Support) Groups?|Cohorts?|Incubator|"
    r"Statement|Services|Report|Forum|Panels?|Covenant|Compact)"
)
LOW_HEAD = (
    r"(?:programs?|programmes?|initiatives?|series|committee|academy|trainings?|framework|project|"
    r"curriculum|workshops?|seminars?|camps?|task force|town halls?|"
    r"council|conference|certificate|scholarships?|fellowship|student organization|organization|"
    r"partnership|pathway|pipeline|course|"
    r"workgroup|campaign|summit|symposium|statement|survey|grant|plan)"
)
LOW_EVENT = (
    r"(?:sessions?|talks|concentration|exchange|orientation|groups?|clubs?|dialogues?|grants|scholarships|internships?|"
    r"events|retreat|potluck|breakfast|luncheon|dinner|lounge|pantry|roundtables?|podcast|webinars?|lectures?|"
    r"day camp|travel course|mentors|workshop|festival|weeks?|month|fair|"
    r"celebration|track|rotation|elective|immersion|covenant)"
)
"""What is held or given, in small letters behind its name in capitals."""
BEFORE_HEAD = (
    r"(?:student|summer|mentor(?:ing|ship)|training|peer|leadership|outreach|pathway|pipeline|degree|certificate|"
    r"research|"
    r"scholarship|fellowship|pre-college|faculty|staff|academic|enrichment|support|strategic|advisory|"
    r"residential|ally|bias|"
    r"diversity|inclusion|equity|speaker|lecture|film|book|wellness|recruitment|retention|orientation|transfer|"
    r"bridge|honors|"
    r"health|science|medical|nursing|dental|camp|student-led|student-run|action|task|steering|internship|"
    r"immersion|service|"
    r"exchange|position|learning|employee|resource|community|care|reading|discussion|study|tutoring|coaching|"
    r"webinar|seminar|workshop|response|success|podcast|counseling|teaching|"
    r"virtual|online|annual|campus|youth|urban|rural)"
)
W = r"(?:(?:[A-ZÀ-ÖØ-Þ0-9#]|[ie](?=[A-Z]))[\w&@.'/+-]*|\([^()]{2,120}\))"
LINK = r"(?:of|for|in|on|the|and|anđ|&|to|at|with|into|against|a|is|My|de|y|e|al|del|la|las|el|los|para)"
NAME = rf"{W}(?:(?:\s+|:\s+|\s?[-–]\s?)(?:(?:{LINK})\s+)*{W})*(?:\s*\([^()]{{2,80}}\))?"
KIND = (
    r"(?:programs?|programmes?|initiatives?|efforts?|partnerships?|series|courses?|projects?|groups?|campaigns?|"
    r"plans?|events?|"
    r"camps?|workshops?|trainings?|cent(?:er|re)s?|funds?|scholarships?|curriculum|councils?|committees?|"
    r"organizations?|"
    r"roadmap|strategy|framework|fellowships?|academy|conferences?|clubs?|pathways?|grants?|podcasts?|residency|"
    r"circles?|cohorts?|networks?|institutes?|summits?|retreats?|challenges?)"
)
OWNER = re.compile(
    r"(?:ˢ'?s?|\b(?:university|college|school|institution|library)'s|\b[Ii]ts|\b[Oo]ur|(?:^|;\s)[Tt]he)\s+(?=[A-Z#\"])"
)
"""What stands before the names of a school's own programmes."""
COORDINATED = sought(
    ",",
    rf"\b(?:[A-Z][\w-]+\s+)?[A-Z][\w-]+(?:,\s+[A-Z][\w-]+)+,?\s+(?:and|&)\s+[A-Z][\w-]+"
    rf"(?=\s+(?:[A-Z][\w-]+\s+){{0,2}}{HEAD}\b|\s+(?:[a-z]+\s+)?{LOW_HEAD}\b)",
)
"""One name with commas in it: "Women, Gender and Sexuality Center"."""
COMMISSIONED = sought(
    "commission|council|committee|center|institute|task force",
    r"\b(?:Commission|Council|Committee|Center|Institute|Task Force)\s+(?:on|for)\s+[A-Z][\w-]+(?:,\s+[A-Z][\w-]+)+,?"
    r"\s+(?:and|&)\s+[A-Z][\w-]+",
)
"""The same where the list stands behind the head: "Commission on Race, Gender and Disability"."""
ANY_HEAD = re.compile(rf"\b(?:{HEAD}|{LOW_HEAD}|{LOW_EVENT}|center|effort)\b")
SERIES = (
    r"(?:justice|equity|diversity|inclusion|access|belonging|anti-?racism|accessibility|excellence|"
    r"social justice|engagement|ethics|truth|racial healing|transformation)"
)
TOGETHER = Cue(rf"\b{SERIES}(?:,\s+{SERIES})*,?\s+(?:and|&)\s+{SERIES}\b")
TITLE = re.compile(
    r"\b(?:dean|director|president|provost|chancellor|chair|officer|coordinator|manager|professor|advis[eo]r|liaison|"
    r"head)s?\b[^,;]{0,25}\b(?:of|for)(?:\s+the)?\s*$",
    re.I,
)
NOT = re.compile(
    r"\b(?:HEED|INSIGHT|Insight [Ii]nto|Award|Magazine|^(?:[A-Z][\w&'-]* )+(?:University|College)$|School of|"
    r"College of|Department of|Class of|Higher Education Excellence|"
    r"U\.S\.|Best Colleges|Index|Ranking|Press|News|Association of|Board of (?:Regents|Trustees|"
    r"Governors)|Commission on Colleges|Examinations?$|Test$|"
    r"Pell Grant|American (?:Association|Council|Osteopathic|Dental|Medical|Bar)|National (?:Science Foundation|"
    r"Institutes|Role "
    r"Models|League|Association|Collegiate)|Bachelor|Master's|Master of|Doctor of|Heritage Month(?!\s[A-Z])|"
    r"Best (?:School|College|Value)|Carnegie|"
    r"Forbes|Princeton Review|World Report|Federal|Department of|Foundation$|^(?!.*\bStudents?\b).*Association$|"
    r"^(?:The )?Student (?:Center|Union)$|State System|Society$|"
    r"(?:Health|Medical) Center|Law Center|(?:Office|Division|Department|College|School) of|"
    r"(?:University|Health|State|[A-Z]{2,5}) System$|Middle States|Faculty Senate|Human Rights Campaign)\b"
)
STOP_FIRST = frozenset(
    [
        "a",
        "all",
        "also",
        "among",
        "an",
        "and",
        "another",
        "specifically",
        "started",
        "any",
        "as",
        "at",
        "both",
        "by",
        "called",
        "known",
        "each",
        "every",
        "for",
        "four",
        "from",
        "her",
        "his",
        "in",
        "it",
        "its",
        "many",
        "most",
        "new",
        "no",
        "of",
        "on",
        "other",
        "our",
        "several",
        "some",
        "such",
        "the",
        "their",
        "these",
        "they",
        "this",
        "those",
        "three",
        "through",
        "to",
        "two",
        "we",
        "what",
        "how",
        "where",
        "why",
        "with",
    ]
)
VAGUE = re.compile(
    r"^(?:(?:various|many|several|other|all|more|new|strategic|ongoing|campus|its|their|our|"
    r"diversity|equity|inclusion|and|dei|of|student|students|"
    r"faculty|staff|recruitment|retention|hiring|promotion|mentoring|teaching|research|programs?|"
    r"initiatives?|efforts?|leadership|work|"
    r"outreach|training|education|academic|these|those|gender|race|ethnicity|veterans|people|with|"
    r"disabilities|lgbtq|community|members)\s*)+$",
)
PLAIN = re.compile(
    r"^(?:(?:\w+-year|\d+|Pharm\.?D\.?|Ph\.?D\.?|DNP|MD|M\.D\.|DO|DVM|DDS|DMD|BSN|MSN|MBA|JD|MPH|core|clinical|medical|nursing|dental|law|legal|existing|new|strategic|annual|undergraduate|"
    r"graduate|"
    r"accelerated|bachelor's|master's|doctoral|degree|residency|academic|application|review|regular|general|Spanish|"
    r"English|"
    r"French|introductory)\s+(?:and\s+)?)+(?:curriculum|programs?|initiatives|plan|course|courses|report|survey)$"
    r"|^(?:Since|During|After|Before|Until|By|Around)\b.*\b(?:19|20)\d\d$",
    re.IGNORECASE,
)
"""What every school has: no initiative."""
SOMEBODY = re.compile(
    r"^(?:students?|people|members|men|women|faculty|employees|staff|veterans|those|residents|patients|families|"
    r"participants|graduates|applicants)\s+(?:born|from|who|whose|with|of|in|at|are|were|that)\b",
    re.IGNORECASE,
)
"""People, of whom a list can tell as well as of programmes."""
NO_THING = re.compile(
    r"\b(?:efforts?|commitments?|values|contributions?|excellence|achievements?|leadership|success|"
    r"culture|accomplishments?|progress)$",
)
LONGEST = 14
NO_START = re.compile(
    r"^(?:President|Dr|Gov|Governor|Mayor|Sen|Senator|Rep|Professor|Prof|Dean|Chancellor|Provost|Director|Judge|"
    r"Justice|Bachelor|Master|Doctor|Doctoral|Spanish|English|French|January|February|March|April|May|June|July|August|"
    r"September|October|November|December)\b|"
    r"\b(?:Hall|Building|Tower|Stadium|Library|University|College|School|Hospital|Campus|Degree|Degrees|Park|"
    r"Street|Arena|Theat(?:er|re)|Award|Awards|Department|Office|Foundation|Association|Jr|Affairs|Relations|Admissions|Advancement|Ph\.?D|County|Company|Inc)\b"
)
"""What a school starts, opens or invites that is no programme: people, buildings, degrees, departments."""
PERSON_FIRST = re.compile(
    r"(?:James|John|Robert|Michael|William|David|Richard|Joseph|Thomas|Charles|Maria|Mary|Linda|Susan|Jennifer|Karen|"
    r"Angela|Barack|Michelle|Martin|Jose|Juan|Carlos|Ana|Anna|Sarah|Laura|Lisa|Kevin|Brian|Daniel|Paul|Mark|George)\b"
)
"""How a person's name can begin."""
DIVERSITY = re.compile(
    r"\b(?:Diversity|Divers\w*|Equit\w+|Inclusi\w+|Inclusiv\w+|Belonging|Multi-?[Cc]ultural|Inter-?[Cc]ultural|Cross-[Cc]ultural|"
    r"Access(?:ibility)?|Justice|Anti-?[Rr]acis[mt]|Minorit\w+|Underrepresented|Women\w*|LGBTQ?\w*\+?|Queer|Pride|Gender|Race|"
    r"Racial|Black|African|Latin[oaxe]s?|Hispanic|Asian|Indigenous|Native|Disabilit\w+|Veterans?|First[- ]Gen\w*|"
    r"Engagement|Advocacy|Climate|Equal Opportunity|Health Equity|JEDI|DEIB?|Community|Outreach)\b"
)
"""Words for a field of diversity in a name."""
TELLING = re.compile(
    rf"\b(?:{HEAD}|Webcasts?|Webinars?|Podcasts?|Museum|Lounge|Collective|Teams?|Subcommittee|Luncheon|Talks?|Pledge|Closet|"
    r"Cupboard|Corner|Union|Memorial|Mural|Anniversary|Celebration|Camps?|Ally|Allies|"
    r"Students? (?:Associations?|Organizations?)|Societies|Saturdays?|Days?|Nights?|Zone|House|Space|Library|Guide|"
    r"Awards? Program|Exchange|Outreach|"
    r"Mentors|Tutoring|Pipelines?|Fair|Expo|Open House|Fest|Read|Book Club|Accelerator|Observatory)"
    r"(?:\s+(?:of|for|on|to|in|against)\s.*)?$"
    r"|^(?:Camp|Project|Operation|Women in|Men in|Students? in|Black Men in)\s+[A-Z]"
)
"""Names that end, or begin, with a word for what is run."""
GIVEN_TO = re.compile(r"·\s+(?:(?:has|was|is)\s+(?:gone|given|awarded)\s+)?to\s+(?:the\s+)?$")
"""What stands before the school to which the award went."""
