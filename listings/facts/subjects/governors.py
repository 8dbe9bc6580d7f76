"""Whom or what the words after a clause are said of, by its last noun or verb."""

from __future__ import annotations

import re

from listings.facts.subjects.kinds import SentenceSubject
from listings.vocabulary.bounded_cache import bounded_cache

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
        r"|(?:our|whose|their) (?:[\w-]+ ){0,2}(?:editors|writers|translators|interpreters|testers|teachers|tutors"
        r"|consultants|analysts|moderators|agents|nurses|illustrators|researchers|scientists|trainers|reviewers"
        r"|annotators|instructors|therapists|coaches)(?! (?:must|may|can|should|need|have to|will)\b)"
        r"|your (?:[\w-]+ ){0,2}(?:counterparts?|managers?|boss|mentors?|supervisor|predecessor|peers?)"
        r"|(?:all|every|current|existing) (?:\w+ )?employees|staff(?=\W*$| (?:is|are|who|in"
        r"|across|from|based|members?|located|living|spread)\b)|workforce|personnel|recruiters?"
        r"|teams?(?! members? who)|squads?|(?:group|handful|dozen|network) of (?:[\w-]+ )?[\w-]+s"
        r"|colleagues?|team-?mates?|co-?workers|founders?|ceo"
        r"|cto|leadership|management|équipes?|equipos?|equipes?|zespół|kollegen|wir sind|nous sommes|somos|siamo"
        r"|wij zijn|jesteśmy",
    ),
    (
        SentenceSubject.COMPANY,
        r"(?:is|are|as) (?:an?|the|one of the) (?:[\w&'’-]+ ){0,6}(?:leaders?|providers?|consultancy"
        r"|manufacturers?|non-?profit|studio"
        r"|university|institute|marketplace)|company|start-?ups?|firms?|agency|agencies|organi[sz]ations?|network"
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
        r"you(?:['’]re|['’]ll)?|your|(?:this|the|our) (?:[\w-]+ ){0,2}(?:role|position|job|opportunity|opening|post)"
        r"|(?:(?:looking|searching|search|recruiting|hiring) for|seek(?:ing|s)?|need(?:ed|s)?|want(?:ed)?"
        r"|hir(?:e|es|ing)"
        r"|recruit(?:s|ing)?|employ(?:s|ing)?|accept(?:ing)?|consider(?:ing)?|open to|available to)"
        r"|candidates?|applicants?|applications|applying|apply|individuals?|persons?|people|someone|somebody"
        r"|anyone|anybody|everyone|everybody"
        r"|those|residents?|talent|folks|hires?|contractors?|freelancers?|professionals?|role|position|job|opportunity"
        r"|vacancy|opening|contract|team members? who|employees who|bewerb(?:er|ung)\w*|kandida[tc]\w*|kandyda[tc]\w*"
        r"|du|sie|dein|ihr|vous|tu|te"
        r"|candidat\w*|resident[ei]\w*|vacante|puesto|vaga|poste|stelle|posizione|functie|stanowisko|personas?"
        r"|personnes?|profesional(?:es)?|profissiona(?:l|is)|persoon|osoby?|pessoas?|alguien|alguém|jemand\w*|qualcuno|iemand|kogo[sś]|quelqu['’]un"
        r"|você|usted|persone|kandidaten|je|jij|mensen|os[oó]b\w*",
    ),
)
GOVERNOR = re.compile(r"\b(?:" + "|".join(f"(?P<{subject.name}>{pattern})" for subject, pattern in GOVERNORS) + r")\b")
PEOPLE_ONLY = re.compile(
    r"^(?:candidates?|applicants?|individuals?|persons?|people|those|residents?|talent|folks|hires?|contractors?"
    r"|freelancers?|professionals?|everyone|anyone|mensen|personas|pessoas|persone)$"
)
# "Mitarbeiter in Teilzeit", "clients à temps plein": whom the next words describe.
DESCRIBED = re.compile(
    r"\b(?:mitarbeit\w*|kolleg\w+|kunden|clients|clientes|salariés|empleados|funcionários|dipendenti|unternehmen"
    r"|firmen) (?:in |à |en |a |em |mit )?$"
)
ENABLES = re.compile(r"\b(?:help|enabl|allow|connect|empower)(?:e|s|es|ing)? (?!you\b)(?:[\w-]+ ){1,3}$")
CONCEDES = re.compile(
    r"^\W*(?:although|though|while|whereas|obwohl|während|bien que|aunque|embora|sebbene|hoewel|terwijl|choć|chociaż)\b"
    r"(?! (?:you|your|this|the (?:role|position|job)|du|diese|die stelle|ce poste|este|esta|deze|to)\b)"
    r"[^,;]*$"
)
MAX_CLAUSE = 200
# "While our office is in Oslo, applicants should …": a clause of its own.
CLAUSE_START = re.compile(r"[,;:–—]\s*(?:(?:all|the|any|only|successful|interested) ){0,2}$")
MODAL = re.compile(r" (?:should|must|need to|have to|are required to|will have to|will need to)\b")
# "Candidates will be employed by our Dutch subsidiary and therefore must be …": still said of the candidates.
GOES_ON = re.compile(
    r"\band (?:therefore |thus |so |hence |also |consequently )?(?:must|have to|need to|should|can|may|will have to"
    r"|will need to)\b(?:(?!\band\b)[^,;:.])*$"
)
RELATIVE = re.compile(r"\b(?:who|that|which|whose|whom)\b")


@bounded_cache(512, longest=1000)
def governor(clause: str) -> SentenceSubject:
    """Whom or what the words right after `clause` (in lower case) are said of: its last noun or verb decides."""
    clause = clause[-MAX_CLAUSE:]
    current = SentenceSubject.UNKNOWN
    for match in GOVERNOR.finditer(clause):
        subject = SentenceSubject[match.lastgroup or ""]
        # "You will recruit candidates", "our team of people": the people are not those who apply.
        is_object = PEOPLE_ONLY.match(match[0]) and current in (
            SentenceSubject.TASK,
            SentenceSubject.TEAM,
            SentenceSubject.COMPANY,
        )
        if not is_object or _begins_clause(clause, match):
            current = subject
    if current in (SentenceSubject.TEAM, SentenceSubject.COMPANY, SentenceSubject.CUSTOMERS):
        return _first_governor(clause) or current
    return current


def _begins_clause(clause: str, match: re.Match[str]) -> bool:
    return MODAL.match(clause, match.end()) is not None and CLAUSE_START.search(clause[: match.start()]) is not None


def _first_governor(clause: str) -> SentenceSubject | None:
    """PERSON if the person is the subject of a clause that "and must" goes on with."""
    if not GOES_ON.search(clause) or RELATIVE.search(clause):
        return None
    first = GOVERNOR.search(clause)
    return SentenceSubject.PERSON if first and first.lastgroup == SentenceSubject.PERSON.name else None


def describes_others(clause: str) -> bool:
    """Whether the words right after `clause` (in lower case) describe the staff, customers or firms that end it."""
    return DESCRIBED.search(clause) is not None


def enables_others(clause: str) -> bool:
    """Whether the words after `clause` (in lower case) are what others get: "our tool helps teams to work …"."""
    return ENABLES.search(clause) is not None


def is_conceded(clause: str) -> bool:
    """Whether the words after `clause` (in lower case) are granted of others: "although our staff work …"."""
    return CONCEDES.match(clause) is not None
