"""Phrases in a text that say where this very job is done."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from listings.facts.multi_search import LEFTMOST_LONGEST, build_finder
from listings.facts.workplace.labels import required_days

# Triggers of phrases that tie the job to a place. If the board already says remote, only these can change anything.
BOUND: tuple[str, ...] = ("hybrid", "office", "on-site", "onsite", "on site", "in-person", "in person", "field-based")
BOUND += ("field based", "not remote", "not a remote", "not a fully remote", "no remote", "vor ort", "présentiel")
FREE = ("remote", "work from home", "work from anywhere", "telecommut", "homeoffice", "home office", "télétravail")
FINDERS = {
    True: (BOUND, build_finder(BOUND, LEFTMOST_LONGEST)),
    False: (BOUND + FREE, build_finder(BOUND + FREE, LEFTMOST_LONGEST)),
}
MAX_MATCHES = 200
# Context examined around a trigger, in characters; it also ends with the sentence.
NEAR = 90
# A lone "Onsite" on a line is the workplace near the beginning, and a step of the interview process further down.
OPENING = 600
SENTENCE = re.compile(r"[\n|•·]|[.!?;](?=\s)")

JOB = r"(?:this|the|our|your|an?)(?: \w+){0,3} (?:role|position|job|opportunity|vacancy|contract)|you|this|it"
# The phrase is said of this job: "this role is …", "you will be …".
SAID_OF_JOB = re.compile(
    rf"\b(?:{JOB})(?: (?:is|are|will be|must be|can be|would be)|['’]ll be)(?: \w+){{0,2}}"
    r"(?: an?| located| based| considered| designated(?: as)?| performed| expected to (?:be|work)| required to (?:be"
    r"|work))*"
    r"(?: (?:full[- ]time|part[- ]time|permanent|fully|100%|completely|entirely|primarily|mostly|strictly"
    r"|long[- ]term|paid)[, ]*)* ?$"
)
# What may follow it.
PHRASE_END = re.compile(
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
AFTER_NOT_REMOTE = re.compile(r" ?(?:role|position|job|work|option|$)")
CHOICE_BEFORE = re.compile(r"\bor $|/ ?$|\bremote\b")
CHOICE_AFTER = re.compile(r"\s?(?:/|or|and) ?(?:fully )?remote|\s?\(remote")
FULLY = re.compile(r"\b(?:fully|100 ?%|completely|entirely|permanently|full)[ -]$")
# The sentence is about other people, another time or an option, or it is negated.
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
    """(workplace, requires days at a place, start, end) of each phrase in `text` from `begin` on.

    `text` is in lower case. `bound` leaves out phrases about remote work.
    """
    triggers, finder = FINDERS[bound]
    for index, start, end in islice(finder.find_matches_as_indexes(text), MAX_MATCHES):
        if start < begin or text[start - 1 : start].isalpha():
            continue
        before = SENTENCE.split(text[max(0, start - NEAR) : start])[-1]
        after = SENTENCE.split(text[end : end + NEAR], maxsplit=1)[0]
        if index >= len(BOUND):
            place = _remote_phrase(triggers[index], before, after)
        else:
            days = _days_phrase(before, triggers[index], after)
            if days:
                yield days, True, start, end
                continue
            place = _bound_phrase(triggers[index], before, after, in_opening=start < OPENING)
        if place:
            yield place, False, start, end


def _days_phrase(before: str, trigger: str, after: str) -> str | None:
    sentence = f"{before[-60:]}{trigger}{after[:60]}"
    return None if ELSEWHERE.search(sentence) else required_days(sentence)


def _bound_phrase(trigger: str, before: str, after: str, *, in_opening: bool) -> str | None:
    if trigger.startswith(("not", "no ")):
        return "onsite" if AFTER_NOT_REMOTE.match(after) and not ELSEWHERE.search(before) else None
    if trigger == "office":
        if before.endswith(("home ", "home-")):
            return None
        based = re.match(r"[- ]based (?:role|position|job)", after)
        return "onsite" if based and not ELSEWHERE.search(before) else None
    place = "hybrid" if trigger.startswith(("hybrid", "field")) else "onsite"
    # "Onsite or remote" leaves the choice to the person.
    if CHOICE_BEFORE.search(before[-12:]) or CHOICE_AFTER.match(after):
        return None
    if in_opening and ALONE_BEFORE.match(before) and PAUSE.match(after) and trigger != "in person":
        return place
    if LABELLED.search(before) and ALONE_AFTER.match(after):
        return place
    if re.search(r"\b(?:not?|non)[ -](?:an? )?$", before) or ELSEWHERE.search(before):
        return None
    is_of_job = (SAID_OF_JOB.search(before) and PHRASE_END.match(after)) or (
        ARTICLE.search(before) and HEADED.match(after)
    )
    return place if is_of_job else None


def _remote_phrase(trigger: str, before: str, after: str) -> str | None:
    if REMOTE_TRAPS.match(after) or DENIED.search(before):
        return None
    alone = ALONE_BEFORE.match(before) and ALONE_AFTER.match(after)
    if alone or LABELLED.search(before) or FULLY.search(before):
        return "remote"
    if ELSEWHERE.search(before):
        return None
    if trigger == "remote":
        return "remote" if SAID_OF_JOB.search(before) or HEADED.match(after) else None
    return "remote" if trigger.startswith("work") and SAID_OF_JOB.search(before + " ") else None
