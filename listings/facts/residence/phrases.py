"""Sentences that say where the person may live: words that lead to a list of places, or follow one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from ahocorasick_rs import AhoCorasick

from listings.facts.multi_search import LONGEST, finder
from listings.facts.residence.place_lists import Listed, ending, listed
from listings.facts.residence.wordlists import (
    ANYWHERE,
    BENEFIT,
    CONSIDERED,
    EXCEPT,
    FOLLOWING,
    FREE,
    LEADING,
    LEGAL,
    NAMED_NEXT,
    NARROWER,
    NEXT_SENTENCE,
    NOT_AFTER,
    NOT_HIRING,
    NOT_THE_PERSON,
    ONLY,
    ONLY_THESE,
    OR_ANYWHERE,
    OR_REMOTE,
    OUR_SEAT,
    PREFERRED,
    REFUSALS,
    RULED_OUT,
    SEAT,
    SUBJECT,
    WISHED,
    Rank,
)

FAR = 45


@dataclass(frozen=True, slots=True)
class ResidencePhrase:
    rank: Rank
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    start: int
    end: int


@cache
def _anchors() -> tuple[AhoCorasick, list[str]]:
    words = [*LEADING, *ANYWHERE, *FOLLOWING]
    return finder(words, LONGEST), words


def told(text: str, lower: str) -> Iterator[ResidencePhrase]:
    """Every statement in the order of the text; the caller chooses."""
    automaton, words = _anchors()
    for number, start, end in automaton.find_matches_as_indexes(lower):
        word = words[number]
        if word in LEADING:
            found = _led(text, lower, word, start, end)
        elif word in ANYWHERE:
            found = _anywhere(text, lower, start, end)
        else:
            found = _followed(text, lower, word, start, end)
        if found is not None:
            yield found


@cache
def _refusals() -> AhoCorasick:
    """How a sentence may begin that rules places out: a pattern alone would look at every sign of the text."""
    return finder(REFUSALS.split("|"))


def _sentence(lower: str, at: int, length: int = 110) -> str:
    """What stands before `at` in its sentence or line."""
    left = lower[max(0, at - length) : at]
    cut = max(left.rfind("\n"), left.rfind(". "), left.rfind("! "), left.rfind("? "), left.rfind("; "), left.rfind("•"))
    return left[cut + 1 :]


def _led(text: str, lower: str, word: str, start: int, end: int) -> ResidencePhrase | None:
    if (start and lower[start - 1].isalnum()) or (end < len(lower) and lower[end].isalnum() and word[-1].isalnum()):
        return None
    rank, choosy = LEADING[word]
    left = _sentence(lower, start)
    if NOT_THE_PERSON.search(left) or RULED_OUT.search(left) or ONLY_THESE.search(left):
        return None
    if OUR_SEAT.search(left) and word.startswith(("based", "located", "situated")):
        return None
    if rank == "legal" and choosy:
        if not LEGAL.search(left):
            return None
    elif choosy and not SUBJECT.search(left):
        return None
    places = _without_wished(text, lower, end)
    if places is None or places.start - end > FAR or _is_unsure(text, lower, left, places):
        return None
    if word in ("location:", "locations:") and (OR_REMOTE.match(lower, places.end) or SEAT.match(lower, places.end)):
        return None
    excluded = _except(text, lower, places.end)
    if OR_ANYWHERE.match(lower, places.end) or (not excluded and _of_the_company(text, left, places.end)):
        return None
    stop = excluded.end if excluded else places.end
    return ResidencePhrase(
        rank, places.codes, excluded.codes if excluded else (), _first_word(lower, start, left), stop
    )


def _first_word(lower: str, start: int, left: str) -> int:
    """Evidence begins with the verb that leads to the place."""
    found = re.search(r"(?:must|only|candidates?|applicants?|authori[sz]ed|eligible|required)[^.]{0,40}$", left)
    return start - len(left) + found.start() if found and len(left) - found.start() < 50 else start


def _except(text: str, lower: str, at: int) -> Listed | None:
    found = EXCEPT.match(lower, at)
    return listed(text, found.end()) if found else None


def _anywhere(text: str, lower: str, start: int, end: int) -> ResidencePhrase | None:
    left = _sentence(lower, start, 60)
    narrower = NARROWER.match(lower, end)
    if narrower:
        places = listed(text, narrower.end())
        near = places is not None and places.start - narrower.end() <= FAR
        return ResidencePhrase("told", places.codes, (), start, places.end) if places and near else None
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


def _without_wished(text: str, lower: str, start: int) -> Listed | None:
    """ "APAC (Australia preferred)" is APAC."""
    places = listed(text, start)
    if places is None or not PREFERRED.match(lower, places.end):
        return places
    opened = text.rfind("(", places.start, places.end)
    wider = listed(text[start:opened]) if opened > 0 else None
    return replace(wider, start=start + wider.start, end=start + wider.end) if wider else places


def _is_unsure(text: str, lower: str, left: str, places: Listed) -> bool:
    """What follows in the sentence makes the place a wish, the scope of a pay range or the like; its full stop may
    count as the place's: "in the U.S. We pay …"."""
    end = places.end
    if text[end - 1] == "." and NEXT_SENTENCE.match(text, end):
        return False
    if places.codes == ("worldwide",) and NARROWER.match(lower, end):
        return True
    wished = WISHED.match(lower, end)
    rest = lower[wished.end() if wished else end :][:100]
    if ONLY.search(left) and CONSIDERED.match(rest):
        return False
    return NOT_AFTER.match(rest) is not None


def _of_the_company(text: str, left: str, end: int) -> bool:
    return not left.strip(" -•*") and NAMED_NEXT.match(text, end) is not None


def _followed(text: str, lower: str, word: str, start: int, end: int) -> ResidencePhrase | None:
    """ "US-based candidates", "Romania only", "EU Remote"."""
    if not start or lower[start - 1] not in " -\u00a0":
        return None
    places = ending(text, start - 1)
    if places is None or (end < len(lower) and lower[end].isalnum()):
        return None
    left = _sentence(lower, places.start, 60)
    right = lower[end : end + 60]
    if places.start and not lower[places.start - 1].isspace() and lower[places.start - 1] not in '([,:;–—|•"“':
        return None
    if NOT_THE_PERSON.search(left) or NOT_AFTER.match(right) or BENEFIT.search(left):
        return None
    if word.endswith("only") and right.startswith(":"):
        # The heading of a notice.
        return None
    if word.endswith("based") and not re.match(
        r"[\s,]+(?:\w+ ){0,2}(?:candidates?|applicants?|role|position|remote|telework|residents|only|contractors?"
        r"|individuals"
        r"|opportunity|job|talent|professional|freelancers?|person|hire|worker)\b|[\s]*$|\s*[.)\n]",
        right,
    ):
        return None
    if word.endswith("remote") and left.strip(" -–|(,:/*•") and not re.search(r"[(|\n:/–-]\s*$|^$", left):
        return None
    if "worldwide" in places.codes:
        return ResidencePhrase("anywhere", ("worldwide",), (), places.start, end)
    return ResidencePhrase("told", places.codes, (), places.start, end)


def not_hiring(text: str, lower: str) -> Listed | None:
    """Places that the ad rules out in a sentence of their own."""
    starts = {start for _, start, _ in _refusals().find_matches_as_indexes(lower)}
    for found in filter(None, (NOT_HIRING.match(lower, start) for start in sorted(starts))):
        places = listed(text, found.end())
        if places is not None and places.start - found.end() <= FAR:
            return places
    return None
