"""Words by which a sentence tells what it is about: a win, a past win, the giver's own boilerplate, another award."""

import re
from functools import lru_cache

from etl.transform.statements.sought import Cue, sought

WIN = re.compile(
    r"\b(?:receiv(?:e|es|ed|ing)|recipients?|earn(?:s|ed|ing)?|w[io]ns?|winning|winners?|award(?:s|"
    r"ed)|awardees?|named|names|"
    r"honou?r(?:s|ed|ees?|ing)?|recogni[sz](?:e|es|ed|ing)|recognition|selected|selects|chosen|"
    r"presented|given|gave|gives|garner(?:s|ed)?|"
    r"land(?:s|ed)|net(?:s|ted)|lauded|cited|picked|takes?|took|secur(?:es|ed)|claim(?:s|ed)|"
    r"captur(?:es|ed)|achiev(?:es|ed)|"
    r"designated|celebrat(?:es|ed|ing)|among|one of|joins?|joining|bestowed|accept(?:s|ed)|collect(?:s|ed)|add(?:s|ed)|"
    r"again|(?:brings?|brought|taken) home|(?:brings?|brought)(?=\s[^.;]{0,60}\b(?:its|their|our|the|an?)\s)|"
    r"back-to-back|repeat(?:s|ed)?|lists?|listed|granted|distinction|distinguished|announc(?:es|ed)|"
    r"designation|hailed|singled out|hold|held|holds|"
    r"holders?|carry|carries|tapped|dubbed|obtained|gets|got|gained|attained|"
    r"proud|"
    r"is (?:its|the|a) (?:\w+th|first|second|third)|"
    r"called|placed|put|includ(?:es|ed)|counts|counted|crown(?:s|ed)|declared|"
    r"deem(?:s|ed)|return(?:s|ed)|made|makes|"
    r"clinch(?:es|ed)|scor(?:es|ed)|shar(?:es|ed)|confer(?:s|red)|salut(?:es|ed)|feted|came|comes?|went|goes|gone to|"
    r"boasts?|"
    r"(?:has|have|had)\s+(?:now\s+|again\s+|also\s+)?(?:the|its|our|their|this)\s+(?:20\d\d\s+)?"
    r"(?:[\w-]+\s+(?:consecutive|straight)\s+)?"
    r"(?:heed|health prof|higher ed|excellence in|award)\w*|"
    r"(?:is|was|were|are|became|becomes?|been) (?:also |again |now |once more |once again |both )?an? (?:20\d\d )?"
    r"(?:diversity|heed) champion|"
    r"retain(?:s|ed)|keeps?|kept|renew(?:s|ed)|with (?:a|the|its)|sets?(?:\s+[\w']+){1,5}\s+apart)\b",
    re.IGNORECASE,
)
ANAPHOR = Cue(
    r"\b(?:(?:this|the|that|its|their|our|such|such an|a|an|these|same|national|prestigious|diversity|excellence|top|"
    r"consecutive|straight|overall)\s+(?:\w+\s+){0,3}(?:awards?|honou?rs?|recognition|distinction|"
    r"designation|accolades?|title|prize)"
    r"|recogni[sz]ed|honou?red|singled out|been (?:named|selected|chosen|honou?red|recogni[sz]ed|awarded)|the "
    r"(?:list|winners|recipients)"
    r"|(?:national|diversity|excellence|prestigious|winners'?|this year's)\s+(?:\w+\s+){0,2}list|named to\b|honor roll|"
    r"names? (?:was |were )?called|on (?:the|this year's|its) (?:\w+\s+)?list|"
    r"recipients?|winners?|honou?rees?|awardees?|selected|chosen|w[io]ns?|winning|earns?|awards?|awarded|"
    r"honou?rs?|recognition|accolades?|(?:been|was|were|is) (?:named|selected|chosen)|streak|\w+-peat)\b"
)
ALL_OF_YEAR = re.compile(
    r"(?:^|[:;(–—]\s*|\bthere\s+were\s+)\d+\s+(?:recipients|winners|honou?rees|institutions|schools|colleges)\s+in\s+(?=20\d\d)",
    re.IGNORECASE,
)
"""What tells how many won in a year, and of nobody that it did: "HEED Award: 101 recipients in 2021"."""
DENIED = Cue(r"\b(?:not(?! only\b)|never|without)\b|n't\b")
"""What tells that something was not so."""
OF_WHOLE = re.compile(
    r"\b(?:award|honou?r|recognition|recipient|winner)\b[^.;]{0,80}?\b(?:at (?:the|a) university(?:-wide)? level|"
    r"(?:of|for|as) (?:the|a) (?:whole university|university as a whole))\b",
    re.IGNORECASE,
)
"""What sets the award of a university apart from that of its school."""
PAST = re.compile(
    r"\b(?:previous(?:ly)?|formerly|earlier|prior|past|also (?:\w+ ){0,4}(?:in|for|from|during)|as "
    r"well|again in|before that|before|"
    r"already|inaugural|first (?:\w+ ){0,5}in|once before|in addition to|having|had|back in|most recently|last "
    r"(?:won|received|earned|honou?red)|"
    r"since|adding to|awards? (?:in|for|from)|twice|times)\b",
    re.IGNORECASE,
)
_OTHERS = r"(?:recipients?|winners?|honou?rees?|universities|colleges|schools|institutions|awardees?)"
OTHER_SCHOOLS = sought(
    "also|other|fellow|additional|list|one of|share|such as|like|includ",
    r"\b(?:also (?:winners?|recipients?|honou?red|recogni[sz]ed|selected|chosen|named)\s*(?:(?:in|from|at)\s+"
    r"(?:the\s+)?\w+(?:\s[A-Z]\w+)?\s+|this year\s+)?(?::|(?:are|were|was|is)\b)"
    rf"|(?:other|fellow|additional)\b[^.:]{{0,60}}\b{_OTHERS}\b"
    r"|the other (?:\w+\s){0,2}(?:winners?|recipients?|honou?rees?)\b[^.]{0,30}\b(?:are|is|were|was)\b"
    r"|the other (?:two|three|four|five|six|seven|eight|nine|ones) (?:are|were|being)\b"
    r"|(?:the|this year's) list (?:also )?(?:has|includes|holds|names)\b"
    r"|one of \w+ [^.;,]{0,40}(?:to (?:receive|earn|win)|honou?red|recogni[sz]ed)[^.;,]{0,30},?\s+(?:along\s+)?with\b"
    r"|shares? (?:the|this|that) (?:award|honou?r|distinction) with\b"
    r"|(?:award|honou?r) (?:(?:was|has been) also (?:been )?given|also (?:was given|went|goes)) to\b"
    r"|(?:institutions|universities|colleges|schools|winners) (?:such as|like|including)\b"
    r"|honou?rees\b[^.]{0,30}\bare also\b|(?:recipients|winners|honorees)\b[^.]{0,30}\b(?:include|are also)\b)"
    rf"|(?:^|;\s)also (?:among\b[^.]{{0,60}}\b{_OTHERS}\b|"
    r"(?:on (?:the|this year's) list|(?:receiving|earning|winning|taking) (?:an? |the )?(?:\w+ )?(?:awards?|honou?rs?|"
    r"HEEDs?|the \w+)|honou?red)\b[^.]{0,30}\b(?:are|is|were|was)\b)",
    re.IGNORECASE,
)
_GENERIC_SUBJECT = (
    r"(?:the|this|an?|each|every)?\s*(?:annual|national|prestigious|20\d\d|only|such|national honor|"
    r"health professions)*\s*"
    r"(?:(?:heed|higher education|health professions?|inspiring programs?|insight|award|awards|"
    r"recognition|honor|honors|"
    r"library excellence|lead|standards|recipients?|winners|selections?|applicants?|competition|"
    r"magazine|publication|champions?|"
    r"diversity champions?|applications?|honorees|the list|as an annual honor|open to)\b)"
)
_GENERIC = Cue(
    rf"^[\"'(]*(?:(?:all\s+)?(?:institutions|schools|colleges|universities)\s+(?:honou?red|recogni[sz]ed|selected|chosen)\b|"
    rf"{_GENERIC_SUBJECT})[^.]{{0,160}}?\b(?:is|are|was|were|recognizes|recognises|honou?rs|"
    rf"measures?|acknowledges|celebrates|"
    r"encourages?|highlights|began|rates?|selects?|selected|publishes|published|has been|have been|"
    r"reviewed|evaluates?|requires?|"
    r"includes?|looks?|looked|profiles|features?|will be|goes|went|assists?)\b"
)
_OF_SCHOOL = Cue(
    r"\b(?:the|our|this)\s+(?:university|college|school|institute|law center|medical school|campus|"
    r"system|district)\b|\b(?:consecutive|straight|in a row)\b|\b(?:its|our) (?:\w+th|first|second|third)\b|"
    r"^\W*an?\s+(?:heed\s+(?:award\s+)?)?(?:recipient|winner)\b|\bin succession\b|\bgiven to us\b|"
    r"\bin as many years\b|\byears running\b"
)
_ABOUT_GIVER = Cue(
    r"^(?:now in (?:its|their)\b[^.,]*,\s+(?:the|this|insight)\b|"
    r"no (?:other )?(?:national )?(?:awards?|honou?rs?|recognitions?) (?:other than|besides|recogni[sz]e)\b|"
    r"(?:they|these|those|all)\b[^.;]{0,40}\b(?:come|are|were) (?:drawn |chosen |selected |picked |taken )?from\b)"
    r"|\b(?:(?<!of )(?<!from )(?<!by )(?<!in )insight into (?:diversity|academia)(?: magazine)? (?:magazine )?(?:is|"
    r"was|has|selected|selects|rates|recogni[sz]es|will|publisher|features|connects|honou?rs|advocates|,? the|chose|"
    r"names)\b"
    r"|(?:oldest|largest)\b[^.]{0,40}\b(?:publication|magazine|website)\b"
    r"|we (?:take(?! (?:\w+ )?pride)|look|hold(?! it\b)(?! (?:the|an?|this) (?:\w+ )?(?:heed|award))|know|applaud|"
    r"judge|want)\b"
    r"|our standards\b|standards are high\b"
    r"|only (?:national )?(?:award|honor|recognition)"
    r"|(?:award|heed)\)? (?:application |selection |award )*(?:process|application|review)s?\b[^.]{0,40}\b(?:consists?|"
    r"includes?|involves?|is|are|requires?|assess\w*|looks?)\b"
    r"|measures? (?:an?|the) institution|level of achievement\b|intensity of commitment\b"
    r"|open to all\b[^.]{0,60}\b(?:colleges|universities|institutions|schools)\b"
    r"|(?:holistic|detailed|comprehensive|rigorous) (?:approach|application|review|and rigorous)\b"
    r"|woven into the\b|demonstrate an outstanding commitment\b(?=[^.]*\.?$)(?<!\bwe demonstrate)"
    r"|(?:recipients|winners|honorees|champions|institutions) (?:are|were) (?:selected|chosen|evaluated|judged|"
    r"ranked)\b|exemplify an unyielding commitment\b|set the standard for\b"
    r"|in a (?:letter|statement|release)\b[^.]*\bwinners\b|publisher of\b)"
    r"|said [^.]{0,40}\bpublisher\b"
)
_OF_SOMEBODY = Cue(
    r"\b(?:during|throughout|under|in) (?:his|her|their) (?:tenure|time|years|leadership|watch|\w+ years)\b"
    r"|\bduring (?:that|this) time\b|\bwhile (?:he|she) (?:was|led|served|headed|ran|directed)\b"
)
"""What tells of the years that somebody spent at a school."""


