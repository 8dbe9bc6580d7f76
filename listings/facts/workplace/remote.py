"""Sentences that say whether this very job is done away from an office, in the languages that are read."""

from __future__ import annotations

import re

from listings.facts.subjects import SentenceSubject, subject_of
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
    PLACE,
    YOU_WORK,
)

IS_AWAY = re.compile(rf"\b(?:{AWAY}|{ENGLISH_AWAY})|リモート|在宅|远程")
# The English part of IS_AWAY. A set of characters at the beginning, which the engine skips to, makes it quick.
ENGLISH_FORMS = re.compile(
    r"[rtwfah](?<!\w.)(?:(?<=r)emot(?:[eoa]s?(?:ly|mente)?(?:-?(?:arbeit|stelle|job|position))?|e(?:[- ]based)?)"
    r"|(?<=t)ele(?:commut\w{0,4}|work\w{0,3})|(?<=w)(?:ork[- ]from[- ](?:home|anywhere)|fh)"
    r"|(?:(?<=f)rom|(?<=a)t) (?:your )?(?:own )?home|(?<=f)rom (?:anywhere|wherever)|(?<=h)ome[- ]based)"
)
# What follows "remote" where it is no way of working: a trade, a team, a perk.
TRAP_AFTER = re.compile(
    r"[ -](?:sensing|support|desktop|access|monitoring|teams?\b|work(?:force|ers|place)|employees|friendly|first|compan"
    r"|control|sites?\b|culture|collaborat|communit|servers?\b|locations?|offices?|experience|set-?up|stipend"
    r"|repositor|patient|devices?|onboard|sessions?|training|customer|client|users?\b|meetings?|interview|hiring|jobs\b"
    r"|roles\b|positions\b|assist|infra|hub|areas?\b|reimburse|allowance|budget|equipment|support|colleagues|staff"
    r"|development team|engineering team|locations|health|care\b|learning|tools?\b|policy|policies|environments?\b"
    r"|settings?\b"
    r"|regions|villages|communities|diagnos|operat|vehicle|procedure|country|countries|procurement)"
)
TEMPORARY = re.compile(
    r"\b(?:covid\w*|pandemic|corona\w*|pandemie|pandemia|until (?:[\w’']{1,12} ){0,6}(?:offices?|safe|reopen\w*|return)"
    r"|(?<!no )return(?:ing)? to (?:the |our )?office|temporar\w+ remote(?:ly)?|remote(?:ly)? temporar\w+"
    r"|remote(?:ly)? for now|remote for the time being"
    r"|vorübergehend|temporairement|temporalmente|temporariamente)\b"
)
# TEMPORARY matches nothing without one of these.
TEMPORARY_WORDS = (
    *("covid", "pandemi", "corona", "until", "return", "temporar", "for now", "time being"),
    *("vorübergehend", "temporair", "temporal"),
)
AFTER_TEMPORARY = re.compile(
    r"\b(?:no return|welcome|regardless|permanent\w*|indefinite\w*|optional\w*|post[- ]?(?:covid|pandemic)|before"
    r"|since|even after|beyond|continue|remain|stay)\b"
)
CHOICE = re.compile(
    rf"\b(?:{ENGLISH_AWAY}|{AWAY})\W{{1,3}}(?:\w+ ){{0,3}}?(?:or|oder|ou|o|of|lub|albo"
    rf"|and/or)\W{{1,2}}(?:[\w-]+ ){{0,4}}?"
    rf"(?:{PLACE}|hybrid\w*|híbrid\w*|in-office)"
    rf"|(?:{PLACE}|\bhybrid\w*|\bhíbrid\w*|\bin-office)\W{{1,3}}(?:[\w.]+ ){{0,4}}?(?:or|oder|ou|o|of|lub|albo"
    rf"|and/or)\W{{1,2}}"
    rf"(?:[\w-]+ ){{0,3}}?(?:{ENGLISH_AWAY}|{AWAY})\b"
    r"|\b(?:choose|choice|decide|pick) between (?:remote|home|(?:the |our )?office"
    r"|on-?site)\w*(?: work)? and (?:[\w-]+ ){0,2}(?:remote|home|office|on-?site)"
)
# Remote work that is said without a word for it.
WITHOUT_AWAY = re.compile(
    r"office|distributed|virtual|anywhere|wherever|where you|#li-|remote[ -](?:first|compan|organi|business|start)"
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
# A fast test before PARTLY_REMOTE.
PARTLY_WORDS = ("part", "semi", "teilweise", "parz", "deels")
# A fast test before CHOICE.
OR_WORDS: tuple[str, ...] = (
    " or ",
    " oder ",
    " ou ",
    " o ",
    " lub ",
    " albo ",
    " and/or ",
    "between",
    " of thuis",
    " of op ",
    " of hybr",
    " of remote",
    " of vanuit",
    " of kantoor",
)
NO_CHOICE = re.compile(
    r"\b(?:whether|regardless|interviews?|meetings?|train\w*|onboard\w*|events?|support\w*|customers?|workshops?"
    r"|sessions?"
    r"|experience|teams?|colleagues|environments?|visits?|depending|not|if)\b"
)
DENIED_BEFORE = re.compile(
    rf"\b{NOT} (?:(?:an?|the|a|any|offer\w*|ofrece\w*|option|currently|be|for|work|considered|capability|es|in|en|de"
    rf"|da|"
    rf"um|una?|un|puesto|poste|posto|vaga|posición|posição|stelle|job|role|position|w|possibilité|eine?|done|open to"
    rf"|able to|trabajo|trabalho|lavoro|travail|praca) ){{0,3}}(?:{FULLY_EN} "
    rf"|{FULLY} )?$"
)
NOT_FULLY = re.compile(rf"\b{NOT} (?:\w+ ){{0,2}}(?:{FULLY_EN}|{FULLY})(?!\w)")
DENIED_AFTER = re.compile(
    rf"[- ]?(?:work(?:ing)?|arbeit(?:en)?|working arrangements?|option|candidates|applicants)?\s?(?:arrangements? "
    rf"|jobs? )?"
    rf"(?:(?:{NOT_POSSIBLE}))\b| (?:candidates|applicants) will not be\b|\W{{0,3}}(?:no|nein|non|não|nee"
    rf"|nie)\b(?! \w)|: ?(?:not (?:possible|available|allowed|eligible))"
)
# "… not possible", not "… possible": NOT_POSSIBLE reads both.
NEGATED = re.compile(r"\b(?:not|nicht|n['’]est pas|no es|não|non è|niet|nie|isn['’]t)\b")
WHO = (
    r"(?:this|the|our|your|an?)(?: [\w/-]{1,20}){0,3} (?:role|position|job|opportunity|vacancy|opening|contract"
    r"|internship|work)"
)
PERFORMED = (
    r"(?:done|performed|carried out|completed|worked|filled|executed|based|conducted|located|held|offered|undertaken)"
)
ANYWHERE = rf"(?:{ENGLISH_AWAY}|anywhere (?:in|within|across)|from any (?:location|place|country|state))"
# Only in a sentence with one of ROLE_WORDS.
STRONG_OF_ROLE = re.compile(
    rf"\b{WHO}(?:['’]s| is| will be| can be| may be"
    rf"| must be)(?: \w+){{0,2}}(?: {PERFORMED})?(?:,? \w+){{0,2}}? {ANYWHERE}\b"
    rf"|\b(?:work[- ]from[- ]home|wfh|remote(?:[- ](?:based|first))?|home[- ]based|telecommut\w{{1,4}}"
    rf"|telework) (?:[\w/-]{{1,20}} ){{0,2}}"
    r"(?:role|position|job|opportunity|vacancy|opening|contract|internship|assignment)\b(?!s)"
    r"|\b(?:role|position|job|internship|contract|opening)(?: \w+)? (?:working|worked|done"
    r"|performed) (?:fully )?(?:remotely|from home|from anywhere)\b"
)
ROLE_WORDS = ("role", "position", "job", "opportunit", "vacanc", "opening", "contract", "intern", "assignment", "work")
STRONG_ENGLISH = re.compile(
    rf"\b(?:you|the (?:successful |right |ideal )?candidate|candidates|applicants)(?:['’]ll| will| would| can| may"
    rf"| could| get to| are able to| are free to|['’]re"
    rf"| are)?(?: be)?(?: able to)?"
    rf"(?: {FULLY_EN})? (?:work(?:ing)?|do your (?:work|job))(?: with us| for us| {FULLY_EN}"
    rf"| mainly)?(?: \w+)? {ENGLISH_AWAY}\b"
    rf"|^\W*(?:you can )?(?:{FULLY_EN} )?work(?:ing)?(?: {FULLY_EN})? (?:remotely|from home|from anywhere)"
    rf"(?=$| from\b| in\b| within\b| anywhere\b| for us| with us|\W+$| – |, | or\b)"
    r"|\bopen to (?:\w+ ){0,2}?(?:for )?(?:fully )?remote (?:work|candidates|applicants|hires?|arrangements?"
    r"|employees)\b"
    r"|\b(?:consider\w*|accept\w*|welcome|hir(?:e|ing)|invite) (?:fully )?remote (?:candidates|applicants|hires"
    r"|people|talent|applications)\b"
    r"|\bremote (?:candidates|applicants|applications|hires) (?:(?:are|will)(?: also)?(?: be)? )?(?:also )?(?:welcome"
    r"|considered|accepted|encouraged|ok)\b"
    rf"|\b(?:{FULLY_EN}[- ])(?:remote|distributed) (?:[\w-]+ )?(?:compan(?:y|ies)|organi[sz]ation|startup|start-up"
    rf"|business)\b"
    rf"|\b(?:we|everyone|everybody|all of us|our (?:whole |entire )?team|the (?:whole "
    rf"|entire )?team)(?: (?:at|in|here) [\w-]{{1,20}})?(?: all)? works?(?: {FULLY_EN})? (?:remotely|from home"
    rf"|from anywhere)\b"
    r"|\b(?:have|has|with|there (?:is|are)|['’]s) no (?:physical |central |fixed )?offices?\b(?! hours| politic)"
    r"|\b(?:don['’]t|do not) have (?:an? |any )?(?:physical )?offices?\b(?! hours)"
    r"|^\W*remote(?:[ -]?(?:work|job|position|role|arbeit))?\s?[:?=]\s?(?:yes|ja|sí|si|oui|sim|sì|tak|true|100 ?%"
    r"|fully)\b"
    r"|#li-remote\b|\bhir(?:e|ing) (?:fully )?remotely\b|\bcan be (?:full[- ]time |fully |100% )?remote\b"
    r"|\ball (?:of our |our )?(?:positions|roles|jobs)\b.{0,40}\b(?:are|can be) (?:fully |performed "
    r"|done )?remote(?:ly)?\b|[–—:-] work from (?:home|anywhere)$"
    r"|^\W*remote[ ,(–-]{1,3}(?:in |within )?(?:the )?(?:us|usa|u\.s\.a?|united states|uk|eu|europe|canada|emea|apac"
    r"|latam|worldwide|global(?:ly)?|germany"
    r"|india|spain|france|poland|portugal|brazil|mexico|australia|ireland|netherlands|italy|north america|americas)\b"
    r"|\blocation:? (?:is )?(?:fully |100% )?remote\b"
    r"|\b(?:this|the) (?:role|position|job) is (?:100 ?% |fully |completely )?virtual\b"
    r"|\byou (?:can |may |will )?(?:live and )?work (?:from )?(?:anywhere|wherever|where)(?: you (?:want|like|are"
    r"|choose|live))?(?=$|[.,!]| in\b| as\b)"
    r"|\b(?:deutschland|bundes|europa|eu|welt|österreich)weit (?:zu )?(?:100 ?% )?remote\b"
)
STRONG = re.compile(
    rf"\b{JOB_NOUN}(?: (?:ist|est|es|é|è|is|jest|sarà|será|sera|wird))?(?: \S{{1,12}})?(?: {FULLY})?"
    rf"(?: (?:en|de|da|im|in|à|w|z|op|em))? ?(?:{FULLY} )?(?:en |da |im |op |à |em )?(?:{AWAY})"
    rf"|\b{FULLY}[- ](?:en |da |im |op |à |em |w |de |aus dem )?(?:arbeit(?:en)? )?(?:{AWAY})"
    rf"|\b(?:{AWAY})[ ,(]{{1,2}}(?:zu |w |al |à )?{FULLY}"
    rf"|\b{YOU_WORK}(?: \S{{1,16}}){{0,3}} (?:{AWAY})|^\W*(?:{AWAY}) (?:arbeiten|werken|pracować)\W*$"
    r"|полностью удал[её]нн|フルリモート|完全リモート|フル在宅|完全在宅|リモート勤務"
    r"|全程远程|全职远程|远程(?:工作|办公|岗位)"
)
LABELLED = re.compile(
    r"\b(?:headquarters|location|location of work|place of work|(?:work|job|primary|role|working) location|workplace"
    r"|work ?place type|work(?:ing)? (?:arrangement|model|mode|environment|location|setup|style|type|set-up)"
    r"|job type|type|arbeitsort|arbeitsmodell|standort|einsatzort|setting|where|modality|(?:modalidad|modelo|modalità"
    r"|régimen|regime|forma|modo|mode)(?: de trabajo| de trabalho| di lavoro| de travail)?"
    r"|lieu(?: de travail)?"
    r"|lugar|ubicación|local(?: de trabalho)?|localização|sede|locatie|werklocatie|werkplek|standplaats|miejsce pracy"
    r"|tryb pracy"
    r"|lokalizacja)s?"
    r"(?: type)?\s?[:–-]\s?[^:.]{0,40}$"
)
ALONE = re.compile(
    rf"^[\W_]*(?:(?:{FULLY_EN}|{FULLY}|flexible|full[- ]time|part[- ]time|permanent|freelance|contract|vollzeit|job"
    rf"|work|en|da|im|w|praca|trabajo|trabalho"
    rf"|lavoro)[\W_]+)?(?:{ENGLISH_AWAY}|{AWAY})"
    rf"(?:\W+(?:{FULLY_EN}|{FULLY}))?(?=\s*(?:$|[|•·)\]&+,/;(–.-]|\b(?:in|or|and|within|from|en|na|w|possible|ok"
    rf"|okay)\b))"
)
FULLY_BEFORE = re.compile(rf"\b{FULLY_EN}[ -]$")
SAYS_FULLY = re.compile(rf"\b(?:{FULLY_EN}|{FULLY})(?![\w-])")
HEADING = re.compile(
    r"^[^.:!?]{2,80}?(?:[/,(–|-]\s?|\bor )((?:fully |100% )?remote)(?=\s*(?:$|[,)/]))(?!, (?:and|or)\b)"
)
FLEXIBLE_HOURS = re.compile(
    r"flexib\w+ (?:and )?(?:work\w* )?(?:hours|schedul\w+|time\w*|arbeitszeit\w*|horarios?)|some travel"
    r"|some experience|remote flexibility"
)
NO = re.compile(r"\W{0,3}(?:no|nein|nee|nie)\b")
HELPS = re.compile(r"\b(?:help|enabl|allow|connect|empower)(?:e|s|es|ing)? (?!you\b)(?:[\w-]+ ){1,3}$")
NEXT_CLAUSE = re.compile(r"[,;] (?:then|after(?:wards?| which| that)?|but|otherwise|followed by) ")
ONSITE_KIND = re.compile(r"\bon-?\s?site\b|\bin[- ]office\b|\bin[- ]person\b")
KINDS = re.compile(
    r"\((?:1|i|a)\)|\b(?:roles|positions|designat\w+|classif\w+|categor\w+|depend\w*|either|types?|whether)\b"
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


def choice(sentence: str) -> tuple[int, int] | None:
    """Where a sentence leaves remote or office to the person."""
    match = CHOICE.search(sentence) if any(word in sentence for word in OR_WORDS) else None
    return match.span() if match and not NO_CHOICE.search(sentence) else None


def strong_phrase(sentence: str) -> tuple[int, int] | None:
    """Where a sentence says that this job is remote."""
    patterns = [STRONG_OF_ROLE] if any(word in sentence for word in ROLE_WORDS) else []
    patterns += [STRONG_ENGLISH, STRONG] if has_other_words(sentence) else [STRONG_ENGLISH]
    for pattern in patterns:
        for match in pattern.finditer(sentence):
            if not TRAP_AFTER.match(sentence, match.end()):
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


def partly_remote(sentence: str) -> re.Match[str] | None:
    return PARTLY_REMOTE.search(sentence) if any(word in sentence for word in PARTLY_WORDS) else None


def away_words(sentence: str, *, is_english: bool = False) -> list[re.Match[str]]:
    """The words for work elsewhere that are not part of another expression, such as "remote sensing"."""
    pattern = ENGLISH_FORMS if is_english else IS_AWAY
    return [match for match in pattern.finditer(sentence) if not TRAP_AFTER.match(sentence, match.end())]


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
    if DENIED_BEFORE.search(sentence[max(0, start - 80) : start]):
        return True
    after = DENIED_AFTER.match(sentence, end)
    return bool(after and (NEGATED.search(after[0]) or NO.match(after[0])))


def is_of_others(sentence: str, position: int) -> bool:
    """Whether a statement at `position` is said of customers, of a perk or the like."""
    if HELPS.search(sentence[:position]):
        return True
    clauses = [match.end() for match in NEXT_CLAUSE.finditer(sentence, 0, position)]
    return subject_of(sentence[clauses[-1] if clauses else 0 : position]) in OF_OTHERS


def lists_all_kinds(sentence: str) -> bool:
    """A sentence that names every kind of workplace explains the firm's terms."""
    names_two = "remote" in sentence and "hybrid" in sentence
    return bool(names_two and ONSITE_KIND.search(sentence) and KINDS.search(sentence))
