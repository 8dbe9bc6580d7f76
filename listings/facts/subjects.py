"""Whom a statement is about: the person who takes the job, or somebody or something else.

Places, zones, pay, levels and workplaces appear all over an ad. Only those said of the person or of this role are
facts of the job, so every reader asks here before it believes a sentence.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache


class SentenceSubject(StrEnum):
    """Who or what a statement is about. PERSON: the person who takes the job, or this role. UNKNOWN: nothing says."""

    PERSON = "person"
    UNKNOWN = "unknown"
    CONDITION = "condition"
    NOTICE = "notice"
    BENEFIT = "benefit"
    WISH = "wish"
    OTHER_OPENING = "other opening"
    CUSTOMERS = "customers"
    TEAM = "team"
    COMPANY = "company"
    TRAVEL = "travel"
    TASK = "task"

    @property
    def is_of_job(self) -> bool:
        return self in (SentenceSubject.PERSON, SentenceSubject.UNKNOWN)


# What the whole sentence is then about, wherever in it the statement stands.
FRAMES = (
    SentenceSubject.CONDITION,
    SentenceSubject.NOTICE,
    SentenceSubject.BENEFIT,
    SentenceSubject.WISH,
    SentenceSubject.OTHER_OPENING,
    SentenceSubject.TRAVEL,
)

PEOPLE = r"(?:candidates?|applicants?|residents|employees|individuals|people|persons?|those|anyone|hires|workers|staff)"
DUTIES = (
    r"(?:be (?:expected|required|asked|offered|eligible|entitled|paid|subject|given|invited)|see|receive"
    r"|get|earn|need|ask)"
)
# From the start of a sentence, or of a clause, to the statement.
RULES: tuple[tuple[SentenceSubject, str], ...] = (
    (
        SentenceSubject.CONDITION,
        r"^\W*(?:if|when|where|whether|unless|should you|in case|depending on|for (?:our|the"
        r"|all) (?:[\w-]+ ){1,3}(?:roles|positions)"
        r"|for (?:those|candidates|applicants|non-\S+"
        r"|hires|employees|residents|people|positions|roles|new hires|us applicants|remote candidates"
        r"|team members)\b(?! only)"
        r"|(?:wenn|falls|sofern|si|se|als|jeśli)(?= (?:du|sie|vous|tu|te|usted|você|je|u|ti|vivi|vives|resides"
        r"|mieszkasz)\b))\b",
    ),
    # Apart from the beginnings, since the engine tries one alternative faster than two at every character.
    (
        SentenceSubject.CONDITION,
        rf"\b(?:{PEOPLE}(?: who (?:are|live|reside|work|is))? (?:based|located|residing|living|working|hired|live"
        rf"|reside) (?:in|near|within|from|outside)\b[^.]*\b(?:will|may|can|should|must|are|would) (?:also )?{DUTIES}\b"
        rf"|{PEOPLE}[^.]{{0,60}}\b(?:are|is) (?:welcome to (?!apply)|subject to|entitled to)\b"
        r"|whether you(?:['’]re| are| live)\b"
        r"|if (?:you(?:['’]re| are)? )?(?:(?:hired|based|located|living|live|reside|residing|working) )?(?:in"
        r"|within|from)\b)",
    ),
    (
        SentenceSubject.NOTICE,
        r"\b(?:ccpa|gdpr|privacy|equal opportunit\w*|fair chance|transparency (?:act|law|rules?)|pursuant to"
        r"|in (?:accordance|compliance) with|ordinance|arrest|conviction|criminal|accommodations?|osha|e-?verify"
        r"|vaccinat\w+|disabilit\w+|scams?|fraud\w*|retain|data (?:protection|subject)|legally required|required by law"
        r"|unlawful|lie detector|polygraph|eeoc?|notice to|background checks?|credit checks?|local law|labou?r code)\b",
    ),
    (
        SentenceSubject.BENEFIT,
        r"\b(?:insurance|401\W?\(?k|pto|parental leave|stipend|discounts?|perks?|pension|paid leave|sabbatical"
        r"|(?:weeks?|days?|months?) (?:a|per|each|every) (?:year|calendar)|(?:for|up to) (?:up to )?(?:a|an|one"
        r"|two|three"
        r"|four|five|six|eight|ten|twelve|\d+) (?:weeks?|months?|days?)|days? of holidays?|annual leave|vacation days"
        r"|work(?:ing)? abroad|workation|dental|fsa|hsa|sick leave|bike lease|health ?care|medical coverage)\b",
    ),
    (
        SentenceSubject.WISH,
        r"\b(?:prefer\w*|preferably|ideally|nice[- ]to[- ]have|a (?:big |huge |strong )?plus|bonus points|desirable"
        r"|advantageous|priority (?:is |will be )?given|idealerweise|bevorzugt|de préférence|idéalement"
        r"|preferentemente|idealmente|de preferência|preferibilmente|bij voorkeur|mile widzian\w+)\b",
    ),
    (
        SentenceSubject.OTHER_OPENING,
        r"\b(?:(?:our )?(?<!^for )(?<!\nfor )other (?:open )?(?:roles?|openings?|positions?|vacanc\w+|jobs)"
        r"|also (?:hiring|looking"
        r"|recruiting)|similar (?:jobs|roles)|more (?:jobs|roles|openings))\b",
    ),
    (
        SentenceSubject.CUSTOMERS,
        r"\b(?:our|their|its|of|for|with|to|serves?|serving|help\w*|support\w*"
        r"|by) (?:[\w-]+ ){0,3}(?:customers?|clients?"
        r"|users?|patients|students|readers|brands|merchants|companies|businesses|schools|hospitals|suppliers?|vendors?"
        r"|partners?|investors?)\b",
    ),
    (
        SentenceSubject.TEAM,
        r"\b(?:our|the|a|global|remote|distributed|growing|whole) (?:[\w-]+ ){0,3}(?:team|teams|staff|crew|colleagues"
        r"|employees|engineers|developers|people|founders?|ceo|cto|managers?|leads?)"
        r"(?: members?)?(?: (?:is|are|sits?|lives?|works?|comes?|spans?|spread|distributed|based|located)"
        r"| across| in)\b"
        r"|\b(?:colleagues|teammates|team ?members|people) (?:in|across|from|based)\b"
        r"|\bwe(?:['’]re| are) (?:an? )?(?:[\w-]+ ){0,4}(?:team|spread|distributed|people|nationalities)\b",
    ),
    (
        SentenceSubject.COMPANY,
        r"\bwe(?:['’]re| are) (?:proudly |currently )?(?:based|located|headquartered|registered|incorporated)\b"
        r"|\b(?:headquarter\w*|founded|incorporated|registered|data ?cent\w+|servers?|warehouses?|factor(?:y|ies)"
        r"|backups?|offices?|ship|mission|vision|subsidiar\w+|acquired|market leader)\b",
    ),
    (
        SentenceSubject.TRAVEL,
        r"\b(?:travel\w*|visits?|visiting|retreats?|off-?sites?|conferences?|meet-?ups?|relocat\w+)\b",
    ),
    (
        SentenceSubject.TASK,
        r"\byou(?:['’]ll| will)? (?:help|support|serve|manage|recruit|hire|coach|sell|report|work with|teach"
        r"|advise|lead|cover|visit|onboard|train)\b",
    ),
    (
        SentenceSubject.PERSON,
        r"\b(?:you|your|candidates?|applicants?|this (?:role|position|job|opportunity|opening)|the (?:role"
        r"|position|job)"
        r"|we(?:['’]re| are)? (?:only |currently )?(?:hir\w+|accept\w*|consider\w*|looking for|seek\w*|employ\w*"
        r"|recruit\w*)|must|apply|someone|somebody|anyone|residents?|citizens?|authori[sz]ed)\b",
    ),
)
CLASSIFIER = tuple((subject, re.compile(pattern)) for subject, pattern in RULES)
FRAME_CLASSIFIER = tuple((subject, pattern) for subject, pattern in CLASSIFIER if subject in FRAMES)
ONLY_IF = re.compile(r"\bonly\b[^.]{0,30}\bif\b|\bapply if\b|\bas long as\b|\bprovided\b")
# It begins with a set of characters, which the regex engine can skip to.
SENTENCE_END = re.compile(r"[\n.!?;•|](?:(?<=\n)|(?=\s))")
ANSWERED_NO = re.compile(
    r"\W{0,4}(?:a(?:nswer)?: ?)?(?:sorry|unfortunately|no|nope|not|never|nein|leider|non|nee|nie|não)\b(?! problem)"
)
# A full stop after these, or after a single letter, ends no sentence.
ABBREVIATIONS = ("u.s", "u.k", "e.g", "i.e", "d.c", "inc", "excl", "incl", "ex", "st", "approx", "ca", "bzw", "z.b")
MAX_SENTENCE = 400

# The nouns and verbs that may govern a statement after them. The last of them before it does: in "you will report to
# a manager based in Toronto" that is the manager. People after a verb of the task are not the person who is sought.
GOVERNORS: tuple[tuple[SentenceSubject, str], ...] = (
    (
        SentenceSubject.CUSTOMERS,
        r"our (?:[\w-]+ )?(?:products?|apps?|platform|services?|sites?|stores?)|customers?|clients?|users?"
        r"|patients|students|readers|brands?|merchants?|companies|businesses|schools?"
        r"|hospitals?|suppliers?|vendors?|partners?|investors?|guests|consumers?|players|members|learners|borrowers"
        r"|kund(?:en|innen)|clientes|clienti|klanten|klient\w*|usuarios|nutzer",
    ),
    (
        SentenceSubject.TEAM,
        r"(?:our|the|whose|their) (?:[\w-]+ ){0,3}(?:teams?|staff|crew|employees|engineers?|developers?"
        r"|designers?|people"
        r"|colleagues|leads?|managers?|directors?|heads?|boss|owners?|president)"
        r"|(?:all|every|current|existing) (?:\w+ )?employees|staff(?=\W*$| (?:is|are|who|in"
        r"|across|from|based|members?|located|living|spread)\b)|workforce|personnel|recruiters?"
        r"|teams?(?! members? who)|colleagues?|team-?mates?|co-?workers|founders?|ceo"
        r"|cto|leadership|management|équipes?|equipos?|equipes?|zespół|kollegen|wir sind|nous sommes|somos|siamo"
        r"|wij zijn|jesteśmy",
    ),
    (
        SentenceSubject.COMPANY,
        r"(?:is|are|as) (?:an?|the|one of the) (?:[\w&'’-]+ ){0,6}(?:leaders?|providers?|consultancy"
        r"|manufacturers?|non-?profit|studio"
        r"|university|institute|marketplace)|company|start-?up|firm|agency|organi[sz]ations?|network"
        r"|communit(?:y|ies)|headquarter\w*|hq|(?<!home )offices?|servers?|data ?cent\w+"
        r"|warehouses?|factor(?:y|ies)|subsidiar\w+|entit(?:y|ies)|stores?|clinics?|projects?|events?|accounts"
        r"|we(?:['’]re| are)(?! (?:currently |now |actively |only )?(?:hiring|looking|seeking|recruiting|searching"
        r"|open|accepting|considering|able))|unternehmen|firma|entreprise|société|empresa|azienda|bedrijf",
    ),
    (
        SentenceSubject.TASK,
        r"report(?:s|ing)? to|work(?:s|ing)? (?:closely )?(?:with|alongside)|support(?:s|ing)?|led by|join(?:ing)?"
        r"|part of|help(?:s|ing)?|serv(?:e|es|ing)|manag(?:e|es|ing)|coach(?:ing)?|teach(?:ing)?|train(?:ing)?|connect"
        r"|advis(?:e|ing)|onboard(?:ing)?|visit(?:ing)?|sell(?:ing)?|cover(?:ing)?|(?:will|to|you['’]ll|and) (?:recruit"
        r"|hire|source)|responsible for|experience (?:in|with|of)|collaborat\w+ with|partner(?:ing)? with|alongside"
        r"|between|liais\w+ with",
    ),
    (
        SentenceSubject.PERSON,
        r"you(?:['’]re|['’]ll)?|your|(?:this|the|our) (?:[\w-]+ ){0,2}(?:role|position|job|opportunity|opening)"
        r"|(?:(?:looking|searching|search|recruiting|hiring) for|seek(?:ing|s)?|need(?:ed|s)?|want(?:ed)?"
        r"|hir(?:e|es|ing)"
        r"|recruit(?:s|ing)?|employ(?:s|ing)?|accept(?:ing)?|consider(?:ing)?|open to|available to)"
        r"|candidates?|applicants?|applications|applying|apply|individuals?|persons?|people|someone|somebody"
        r"|anyone|anybody|everyone"
        r"|those|residents?|talent|folks|hires?|contractors?|freelancers?|professionals?|role|position|job|opportunity"
        r"|vacancy|opening|contract|team members? who|employees who|bewerber\w*|kandidat\w*|du|sie|dein|ihr|vous|tu|te"
        r"|candidat\w*|resident[ei]\w*|vacante|puesto|vaga|poste|stelle|posizione|functie|stanowisko|personas"
        r"|pessoas?|alguien|alguém|jemand\w*|qualcuno|iemand|kogo[sś]|quelqu['’]un|você|usted|persone|kandidaten|je|jij|mensen|os[oó]b\w*",
    ),
)
GOVERNOR = re.compile(r"\b(?:" + "|".join(f"(?P<{subject.name}>{pattern})" for subject, pattern in GOVERNORS) + r")\b")
PEOPLE_ONLY = re.compile(
    r"^(?:candidates?|applicants?|individuals?|persons?|people|those|residents?|talent|folks|hires?|contractors?"
    r"|freelancers?|professionals?|everyone|anyone|mensen|personas|pessoas|persone)$"
)
MAX_CLAUSE = 200


def is_denied_question(lower: str, end: int) -> bool:
    """Whether the sentence that ends at `end` is a question that the ad answers with no: "Must I live in Peru? No." """
    return lower[end : end + 1] == "?" and ANSWERED_NO.match(lower, end + 1) is not None


def sentence_bounds(lower: str, position: int) -> tuple[int, int]:
    """Start and end of the sentence or line around `position`, at most MAX_SENTENCE characters to either side."""
    left = max(0, position - MAX_SENTENCE)
    # A line's beginning is a sentence's too, and found faster than by the pattern.
    start = left = max(left, lower.rfind("\n", left, position) + 1)
    for match in SENTENCE_END.finditer(lower, left, position):
        if _ends_sentence(lower, match.start()):
            start = match.end()
    for match in SENTENCE_END.finditer(lower, position, position + MAX_SENTENCE):
        if _ends_sentence(lower, match.start()):
            return start, match.start()
    return start, min(len(lower), position + MAX_SENTENCE)


def _ends_sentence(lower: str, stop: int) -> bool:
    if lower[stop] != ".":
        return True
    word = lower[max(0, stop - 7) : stop].rpartition(" ")[2].rpartition("(")[2]
    return not (word in ABBREVIATIONS or (len(word) == 1 and word.isalpha()))


@lru_cache(maxsize=512)
def subject_of(sentence: str) -> SentenceSubject:
    """Whom a sentence in lower case is about."""
    for subject, pattern in CLASSIFIER:
        if pattern.search(sentence):
            return subject
    return SentenceSubject.UNKNOWN


def subject_at(lower: str, position: int) -> SentenceSubject:
    """Whom the sentence around `position` of a text in lower case is about."""
    start, end = sentence_bounds(lower, position)
    return subject_of(lower[start:end])


@lru_cache(maxsize=512)
def frame_of(sentence: str) -> SentenceSubject:
    """What a sentence in lower case is about as a whole: one of FRAMES, else UNKNOWN.

    "Only apply if you live in Kenya" is a demand, not a condition.
    """
    for subject, pattern in FRAME_CLASSIFIER:
        if pattern.search(sentence) and not (subject is SentenceSubject.CONDITION and ONLY_IF.search(sentence)):
            return subject
    return SentenceSubject.UNKNOWN


@lru_cache(maxsize=512)
def governor(clause: str) -> SentenceSubject:
    """Whom or what the words right after `clause` (in lower case) are said of: its last noun or verb decides."""
    current = SentenceSubject.UNKNOWN
    for match in GOVERNOR.finditer(clause[-MAX_CLAUSE:]):
        subject = SentenceSubject[match.lastgroup or ""]
        # "You will recruit candidates", "our team of people": the people are not those who apply.
        is_object = PEOPLE_ONLY.match(match[0]) and current in (
            SentenceSubject.TASK,
            SentenceSubject.TEAM,
            SentenceSubject.COMPANY,
        )
        if not is_object:
            current = subject
    return current