def of_somebody(text: str) -> bool:
    """Whether a sentence tells of the years that somebody spent at a school: "during her tenure"."""
    return _OF_SOMEBODY.search(text)


_HISTORY = Cue(
    r"\b(?:the|this)\s+(?:magazine|publication|publisher|journal)\b[^.;]{0,30}\b(?:add(?:ed|s)|introduc(?:ed|es)|"
    r"launched|"
    r"began|started|created|opened|established|founded|first (?:gave|presented|handed))\b"
    r"|\b(?:started|founded|created|launched|began|established|set up)\s+(?:the|these|its|their)\s+(?:\w+\s+){0,3}?"
    r"(?:heed|awards?)\b"
    r"|\b(?:heed|health professions|champions?|these|the) (?:awards?|honou?rs?|titles?|designations?) (?:have|"
    r"has) existed"
)
"""What the giver did to its own awards."""
_HONOURS_US = Cue(
    r"\b(?:magazine|academia|diversity|publication|editors|judges|reviewers)\s+(?:has\s+|have\s+)?(?:(?:also|again|now|"
    r"once more|once again|recently|just)\s+)*(?:call(?:s|ed)|nam(?:es|ed)|recogni[sz](?:es|ed)|honou?r(?:s|ed)|gave|"
    r"given|"
    r"award(?:s|ed)|chosen|chose|select(?:s|ed)|designat(?:es|ed)|sets?|puts?|plac(?:es|ed)|includ(?:es|ed)|list(?:s|"
    r"ed)|"
    r"picked|singled out|granted|presented)\s+(?:it|us|(?:the|our|this) (?:university|college|school|institut\w+|"
    r"law center|campus|library|libraries|medical school))\b"
    r"|^for (?:it|this|that|them|these|those)\b[^.;]{0,60}\s(?:has\s+)?(?:now\s+|again\s+)?(?:given|gave|"
    r"awarded|presented|granted)\s+(?:an?|the|its)\s"
)
_OWN_WIN = Cue(
    r"^(?:[^\"]{0,60},\s+)?(?:it|we)\s+(?:(?:has|have|had|was|were|is|are|also|again|once|now)\s+)*(?:received|"
    r"earned|won|"
    r"been (?:named|chosen|selected|honou?red|recogni[sz]ed|awarded))\b|"
    r"^(?:[^\"]{0,60},\s+)?(?:the|our|this)\s+(?:university|college|school|institute|law center|medical school|"
    r"campus|system|"
    r"district)\s+(?:has|have|had|was|is|also|again|once|receives|received|earns|earned|wins|won|joins)\b|"
    r"^(?:it|this)\s+(?:year\s+)?(?:is|was|marks?|marked)\s+(?:the|its|our)\s+[\w-]+\s+(?:consecutive\s+|straight\s+)?(?:time|year)\b"
)
"""A sentence that begins with what "the university" did, whatever it says of the giver behind that."""
_IS_OURS = Cue(
    r"^(?:we are|it is|ours is) the (?:only|first)\b|^the award was (?:received|won|earned)\b(?! by\b)|"
    r"^the award (?:is|was|has been) ours\b"
)
"""A sentence that tells of a win of the school, though its words are those of the giver elsewhere."""
OTHER_LISTS = re.compile(
    r"\b(?:Forbes|U\.S\. News|Princeton Review|Times Higher|Washington Monthly|Money|Fortune|Newsweek|Niche|"
    r"(?i:top|best) (?i:employers?|places?|workplaces?|colleges|values?|universit\w+|schools)|rank(?:ed|ings?|s)|"
    r"Military "
    r"Friendly|Tree Campus|Great Colleges|Honor Roll|Campus Pride|Carnegie)\b"
)
"""Givers and lists of other honours."""
OTHER_AWARD = sought(
    "award|prize|index|ranking|medal|seal|list|rating|designation|fellowship|best colleges|top",
    r"\b(?!HEED|LEAD\b)[A-Z][\w.&'-]*(?:\s+(?:[A-Z][\w.&'-]*|of|for|in|and|the|on|&|"
    r"into)){0,8}?\s+(?:Awards?|Prize|Index|Rankings?|Medal|"
    r"Seal|List|Ratings?|Designation|Fellowship|Best Colleges|Top \d+)\b",
)


