"""Phrases that say where the person may live: words before a list of places ("based in …"), or after one ("… only")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from ahocorasick_rs import AhoCorasick

from listings.facts.multi_search import LEFTMOST_LONGEST, build_finder
from listings.facts.residence.place_lists import PlaceList, parse_list, place_before
from listings.facts.residence.wordlists import (
    ANYWHERE,
    BENEFIT,
    COMPANY_NEXT,
    CONSIDERED,
    EXCEPT,
    FOLLOWING,
    FREE,
    IS_HQ,
    LEADING,
    LEGAL,
    NARROWER,
    NEXT_SENTENCE,
    NOT_AFTER,
    NOT_HIRING,
    NOT_THE_PERSON,
    ONLY,
    ONLY_THESE,
    OR_ANYWHERE,
    OR_REMOTE,
    PREFERENCE,
    PREFERRED,
    REFUSALS,
    RULED_OUT,
    SUBJECT,
    WE_ARE,
    Rank,
)

MAX_GAP = 45


@dataclass(frozen=True, slots=True)
class ResidencePhrase:
    """The places that characters `start` to `end` of a text include and exclude, and how strong the phrase is."""

    rank: Rank
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    start: int
    end: int


@cache
def _anchors() -> tuple[AhoCorasick, list[str]]:
    anchors = [*LEADING, *ANYWHERE, *FOLLOWING]
    return build_finder(anchors, LEFTMOST_LONGEST), anchors


def find_phrases(text: str, lower: str) -> Iterator[ResidencePhrase]:
    """Every phrase in the text, from left to right. `lower` is `text` in lower case with the same offsets."""
    finder, anchors = _anchors()
    for index, start, end in finder.find_matches_as_indexes(lower):
        anchor = anchors[index]
        if anchor in LEADING:
            phrase = _leading_phrase(text, lower, anchor, start, end)
        elif anchor in ANYWHERE:
            phrase = _anywhere_phrase(text, lower, start, end)
        else:
            phrase = _following_phrase(text, lower, anchor, start, end)
        if phrase is not None:
            yield phrase


@cache
def _refusals() -> AhoCorasick:
    # NOT_HIRING alone would be tried at every character of the text.
    return build_finder(REFUSALS.split("|"))


def _sentence_before(lower: str, end: int, length: int = 110) -> str:
    """The sentence or line before `end`, at most `length` characters of it."""
    left = lower[max(0, end - length) : end]
    cut = max(left.rfind("\n"), left.rfind(". "), left.rfind("! "), left.rfind("? "), left.rfind("; "), left.rfind("•"))
    return left[cut + 1 :]


def _leading_phrase(text: str, lower: str, anchor: str, start: int, end: int) -> ResidencePhrase | None:
    """ "must be based in Spain or Portugal", "authorized to work in the US" """
    if (start and lower[start - 1].isalnum()) or (end < len(lower) and lower[end].isalnum() and anchor[-1].isalnum()):
        return None
    rank, needs_subject = LEADING[anchor]
    left = _sentence_before(lower, start)
    if NOT_THE_PERSON.search(left) or RULED_OUT.search(left) or ONLY_THESE.search(left):
        return None
    if WE_ARE.search(left) and anchor.startswith(("based", "located", "situated")):
        return None
    if rank == "legal" and needs_subject:
        if not LEGAL.search(left):
            return None
    elif needs_subject and not SUBJECT.search(left):
        return None
    places = _without_preferred(text, lower, end)
    if places is None or places.start - end > MAX_GAP or _is_weakened(text, lower, left, places):
        return None
    # "Location: Berlin or remote" names the office.
    if anchor in ("location:", "locations:") and (OR_REMOTE.match(lower, places.end) or IS_HQ.match(lower, places.end)):
        return None
    excluded = _exceptions(text, lower, places.end)
    if OR_ANYWHERE.match(lower, places.end) or (not excluded and _is_about_company(text, left, places.end)):
        return None
    phrase_start = _evidence_start(lower, start, left)
    phrase_end = excluded.end if excluded else places.end
    return ResidencePhrase(rank, places.codes, excluded.codes if excluded else (), phrase_start, phrase_end)


def _evidence_start(lower: str, start: int, left: str) -> int:
    """Where the evidence begins: with the "must" or "candidates" before the anchor, if one is near."""
    verb = re.search(r"(?:must|only|candidates?|applicants?|authori[sz]ed|eligible|required)[^.]{0,40}$", left)
    return start - len(left) + verb.start() if verb and len(left) - verb.start() < 50 else start


def _exceptions(text: str, lower: str, start: int) -> PlaceList | None:
    match = EXCEPT.match(lower, start)
    return parse_list(text, match.end()) if match else None


def _anywhere_phrase(text: str, lower: str, start: int, end: int) -> ResidencePhrase | None:
    """ "work from anywhere", or "from anywhere in Europe" """
    left = _sentence_before(lower, start, 60)
    narrower = NARROWER.match(lower, end)
    if narrower:
        places = parse_list(text, narrower.end())
        near = places is not None and places.start - narrower.end() <= MAX_GAP
        return ResidencePhrase("required", places.codes, (), start, places.end) if places and near else None
    if re.search(r"\bnot\b[^.]{0,20}$", left):
        return None
    if lower[start:end] == "weltweit" and not re.search(r"\b(?:remote|arbeite?n?)\b[^.\n]{0,40}$", left):
        return None
    if "require" in lower[start:end] and not re.search(
        r"\b(?:based|country|location|located|residen\w+|timezone)\b", left
    ):
        return None
    if lower[start:end] == "geographic area" and "not restricted" not in left:
        return None
    rank: Rank = "free" if lower[start:end] in FREE else "anywhere"
    return ResidencePhrase(rank, ("worldwide",), (), start, end)


def _without_preferred(text: str, lower: str, start: int) -> PlaceList | None:
    """The list at `start` without a preference in brackets: "APAC (Australia preferred)" is APAC."""
    places = parse_list(text, start)
    if places is None or not PREFERRED.match(lower, places.end):
        return places
    bracket = text.rfind("(", places.start, places.end)
    wider = parse_list(text[start:bracket]) if bracket > 0 else None
    return replace(wider, start=start + wider.start, end=start + wider.end) if wider else places


def _is_weakened(text: str, lower: str, left: str, places: PlaceList) -> bool:
    """Whether the rest of the sentence makes the places a preference, the scope of a pay range or the like."""
    end = places.end
    # "… in the U.S. We pay …": the list swallowed the full stop, and what follows is another sentence.
    if text[end - 1] == "." and NEXT_SENTENCE.match(text, end):
        return False
    if places.codes == ("worldwide",) and NARROWER.match(lower, end):
        return True
    preference = PREFERENCE.match(lower, end)
    rest = lower[preference.end() if preference else end :][:100]
    if ONLY.search(left) and CONSIDERED.match(rest):
        return False
    return NOT_AFTER.match(rest) is not None


def _is_about_company(text: str, left: str, end: int) -> bool:
    return not left.strip(" -•*") and COMPANY_NEXT.match(text, end) is not None


def _following_phrase(text: str, lower: str, anchor: str, start: int, end: int) -> ResidencePhrase | None:
    """ "US-based candidates", "Romania only", "EU Remote" """
    if not start or lower[start - 1] not in " -\u00a0":
        return None
    places = place_before(text, start - 1)
    if places is None or (end < len(lower) and lower[end].isalnum()):
        return None
    left = _sentence_before(lower, places.start, 60)
    right = lower[end : end + 60]
    if places.start and not lower[places.start - 1].isspace() and lower[places.start - 1] not in '([,:;–—|•"“':
        return None
    if NOT_THE_PERSON.search(left) or NOT_AFTER.match(right) or BENEFIT.search(left):
        return None
    # "California residents only:" is the heading of a legal notice.
    if anchor.endswith("only") and right.startswith(":"):
        return None
    if anchor.endswith("based") and not re.match(
        r"[\s,]+(?:\w+ ){0,2}(?:candidates?|applicants?|role|position|remote|telework|residents|only|contractors?"
        r"|individuals"
        r"|opportunity|job|talent|professional|freelancers?|person|hire|worker)\b|[\s]*$|\s*[.)\n]",
        right,
    ):
        return None
    if anchor.endswith("remote") and left.strip(" -–|(,:/*•") and not re.search(r"[(|\n:/–-]\s*$|^$", left):
        return None
    if "worldwide" in places.codes:
        return ResidencePhrase("anywhere", ("worldwide",), (), places.start, end)
    return ResidencePhrase("required", places.codes, (), places.start, end)


def find_refused_places(text: str, lower: str) -> PlaceList | None:
    """The places of the first sentence that rules places out: "We cannot hire in California or New York"."""
    starts = {start for _, start, _ in _refusals().find_matches_as_indexes(lower)}
    for refusal in filter(None, (NOT_HIRING.match(lower, start) for start in sorted(starts))):
        places = parse_list(text, refusal.end())
        if places is not None and places.start - refusal.end() <= MAX_GAP:
            return places
    return None
