"""What a text says of where this very role is done, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from listings.facts.multi_search import LONGEST, finder
from listings.facts.workplace.labels import required_days

# These alone can contradict a board: an ad that is remote by its board is searched for no others.
BOUND: tuple[str, ...] = ("hybrid", "office", "on-site", "onsite", "on site", "in-person", "in person", "field-based")
BOUND += ("field based", "not remote", "not a remote", "not a fully remote", "no remote", "vor ort", "présentiel")
FREE = ("remote", "work from home", "work from anywhere", "telecommut", "homeoffice", "home office", "télétravail")
FINDERS = {
    True: (BOUND, finder(BOUND, LONGEST)),
    False: (BOUND + FREE, finder(BOUND + FREE, LONGEST)),
}
MOST = 200
NEAR = 90
# Words alone on a line name the workplace near the text's beginning; further down they are steps of an interview.
OPENING = 600
SENTENCE = re.compile(r"[\n|•·]|[.!?;](?=\s)")

JOB = r"(?:this|the|our|your|an?)(?: \w+){0,3} (?:role|position|job|opportunity|vacancy|contract)|you|this|it"
TOLD = re.compile(
    rf"\b(?:{JOB})(?: (?:is|are|will be|must be|can be|would be)|['’]ll be)(?: \w+){{0,2}}"
    r"(?: an?| located| based| considered| designated(?: as)?| performed| expected to (?:be|work)| required to (?:be"
    r"|work))*"
    r"(?: (?:full[- ]time|part[- ]time|permanent|fully|100%|completely|entirely|primarily|mostly|strictly"
    r"|long[- ]term|paid)[, ]*)* ?$"
)
THEREBY = re.compile(
    r"\s*(?:$|[.,;(:*–-]|with\b|based\b|in\b|at\b|and\b|from\b|\d|working\b|role\b|position\b|job\b|opportunity\b"
    r"|arrangement"
    r"|schedule|model\b)"
)
HEADED = re.compile(r"[ ,/-]{1,2}(?:[\w/&-]{1,15} ){0,2}(?:role|position|job|opportunity|vacancy)\b(?!s)")
ARTICLE = re.compile(r"(?:\b(?:an?|this|the|our)(?: [\w,-]{1,15}){0,2} |^\W*)$")
LABELLED = re.compile(
    r"\b(?:location|workplace|work ?place type|work(?:ing)? (?:arrangement|model|mode|environment|location|setup"
    r"|style|type|set-up)"
    r"|job type|type|arbeitsort|arbeitsmodell|standort|setting|where|modality"
    r"|modalidad)s?(?: type)?\s?[:–-]\s?[^:.]{0,40}$"
)
ALONE_BEFORE = re.compile(r"^[\W\d]*(?:100|fully|full|flexible)?[\W]*$")
ALONE_AFTER = re.compile(r"\s*(?:$|[|•·)\]&+,/;(–-]|\b(?:in|or|and|within|from)\b)")
PAUSE = re.compile(r"\s*(?:$|[(\[,|–-])")
DENIES = re.compile(r" ?(?:role|position|job|work|option|$)")
CHOICE_BEFORE = re.compile(r"\bor $|/ ?$|\bremote\b")
CHOICE_AFTER = re.compile(r"\s?(?:/|or|and) ?(?:fully )?remote|\s?\(remote")
WORK_FREELY = re.compile(r"\b(?:fully|100 ?%|completely|entirely|permanently|full)[ -]$")
# The sentence speaks of somebody else, of another time, of what is free to choose, or denies.
ELSEWHERE = re.compile(
    r"\b(?:if|option|optional|optionally|welcome|encouraged?|prefer\w*|some|many|other|most|employees|teams?"
    r"|companies|clients?"
    r"|customers?|users|students?|candidates|interview\w*|onboard\w*|offers?|we have|depending|whether|near|local"
    r"|within \d+"
    r"|eligible|miles|commut\w+|former|temporar\w+|covid\w*|events?|retreats?|may|available|equipment|experience"
    r"|training"
    r"|meetings?|parking|lunch\w*|snacks|perks?|policy|can also|not required|no need|nobody|never|without|people"
    r"|typically|forced)\b"
)
REMOTE_TRAPS = re.compile(
    r"[ -](?:sensing|support|desktop|access|monitoring|teams?|work(?:force|ers?|ing)|employees|friendly|first|compan"
    r"|control|site"
    r"|culture|environment|collaborat|communit|server|locations?|offices?|possib|experience|set-?up|stipend"
    r"|repositor|patient|device"
    r"|onboard|session|training|customer|client|users?|meeting|interview|for now|until|during|hiring|jobs\b"
    r"|roles\b|positions\b|assist|infra|hub|area)"
)
DENIED = re.compile(
    r"\b(?:not|no|non|isn't|isn’t|never|some|occasional(?:ly)?|partial(?:ly)?|temporarily|partly|part|when|if"
    r"|other)[ -](?:an? )?(?:fully )?$"
)


def statements(text: str, begin: int, *, bound: bool) -> Iterator[tuple[str, bool, int, int]]:
    """(place, whether days are required, start, end), of lower case from `begin` on; bound: of no remote work."""
    words, finder = FINDERS[bound]
    for index, start, end in islice(finder.find_matches_as_indexes(text), MOST):
        if start < begin or text[start - 1 : start].isalpha():
            continue
        before = SENTENCE.split(text[max(0, start - NEAR) : start])[-1]
        after = SENTENCE.split(text[end : end + NEAR], maxsplit=1)[0]
        if index >= len(BOUND):
            place = _remote(words[index], before, after)
        else:
            days = _days(before, words[index], after)
            if days:
                yield days, True, start, end
                continue
            place = _bound(words[index], before, after, first=start < OPENING)
        if place:
            yield place, False, start, end


def _days(before: str, word: str, after: str) -> str | None:
    sentence = f"{before[-60:]}{word}{after[:60]}"
    return None if ELSEWHERE.search(sentence) else required_days(sentence)


def _bound(word: str, before: str, after: str, *, first: bool) -> str | None:
    if word.startswith(("not", "no ")):
        return "onsite" if DENIES.match(after) and not ELSEWHERE.search(before) else None
    if word == "office":
        if before.endswith(("home ", "home-")):
            return None
        based = re.match(r"[- ]based (?:role|position|job)", after)
        return "onsite" if based and not ELSEWHERE.search(before) else None
    place = "hybrid" if word.startswith(("hybrid", "field")) else "onsite"
    if CHOICE_BEFORE.search(before[-12:]) or CHOICE_AFTER.match(after):
        return None
    if first and ALONE_BEFORE.match(before) and PAUSE.match(after) and word != "in person":
        return place
    if LABELLED.search(before) and ALONE_AFTER.match(after):
        return place
    if re.search(r"\b(?:not?|non)[ -](?:an? )?$", before) or ELSEWHERE.search(before):
        return None
    told = (TOLD.search(before) and THEREBY.match(after)) or (ARTICLE.search(before) and HEADED.match(after))
    return place if told else None


def _remote(word: str, before: str, after: str) -> str | None:
    if REMOTE_TRAPS.match(after) or DENIED.search(before):
        return None
    alone = ALONE_BEFORE.match(before) and ALONE_AFTER.match(after)
    if alone or LABELLED.search(before) or WORK_FREELY.search(before):
        return "remote"
    if ELSEWHERE.search(before):
        return None
    if word == "remote":
        return "remote" if TOLD.search(before) or HEADED.match(after) else None
    return "remote" if word.startswith("work") and TOLD.search(before + " ") else None
