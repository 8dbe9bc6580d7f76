"""Seniority levels named in a title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from listings.facts.guarded import GuardedPattern
from listings.facts.seniority.managers import is_manager
from listings.facts.several_roles import roles_start


@dataclass(frozen=True, slots=True)
class LevelMention:
    """A level of SENIORITIES, named by characters `start` to `end`."""

    name: str
    start: int
    end: int


# After "lead", "senior", "graduate" and the like: the phrase is not a rank ("lead generation", "senior living").
AFTER_NON_LEAD = (
    "gen|generation|generator|nurtur\\w+|conversion|qualif\\w+|development|management|acquisition|setter|sourcing"
    "|response"
    "|intake|routing|lifecycle|funnels?|forms?|flow|lists?|enrichment|outreach|tracking|pipeline|nurture|buying|broker"
    "|verification|prospecting|mining|hunter|finder|handling|follow|inbound|time|specialist|researcher|capture|scoring|handler|caller|magnet|paint|support|coordinator"
    "|poisoning|exposure|abatement|contamination|acid|batter\\w+|inspector|testing|hazard\\w*|glass|removal"
)
AFTER_NON_SENIOR = (
    "living|care|homes?|housing|services?|cent(?:er|re)s?|citizens?|communit\\w+|adults?|market|placement"
    "|health(?:care)?"
    "|insurance|high|companion|secondary|fitness|moves?|leadership|management team|group|platform group"
)
AFTER_NON_GRADUATE = (
    "school|program advis|admission|studies|medical|degree|student|enrol|education|course|research|recruit"
)
AFTER_NON_INTERMEDIATE = (
    "languages?|english|spanish|french|german|italian|japanese|chinese|school|algebra|math\\w*|care|piano|guitar|violin"
    "|swimming|yoga|ski|course|class(?:es)?|students?|learners?|goods|certificate|reading|writing|sanctions"
)
AFTER_NON_MID = "market|atlantic|west|east|range|size|town|day|night|year|term|cap|ohio|career|cycle|mile"
# Rank words before "engineer" and the like; before other trades "staff" only says employed ("staff accountant").
STAFF_TRADES = (
    r"engineer\w*|developers?|scientists?|designers?|architects?|researchers?|programmers?|managers?|sre|devops|swe"
    r"|infra\w*"
    r"|platform|backend|frontend|full.?stack|software|ml|ai|ios|android|data|security|product|analytics|technologist"
)
# In Spanish, Portuguese and German too; accents as they are typed.
JUNIOR = (
    rf"juniors?(?![- ](?:high|college|league|football|golf|school|varsity)\b)|júniors?|jr|(?:entry|beginner) ?-? ?level"
    r"|(?:new|recent|fresh)[- ](?:(?:college|university)[- ])?grad(?:uate)?s?"
    rf"|(?:fresh |recent )?graduates?(?! (?:{AFTER_NON_GRADUATE})\w*)|freshers?"
    rf"|early[- ]careers?"
    r"|trainees?|apprentices?|apprenticeships?(?! (?:programs?|programmes?|manager|coordinator|advis|team|lead))"
    r"|berufseinsteiger\w*|berufseinstieg|azubis?|auszubildende\w*|absolvent\w*|ausbildung(?! (?:und|&|oder|/))"
    r"|ausbildungs(?:platz|stelle|plätze)|lehrlinge?|lehrstelle|lernende[rn]?|débutante?|apprentie?s?"
    r"|apprentissage|apprendista|apprendistato|(?:jovem |joven )?aprendiz|leerling|lærling|lärling"
    r"|młodsz[ya]"
    r"|recém-formad[oa]|recién graduad[oa]|neolaureat[oia]|starter(?= functie)|младший"
)
SENIOR = (
    rf"(?:senior|sénior|sênior|sr|snr)(?![- ](?:{AFTER_NON_SENIOR})\b)|seniore|starsz[ya]|старший|(?:senior|sénior)a?s"
    r"(?= [a-z])"
)
# Level → pattern. The order matters: the first alternative that matches wins.
PATTERNS = {
    "executive": r"(?:(?:sv|ev|v)p(?! ?20[0-9]{2})|avp)|vice[- ]pr[eé]sident\w*"
    r"|(?<!vice )(?<!vice-)president(?!['’]s| club| emeritus)"
    r"|chief (?:[\w&]+ ){1,4}officer|(?P<initials>c[efotmpi]o|ciso|chro|cro|cdo)|geschäftsführer\w*|(?:director"
    r"|diretor)"
    r" general|directeur général|directrice générale|amministratore delegato",
    "director": r"directors?(?! of photography\b)|directora|directrice|directeur|diretora?|direttore|direttrice"
    r"|direktor\w*|heads? of|global head"
    r"|head(?=$| ?[,(]| [–-] | [a-z]+$)|bereichsleit\w+|abteilungsleit\w+|leit(?:er(?:in)?|ung)(?= [a-zäöü])",
    "manager": r"managers?|mgr|em(?=$| ?[,|/()])",
    "lead": rf"team ?lead(?:er)?s?(?! support)|teamleit\w+|gruppenleit\w+|chef(?:fe)? d['’]équipe|leader"
    rf"|l[ií]der(?= (?:d[eao]s?|en|em|técnic)\b)|líder técnic[oa]|leads?(?! ?-?(?:{AFTER_NON_LEAD})\b)|ведущий",
    "staff": r"principal(?! (?:residence|investigator))(?!\W{1,3}(?:[a-z]+ ){0,2}(?:school|academy|college)\b)"
    r"|distinguished"
    rf"|staff(?=[/ -][^|;,()]{{0,40}}?\b(?:{STAFF_TRADES})\b)"
    r"|staff(?=$|[/,)])",
    "senior": SENIOR,
    "mid": rf"mid(?=[ /-]*(?:level|senior|sr\b|weight)|/| to senior| and senior)(?:[ /-]*(?:level|weight))?"
    rf"|(?<=junior[-/ ])mid|(?<=jr[-/ ])mid|(?<=junior to )mid"
    rf"|mid(?=[ -](?!{AFTER_NON_MID})(?:[\w.+#]+ ){{0,2}}(?:engineer|dev)\w*)"
    r"|(?:(?<=[,/] )|(?<=\()|(?<=/))mid(?=$|[,)/])"
    rf"|midlevel|midweight|intermediate(?! (?:{AFTER_NON_INTERMEDIATE})\b)|medior"
    r"|semi[- ]?s[eé]nior|ssr|pleno|plena|middle(?= (?!school|east|mile"
    r"|market|office)[a-z])",
    "junior": JUNIOR,
    "intern": r"interns?|internships?|praktik\w+|pflichtpraktik\w+|werkstudent\w*|working student|stagiaires?"
    r"|alternante?"
    r"|becari[oa]|pasantes?|pasantía|estagiári[oa]|estágio|tirocinante|tirocinio|stagista|stażyst\w+|стажер",
}
LEVEL = re.compile(
    r"(?<![\w@.])(?:" + "|".join(f"(?P<{name}>{pattern})" for name, pattern in PATTERNS.items()) + r")(?!\w|['’]s\b)"
)
# "Assistant to the CEO", "reporting to the Director": from here on, levels are somebody else's.
OF_OTHERS = GuardedPattern(
    r"\b(?:assistant|assistenz|associate|reporting|reports|aide|advisor|support|secretary|deputy|chief of staff)"
    r" (?:(?:to|for|der|des) |to: ?)|\b(?:assistant|assistenz|secretary) (?:of|von) (?:the |our |dem |der )?"
    r"|\boffice of the |\bfor the |\b(?:vp|ceo|president|director|director)['’]s "
)
# The last word of a title is a rank beside a trade alone: "Bar Staff" are people.
BEFORE_LAST_STAFF = re.compile(rf"(?:^\W*|[,/(|:–-] ?|\b(?:{STAFF_TRADES}|senior|sr\.?|snr\.?|lead),? )$")
STAFF_OF_TRADE = re.compile(rf"[/ -][^|;,()]{{0,40}}?\b(?:{STAFF_TRADES})\b")
BEFORE_NON_STAFF = re.compile(
    r"(?:\bof|\btechnical|\bmedical|\bsupport|\boffice|\bacademic|\bnursing|\bvice|\bschool"
    r"|\bassistant|\bdeputy|\belementary) $"
)
# An engineering manager; "em" is also Portuguese for "in".
BEFORE_EM = re.compile(r"\b(?:front-?end|back-?end|full-?stack|mobile|ios|android|platform|infra|data|ml|ai) $")
BEFORE_NON_GRADUATE = re.compile(r"(?:\bunder|\bpost)[- ]?$")
BEFORE_NON_LEAD = re.compile(r"(?:\bto|\bqualified|\binbound|\bnew|\bsales(?= leads)) $")
# Leaders of these lead people: others lead songs or thoughts.
BEFORE_LEADER = re.compile(
    r"\b(?:sales|engineering|tech|technical|squad|people|finance|product|security|operations|design|data|marketing"
    r"|hr|legal|support|success|analytics|platform|software|architecture|delivery) $"
)
# A later level, not that of the job: "Team Lead Track".
PROSPECT = re.compile(
    r"(?:ship)?[- ](?:track|path(?:way)?|potential|in training|to be|candidate|opportunit(?:y|ies))\b"
)
# "Not-so-junior", "non-senior".
DENIED = re.compile(r"\b(?:not|non|no|never)[ -](?:so[ -]|too[ -]|very[ -]|quite[ -])?$")
# The initials of a chief's title stand by themselves: a "CRO specialist" optimises conversion rates.
BEFORE_INITIALS = re.compile(
    r"(?:^\W*|[|/&:] ?| [-–—] |\b(?:fractional|interim|group|deputy|acting|and|founding|the|a) )$"
)
AFTER_INITIALS = re.compile(r" ?(?:$|[,|(/&:)@]|[-–—] | (?:of|for|at|and|in) )")
# The head of a kitchen or a class is no head of a department.
HEAD_OF_TRADE = re.compile(
    r" (?:chef|cook|coach|teacher|tutor|nurse|waiter|barista|librarian|gardener|[a-z]{3,20}(?:er|or|ist|ian))s?$"
)
# "Principal Broker Assistant", "Director Assistant", "VP of Sales' Assistant": the level of the superior.
ASSISTANT_OF = re.compile(
    r"(?:(?: [\w&-]+){0,2}|(?: [\w&-]+){0,4}['’]s?(?: [\w&-]+){0,3}) (?:assistants?|secretar(?:y|ies)|aides?)\b"
)
# Who runs a programme for beginners is none.
OF_BEGINNERS = re.compile(
    r"(?: (?:programs?|programmes?|schemes?)|(?<=ship)|(?<=ships)) (?:[\w&]+ )?(?:coordinators?|managers?|directors?"
    r"|leads?|advis[eo]rs?|specialists?|administrators?|officers?)\b"
)
# Levels that a title may promise for later.
HIGH = frozenset({"lead", "manager", "director", "executive"})
SEPARATOR = re.compile(r"[/+|;,]| or ")
# "Senior & Staff Engineers", "Senior Sailor and Principal Rower", but not "Senior Sales and Marketing Manager".
BESIDE, AND = re.compile(r"(?: i{1,3})? (?:and|&) "), re.compile(r" (?:and|&) $")
DASH = re.compile(r" [-–—] ")
ROLE_IN_PART = re.compile(
    r"\b(?!senior|junior|manager|leader|director|officer)[a-z]{3,30}(?:er|or|ist|ect|ant|yst|ian|ive)s?\b"
)
MAX_TITLE = 400


def levels_of_title(title: str, lower: str) -> list[LevelMention]:
    """The levels in a title, left to right, without those that only modify a higher one ("Senior Manager").

    `lower` is `title` in lower case with the same offsets.
    """
    lower = lower[:MAX_TITLE]
    other = OF_OTHERS.search(lower)
    end = other.start() if other else len(lower)
    levels = [
        LevelMention(str(match.lastgroup if match.lastgroup != "initials" else "executive"), *match.span())
        for match in LEVEL.finditer(lower, roles_start(lower), end)
        if _is_rank(lower, match)
    ]
    levels = _without_asides(levels, lower)
    return [level for level in levels if not _modifies_higher(level, levels, lower)]


def _is_rank(lower: str, match: re.Match[str]) -> bool:
    """Whether the words around a match leave it a rank: "product manager" and "under-graduate" are not."""
    name, word = match.lastgroup, match[0]
    before, after = lower[max(0, match.start() - 40) : match.start()], lower[match.end() : match.end() + 40]
    if DENIED.search(before) or _is_of_others(str(name), word, lower[match.start() : match.end() + 40], len(word)):
        return False
    if match["initials"]:
        return bool(BEFORE_INITIALS.search(before) and AFTER_INITIALS.match(after))
    if name == "manager":
        return bool(BEFORE_EM.search(before)) if word == "em" else is_manager(lower[: match.start()], after)
    if name == "staff":
        return _is_staff(word, before, after)
    if name == "junior" and "graduate" in word:
        return not BEFORE_NON_GRADUATE.search(before)
    if word == "ausbildung":
        return not before.strip() or before.endswith((" - ", " – ", "| ", "(", ", "))
    if word == "leader":
        return bool(BEFORE_LEADER.search(before))
    if word == "head":
        return not HEAD_OF_TRADE.match(after)
    if word in ("leads", "lead"):
        return not BEFORE_NON_LEAD.search(before) and not (word == "leads" and re.match(r" \w", after))
    return True


def _is_staff(word: str, before: str, after: str) -> bool:
    if word == "staff" and not STAFF_OF_TRADE.match(after) and not BEFORE_LAST_STAFF.search(before):
        return False
    # "School Principal": a trade of its own where nothing follows and something goes before.
    is_last = word == "principal" and not after.strip(" )") and before.strip(" (")
    return not BEFORE_NON_STAFF.search(before) and not (is_last and not before.rstrip().endswith((",", "/", "-")))


def _is_of_others(name: str, word: str, part: str, end: int) -> bool:
    """Whether the level is a later one, a superior's, or that of those whom the person looks after."""
    if name in HIGH and PROSPECT.match(part, end):
        return True
    if name in ("junior", "intern"):
        return not word.startswith("j") and OF_BEGINNERS.match(part, end) is not None
    return name in ("staff", "director", "executive") and ASSISTANT_OF.match(part, end) is not None


