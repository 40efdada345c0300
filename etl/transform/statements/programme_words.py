"""Patterns of the names of programmes, and of the words that lead to them."""

import re

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
    r"Statement|Services|Report|Forum|Panels?)"
)
LOW_HEAD = (
    r"(?:programs?|programmes?|initiatives?|series|committee|academy|trainings?|framework|project|"
    r"curriculum|workshops?|seminars?|camps?|task force|town halls?|"
    r"council|conference|certificate|scholarships?|fellowship|student organization|organization|"
    r"partnership|pathway|pipeline|course|"
    r"workgroup|campaign|summit|symposium|statement|survey|grant|plan)"
)
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
    r"virtual|online|annual|campus|youth)"
)
W = r"(?:(?:[A-Z0-9#]|[ie](?=[A-Z]))[\w&@.'/-]*|\([^()]{2,80}\))"
LINK = r"(?:of|for|in|on|the|and|anđ|&|to|at|with|into|against|a|is|My|de|y|e)"
NAMED = re.compile(
    rf"(?<![\w'])(?P<name>(?:{W}(?:‚?\s+|\s?[-–:]\s?))(?:(?:{W}|{LINK})(?:‚?\s+|:\s+|"
    rf"\s?[-–]\s?))*?(?:{HEAD})\b(?:\s+{HEAD}\b)*(?:\s+(?:of|for|on|in|to|against)\s+(?:(?:{LINK}|"
    rf"{W})\s+)*{W})?(?:\s*\([^()]{{2,60}}\))?(?:\s+{LOW_HEAD})?)"
)
NAMED_LOW = re.compile(
    rf"(?<![\w'])(?!(?:Each|Every|This|That|These|Those|The|Its|Our|Their|All|Some|Most|Many|"
    rf"Students?|Faculty|Other|New|A|An|In|For|Through|One|Two|Three|Four|Five|Several|Notable|Additional|Recent|"
    rf"Key|Current|Reviewers|Judges|Editors|University|College|School|Campus|Such|Both|"
    rf"Among)\s+[a-z])(?P<name>{W}(?:(?:\s+|"
    rf"\s?[-–:]\s?)(?:(?:{LINK})\s+)*{W})*\s+(?:{BEFORE_HEAD}\s+){{0,2}}?{LOW_HEAD})\b(?:\s*\([^()]{{2,60}}\))?"
)
OWN_LOW = re.compile(
    r"\b(?:its|our|their|the school's|the college's|the university's|including (?:an?|"
    r"the))\s+(?P<name>(?:[a-z][\w'/-]*\s+(?:and\s+|of\s+)?){1,5}?(?:program|initiative|curriculum|"
    r"series|council|committee|task force|workshops|training|scholarship))\b"
    r"(?!,?\s+(?:called|known as|named|titled|dubbed))"
)
NAMED_OF = re.compile(
    rf"(?<![\w'])(?P<name>(?:Framework|Roadmap|Pathways|Pledge|Forum|Network|Fellowship|Center|Centre|"
    rf"Institute|Council|Academy|Committee|Commission|Task Force|Coalition|Alliance|"
    rf"Advisors)\s+(?:for|of|on|to)\s+(?:the\s+)?{W}(?:‚?\s+(?:(?:{LINK})\s+)*{W})*)"
)
NAME = rf"{W}(?:(?:\s+|:\s+|\s?[-–]\s?)(?:(?:{LINK})\s+)*{W})*(?:\s*\([^()]{{2,80}}\))?"
KIND = (
    r"(?:programs?|programmes?|initiatives?|efforts?|partnerships?|series|courses?|projects?|groups?|campaigns?|"
    r"plans?|events?|"
    r"camps?|workshops?|trainings?|cent(?:er|re)s?|funds?|scholarships?|curriculum|councils?|committees?|"
    r"organizations?|"
    r"roadmap|strategy|framework|fellowships?|academy|conferences?|clubs?|pathways?|grants?|podcasts?|residency)"
)
CALLED = re.compile(
    rf"\b{KIND},?\s+(?:(?:is|are|was|that is|which is)\s+)?(?:known as|called|named|titled|entitled|"
    rf"dubbed)\s+(?:the\s+)?\"?"
    rf"(?P<name>{NAME})"
)
AFTER_KIND = re.compile(
    rf"\b(?:initiative|program|effort|project|partnership|example|highlight),\s+(?:the\s+)?(?P<name>{NAME})(?=,)"
)
IS_A = re.compile(
    rf"(?:^|[.;,]\s+|\b[Tt]he\s+|"
    rf"\band\s+)(?P<name>{W}(?:\s+(?:(?:{LINK})\s+)*{W})*(?:\s*\([^()]{{2,80}}\))?)\s+(?:is|was|are)\s+"
    rf"(?:an?|the|one of (?:the|its|our))\s+(?:[\w'-]+,?\s+){{0,6}}?{KIND}\b"
)
QUOTED = re.compile(
    rf"\b{KIND},?\s+(?:called\s+|titled\s+|named\s+)?\"(?P<name>[A-Z#][^\"]{{2,70}}?)[,.]?\"|"
    rf"\"(?P<before>[A-Z#][^\"]{{2,70}}?),?\"\s+"
    rf"(?:[a-z-]+\s+){{0,2}}{KIND}\b"
)
THROUGH = re.compile(
    rf"\b(?:[Tt]hrough|[Vv]ia)\s+(?:its\s+|the\s+|our\s+|"
    rf"their\s+)?(?P<name>{W}(?:\s+(?:(?:{LINK})\s+)*{W})+(?:\s*\([^()]{{2,80}}\))?)"
    r"(?=,?\s+(?:which|that|a|an|students|where)\b|[,.;]|$)"
)
FOR = re.compile(
    rf"(?:·|\b(?:recogni[sz]ed|honou?red|cited|lauded|praised|commended)\b)\s?[^.;]{{0,60}}?\bfor\s+(?:its\s+|"
    rf"the\s+|their\s+|our\s+)?"
    rf"(?P<name>{W}(?:\s+(?:(?:{LINK})\s+)*{W})+(?:\s*\([^()]{{2,80}}\))?)(?=[,.;]|$)"
)
ACTS = re.compile(
    rf"(?:^|[;,]\s+(?:and\s+|while\s+)?)(?:[Tt]he\s+|"
    rf"[Ii]ts\s+)?(?P<name>{W}(?:\s+(?:(?:{LINK})\s+)*{W})*(?:\s*\([^()]{{2,80}}\))?)\s+(?:gives?|"
    r"provides?|offers?|introduces?|prepares?|connects?|pairs?|opens?|brings?|allows?|enables?|exposes?|engages?|"
    r"reaches)\s+(?:[a-z-]+\s+){0,4}?"
    r"(?:students|youth|teachers|faculty|employees|participants|doors|families|scholars|staff|undergraduates|learners|"
    r"applicants|pupils|teens|freshmen|colleagues)\b"
)
"""A name that does for students what a programme does."""
CREDITED_AFTER = re.compile(
    r",?\s+(?:(?:were|was|are|is|all|also|have|been|project|program|programs|initiatives)\s+)*(?:stood out|"
    r"stands? out|(?:were|was|are|"
    r"been) (?:also )?(?:cited|noted|highlighted|praised|commended|singled out|lauded)|drew praise|earned praise|"
    r"impressed)\b"
)
"""What credits the names in front of it."""
OWNER = re.compile(
    r"(?:ˢ'?s?|\b(?:university|college|school|institution|library)'s|\b[Ii]ts|\b[Oo]ur|(?:^|;\s)[Tt]he)\s+(?=[A-Z#\"])"
)
"""What stands before the names of a school's own programmes."""
COORDINATED = re.compile(
    rf"\b[A-Z][\w-]+(?:,\s+[A-Z][\w-]+)+,?\s+(?:and|&)\s+[A-Z][\w-]+(?=\s+(?:[A-Z][\w-]+\s+){{0,2}}{HEAD}\b)"
)
"""One name with commas in it: "Women, Gender and Sexuality Center"."""
MADE = re.compile(
    r"\b(?:created|introduced|launched|established|developed|implemented|conducted|offers?|runs?|"
    r"hosts?|added|started|adopted|piloted|began|drew up|requires?)\s+(?:an?\s+|the\s+|its\s+|new\s+|"
    r"mandatory\s+)*"
    rf"(?P<name>(?:(?!for|that|which|in|on|with|to|and|who|as)[a-z][\w/-]+\s+){{1,5}}{LOW_HEAD})\b"
)
CREDITED = re.compile(
    r"\b(?:noted|cited|highlighted|praised|recognized|singled out|pointed to|points to|credits|"
    r"credited|drew on|described|mentioned|commended|lauded|applauded|showcased|relies on|"
    r"spotlighted)\s+"
    r"(?:(?:the|its|their|[a-z']+'s|school's|college's|university's|for|success of|creation of|work "
    r"of|efforts of)\s+)*(?=[A-Z#])"
)
APPOSED = re.compile(
    rf"(?<![\w'])(?P<name>{W}(?:\s+(?:(?:{LINK})\s+)?{W})*),\s+(?:an?|the|"
    rf"its|one of)\s+(?:[\w'-]+,?\s+){{0,7}}?{KIND}\b(?!\s+(?:director|coordinator|manager|chair|officer|head))"
)
ANY_HEAD = re.compile(rf"\b(?:{HEAD}|{LOW_HEAD}|center|effort)\b")
CUE = re.compile(
    r"\b(?:initiatives?|programs?|programming|programmes?|efforts?|projects?|offerings?|work|"
    r"activities|partnerships?|strategies|"
    r"resources|supports?|groups?|practices|opportunities|measures|steps|highlights?|examples?|"
    r"accomplishments|actions?|features?|things)\b"
    r"[^.;:]{0,60}?(?P<cue>\s*[-–—,]?\s*\b(?:such as|like|including|includes?|included|among them|"
    r"are|is|were|through)\b\s*:?\s+"
    r"|\s*:\s+|\s+(?:noted|cited|mentioned|highlighted|recognized|described)\s*:?\s+)",
    re.IGNORECASE,
)
SUCH_AS = re.compile(
    r"(?P<cue>\b(?:initiatives|programs|efforts|partnerships|including)\s*[-–—,]*\s*(?:such as|"
    r"like)\s+|\bthrough\s+its\s+|\bimpressed\s+(?:by|with)\s+(?:\w+'s\s+)?|\bas evidenced (?:by|"
    r"through) its\s+|\bamong other (?:things|efforts),?\s+)",
    re.I,
)
LIST_HEAD = re.compile(
    r"\b(?:includ(?:ing|es?)|such as|following)\b[^:]{0,60}:\s*$|\b(?:initiatives?|programs?|efforts?|"
    r"highlights?|examples?|work|projects?)\b.*:\s*$",
    re.I,
)
END_OF_LIST = re.compile(
    r"\s[-–—]+\s|(?<![A-Z][a-z]{2})\.(?=\s|$)|;|,?\s+(?:to name|among others|and (?:more|others)\b)|,\s+(?:which|"
    r"who|where|as well as|while|with|among other|to )|\s+(?:were|was|"
    r"are|is|provide[sd]?|help(?:s|ed)?|have|has|bring|brings|led|support(?:s|ed)?|gave|"
    r"give[s]?|open[s]?|serve[sd]?|ensure[sd]?|allow[s]?|work[s]? to|stood|impressed|continue[sd]?|"
    r"that|which|who|designed|aimed|were|will)\b"
)
SERIES = (
    r"(?:justice|equity|diversity|inclusion|access|belonging|anti-?racism|accessibility|excellence|"
    r"social justice|engagement|ethics|truth|racial healing|transformation)"
)
TOGETHER = re.compile(rf"\b{SERIES}(?:,\s+{SERIES})*,?\s+(?:and|&)\s+{SERIES}\b", re.I)
TITLE = re.compile(
    r"\b(?:dean|director|president|provost|chancellor|chair|officer|coordinator|manager|professor|"
    r"head)s?\b[^,;]{0,25}\b(?:of|for)(?:\s+the)?\s*$",
    re.I,
)
NOT = re.compile(
    r"\b(?:HEED|INSIGHT|Insight [Ii]nto|Award|Magazine|^(?:[A-Z][\w&'-]* )+University$|School of|"
    r"College of|Department of|Class of|Higher Education Excellence|"
    r"U\.S\.|Best Colleges|Index|Ranking|Press|News|Association of|Board of (?:Regents|Trustees|"
    r"Governors)|Commission on Colleges|"
    r"Pell Grant|American (?:Association|Council|Osteopathic|Dental|Medical|Bar)|National (?:Science Foundation|"
    r"Institutes|Role "
    r"Models|League|Association|Collegiate)|Bachelor|Master's|Doctor of|Heritage Month|Best (?:School|College|"
    r"Value)|Carnegie|"
    r"Forbes|Princeton Review|World Report|Federal|Department of|Foundation$|Association$|Society$|"
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
        "any",
        "as",
        "at",
        "both",
        "by",
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
NO_THING = re.compile(
    r"\b(?:efforts?|commitments?|values|contributions?|excellence|achievements?|leadership|success|"
    r"culture|accomplishments?|progress)$",
)
LONGEST = 14
