"""Places that an ad rules out: "We cannot hire in Ohio", "Residents of Quebec are not eligible"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from listings.facts.guarded import GuardedPattern
from listings.facts.multi_search import SharedFinder
from listings.facts.residence.demonyms import demonym_at
from listings.facts.residence.evaluation import Places
from listings.facts.residence.expressions import read_places
from listings.facts.residence.fronted import places_refused
from listings.facts.residence.refused_lists import listed_below
from listings.facts.residence.unless import places_demanded
from listings.facts.subjects import SentenceSubject, frame_of, governor, sentence_bounds

# One of these stands in every refusal.
SIGNS = (
    "not ", "not.", "cannot", "n't ", "n’t ", "unable", "ineligible", "unapproved", "excluded", "restricted",
    "non-eligible", "unavailable", "not-", "keine ", "nicht ", "ne pouvons", "no podemos", "não podemos",
    "non possiamo", "kunnen geen", "nie możemy", "ne sommes pas", "exclude", "unsupported", "exception is",
    "exceptions are", "exceptions:", "closed to ", "closed for ", "the exception", "only exception", " aside",
    "off limits", "off-limits", "us from ", "prohibited", "without ", "sauf ", "hormis ", "außer ", "ausser ",
    "excepto ", "exceto ", "salvo ", "tranne ", "eccetto ", "behalve ", "oprócz ", "niemand", "nadie", "ninguém",
    "nessuno", "out of scope", "declined", "rejected", "refused", "turned down", "no contrat", "no applica",
    "no candidat", "no acept", "não contrat", "não aceit", "non assum", "non accett", "embauchons pas",
    "recrutons pas", "ne seront", "ne sont", "no se ", "não ser", "não são", "non sar", "non sono", "niet ",
    "nie będ", "nie są",
)  # fmt: skip
ACTIONS = (
    r"(?:hir(?:e|es|ing|ed)|employ(?:s|ing|ed|ment)?|accept(?:s|ing|ed)?|consider(?:ing|ed|ation)?"
    r"|recruit(?:ing)?|offer(?:ing|ed)?"
    r"|support(?:ing|ed)?|tak(?:e|ing) (?:on )?(?:people|applicants|applications|candidates|anyone)|engag(?:e"
    r"|ing)|onboard(?:ing)?"
    r"|perform(?:ed)?|done|worked|carried out|filled|available|open|eligible|registered|permitted|allowed"
    r"|process(?:ing|ed)?|review(?:ed)?|read|answer(?:ed)?|apply(?= (?:from|if you)\b)"
    r"|contract(?:ing)?|pay|work(?:ing)? with|set ?up|extend(?:ed)?"
    r"|einstellen|beschäftigen|embauch\w+|recrut\w+|contrat\w+|acept\w+|aceit\w+|assum\w+|accett\w+|aannemen"
    r"|zatrudni\w+)"
)
# "Outside of", in the other languages that are read.
ABROAD = (
    r"(?:(?:en )?dehors d(?:e|u|es)|hors d(?:e|u|es)|au(?:ß|ss)erhalb(?: (?:von|der|des))?|fuera de(?:l| la| los)?"
    r"|fora d[eoa]s?|(?:al di )?fuori (?:dall['’]|da|di|dal|dalla)|buiten|spoza|poza)"
)
# "must not be located in", "who does not currently live in"
LIVING = (
    r"(?:\b(?:cannot|can not|not)|n['’]t)\s(?:(?:be|currently|physically|permanently) ){0,2}"
    r"(?:a resident|resident|liv(?:e|ing)|resid(?:e|ing)|based|located)\b"
)
# That, or "cannot", a few words and the action.
REFUSAL = re.compile(
    rf"{LIVING}|\bne (?:recrut|embauch|employ|engag|pren)\w+ pas\b"
    rf"|\bclosed (?:to|for)\b|\b(?:keeps?|prevents?|stops?|bars?|prohibits?|forbids?"
    rf"|prohibited) (?:us )?from (?:[\w'’-]+ ){{0,3}}?"
    rf"{ACTIONS}\b|(?:\b(?:cannot|can not|unable|not|keine|nicht|non|não|no(?= (?:podemos|se|contrat"
    rf"|acept))|kunnen (?:geen|niet)|nie|ne \w+ (?:\w+ )?pas)|n['’]t)\s"
    rf"(?:(?!only\b|just\b|limited\b|need\b|have to\b|sponsor\w*\b|not\b)[\w'’-]+ ){{0,6}}?{ACTIONS}\b"
)
PREPOSITION = re.compile(
    r"\b(?:in|from|of|to|for|outside(?: of)?|within|at|aus|dans|en|no|na|em|w|aux?|nos|nas|ne[il]|nell[ae]"
    r"|countries|states|locations|provinces"
    rf"|{ABROAD})\b"
    r"(?: (?:the|these|those|any|of|following|countries|states|locations|regions|who|people|residents"
    r"|candidates|applicants|anyone|persons|living"
    r"|live|based|located|reside|residing|in|from|outside)\b){0,6}(?: are)?"
    r"(?: (?:at (?:this|the|present)(?: time| moment)?|currently|right now|for now))?\W*"
)
FINDER = SharedFinder(SIGNS)
MAX_REFUSAL = 120
LISTED = GuardedPattern(
    r"(?:ineligible|unapproved|excluded|restricted|non-eligible|not eligible|unsupported|not approved|unavailable)"
    r"(?: (?:states|countries|locations|regions|places|provinces)(?: are| include)?\W+"
    r"|\s?: ?(?:(?:residents of|(?:people|candidates|applicants) (?:in|from)) )?(?:the )?)"
    r"|\bexceptions?(?: (?:is|are)|:) (?:the )?(?:states? of )?"
    # "Partout sauf au Québec" leaves open of what: of the country or of the world.
    r"|\b(?:partout|überall|ovunque|overal|wszędzie|cualquier (?:lugar|parte)|qualquer (?:lugar|parte)),? (?:sauf"
    r"|hormis|au(?:ß|ss)er|excepto|exceto|salvo|tranne|eccetto|behalve|oprócz)(?: (?:aux?|en|in|na|no|em|w|les?|la))? "
)
# "Canada only, Quebec and Yukon excluded"
LEAD = re.compile(r"[ \n•*-]*(?:(?:only|just|but) (?:the )?)?")
CLAUSE_START = re.compile(r"[,;(–—-]\s(?:(?:but|though|although|only|just|and) (?:the (?:states? of )?)?)?")
EXCLUDED = re.compile(
    r"(?:\s(?:(?:is|are|being) )?(?:excluded|not included|aside\b(?! from))"
    r"|[\s,-]+(?:based |resident )?(?:(?:residents|applicants|candidates|applications)[ ,:]+)?"
    r"(?:(?:are|is|remains?) (?:currently |unfortunately |also |both )*"
    r"(?:off[ -]limits|excluded|not (?:included|eligible|covered|possible|an option|open|supported)|ineligible"
    r"|out of scope)|need not apply|cannot (?:apply|be (?:considered|hired|employed|accepted))))"
    # "Germany is excluded from our health plan"
    r"(?! (?:for|from|in|by) (?:our|the|its) (?!search|hir|role|position|job|posting|opening|vacancy))"
)
# "We hire in 48 states; Alaska is not among them": of the places where people are hired.
NOT_AMONG = re.compile(
    r" (?:(?:is|are) (?:currently |unfortunately |sadly )?not|isn['’]t|aren['’]t) (?:yet )?"
    r"(?:among (?:them|these|those)|(?:one|part|any) of (?:them|these|those)|on (?:that|this|the|our) list)\b"
    # "All of Europe is fine; only Malta is not"
    r"| (?:is|are) not(?=\W*$)"
)
HIRES_BEFORE = re.compile(
    r"\b(?:hir(?:e|es|ing)|employ|recruit\w*|(?:open|available) (?:to|in)|eligible|accept|consider|payroll|registered"
    r"|entit(?:y|ies)|contract with|fine|okay?|welcome)\b"
)
# "Applicants without a UK address will not be considered" asks for the UK.
WITHOUT = re.compile(r"\bwithout (?:(?:an?|the|any|valid|current|permanent|fixed|existing) ){0,3}")
HOME_AFTER = re.compile(
    r"[\s-]*(?:home |postal |residential |permanent |tax )?"
    r"(?:address(?:es)?|residence|residency|residents?|domicile|home)\b"
)
# "Applications from outside Peru will not be read" asks for Peru, and so does "If you are outside Peru, we can't …".
FROM_OUTSIDE = re.compile(
    r"\b(?:applications?|applicants?|candidates?|people|persons|anyone|anybody|those|residents"
    r"|if you(?:['’]re| are| live)?)(?: (?!not\b)[\w'’-]+){0,3}? outside(?: of)? (?=(?:the )?[\w])"
    r"|\b(?:bewerb\w+|kandidat\w*|menschen|personen|candidat\w*|personnes|personas|pessoas|persone|kandyda\w+|osob\w+"
    rf"|sollicitant\w*|mensen"
    r"|niemand\w*|personne|nadie|ninguém|nessuno|nikogo)"
    rf"(?: (?!nicht|pas|niet|nie)[\w'’-]+){{0,2}}? {ABROAD}(?: |(?<=['’]))(?:l['’])?"
)
NOBODY = re.compile(r"(?:niemand\w*|personne|nadie|ninguém|nessuno|nikogo)\b")
# "Outside Peru we cannot employ anybody"
STARTS_OUTSIDE = re.compile(rf"\W*(?:outside(?: of)?|{ABROAD}) (?=(?:the )?\w)")
FROM_ABROAD_WORDS = ("outside", "hors", "außerhalb", "ausserhalb", "fuera", "fora", "fuori", "buiten", "spoza", "poza")
# "Non-Canadian residents cannot be considered"
NON_RESIDENTS = re.compile(r"\bnon[- ](?=(?:the )?[a-z])")
HIRED = re.compile(
    r"\b(?:consider\w*|accept\w*|hir\w+|apply|applications?|eligible|read|review\w*|employ\w*|berücksichtig\w+"
    r"|angenommen|annehmen|[ae]i?nstellen|beschäftigen|bewerben|étudi\w+|retenu\w*|accepté\w*|embauch\w+|acept\w+|contrat\w+|aceit\w+"
    r"|accett\w+|assum\w+|aanmerking|aannemen|aangenomen|rozpatr\w+|przyjm\w+|zatrudni\w+)\b"
)
# "Overseas applications cannot be accepted: you must be in Kenya": the clause after the colon is another.
NEXT_CLAUSE = re.compile(r"[:;–—-]\s+(?:you|we|candidates?|applicants?|this|it|please|only)\b")
# "Due to local law …" gives the reason of a refusal, and is no notice.
CAUSE = re.compile(r"\W*(?:due to|because of|owing to|for (?:legal|tax|payroll|compliance) reasons)\b[^,]{0,60},")
# "We have no payroll in Ohio, so we can't hire there"
NO_ENTITY = re.compile(
    r"\b(?:(?:have|has) no|(?:do not|don['’]t|does not|doesn['’]t) (?:currently |yet )?have(?: an?| any)?) "
    r"(?:(?:legal|local|payroll|business|tax) )?(?:entity|entities|payroll|presence|subsidiary|registration|nexus"
    r"|company) (?:in|for) "
)
# "New York is the only exception"
THE_EXCEPTION = re.compile(r" (?:is|are) the (?:only |sole )?exceptions?\b")
# "Residents of Ohio cannot be considered": what stands after the places.
REFUSED_AFTER = re.compile(
    r"[\s,)]*(?:residents? |applicants? |candidates? |currently |unfortunately |at this time )*(?:are|is|will"
    r"|can|do|may|must)?\s*"
    r"(?:(?:currently |at this time |unfortunately )?(?:not|cannot|can['’]t|won['’]t|aren['’]t|n['’]t|no longer"
    r"|unable|ineligible|excluded)\b)"
    r"(?!\s*(?:need|have to|required|only|a |sponsor|be required|exempt))"
    r"|[\s,)]*(?:are|will be|get) (?:automatically )?(?:declined|rejected|refused|turned down|discarded|deleted)\b"
)
BEFORE_LIST = re.compile(
    r"\b(?:residents?|residing|resident|applicants?|candidates?|applications|people|individuals|persons"
    r"|anyone"
    r"|those|contractors|employees|workers|hiring|employing|employment)"
    r"(?: people| anyone| staff)?(?: who)?(?: are)?(?: currently)?"
    r"(?: based| located| living| residing| live| reside)? (?:in|of"
    r"|from) (?:the )?(?:states? of )?"
)
NEEDS = re.compile(
    r"\b(?:agenc(?:y|ies)|resumes?|unsolicited|benefits?|need|have to|required?|necessary|matter|limited"
    r"|restricted to|sponsor\w*|relocat\w*|visas?|hesitate|just|only)\b"
)
PAY = re.compile(r"\b(?:salary|pay range|base pay|compensation|wages?)\b")
OUTSIDE = re.compile(
    rf"\boutside(?: of)?\W*(?:the )?$|\boutside(?: of)? (?:the )?\W*$|\b{ABROAD}(?: (?:la|le|het|de|del))?\W*$"
)
OR_OUTSIDE = re.compile(r",? (?:or|nor|and) (?:(?:anyone|anywhere|those|from|in) ){0,2}outside(?: of)? (?:the )?")
# "Those who are not based in Peru will not be considered" asks for Peru.
NOT_LIVING = re.compile(
    r"(?:not|n['’]t) (?:[\w-]+ ){0,3}?(?:liv(?:e|ing)|resid(?:e|ing)|based|located|a resident|resident)$"
)
REFUSED = re.compile(
    r"\b(?:not|cannot|unable|ineligible|rejected|disqualified|nicht|niemand\w*|keine\w{0,2}|pas|no|não|non|niet|nie)\b|n['’]t\b"
)
UNLESS = re.compile(r"\b(?:unless|except|other than)\b")
OTHER_THAN = re.compile(
    r"\b(?:other than|except(?: for)?|besides|apart from)"
    r"(?: (?:the|residents?|people|those|citizens|nationals|in|of|from|who|live|are|based|located)\b){0,6}\W*$"
)
WHO = re.compile(r"\b(?:who|that|if you|anyone|those)\b[^,]{0,20}$|^\W*(?:applicants|candidates|people|persons)\s$")
OTHERS = (SentenceSubject.CUSTOMERS, SentenceSubject.TEAM, SentenceSubject.COMPANY, SentenceSubject.TASK)
MAX_GAP, MAX_ARTICLE = 30, 4
MAX_LIST, MAX_ACTIONS = 2000, 3
BULLETS = re.compile(r".?\s*(?:\n[-*•] ?[^\n]{1,60}){1,60}")


@dataclass(frozen=True, slots=True)
class Refusal:
    """The places that characters `start` to `end` rule out. `is_outside`: all but these, less `excluded`, are."""

    codes: tuple[str, ...]
    start: int
    end: int
    is_outside: bool = False
    excluded: tuple[str, ...] = ()


def find_refusals(text: str, lower: str) -> Iterator[Refusal]:
    """Every refusal in the text, at most one in a sentence. `lower` is `text` in lower case with the same offsets."""
    seen = -1
    for _, start, _ in FINDER.find(lower):
        if start < seen:
            continue
        sentence_start, sentence_end = sentence_bounds(lower, start)
        seen = sentence_end
        refusal = _in_sentence(text, lower, sentence_start, sentence_end)
        if refusal is not None:
            yield refusal


def _in_sentence(text: str, lower: str, start: int, end: int) -> Refusal | None:
    cause = CAUSE.match(lower, start, end)
    start = cause.end() if cause else start
    if outside := _from_outside(text, lower, start, end) or _non_residents(text, lower, start, end):
        return outside
    if demanded := places_demanded(text, lower, start, end):
        return _refusal(demanded[1], demanded[0], is_outside=True)
    if (fronted := places_refused(text, lower, start, end)) is not None:
        return _refusal(fronted, start, is_outside=False)
    if PAY.search(lower, start, end) or frame_of(lower[start:end]) in (
        SentenceSubject.NOTICE,
        SentenceSubject.WISH,
        SentenceSubject.CONDITION,
    ):
        return None
    return (
        _without_home(text, lower, start, end)
        or _without_entity(text, lower, start, end)
        or _before_places(text, lower, start, end)
        or _after_places(text, lower, start, end)
    )


def _from_outside(text: str, lower: str, start: int, end: int) -> Refusal | None:
    if not _names_abroad(lower, start, end):
        return None
    match = FROM_OUTSIDE.search(lower, start, end) or STARTS_OUTSIDE.match(lower, start, end)
    places = read_places(text, match.end(), end=end) if match else None
    if match is None or places is None or places.start - match.end() > MAX_ARTICLE:
        return None
    rest = lower[places.end : end]
    is_refused = REFUSED.search(rest) and HIRED.search(rest) and not (NEEDS.search(rest) or UNLESS.search(rest))
    # "Sorry, no applicants from outside the EEA"
    is_refused = is_refused or (NOBODY.match(lower, match.start()) is not None and HIRED.search(rest) is not None)
    is_refused = is_refused or (lower.endswith("no ", start, match.start()) and not rest.strip(" .!,;)"))
    return _refusal(places, match.start(), is_outside=True) if is_refused else None


def _names_abroad(lower: str, start: int, end: int) -> bool:
    """A fast test before FROM_OUTSIDE."""
    return any(lower.find(word, start, end) >= 0 for word in FROM_ABROAD_WORDS)


def _non_residents(text: str, lower: str, start: int, end: int) -> Refusal | None:
    match = NON_RESIDENTS.search(lower, start, end)
    if match is None:
        return None
    places = read_places(text, match.end(), end=end) or demonym_at(lower, match.end())
    if places is None or places.start > match.end():
        return None
    rest = lower[places.end : end]
    is_refused = REFUSED.search(rest) and HIRED.search(rest) and not (NEEDS.search(rest) or UNLESS.search(rest))
    return _refusal(places, match.start(), is_outside=True) if is_refused else None


def _without_home(text: str, lower: str, start: int, end: int) -> Refusal | None:
    """ "Applicants without an address in Peru are rejected" """
    match = WITHOUT.search(lower, start, end)
    if match is None or not REFUSED.search(lower, match.end(), end):
        return None
    places = read_places(text, match.end(), end=end)
    is_named = places is not None and places.start - match.end() <= 1 and HOME_AFTER.match(lower, places.end)
    return _refusal(places, match.start(), is_outside=True) if places and is_named else None


def _without_entity(text: str, lower: str, start: int, end: int) -> Refusal | None:
    """ "We have no entity in Peru and therefore cannot employ people there" """
    match = NO_ENTITY.search(lower, start, end)
    places = read_places(text, match.end(), end=end) if match else None
    if match is None or places is None or places.start - match.end() > MAX_ARTICLE:
        return None
    rest = lower[places.end : end]
    is_refused = REFUSED.search(rest) and HIRED.search(rest) and not UNLESS.search(rest)
    return _refusal(places, match.start(), is_outside=False) if is_refused else None


def _before_places(text: str, lower: str, start: int, end: int) -> Refusal | None:
    """ "unable to employ residents of Iowa", "excluded states: Iowa" """
    matches = [*REFUSAL.finditer(lower, start, end), *LISTED.finditer(lower, start, end)]
    refusals = (_of_action(text, lower, start, end, match) for match in matches[:MAX_ACTIONS])
    return next((refusal for refusal in refusals if refusal is not None), None)


def _of_action(text: str, lower: str, start: int, end: int, match: re.Match[str]) -> Refusal | None:
    if governor(lower[start : match.start()]) is SentenceSubject.CUSTOMERS:
        return None
    list_end = _end_of_list(text, match.end(), end)
    for preposition in _prepositions(lower, match, end):
        places = read_places(text, preposition, end=list_end)
        if places is None or places.start - preposition > MAX_GAP or NEEDS.search(lower[match.start() : places.start]):
            continue
        # Another line is another statement, except a list that is announced.
        if "\n" in lower[match.start() : places.start] and ":" not in lower[match.start() : places.start]:
            return None
        between = lower[match.end() : places.start]
        if UNLESS.search(between) or NEXT_CLAUSE.search(between):
            return None
        if NOT_LIVING.search(match[0]) and governor(lower[start : match.start()]) in OTHERS:
            return None
        if NOT_LIVING.search(match[0]) and WHO.search(lower[start : match.start()]):
            return _refusal(places, match.start(), is_outside=True) if REFUSED.search(lower, places.end, end) else None
        if both := _or_outside(text, lower, places, match.start(), end):
            return both
        is_outside = bool(OUTSIDE.search(lower[match.start() : places.start])) or places.is_exception
        return _refusal(places, match.start(), is_outside=is_outside)
    below = listed_below(text, lower, match.end(), end)
    return _refusal(below, match.start(), is_outside=False) if below else None


def _or_outside(text: str, lower: str, places: Places, start: int, end: int) -> Refusal | None:
    """ "applicants from Ohio, Iowa, or outside the US": the US without those."""
    outside = OR_OUTSIDE.search(lower, places.start, min(end, places.end + MAX_GAP))
    inner = read_places(text, places.start, end=outside.start()) if outside else None
    outer = read_places(text, outside.end(), end=end) if outside else None
    if inner is None or outer is None or inner.of_towns:
        return None
    refusal = _refusal(outer, start, is_outside=True)
    return replace(refusal, excluded=inner.include) if refusal else None


def _end_of_list(text: str, start: int, end: int) -> int:
    """Where the places end at the latest: with the bullets below the sentence, if it announces them."""
    bullets = BULLETS.match(text, max(start, end - 1), start + MAX_LIST) if end < start + MAX_LIST else None
    # Behind a full stop, places are said of something else: "We cannot hire in Peru. Chile is fine."
    reach = end if text[end : end + 1] in (".", "!", "?") else min(len(text), end + MAX_REFUSAL)
    return max(reach, bullets.end() if bullets else 0)


def _prepositions(lower: str, match: re.Match[str], end: int) -> Iterator[int]:
    """Where places may follow the action."""
    yield match.end()
    for preposition in PREPOSITION.finditer(lower, match.end(), min(end, match.end() + MAX_REFUSAL)):
        yield preposition.end()


def _after_places(text: str, lower: str, start: int, end: int) -> Refusal | None:
    """ "Residents of Iowa cannot be considered", "Iowa is the exception" """
    if (exception := THE_EXCEPTION.search(lower, start, end)) is not None:
        lead = len(lower[start:end]) - len(lower[start:end].lstrip())
        places = read_places(text, start + lead, end=end)
        return _refusal(places, start, is_outside=False) if places and places.end >= exception.start() else None
    for match in BEFORE_LIST.finditer(lower, start, end):
        places = read_places(text, match.end(), end=end)
        if places is None or places.start - match.end() > MAX_GAP:
            continue
        refused = REFUSED_AFTER.match(lower, places.end, end)
        if refused and not NEEDS.search(lower[places.end : end]) and not UNLESS.search(lower[places.end : end]):
            # "Candidates other than residents of Peru cannot be hired" asks for Peru.
            is_outside = bool(OTHER_THAN.search(lower[start : places.start]))
            refusal = _refusal(places, match.start(), is_outside=is_outside)
            return replace(refusal, end=refused.end()) if refusal else None
    # Reading places at every clause is slow, and few sentences exclude any.
    excluded = EXCLUDED if EXCLUDED.search(lower, start, end) else None
    if excluded is None and (among := NOT_AMONG.search(lower, start, end)):
        excluded = NOT_AMONG if HIRES_BEFORE.search(lower, max(0, start - MAX_REFUSAL), among.start()) else None
    if excluded is None:
        return None
    opening = LEAD.match(lower, start)
    for clause_start in (
        opening.end() if opening else start,
        *(clause.end() for clause in CLAUSE_START.finditer(lower, start, end)),
    ):
        places = read_places(text, clause_start, end=end)
        if places and places.start - clause_start <= MAX_ARTICLE and excluded.match(lower, places.end, end):
            return _refusal(places, clause_start, is_outside=False)
    return None


def _refusal(places: Places, start: int, *, is_outside: bool) -> Refusal | None:
    codes = places.exclude if places.is_exception else places.include
    # A town cannot be ruled out without its whole country, which the ad does not say.
    codes = tuple(code for code in codes if code not in places.of_towns)
    if places.only_towns and not any("-" in code for code in codes):
        return None
    if codes == ("worldwide",) or not codes:
        return None
    excluded = places.exclude if is_outside and not places.is_exception else ()
    return Refusal(codes, start, places.end, is_outside, excluded)
