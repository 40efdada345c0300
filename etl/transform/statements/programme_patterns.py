"""Patterns of the names of programmes, and of the words that lead to them."""

import re

from etl.transform.statements.programme_words import BEFORE_HEAD, HEAD, KIND, LINK, LOW_EVENT, LOW_HEAD, NAME, W
from etl.transform.statements.sought import sought

NAMED = re.compile(
    rf"(?<![\w'])(?P<name>(?:{W}(?:‚?\s+|\s?[-–:]\s?))(?:(?:{W}|{LINK})(?:‚?\s+|:\s+|"
    rf"\s?[-–]\s?))*?(?:{HEAD})\b(?:\s+{HEAD}\b)*(?:\s+(?:of|for|on|in|to|against)\s+(?!(?:19|20)\d\d)(?:(?:{LINK}|"
    rf"{W})\s+)*{W})?(?:\s*\([^()]{{2,60}}\))?(?:\s+{LOW_HEAD})?)"
)
NAMED_LOW = re.compile(
    rf"(?<![\w'])(?!(?:Each|Every|This|That|These|Those|The|Its|Our|Their|All|Some|Most|Many|"
    rf"Students?|Faculty|Other|New|A|An|In|For|Through|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Several|"
    rf"Notable|Additional|Recent|"
    rf"Key|Current|Reviewers|Judges|Editors|University|College|School|Campus|Such|Both|"
    rf"Among)\s+[a-z])(?P<name>{W}(?:(?:‚?\s+|"
    rf"\s?[-–:]\s?)(?:(?:{LINK})\s+)*{W})*\s+(?:{BEFORE_HEAD}\s+){{0,2}}?{LOW_HEAD})\b(?:\s*\([^()]{{2,60}}\))?"
)
NAMED_EVENT = re.compile(
    rf"(?<![\w'])(?P<name>{W}(?:(?:‚?\s+|\s?[-–:]\s?)(?:(?:{LINK})\s+)*{W})+\s+(?:{BEFORE_HEAD}\s+){{0,2}}?{LOW_EVENT})\b"
    r"(?!\s+(?:of|at|with)\s+(?:the\s+)?[A-Z])"
)
"""Two words or more in capitals, and what is held in small letters: "Bay Days lunch talks"."""
OWN_LOW = re.compile(
    r"\b(?:its|our|their|the school's|the college's|the university's|including (?:an?|"
    r"the))\s+(?P<name>(?:(?:[a-z][\w'/-]*|DEI|EDI|JEDI|STEM|LGBTQ\+?)\s+(?:and\s+|of\s+)?){1,5}?(?:program|initiative|curriculum|"
    r"series|council|committee|task force|workshops|training|scholarship))\b"
    r"(?!,?\s+(?:called|known as|named|titled|dubbed)|\s+(?:school|college|hospital|center)s?\b)"
)
OWN_FIRST = re.compile(
    r"^(?:The (?:school|college|university|institution)'s|Its|Our)\s+"
    r"(?P<name>(?:(?!\w+ed\b|application|strategic)(?:[a-z][\w/-]*|DEI|EDI|JEDI|STEM|LGBTQ\+?)\s+){1,4}?"
    r"(?:training(?: program)?|initiative|curriculum|council|committee|task force|workshops|"
    r"workshop series|campaign))\s+"
    r"(?:has|have|now|is|was|also|reach\w*|help\w*|bring\w*|offer\w*|teach\w*|meet\w*|train\w*|draw\w*|drew|grew)\b"
)
"""What the school calls its own at the beginning of a sentence: "Its bias training has reached …"."""
NAMED_OF = re.compile(
    rf"(?<![\w'])(?P<name>(?:Conference|Framework|Roadmap|Pathways|Pledge|Forum|Network|Fellowship|Center|Centre|"
    rf"Institute|Council|Academy|Committee|Commission|Task Force|Coalition|Alliance|"
    rf"Advisors)\s+(?:for|of|on|to)\s+(?:the\s+)?{W}(?:‚?\s+(?:(?:{LINK})\s+)*{W})*)"
)
THERE_IS = re.compile(
    rf"\b[Tt]here\s+(?:is|are)\s+(?:the\s+)?(?P<name>{W}(?:\s+(?:(?:{LINK})\s+)*{W})*)(?=,\s+(?:which|the|an?|in|where)\s)"
)
"""What somebody counts up: "There is BayCamp, which started"."""
CALLED = re.compile(
    rf"\b{KIND},?\s+(?:(?:is|are|was|that is|which is)\s+)?(?:known as|called|named|titled|entitled|"
    rf"dubbed)\s+(?:the\s+)?\"?"
    rf"(?P<name>{NAME})"
)
AFTER_KIND = re.compile(
    rf"\b(?:initiative|program|effort|project|partnership|example|highlight|organization|club|series|plan|group|chapter|course),\s+(?:the\s+)?(?P<name>{NAME})(?=,)"
)
IS_A = re.compile(
    rf"(?:^|[.;,]\s+|\b[Tt]he\s+|"
    rf"\band\s+)(?P<name>{W}(?:\s+(?:(?:{LINK})\s+)*{W})*(?:\s*\([^()]{{2,80}}\))?)\s+(?:is|was|are)\s+"
    rf"(?:an?|the|one of (?:the|its|our))\s+(?:[\w'-]+,?\s+){{0,6}}?{KIND}\b"
)
QUOTED = re.compile(
    rf"\b{KIND},?\s+(?:called\s+|titled\s+|named\s+)?\"(?P<name>[A-Z#][^\"]{{2,70}}?)[,.]?\"|"
    rf"\"\s?(?P<before>[A-Z#][^\"]{{2,70}}?),?\"\s+(?!(?:said|says|added|adds|the)\b)"
    rf"(?:[a-z-]+\s+){{0,2}}{KIND}\b"
)
THROUGH = re.compile(
    rf"\b(?:[Tt]hrough|[Vv]ia|[Bb]y way of)\s+(?:its\s+|the\s+|our\s+|"
    rf"their\s+)?(?P<name>{W}(?:\s+(?:(?:{LINK})\s+)*{W})+(?:\s*\([^()]{{2,80}}\))?)"
    r"(?=,?\s+(?:which|that|a|an|students|where)\b|[,.;]|$)"
)
CALLED_FIRST = re.compile(
    rf"(?:^|[;.]\s+)(?:Called|Known as|Titled|Named|"
    rf"Dubbed)\s+(?:the\s+)?\"?(?P<name>{NAME}(?:‚?\s+(?:anđ\s+)?{W})*)\"?,?\s+"
    r"(?=(?:it|the|this|its|they)\b)"
)
"""A sentence that opens with what its subject is called: "Called Open Doors, it pays"."""
POINTED = re.compile(
    rf"\b(?:case in point|example|instance|standout|highlight|newcomer|addition|favou?rite|one|among them|first|"
    rf"latest|newest)"
    rf"\b(?:[^.;,]{{0,40}}?)\s+(?:is|was)\s+(?:the\s+|an?\s+)?(?P<name>{NAME})(?=[,.;]|\s+(?:in|which|where|that|a|"
    rf"an)\b|$)"
)
"""A sentence that points to a name as an example."""
SPELLED_BEHIND = r"[A-Z]{3,10}\s+\([A-Z]\w+(?:\s+(?:(?:[a-z]{1,4})\s+)?[A-Z]\w+){2,9}\)"
"""A short form with the words in capitals that it stands for: "REACH (Ready Every Afternoon for Care in Health)"."""
SHORTENED = re.compile(
    rf"(?<![\w'])(?P<name>{W}(?:‚?\s+(?:(?:{LINK})\s+)*{W}){{2,}}\s*\([A-Z][A-Z&-]{{2,9}}\)|"
    rf"[A-Z]{{3,8}}\s+\([a-z][a-z‚đ ]{{12,70}}\)|{SPELLED_BEHIND})"
)
"""A name with its short form in brackets, or a short form with the words that it stands for."""
FOR = re.compile(
    rf"(?:·|\b(?:recogni[sz]ed|honou?red|cited|lauded|praised|commended|won)\b)\s?[^.;]{{0,140}}?\bfor\s+(?:its\s+|"
    rf"the\s+|their\s+|our\s+)?(?:new\s+|annual\s+)?"
    rf"(?P<name>[A-Z]\w*(?:\.[A-Z]\w*)+\.?|{W}(?:\s+(?:(?:{LINK})\s+)*{W})+(?:\s*\([^()]{{2,80}}\))?)(?=[,.;]|$)"
)
YEARLY = re.compile(
    rf"\b(?:annual|yearly|monthly|weekly)\s+(?P<name>{W}(?:\s+(?:(?:{LINK})\s+)*{W})+)"
    r"(?=[,.;]|\s+(?:for|in|on|that|which|where)\b|$)"
)
"""What is held again and again."""
ITS = re.compile(
    rf"\b(?:[Ii]ts|[Oo]ur)\s+(?:(?:new|own|first)\s+)?(?P<name>{W}(?:\s+(?:(?:{LINK})\s+)*{W})+)"
    r"(?=[,.;]|\s+(?:during|for|in|on|that|which|where|has|have|is|are|was|gives|brings)\b|$)"
)
"""What a school calls its own."""
ACTS = re.compile(
    rf"(?:^|[;,]\s+(?:and\s+|while\s+)?)(?:[Tt]he\s+|"
    rf"[Ii]ts\s+)?(?P<name>{W}(?:\s+(?:(?:{LINK})\s+)*{W})*(?:\s*\([^()]{{2,80}}\))?)\s+(?:gives?|"
    r"provides?|offers?|introduces?|prepares?|connects?|pairs?|opens?|brings?|allows?|enables?|exposes?|engages?|"
    r"reaches)\s+(?:[a-z-]+\s+){0,4}?"
    r"(?:students|youth|teachers|faculty|employees|participants|doors|families|scholars|staff|undergraduates|learners|"
    r"applicants|pupils|teens|freshmen|colleagues)\b"
)
"""A name that does for students what a programme does."""
CREDITED_AFTER = sought(
    "stood out|stand out|stands out|cited|noted|highlighted|praise|commended|singled out|lauded|impressed",
    r",?\s+(?:(?:were|was|are|is|all|also|have|been|project|program|programs|initiatives)\s+)*(?:stood out|"
    r"stands? out|(?:were|was|are|"
    r"been) (?:also )?(?:cited|noted|highlighted|praised|commended|singled out|lauded)|drew praise|earned praise|"
    r"impressed)\b",
)
"""What credits the names in front of it."""
MADE = re.compile(
    r"\b(?:created|introduced|launched|established|developed|implemented|conducted|offers?|runs?|"
    r"hosts?|added|started|adopted|piloted|began|drew up|requires?)\s+(?:an?\s+|the\s+|its\s+|new\s+|"
    r"mandatory\s+)*"
    rf"(?P<name>(?:(?!for|that|which|in|on|with|to|and|who|as)[a-z][\w/-]+\s+){{1,5}}{LOW_HEAD})\b"
)
NOTES = re.compile(
    r"\b(?:magazine|publication|publisher|editors|judges|reviewers|insight into (?:diversity|academia))\s+"
    r"(?:(?:has|have|also|especially|particularly)\s+)*(?:names?|named|cites?|cited|notes?|noted|praises?|praised|highlights?|highlighted|"
    r"mentions?|mentioned|commends?|commended|singles? out|singled out|points? to|pointed to|lists?|listed)\s+"
    r"(?:an?|the|its|our|their)\s+(?:[a-z]+'s\s+)?"
    rf"(?P<name>(?:(?!for|that|which|in|on|with|to|and|who|as|of)[a-z][\w/-]*\s+){{1,5}}{LOW_HEAD})\b",
    re.IGNORECASE,
)
"""A plain name that the giver credits: "the magazine cites a summer research programme"."""
OFFICE = sought(
    "office|division|center|institute",
    r"\b(?:created|established|opened|founded|launched|expanded|formed|built|acknowledges|credited|credits|cited|"
    r"commended|praised|highlighted)\s+"
    r"(?:(?:an?|the|its|our|their|new|for|work of|efforts of|creation of|school's|college's|university's)\s+)*"
    rf"(?P<name>(?:Office|Division|Center|Institute)\s+(?:of|for|on)\s+(?:the\s+)?{W}(?:‚?,?\s+(?:(?:{LINK})\s+)*{W})*)",
)
"""An office that is credited as something set up for the purpose."""
OFFICE_ACTS = sought(
    "office|division|center|institute",
    r"\b[Tt]he\s+(?P<name>(?:Office|Division|Center|Institute)\s+(?:of|for|on)\s+(?=[^,.;]{0,40}(?:Divers|Inclusi|Equity|"
    rf"Social|Multicultural|Belonging|Justice|Access|Outreach))(?:the\s+)?{W}(?:‚?,?\s+(?:(?:{LINK})\s+)*{W})*)\s+"
    r"(?:coordinates|serves|offers|provides|runs|hosts|oversees|trains|supports|advises|sponsors|helps)\b",
)
"""An office for diversity that does something for the school."""
STARTED = re.compile(
    r"\b(?:launched|launches|created|creates|established|establishes|started|starts|introduced|introduces|unveiled|"
    r"runs|hosts|hosted|added|adds|piloted|expanded|expands|founded|sponsors|sponsored)\s+(?:(?:the|its|our|their|an?|annual|new|also|"
    rf"yearly|successful|popular)\s+)*(?P<name>{W}(?:(?:\s+|:\s+|\s?[-–]\s?)(?:(?:{LINK})\s+)*{W})+(?:\s*\([^()]{{2,80}}\))?)"
    r"(?=,?\s+(?:to|for|in|which|that|with|where|who|this|last|each|every|as|by|on|a|an)\b|[,.;]|$)"
)
"""A name in capitals that a school starts or runs, whatever its words."""
CHOSE = re.compile(
    r"\b(?:magazine|publication|publisher|editors|judges|reviewers|Diversity|Academia)\s+(?:(?:has|also)\s+)*(?:selected|chose|"
    rf"honou?red|recogni[sz]ed|picked|named|cited)\s+(?:the\s+)?(?P<name>{NAME})(?=,\s+(?:which|an?|where)\b)"
)
"""The programme that the giver chose: "the magazine selected Bay Bridge, which pairs"."""
CREDITED = sought(
    "noted|cited|highlighted|praised|recognized|singled out|point|credit|drew on|described|mentioned|commended|lauded|"
    "applauded|showcased|relies on|spotlighted",
    r"\b(?:noted|cited|highlighted|praised|recognized|singled out|pointed to|points to|credits|"
    r"credited|drew on|described|mentioned|commended|lauded|"
    "applauded|showcased|relies on|"
    r"spotlighted)\s+"
    r"(?:(?:the|its|their|[a-z']+'s|school's|college's|university's|for|success of|creation of|work "
    r"of|efforts of)\s+)*(?=[A-Z#])",
)
APPOSED = re.compile(
    rf"(?<![\w'])(?P<name>{W}(?:\s+(?:(?:{LINK})\s+)?{W})*),\s+(?:an?|the|"
    rf"its|our|their|one of)\s+(?:[\w'-]+,?\s+){{0,7}}?{KIND}\b"
    r"(?!\s+(?:\w+\s+)?(?:director|coordinator|manager|chair|officer|head))"
)
CUE = sought(
    "initiative|program|effort|project|offering|work|activities|partnership|strategies|resources|"
    "support|group|practices|opportunities|measures|steps|highlight|example|accomplishments|action|feature|thing",
    r"\b(?:initiatives?|programs?|programming|programmes?|efforts?|projects?|offerings?|work|"
    r"activities|partnerships?|strategies|"
    r"resources|supports?|groups?|practices|opportunities|measures|steps|highlights?|examples?|"
    r"accomplishments|actions?|features?|things)\b"
    r"[^.;:]{0,60}?(?P<cue>\s*[-–—,]?\s*\b(?:such as|(?<!they )(?<!you )(?<!who )(?<!we )like|"
    r"including|includes?|included|among them|"
    r"are|is|were|through)\b\s*:?\s+"
    r"|\s*:\s+|\s+(?:noted|cited|mentioned|highlighted|recognized|described)\s*:?\s+)",
    re.IGNORECASE,
)
SUCH_AS = sought(
    "such as|like|through|impressed|evidenced|among other",
    r"(?P<cue>\b(?:initiatives|programs|efforts|partnerships|including)\s*[-–—,]*\s*(?:such as|"
    r"like)\s+|\bthrough\s+its\s+|\bimpressed\s+(?:by|with)\s+(?:\w+'s\s+)?|\bas evidenced (?:by|"
    r"through) its\s+|\bamong other (?:things|efforts),?\s+)",
    re.I,
)
SPELLED = re.compile(
    rf"\b(?P<short>[A-Z]{{3,8}})(?:,\s+(?:or|short for|which (?:is short|stands) for)|\s+(?:--|[–—]))\s+(?:the\s+)?"
    rf"(?P<name>{W}(?:(?:‚|,)?\s+(?:(?:{LINK}|and)\s+)*{W})+)",
)
"""A short form, and the name for which it stands: "BRIDGES, short for …"."""
SHORT_BEHIND = re.compile(
    rf"(?P<name>{W}(?:‚?\s+(?:(?:{LINK})\s+)*{W})+),\s+(?:or|(?:also |better |otherwise )?(?:known|"
    r"called)\b[^,.;]{0,30}?|"
    r"which\s[^,.;]{0,40}?\bcalls?)\s+(?P<short>[A-Z]{3,8})\b"
)
"""A name, and the short form by which it goes: "the Bay Science Camp, or BSC"."""
IN_IT = sought(
    "students|graders|pupils|teen|faculty|staff|families|participants|employees|undergraduates|scholars",
    rf"(?:^|;\s+)(?:In|At|During|With)\s+(?:the\s+)?(?P<name>{W}(?:\s+(?:(?:{LINK})\s+)*{W})*\s+(?:for|to|with|into|through)\s+"
    rf"{W}(?:\s+{W})*),\s+(?:[a-z-]+\s+){{0,3}}(?:students|graders|pupils|teens|teenagers|faculty|staff|families|participants|"
    r"employees|undergraduates|scholars)\s+[a-z]",
)
"""A name in which people do something: "In Ready for Medicine, students spend"."""
LIST_HEAD = re.compile(
    r"\b(?:includ(?:ing|es?)|such as|following)\b[^:]{0,60}:\s*$|^Among (?:them|these|those)\s*:\s*$|"
    r"\b(?:took|takes|take|taking) note of\s*:\s*$|\b(?:wrote|told|spoke|read) (?:about|of)\s*:\s*$|"
    r"\b(?:recogni[sz]ed|honou?red|commended|praised|cited) for\s*:\s*$|"
    r"\b(?:listed|cited|named|described|highlighted|mentioned|noted|pointed to)\b[^:]{0,40}:\s*$|"
    r"\b(?:initiatives?|programs?|efforts?|"
    r"highlights?|examples?|work|projects?|reasons?|strengths?|accomplishments?|achievements?|actions?|ways)\b.*:\s*$|"
    r"^What\b.*:\s*$|"
    r"\b(?:we|college|school|university|institution|campus) (?:does?|did|has done|offers?)\b[^:]{0,20}:\s*$|"
    r"\bamong others:\s*$",
    re.I,
)
"""A line that ends in a colon and leads to a list of programmes."""
COUNTED_HEAD = sought(
    "effort|program|initiative|project",
    r"\b(?:two|three|four|five|six|seven|several)\s+(?:\w+\s+)?(?:efforts?|programs?|initiatives?|projects?)\b[^.:]{0,30}"
    r"[.]\"?\s*$",
    re.I,
)
"""A sentence that tells how many programmes it leads to."""
END_OF_LIST = re.compile(
    r"\s[-–—]+\s|—|(?<![A-Z][a-z]{2})\.(?=\s|$)|;|,?\s+(?:to name|among others|and (?:more|others)\b)|,\s+(?:which|"
    r"who|where|as well as|while|with|among other|to )|\s+(?:were|was|"
    r"are|is|provide[sd]?|help(?:s|ed)?|have|has|bring|brings|led|support(?:s|ed)?|gave|"
    r"give[s]?|open[s]?|serve[sd]?|ensure[sd]?|allow[s]?|work[s]? to|stood|impressed|continue[sd]?|"
    r"that|which|who|designed|aimed|were|will|plays?|keeps?|makes?|spots?|meets?|include)\b"
)