_PLAIN_AWARD = re.compile(
    r"(?:^|\s)(?:diversity|national|excellence|prestigious|inclusion|consecutive|straight|top|"
    r"academia|annual|distinction|honor|equity|another|dei|"
    r"year's|its|education|nation's)\s+(?:awards?|designation|prize|list)$",
    re.IGNORECASE,
)


_OTHER_HONOUR = sought(
    "recognition|designation|distinction|prize|ranking|medal|best ",
    r"\b(?!HEED|INSIGHT|Insight|Diversity Champion)(?:[A-Z][\w.&-]+\s+){2,}(?:recognition|"
    r"designation|distinction|prize|ranking|medal)\b|\bBest (?:Schools?|Colleges?|Places?|Employers?) (?:for|to)\b",
)


_OF_SOMEBODY_ELSE = re.compile(
    r"\W*(?:In\s+20\d\d,?\s+)?(?:(?:(?:Dr|Prof|Mr|Ms|Mrs)\.|Professor|Dean|President|Provost|Chancellor)\s+[A-Z][\w.'-]+(?:\s[A-Z][\w.'-]+)*|"
    r"(?:(?:The|Our|Its|Their|A|An|One|Two|Several)\s+)?(?:[\w'&-]+\s+){0,4}?"
    r"(?:program|chapter|track|clinic|students?|residents?|residency|club|team|class|hospital|department|professors?|"
    r"alumn(?:us|a|i)|fellows|scholars|graduates?|faculty\s+members?)(?:\s+(?:of|in|for)\s+[\w\s]{2,30})?)"
    r"\s+(?:(?:has|have|had|also|again)\s+)*(?:was|were|been|won|received|earned|got|took|marked|celebrated|picked\s+up)\b",
    re.IGNORECASE,
)
"""How a line begins that tells what somebody or something else than the school was given."""
_OTHER_DEEDS = re.compile(r"\b(?:re)?accredit(?:ed|ation)\b|\bdesignation\s+from\b|\breauthori[sz]ed\b", re.IGNORECASE)


