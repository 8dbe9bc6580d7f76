"""Sentences that say whether this very job is done away from an office, in the languages that are read."""

from __future__ import annotations

import re
from itertools import product

from listings.facts.subjects import SentenceSubject, enables_others, frame_of, is_conceded, subject_of
from listings.facts.workplace.presence import RARELY
from listings.facts.workplace.remote_phrases import (
    ALONE,
    LABELLED,
    OPEN_TO_REMOTE,
    ROLE_WORDS,
    STRONG,
    STRONG_ENGLISH,
    STRONG_OF_ROLE,
)
from listings.facts.workplace.words import (
    AWAY,
    ENGLISH_AWAY,
    FULLY,
    FULLY_EN,
    JOB_NOUN,
    NOT,
    NOT_POSSIBLE,
    PARTIAL_ALONE,
    PARTLY,
    SOME_DAYS,
    YOU_WORK,
)

IS_AWAY = re.compile(rf"\b(?:{AWAY}|{ENGLISH_AWAY})|リモート|在宅|远程")
# The English part of IS_AWAY. A set of characters at the beginning, which the engine skips to, makes it quick.
ENGLISH_FORMS = re.compile(
    r"[rtwfah](?<!\w.)(?:(?<=r)emot(?:[eoa]s?(?:ly|mente)?(?:-?(?:arbeit|stelle|job|position))?|e(?:[- ]based)?)"
    r"|(?<=t)ele(?:commut\w{0,4}|work\w{0,3})|(?<=w)(?:ork[- ]from[- ](?:home|anywhere)|fh\b)"
    r"|(?:(?<=f)rom|(?<=a)t) (?:(?:your|their) )?(?:own )?(?:desk at )?home|(?<=f)rom (?:a home office|any(?:where"
    r"| place| location| spot)|wherever"
    r"|(?:your|their) (?:own )?(?:desk|kitchen(?: table)?|sofa|couch|living room))|(?<=h)ome[- ](?:based|work(?:ing"
    r"|er)))"
)
# What follows "remote" where it is no way of working: a trade, a team, a perk.
SOME = r"(?:an?|one|two|three|four|five|six|eight|ten|twelve|\d{1,3})"
TRAP_AFTER = re.compile(
    r"[ -](?:sensing|support|desktop|access|monitoring|teams?\b|work(?:force|ers|place)|employees|friendly|first|compan"
    r"|control|sites?\b|culture|collaborat|communit|servers?\b|locations?|offices?|experience|set-?up|stipend"
    r"|repositor|patient|devices?|onboard|sessions?|training|customer|client|users?\b|meetings?|interview|hiring|jobs\b"
    r"|roles\b|positions\b|assist|infra|hub|areas?\b|reimburse|allowance|budget|equipment|support|colleagues|staff"
    r"|development team|engineering team|locations|health|care\b|learning|tools?\b|policy|policies|environments?\b"
    r"|settings?\b"
    r"|regions|villages|communities|diagnos|operat(?!es\b)|vehicle|procedure|country|countries|procurement)"
    # "Work remotely for up to four weeks a year": leave to travel.
    rf"| (?:for )?(?:up to |a maximum of |as (?:many|much) as |at most )?{SOME} (?:days?|weeks?|months?) "
    r"(?:a|per|each|every|of the|in a) (?:calendar |rolling )?year\b"
)
TEMPORARY = re.compile(
    r"\b(?:covid\w*|pandemic|corona\w*|pandemie|pandemia|until (?:[\w’']{1,12} ){0,6}(?:offices?|safe|reopen\w*|return)"
    r"|until (?:[\w’']{1,12} ){0,3}(?:stay[- ]at[- ]home|lockdown)"
    r"|remote(?:ly)?\W{1,3}(?:un)?till? (?:further notice|otherwise noted|open\b)"
    r"|(?<!no )return(?:ing)? to (?:the |our )?office|temporar\w+ remote(?:ly)?|remote(?:ly)?\W{1,3}temporar\w+"
    r"|(?:remote(?:ly)?|virtual(?:ly)?|from home)(?: \w+){0,3} for (?:now|the (?:time being|moment))"
    r"|temporarily (?:[\w’']{1,12} ){1,7}(?:remote(?:ly)?|from home)"
    r"|vorübergehend|temporairement|temporalmente|temporariamente)\b"
)
# TEMPORARY matches nothing without one of these.
TEMPORARY_WORDS = (
    *("covid", "pandemi", "corona", "until", " till ", "return", "temporar", "for now", "time being", "the moment"),
    *("vorübergehend", "temporair", "temporal"),
)
VIRTUAL_WORK = re.compile(
    r"(?<!for this )(?<!for the )(?<!of this )(?<!of the )\b"
    r"(?:role|position|job|you|employees|associates|(?:our|the) team|we)"
    r"(?: (?:will|is|are|be|works?|working|operat(?:es?|ing)|start|currently|all|fully|still)){1,4}"
    r" (?:100 ?% )?virtual(?:ly)?\b(?! (?:interview|event|hiring|recruit|onboard|train|meet|tour)\w*)"
)
AFTER_TEMPORARY = re.compile(
    r"\b(?:no return|welcome|regardless|permanent\w*|indefinite\w*|optional\w*|post[- ]?(?:covid|pandemic)"
    r"|before(?! (?:transition|mov|return|switch|com|go)\w*)"
    r"|since|vaccin\w*|even after|beyond|continue|remain|stay(?![- ]at[- ]home))\b"
)
REFUSES = re.compile(rf"(?:n['’]t|\b(?:{NOT}|unable))\b(?! (?:only|just)\b)(?:(?!\bbut\b)[^,;:]){{0,40}}$")
SHORT_TIME = re.compile(r"\b(?:days?|week|occasion\w*|mornings?|afternoons?)\b")
# Remote work that is said without a word for it.
WITHOUT_AWAY = re.compile(
    r"office|your home|fully remote team|distributed|virtual|anywhere|wherever|where you|#li-|remote[ -](?:first"
    r"|compan|organi|business"
    r"|start)"
)
OTHER_AWAY = re.compile(
    r"remot[oa]|casa|lugar|zdaln|thuis|huis|afstand|home ?-?office|zu ?hause|domu|tele[lt]|smart ?work|distanc"
)
WORD = re.compile(r"[a-z]+")
OTHER_WORDS = frozenset(
    re.findall(
        r"[a-zà-ž]+",
        f"{JOB_NOUN} {YOU_WORK} {FULLY} telelavoro teletrabajo teletrabalho thuis zdalnie homeoffice office",
    )
).difference(
    ("job", "position", "mission", "full", "fully", "total", "we", "de", "en", "al", "a", "e", "w", "o", "it", "is")
)
PARTLY_REMOTE = re.compile(
    r"\b(?:partially|partly|semi|part|teilweise|partiellement|parzialmente|deels)[- ]remote\b(?! teams?)"
)
# "Work location: hybrid remote in Leeds". Elsewhere it may be an option, a plan or a kind of company.
HYBRID_REMOTE = re.compile(r"(?:^\W*|: ?)(hybrid[ -]remote|remote[ -]hybrid)\b(?! (?:teams?|compan\w+|or)\b)")
GERMAN_HOME = re.compile(r"home ?-?office|zu ?hause|\bremote")
# A fast test before SOMETIMES.
SHARE_WORDS = ("weise", "gelegentlich", "anteilig", "teil", "ab und zu", "nach ", "tag")
PAUSE = re.compile(r"[,;:(|]")
SOMETIMES = re.compile(SOME_DAYS)
# A fast test before PARTLY_REMOTE.
PARTLY_WORDS = ("part", "semi", "teilweise", "parz", "deels")
DENIED_BEFORE = re.compile(
    rf"\b{NOT} (?:(?:an?|the|a|any|permanent|offer\w*|ofrece\w*|option|currently|be|for|work|considered|capability"
    rf"|es|in|en|de|da|"
    rf"um|una?|un|support|working|do|allow|provide|permit|have|oferec\w*|oferuj\w*|offr\w*|propos\w*|bieten|opcji"
    rf"|opción|posibilidad"
    rf"|possibilidade|opção|possibilità|możliwości|pracy|puesto|poste"
    rf"|posto|vaga|posición|posição|stelle|job|role|position|w|possibilité|eine?|done|open to"
    rf"|able to|trabajo|trabalho|lavoro|travail|praca) ){{0,3}}(?:{FULLY_EN} "
    rf"|{FULLY} )?$"
)
NOT_FULLY = re.compile(rf"\b{NOT} (?:\w+ ){{0,2}}(?:{FULLY_EN}|{FULLY})(?!\w)")
DENIED_AFTER = re.compile(
    rf"[- ]?(?:work(?:ing)?|arbeit(?:en)?|working arrangements?|option|candidates|applicants)?\s?(?:arrangements? "
    rf"|jobs? )?"
    rf"(?:(?:{NOT_POSSIBLE}))\b| (?:\w+ ){{1,3}}(?:nicht|niet) (?:\w+ )?(?:an|aan)?(?:bieten|geboden)\b| (?:candidates"
    rf"|applicants) will not be\b|\W{{0,3}}(?:no|nein|non|não|nee"
    rf"|nie)\b(?! \w)|: ?(?:not (?:possible|available|allowed|eligible))"
)
# "… not possible", not "… possible": NOT_POSSIBLE reads both.
NEGATED = re.compile(r"\b(?:not|nicht|n['’]est pas|no es|não|non è|niet|nie|isn['’]t)\b")
FULLY_BEFORE = re.compile(rf"\b{FULLY_EN}[ -]$")
SAYS_FULLY = re.compile(rf"\b(?:{FULLY_EN}|{FULLY})(?![\w-])")
HEADING = re.compile(
    r"^(?![^\n]{0,60}\b(?:our|we|employees|people|staff|colleagues)\b)"
    r"[^.:!?]{2,80}?(?:[/,(–|-]\s?|\bor )((?:fully |100% )?remote)(?=\s*(?:$|[,)/]))(?!, (?:and|or)\b)"
)
FLEXIBLE_HOURS = re.compile(
    r"flexib\w+ (?:and )?(?:work\w* )?(?:hours|schedul\w+|time\w*|arbeitszeit\w*|horarios?)|some travel"
    r"|some experience|remote flexibility|\s?[-–—(/,|]\s?flexible\)?\W*$"
)
# "Telework position: no"
LABEL_SAYS_NO = re.compile(r"(?: (?:eligible|available|possible|position|role))?\s?[:?]\s?(?:no|none|not|n/a|false)\b")
NO = re.compile(r"\W{0,3}(?:no|nein|nee|nie)\b")
NEXT_CLAUSE = re.compile(r"[,;] (?:then|after(?:wards?| which| that)?|but|otherwise|followed by) ")
ONSITE_KIND = re.compile(r"\bon-?\s?site\b|\bin[- ]office\b|\bin[- ]person\b")
KINDS = re.compile(
    r"\((?:1|i|a)\)|\b(?:roles|positions|designat\w+|classif\w+|categor\w+|depend\w*|either|types?|whether)\b"
)
# "Some roles may be fully remote"
OF_SOME_ROLES = re.compile(
    r"\b(?:some|certain|select|specific|other) (?:of our )?(?:[\w-]+ )?(?:roles|positions|jobs|openings)\b[^.;,]{0,40}$"
)
OF_OTHERS = (
    SentenceSubject.CUSTOMERS,
    SentenceSubject.CONDITION,
    SentenceSubject.NOTICE,
    SentenceSubject.OTHER_OPENING,
    SentenceSubject.WISH,
    SentenceSubject.BENEFIT,
    SentenceSubject.TASK,
)


