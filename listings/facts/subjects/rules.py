"""Whom a whole sentence is about, by what stands in it."""

from __future__ import annotations

import re

from listings.facts.guarded import GuardedPattern, PatternTable
from listings.facts.subjects.kinds import FRAMES, SentenceSubject
from listings.facts.subjects.sentences import sentence_bounds
from listings.vocabulary.bounded_cache import bounded_cache

PEOPLE = r"(?:candidates?|applicants?|residents|employees|individuals|people|persons?|those|anyone|hires|workers|staff)"
DUTIES = (
    r"(?:be (?:expected|required|asked|offered|eligible|entitled|paid|subject|given|invited)|see|receive"
    r"|get|earn|need|ask)"
)
# From the start of a sentence, or of a clause, to the statement.
RULES: tuple[tuple[SentenceSubject, str], ...] = (
    (
        SentenceSubject.CONDITION,
        r"^\W*(?:if|when|those of you|where(?! you (?:live|work|are|sit)\b[^,;.]{0,20} (?:is|does|do)\b)|whether"
        r"|unless|should you|in case|depending on|for (?:our|the"
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
        r"|four|five|six|eight|ten|twelve|\d+) (?:weeks?|months?|days?)|days? of holidays?|annual leave"
        r"|(?:tage?n?|wochen?|monaten?|jours|semaines|mois|días|semanas|meses|dias|giorni|settimane|mesi|dagen|weken"
        r"|maanden|dni|tygodni\w*) (?:pro|im|par|al|por|per|all['’]|w) ?(?:jahr|an|année|año|ano|anno|jaar|roku)"
        r"|vacation days"
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
        r"|also (?:hir(?:e|ing)|look(?:ing)?"
        r"|recruit(?:ing)?|seek(?:ing)?|search(?:ing)?|need|open(?! to))|similar (?:jobs|roles)|more (?:jobs|roles"
        r"|openings)"
        r"|(?<!is )another (?:open )?(?:role|opening|vacancy)"
        r"|see (?:also )?our (?:[\w-]+ ){0,2}(?:role|opening|vacancy) (?:for|of|as))\b",
    ),
    # Interviews, and the tasks that applicants do for them.
    (
        SentenceSubject.RECRUITMENT,
        r"\b(?:interview\w*|how we hire|(?:hiring|recruiting|recruitment|application) process"
        r"|(?:speak|talk|chat|calls?|meet) (?:first )?(?:to|with) (?:our|the|an?) (?:recruiters?|hiring|talent)"
        r"|trial (?:task|project|day|week|month|period|shift)s?"
        r"|(?:test|take-home|homework|small|short|sample) (?:task|exercise|assignment)s?|test projects?)\b",
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
SUBJECTS = tuple(subject for subject, _ in RULES)
CLASSIFIER = PatternTable(re.compile(pattern) for _, pattern in RULES)
FRAME_SUBJECTS = tuple(subject for subject in SUBJECTS if subject in FRAMES)
FRAME_CLASSIFIER = PatternTable(re.compile(pattern) for subject, pattern in RULES if subject in FRAMES)
ONLY_IF = GuardedPattern(
    r"\bonly\b[^.]{0,30}\bif\b|\bapply if\b|\bas long as\b|\bprovided\b|\beligible if\b"
    r"|\b(?:can|may|will) (?:hire|employ|engage|consider|accept) you if\b[^.]*\b(?:not elsewhere|nowhere else)\b"
)


@bounded_cache(512, longest=1000)
def subject_of(sentence: str) -> SentenceSubject:
    """Whom a sentence in lower case is about."""
    return next((SUBJECTS[rule] for rule, _ in CLASSIFIER.matches(sentence)), SentenceSubject.UNKNOWN)


def subject_at(lower: str, position: int) -> SentenceSubject:
    """Whom the sentence around `position` of a text in lower case is about."""
    start, end = sentence_bounds(lower, position)
    return subject_of(lower[start:end])


@bounded_cache(512, longest=1000)
def frame_of(sentence: str) -> SentenceSubject:
    """What a sentence in lower case is about as a whole: one of FRAMES, else UNKNOWN.

    "Only apply if you live in Kenya" is a demand, not a condition.
    """
    for rule, _ in FRAME_CLASSIFIER.matches(sentence):
        subject = FRAME_SUBJECTS[rule]
        if not (subject is SentenceSubject.CONDITION and ONLY_IF.search(sentence)):
            return subject
    return SentenceSubject.UNKNOWN
