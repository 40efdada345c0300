"""Words that name no one thing that is run: fields, activities, clauses, what every school has."""

import re

_FIELD = (
    r"(?:diversity|equity|inclusion|inclusiveness|inclusive|belonging|justice|social justice|access|accessibility|"
    r"equality|multicultural|cultural|dei|deib|jedi|excellence|engagement)"
)
_JOINED = r"(?:,\s*|\s+|,?\s+(?:and|&|or)\s+)"
_FIELDS = re.compile(
    rf"(?:(?:{_FIELD}|students?|faculty|staff|campus|community|outreach|recruitment|retention|related|based|various)"
    rf"{_JOINED})+(?:programs|programmes|initiatives|efforts|trainings|activities|events|practices|policies|services|"
    r"offerings|projects|work|programming)",
    re.IGNORECASE,
)
"""Programmes at large: "diversity and inclusion programs"."""
_ON_FIELDS = re.compile(
    rf"(?:programs?|programmes|programming|initiatives|courses|events|activities|trainings?|workshops|discussions)\s+"
    rf"(?:on|about)\s+(?:{_FIELD}(?:{_JOINED}|$))+",
    re.IGNORECASE,
)
"""The same with the field behind: "programs on diversity and inclusion"."""
_PRAISED = re.compile(
    r"(?:well-known|nationally known|long-running|award-winning|successful|innovative|popular|long-?standing|"
    r"signature|superb|inventive|pioneering|fruitful|outstanding|excellent|robust)\s[a-z -]+"
)
"""What is praised in plain words, and has no name."""
_ANY = re.compile(
    r"(?:[\w-]+-(?:part|week|day|hour))\s(?:seminar|series|workshop|training|course|program)s?|"
    r"(?:tutoring|advising|mentoring|mentorship|coaching|counseling|training)\s(?:programs?|services?|support)|"
    r"(?:Our|Its|Their|The)?\s*(?:DE&?I|DEIB?|EDI|JEDI|IDE)\s(?:team|office|committee|council|work|workshops?|trainings?|statement)"
)
"""What every school has, in plain words."""
_NO_THING = re.compile(
    r".*\bPh\.?D\b|"
    r".*\b(?:BSN|MSN|DNP|MBA|MPH|MSW|PharmD|LLM|BFA|BS|MS)(?:-to-[A-Z]+)? (?:programs?|degrees?|tracks?|students?)$|"
    r"(?:chaired|led|headed|directed|guided|supported|funded|hosted|run) by\b|along with\b|look at\b|"
    r"(?:policies|plans) by$|"
    r"(?:number|variety|range|hire|host) of\b|\d{3}\s|\d[\d.,]*%"
)
"""Words with a degree in them, or that begin as those which tell of something and name nothing."""
_SPELLED = re.compile(rf"[A-Z]{{3,8}}\s*\((?:{_FIELD}(?:{_JOINED}|(?=\))))+\)")
"""A short word for the field, spelled out in plain words."""
_ACTS = re.compile(
    r"\b[a-z]+(?:s|ed)\s+(?:its|their|our|them|us|everyone)\b|\b(?:gives?|gave|helps?|lets|teaches|brings|shows|offers|pairs|"
    r"provides|supports|prepares|connects)\s+(?:people|students)\b"
)
"""A verb with its object: what stands in plain words is a clause, no name."""
_STANDS_BESIDE = re.compile(
    r"\b(?:stands?|belongs?|sits?|goes|comes|ranks?)\s(?:beside|with|alongside|among|near|to|at)\b"
)
"""A clause about a field: "diversity belongs beside scholarship"."""
_ACTIVITIES = re.compile(r"[A-Za-z][a-z]+ing(?:\s+(?:and|or)\s+[a-z]+ing)+")
_MANY = re.compile(
    r"(?:(?:two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty(?:-\w+)?|further|ongoing|numerous|several|many|other|various|recent|current|existing|more|additional|key|notable|new|such|few|"
    r"[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,2}'s?)\s+)+(?:initiatives|programs|programmes|efforts|activities|offerings)",
    re.IGNORECASE,
)
"""Any number of them, or those of somebody: "Ongoing initiatives", "Lakeside's programs"."""
_NO_NAME = re.compile(
    r"\(|.*,\"|(?:School|College|Faculty) of\b|.*\b(?:law|medical|dental|nursing|"
    r"pharmacy) (?:school|college)$|(?:Statement|Letter|Report) (?:on|of|to)\s|Class of\b|"
    r"Rankings?$|[A-Z]{2,4}/[A-Z]{2,4} (?:program|track|degree)$|\d-year\b.*\bplan$|"
    r"(?:The )?(?:Medical|Law|Dental|Graduate|Nursing) School$|(?:is|was|are|were)\s+an?\s+[a-z]+\s+[a-z]+\b"
)
"""How words begin that are no name: a bracket, a paper, the title of a part."""
_TOLD = re.compile(
    r"\b(?:Opens|Announces|Receives|Breaks Ground)\b|"
    r"^(?:(?:Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth) (?:Year|Time)\b|(?:First )?Time in)|"
    r"^(?:Meanwhile|However|Moreover|Furthermore|Additionally|Likewise|Finally|Overall|Insight)$"
)
"""What a headline tells, or how a sentence begins."""
_PLAINLY = re.compile(
    r".*\bpercent\b|(?:(?:full|part)-time\s)?positions?\sfor\b|(?:graduation|recruitment|hiring|retention|enrollment|support)\sof\b|"
    r".*\sto\s(?:anchor|embed|advance|promote|support|help|build)\b|.*\salike$|"
    r"(?:promise|pledge|vow|outreach|vacation|ties)\s(?:to|with)\s|(?:progress|success)\sin\s|(?:only|one\sof)\s|"
    r"(?:mission|vision)\sstatements?$|(?:coordinators?|directors?|officers?)\s(?:of|for)\s|(?:whole|entire)\s|"
    r"place\s|[a-z]+\scare$|[a-z]+\s(?:now|also)\s[a-z]+s\b|(?:aims?|goals?|dut(?:y|ies))\sof\s|[a-z]+\sin\sthe\s[a-z]+$|"
    r"[a-z -]*\bdegree\s(?:programs?|tracks?|options?)$|"
    r"(?:school|college|university|institution|department)'s?\s[a-z -]+$|(?:academic|clinical|research)\sunits$|"
    r"(?:rise|growth|increase|drop|decline|gains?|change|count|list|share)\s(?:in|of|by)\s|(?:[a-z]+\s)?ranks\s|"
    r"located\s(?:near|in|at)\b|particularly\b|"
    r"(?:yearly|annual|broad|long-?standing)\s(?:programs?|plans?|trainings?)$|[\w]+-year\s(?:\w+\s)?plan$"
)
"""Plain words that tell what is done or held in general."""
_PEOPLE = (
    r"(?:LGBTQ\w*\+?|Asian|Pacific|Islanders?|African|Hispanic|Latin[oaxe]s?|Black|Native|Indigenous|American|Jewish|Muslim|Military|"
    r"Veterans?|Women|Men)"
)
_OF_PEOPLE = re.compile(
    rf"{_PEOPLE}(?:(?:/|-|\s|,?\s(?:and|&)\s){_PEOPLE})*(?:\s(?:students?|faculty|staff|employees|alumni|and|&))*",
    re.IGNORECASE,
)
"""People, whose group a list may tell: "Asian/Pacific Islander", "LGBTQ faculty and staff"."""
_SOMEBODYS = re.compile(
    r"[A-Z][\w.-]*(?:\s[A-Z][\w.-]*){0,3}'s?\s(?:strategic\s)?(?:plan|program|work|effort|initiative)"
)
"""What belongs to a school and has no name: "Lakeside's plan"."""
_NUMBERED = re.compile(r"\d[\d,.]*\s+[a-z]+")
_STANDS = re.compile(r"(?:(?:close|strong|good|new|more|\w+er)\s+)?(?:ties|relationships|connections|links)\b")


def names_nothing(name: str) -> bool:
    """Whether words that were taken for a programme's name are none."""
    plain = not re.search(r"[A-Z]", name)
    return bool(
        _FIELDS.fullmatch(name)
        or _ON_FIELDS.fullmatch(name)
        or _PRAISED.fullmatch(name)
        or _SPELLED.fullmatch(name)
        or _ACTIVITIES.fullmatch(name)
        or _NUMBERED.fullmatch(name)
        or _OF_PEOPLE.fullmatch(name)
        or _SOMEBODYS.fullmatch(name)
        or _MANY.fullmatch(name)
        or _ANY.fullmatch(name)
        or _NO_NAME.match(name)
        or _NO_THING.match(name)
        or _TOLD.search(name)
        or (name[:1].islower() and _PLAINLY.match(name))
        or (plain and (_ACTS.search(name) or _STANDS.match(name) or _STANDS_BESIDE.search(name)))
    )