def is_temporary(sentence: str) -> bool:
    """Remote only because of a pandemic or until an office opens."""
    if not any(word in sentence for word in TEMPORARY_WORDS):
        return False
    return bool(TEMPORARY.search(sentence)) and not AFTER_TEMPORARY.search(sentence)


def is_virtual_for_now(sentence: str) -> bool:
    """Whether the work, and no interview or event, is virtual until an office opens."""
    return VIRTUAL_WORK.search(sentence) is not None and is_temporary(sentence)


def invitation(sentence: str) -> tuple[int, int] | None:
    """Where a sentence invites people who work remotely, whatever office the job belongs to."""
    if frame_of(sentence) is SentenceSubject.OTHER_OPENING:
        return None
    for match in OPEN_TO_REMOTE.finditer(sentence):
        at = sentence.index("remote", match.start())
        is_refused = is_denied(sentence, at, at + len("remote")) or REFUSES.search(sentence[:at])
        is_short = SHORT_TIME.search(sentence, match.end()) or is_partial(sentence, *match.span())
        if not (is_refused or is_short or is_of_others(sentence, match.start())):
            return match.span()
    return None


def strong_phrase(sentence: str) -> tuple[int, int] | None:
    """Where a sentence says that this job is remote."""
    patterns = [STRONG_OF_ROLE] if any(word in sentence for word in ROLE_WORDS) else []
    patterns += [STRONG_ENGLISH, STRONG] if has_other_words(sentence) else [STRONG_ENGLISH]
    for pattern in patterns:
        for match in pattern.finditer(sentence):
            if not TRAP_AFTER.match(sentence, match.end()) and not LABEL_SAYS_NO.match(sentence, match.end()):
                return match.span()
    for match in IS_AWAY.finditer(sentence):
        if TRAP_AFTER.match(sentence, match.end()):
            continue
        labelled = LABELLED.search(sentence[: match.start()])
        fully = FULLY_BEFORE.search(sentence[: match.start()])
        if fully or labelled:
            return match.span()
    alone = ALONE.match(sentence)
    if (
        alone
        and not TRAP_AFTER.match(sentence, alone.end())
        and (says_fully(alone[0]) or not re.search(PARTIAL_ALONE, alone[0]))
    ):
        return alone.span()
    return None


