"""Is a record a vacancy? Open applications, talent pools and posts that are no jobs are not."""

from __future__ import annotations

import re

from listings.boards.base import Ad

OPEN_APPLICATION = "an open application or a talent pool, not a vacancy"
NO_JOB = "no vacancy: no role in the title and no task in the text"
MAX_TEXT = 20_000
COPY = re.compile(
    r"^(?:\[?(?:copy|kopie|copia|copie|cópia|duplicate) (?:of|von|de|di|van)\]?[\s:–-]+|\((?:copy|kopie|copia)\)\s*)+"
    r"|(?:(?:(?<!\s)\s++)?[(\[](?:copy|kopie|copia)(?: \d)?[)\]])+$",
    re.IGNORECASE,
)
POOLS = (
    r"(?:(?:open|general|speculative|spontaneous|unsolicited|prospective) applications?|expressions? of interest"
    r"|(?:join (?:our|the) )?talent (?:pool|community|network|bench|pipeline)|future (?:openings|opportunities"
    r"|positions|roles)"
    r"|general interest|initiativ-?bewerbung|spontan-?bewerbung|blindbewerbung|talent-?pool|candidatures? spontanées?"
    r"|candidature libre|candidatura (?:espontánea|espontânea|spontanea)|solicitud espontánea|autocandidatura"
    r"|banco de (?:talentos|currículos)|bolsa de (?:talento|candidatos)|open sollicitatie|spontane sollicitatie"
    r"|aplikacja spontaniczna|aplikacja otwarta|baza (?:talentów|kandydatów))"
)
# The whole title, or a part of it that is set off: "Tide Engineer (Talent Pool)". "Talent Pool Manager" is a role.
IS_POOL = re.compile(
    rf"(?:^|[(\[:|,–—/-]\s*){POOLS}(?:en|s)?(?=\s*(?:$|[)\]:|,–—/!.-]| (?:at|for|in|bei|als|chez|para|pour|im|m/w/d"
    rf"|\(|20\d\d)\b))"
    r"|^(?:don['’]t see|can['’]t find|didn['’]t find|not finding|nothing (?:that )?fits?|no (?:suitable"
    r"|matching) (?:role|job|position)"
    r"|(?:submit|send|drop|leave) (?:us )?(?:your|a) (?:resume|résumé|cv|application))\b",
    re.IGNORECASE,
)
POOL_ROLE = re.compile(
    r"\b(?:manager|specialist|lead|coordinator|partner|director|recruiter|support|analyst|engineer)\b", re.IGNORECASE
)
# Names of trades end so; a title with any such word may be one.
ROLE = re.compile(
    r"(?:er|or|ist|ian|ant|ent|eer|ern|yst|ive|ect|man|men|wo?man|person|people|ice|ler|ier|ière|eur|euse|rice|teur"
    r"|dor|dora|sor|ora"
    r"|ente|ista|ino|ero|era|ário|ária|ogo|ogue|loge|log|graf|graph|kraft|hilfe|leit\w+|kauf\w+|ik|iker|at|rz|arzt"
    r"|rin|in|ka|sta|cz|cy|ik|tor"
    r"|ship|ment|tion|ions|ance|ort|les|ess|eon|are|ary|ete)s?$"
    r"|(?:engineer|market|account|nurs|manufactur|writ|edit|programm|consult|recruit|train|teach|test|bill|bookkeep"
    r"|bank|trad|clean|rais"
    r"|purchas|plann|merchandis|moderat|translat|coach|train|handl|process|operat|hous|pric|learn)ing$"
    r"|^(?:chef|clerk|nurse|head|vp|svp|evp|avp|chief|c[a-z]o|guide|coach|judge|cook|guard|aide|tech|rep|dev|devs|sre"
    r"|qa|ux|ui|hr|it|pm|ba"
    r"|scribe|tutor|fellow|staff|ninja|guru|hero|crew|help|lawyer|counsel|artist|actor|model|host|hostess|dba|va|cpa"
    r"|rn|lpn|md|sdr|bdr|ae"
    r"|csm|gtm|azubi|hiwi|stage|w2|ops|devops|mlops|seo|sem|ppc|crm|erp|sap|java|python|php|ruby|rails|go|rust|react|node"
    r"|ios|android|data"
    r"|full[- ]?stack|front[- ]?end|back[- ]?end|cloud|web|mobile|product|project|program|brand|content|growth|trade"
    r"|legal|tax|audit|risk|lead|principal|attorney|paralegal|official|pilot|concierge|doula|midwife)s?$",
    re.IGNORECASE,
)
# These end like trades and are none.
NO_ROLE = re.compile(
    r"(?:or|for|your|our|their|her|under|over|after|before|never|ever|better|other|another|per|power|number|paper"
    r"|water|future|career|answer|chapter|letter|order|reason|breeds|success|compatibility|everything|nothing"
    r"|something|things|thing|in|at|are|that|what|not|want|moment|best|most|rest|east|west|test|guest|part"
    r"|start|about|ment|being|during|morning|sin|latin|begin|again|action|question|notice|advice|price|office"
    r"|choice|place|page|image|more|here|there|where|store|share|care|ware|menu|but)",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
TASK = re.compile(
    r"\b(?:responsibilities|responsible for|requirements?|qualifications?|what you['’ ]?(?:ll| will)? (?:do|be doing"
    r"|bring)|you(?: will|['’]ll) (?:be|work|own|lead|build|design|help|join|report|have|need|develop|support|manage"
    r"|create)|we(?:['’]re| are) (?:currently |now )?"
    r"(?:looking|seeking|hiring|searching|recruiting)|looking for|years? of experience|\d\+? years|apply (?:now|here"
    r"|today|by|via|to|at|on)|applicants?"
    r"|candidates?|salary|this (?:role|position|job|opportunity)|the (?:role|position|successful)|full[- ]time"
    r"|part[- ]time|job (?:description|type|title)"
    r"|reports? to|bachelor\w*|degree|must (?:have|be)|about (?:the|this) (?:role|job|position|team)|your (?:role"
    r"|tasks|profile|mission)|duties|vacancy"
    r"|internship|contractor|freelance\w*|remote|hourly|per hour|benefits|we offer)\b",
    re.IGNORECASE,
)
ENGLISH = re.compile(
    r"(?:the|and|of|to|a|in|is|that|for|you|are|we|it|with|on|your|be|as|this|at|by|from|or|an|can|not|have)",
    re.IGNORECASE,
)
MIN_WORDS, MIN_SHARE = 12, 0.2
TAGS = re.compile(r"<[^<>]{0,2000}>")


def without_copy_mark(title: str) -> str:
    """The title of a copied record: "Copy of Tide Engineer" is a Tide Engineer."""
    return COPY.sub("", title).strip() or title


def reason_to_reject(ad: Ad) -> str:
    """Why the ad is no vacancy, for admins; "" if it is one, or if nobody can tell."""
    if IS_POOL.search(ad.title) and not POOL_ROLE.search(IS_POOL.split(ad.title)[-1]):
        return OPEN_APPLICATION
    if names_role(ad.title):
        return ""
    text = TAGS.sub(" ", ad.html[:MAX_TEXT]).strip()
    says_nothing = text.casefold() == ad.title.casefold() and len(text.split()) == 1
    if says_nothing or (is_english(f"{ad.title} {text}") and not TASK.search(text)):
        return NO_JOB
    return ""


def names_role(title: str) -> bool:
    return any(ROLE.search(word) and not NO_ROLE.fullmatch(word) for word in WORD.findall(title))


def is_english(text: str) -> bool:
    """Only a text that we can read can be seen to name no task."""
    words = WORD.findall(text)
    return len(words) >= MIN_WORDS and sum(1 for word in words if ENGLISH.fullmatch(word)) >= MIN_SHARE * len(words)
