"""Places that another clause refers back to: "Our payroll only covers Peru, which is where you must live"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from listings.facts.residence.demands import read_home
from listings.facts.residence.evaluation import WORLDWIDE, Places
from listings.facts.residence.expressions import read_places
from listings.facts.residence.hits import NOT_THE_PERSON, Hit, ResidenceStatement, places_after
from listings.facts.subjects import SentenceSubject, frame_of, governor, sentence_bounds

BINDS = r"(?:must|need to|needs to|have to|has to|should|will|are required to|are expected to)"
STAY = r"(?:live|reside|settle|be (?:based|located|living|resident|at home)|be(?=\W*$)|work from)"
REFERS = re.compile(r"\b(?:that|this|it|which)\W*$")
STAYS = re.compile(rf" (?:{BINDS} ){{0,2}}{STAY}\b")
# "You must pay tax there and hence live …", "so your home must be …"
BOUND = re.compile(
    rf"\b(?:you|candidates|applicants|employees|and|so|hence|therefore|thus) (?:also )?{BINDS} (?:therefore |also )?$"
    rf"|\b{BINDS} [\w ]{{2,40}} and (?:so |therefore |hence |thus |must )?$"
    r"|\byou [\w ]{2,40} and (?:therefore|hence|thus|so) $"
)
SO_DO_YOU = re.compile(r"\b(?:lives?|works?|sits?|resides?|(?:is|are)(?: all)? based) (?:from|in|out of) $")
NEGATED = re.compile(r"\b(?:not|no|never|cannot|without|except|outside|nobody|if|unless)\b|n['’]t\b")
CAPITAL = re.compile(r"(?<![\w.'’])[A-Z]")
MAX_NAMES, MAX_JOINT = 12, 8


def read_reference(hit: Hit) -> ResidenceStatement | None:
    """ "You need to live in one of these two countries" """
    # "You must live in one of these countries: Spain, Italy"
    if " in " in hit.phrase and places_after(hit) is not None:
        return read_home(hit)
    is_echo = hit.phrase.startswith("so ")
    if not (is_echo or _binds_person(hit)):
        return None
    begin = hit.sentence_start
    candidates = list(_named(hit, begin))
    if not candidates:
        begin = sentence_bounds(hit.lower, max(0, hit.sentence_start - 2))[0]
        candidates = list(_named(hit, begin))
    # Of two places, nobody knows which is meant.
    if not candidates or (not is_echo and len({places.include for places in candidates}) > 1):
        return None
    places = candidates[-1]
    if NEGATED.search(hit.lower, places.end, hit.end) or _is_framed(hit, begin):
        return None
    if is_echo and not (SO_DO_YOU.search(hit.lower[begin : places.start]) and hit.start - places.end <= MAX_JOINT):
        return None
    return ResidenceStatement("required", places.include, places.exclude, places.start, hit.end)


def _binds_person(hit: Hit) -> bool:
    """Whether the clause says that the person must live where it refers to."""
    if hit.phrase.startswith("is where"):
        return REFERS.search(hit.left) is not None and STAYS.match(hit.lower, hit.end, hit.sentence_end) is not None
    if hit.phrase.startswith("home "):
        return hit.left.endswith("your ")
    subject = governor(hit.left)
    if subject in NOT_THE_PERSON and not hit.left.endswith(
        ("you must ", "you need to ", "you have to ", "you should ")
    ):
        return False
    if hit.phrase == "be there":
        return False
    if hit.phrase.endswith("there"):
        return BOUND.search(hit.left) is not None
    return subject is SentenceSubject.PERSON


def _is_framed(hit: Hit, begin: int) -> bool:
    # "Our insurance covers Peru only, so you must live there": the benefit is the reason.
    return frame_of(hit.lower[begin : hit.end]) not in (SentenceSubject.UNKNOWN, SentenceSubject.BENEFIT)


def _named(hit: Hit, begin: int) -> Iterator[Places]:
    """The expressions from `begin` to the trigger."""
    end = begin
    for match in list(CAPITAL.finditer(hit.text, begin, hit.start))[:MAX_NAMES]:
        if match.start() < end:
            continue
        places = read_places(hit.text, match.start(), end=hit.start)
        if places is not None and places.start == match.start() and places.include and places.include != WORLDWIDE:
            yield places
            end = places.end