def partly_remote(sentence: str) -> tuple[int, int] | None:
    """Where a sentence gives remote work a share of the time."""
    if any(word in sentence for word in PARTLY_WORDS) and (match := PARTLY_REMOTE.search(sentence)):
        return match.span()
    if not any(word in sentence for word in SHARE_WORDS) or says_fully(sentence) or RARELY.search(sentence):
        return None
    pairs = product(SOMETIMES.finditer(sentence), GERMAN_HOME.finditer(sentence))
    spans = (sorted((share.span(), home.span())) for share, home in pairs)
    joined = ((left[0], right[1]) for left, right in spans if not PAUSE.search(sentence, left[1], right[0]))
    return next(joined, None)


def away_words(sentence: str, *, is_english: bool = False) -> list[re.Match[str]]:
    """The words for work elsewhere that are not part of another expression, such as "remote sensing"."""
    pattern = ENGLISH_FORMS if is_english else IS_AWAY
    return [match for match in pattern.finditer(sentence) if not TRAP_AFTER.match(sentence, match.end())]


def hybrid_remote(sentence: str) -> tuple[int, int] | None:
    """Where a sentence calls this job "hybrid remote"."""
    match = HYBRID_REMOTE.search(sentence)
    return None if match is None or is_of_others(sentence, match.start(1)) else match.span(1)