def _without_asides(levels: list[LevelMention], lower: str) -> list[LevelMention]:
    """Without levels after a dash that belong to a team or topic: "Engineer - Senior Platform Group"."""
    dash = DASH.search(lower)
    if dash is None or not ROLE_IN_PART.search(lower, 0, dash.start()):
        return levels
    first = [level for level in levels if level.end <= dash.start()]
    later = [level for level in levels if level.start >= dash.end()]
    kept = [level for level in later if _names_a_role(lower[dash.end() :], level, dash.end())]
    return first + (kept if first else [level for level in later if level in kept or not _is_team(lower, level)])


def _names_a_role(part: str, level: LevelMention, offset: int) -> bool:
    """Whether the part after a dash is a role with a level of its own, and not "Team Lead Support"."""
    rest = part[: level.start - offset] + part[level.end - offset :]
    return bool(ROLE_IN_PART.search(rest))


def _is_team(lower: str, level: LevelMention) -> bool:
    after = lower[level.end : level.end + 40]
    return bool(
        re.match(r"(?: [a-z]+){0,2} (?:group|team|division|department|office|lab|unit|clinic|program)\b", after)
    )


def _modifies_higher(level: LevelMention, levels: list[LevelMention], lower: str) -> bool:
    """ "Senior Engineering Manager", "Senior Staff Engineer", "Graduate Intern": the second level is the rank."""
    if level.name == "junior" and "graduate" in lower[level.start : level.end]:
        return any(other.name == "intern" for other in levels)
    if level.name != "senior":
        return False
    higher = (
        other
        for other in levels
        if other.start > level.start and other.name in ("staff", "manager", "director", "executive")
    )
    # "Senior / Staff Engineer" is either of the two, so a separator keeps both.
    return any(not _are_apart(lower[level.end : other.start]) for other in higher)


def _are_apart(between: str) -> bool:
    """Whether the words between two levels leave them levels of two roles."""
    if SEPARATOR.search(between) or BESIDE.fullmatch(between):
        return True
    return bool(AND.search(between) and ROLE_IN_PART.search(between))