def of_something_else(text: str) -> bool:
    """Whether a line of a draft that names no award tells of a person, a programme or an accreditation."""
    return bool(_OF_SOMEBODY_ELSE.match(text) or _OTHER_DEEDS.search(text))


@lru_cache(maxsize=2_000)
def other_awards(text: str) -> tuple[re.Match[str], ...]:
    """Awards with a name of their own, known or not; "National Diversity Award" has none."""
    named = [match for match in OTHER_AWARD.finditer(text) if not _PLAIN_AWARD.search(match[0])]
    return tuple(sorted([*named, *_OTHER_HONOUR.finditer(text)], key=lambda match: match.start()))


def of_school(sentence: str) -> bool:
    """Whether a sentence speaks of "the university", or counts: then each school that says it speaks of itself."""
    return bool(_OF_SCHOOL.search(sentence))


def is_boilerplate(sentence: str, names_school: bool) -> bool:
    """Whether a sentence is about the award or its giver alone and says nothing about a school.

    `names_school` tells whether it names one; a sentence that does speaks of that school.
    """
    if names_school:
        return False
    if _OWN_WIN.search(sentence) or _IS_OURS.search(sentence) or _HONOURS_US.search(sentence):
        return False
    generic = _GENERIC.search(sentence) or _HISTORY.search(sentence)
    return bool((generic and not of_school(sentence)) or _ABOUT_GIVER.search(sentence))