def has_other_words(sentence: str) -> bool:
    """A fast test that spares English sentences the expressions of other languages."""
    if not sentence.isascii() or OTHER_AWAY.search(sentence):
        return True
    return not OTHER_WORDS.isdisjoint(WORD.findall(sentence))


def heading(line: str) -> tuple[int, int] | None:
    """ "Tide Engineer - Remote", "Bergen/Remote, Norway" near the beginning of a text."""
    match = HEADING.match(line)
    return match.span(1) if match else None


def is_partial(sentence: str, start: int, end: int) -> bool:
    """Whether the words beside a phrase leave it open how much of the work is done away."""
    if says_fully(sentence[max(0, start - 25) : end + 25]):
        return False
    # "Homeoffice" is more often some days than all: then the whole sentence counts.
    near = sentence if re.search(PARTIAL_ALONE, sentence[start:end]) else sentence[max(0, start - 30) : end + 30]
    return bool(re.search(PARTLY, FLEXIBLE_HOURS.sub("", near)))


def says_fully(sentence: str) -> bool:
    return bool(SAYS_FULLY.search(sentence))


def is_denied(sentence: str, start: int, end: int) -> bool:
    """Whether the word for remote work at `start` is denied: "no remote", "Homeoffice ist nicht möglich"."""
    if sentence.endswith("non-", 0, start) or DENIED_BEFORE.search(sentence[max(0, start - 80) : start]):
        return True
    after = DENIED_AFTER.match(sentence, end)
    return bool(after and (NEGATED.search(after[0]) or NO.match(after[0])))


def is_of_others(sentence: str, position: int) -> bool:
    """Whether a statement at `position` is said of customers, of a perk or the like."""
    before = sentence[:position]
    if enables_others(before) or is_conceded(before) or OF_SOME_ROLES.search(before):
        return True
    clauses = [match.end() for match in NEXT_CLAUSE.finditer(sentence, 0, position)]
    return subject_of(sentence[clauses[-1] if clauses else 0 : position]) in OF_OTHERS


def lists_all_kinds(sentence: str) -> bool:
    """A sentence that names every kind of workplace explains the firm's terms."""
    names_two = "remote" in sentence and "hybrid" in sentence
    return bool(names_two and ONSITE_KIND.search(sentence) and KINDS.search(sentence))
