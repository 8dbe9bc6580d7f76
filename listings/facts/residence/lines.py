"""Lines and fragments: "Location: Spain", "Europe only, except for the UK", "US-based"."""

from __future__ import annotations

import re

from listings.facts.residence import wordings
from listings.facts.residence.evaluation import Places
from listings.facts.residence.expressions import read_places
from listings.facts.residence.hits import (
    MAX_GAP,
    NEAR,
    NOT_THE_PERSON,
    WORLDWIDE,
    Hit,
    Rank,
    ResidenceStatement,
    to_statement,
)
from listings.facts.residence.names import ends_name
from listings.facts.subjects import SentenceSubject, frame_of, governor

MAX_LABEL, MAX_FRAGMENT, MAX_LIST, LAST_WORDS, MAX_ARTICLE = 160, 200, 240, 5, 4
MAX_NAME = 30
LAST_WORD = re.compile(r"([^\W_]+)\W*$")


def read_label(hit: Hit) -> ResidenceStatement | None:
    """ "Location: Spain (remote)" """
    if wordings.OTHER_LABEL.search(hit.left) or not wordings.LABEL_START.search(hit.left):
        return None
    if not hit.phrase.endswith(":") and wordings.WORD.search(hit.left):
        return None
    end = min(hit.end + MAX_LABEL, len(hit.text))
    line = hit.text.find("\n", hit.end, end)
    end = line if line >= 0 else end
    if following := wordings.NEXT_LABEL.search(hit.text, hit.end, end):
        end = following.start()
    segment = hit.lower[hit.end : end]
    places = read_places(hit.text, hit.end, end=end) or _places_after_home(hit, end)
    if places is None or places.start - hit.end > MAX_GAP or wordings.PREFERRED_LABEL.search(segment):
        return None
    if places.has_headquarters or wordings.NOT_AFTER_LABEL.match(hit.lower, places.end):
        return None
    # "Oslo or remote", "Cyprus, Greece, remote": offices, or work from anywhere.
    is_list_or_remote = places.count > 1 and wordings.COMMA_REMOTE.match(hit.lower, places.end)
    if ((places.only_towns or places.has_town) and wordings.CHOICE.search(segment)) or is_list_or_remote:
        return None
    if hit.phrase.startswith("headq") and (places.only_towns or places.has_town or "remote" not in segment):
        return None
    return to_statement(hit, places, "label")


def _places_after_home(hit: Hit, end: int) -> Places | None:
    """ "Location: Work at Home, Iowa": the places after words for home."""
    home = wordings.AT_HOME.match(hit.lower, hit.end, end)
    return read_places(hit.text, home.end(), end=end) if home else None


def read_after(hit: Hit) -> ResidenceStatement | None:
    """ "US-based candidates", "Romania only", "EU Remote" """
    fragment = read_fragment(hit)
    if fragment is not None:
        return fragment
    places = _places_before(hit)
    if places is None or (places.count > 1 and wordings.COMMA_REMOTE.match(hit.lower, places.end)):
        return None
    before, right = hit.lower[hit.sentence_start : places.start], hit.right()
    if wordings.PAY_BEFORE.search(before) or not _is_followed_well(hit):
        return None
    if governor(before) in NOT_THE_PERSON or frame_of(before + right[:NEAR]) is not SentenceSubject.UNKNOWN:
        return None
    if hit.phrase == "remote" and not wordings.FRAGMENT_START.search(before):
        return None
    if hit.phrase == "only" and wordings.NOT_ONLY.search(before):
        return None
    rank: Rank = "legal" if wordings.CITIZEN.match(hit.phrase) else "adjective" if hit.phrase == "based" else "required"
    if rank == "legal" and not wordings.DEMAND.search(before + right):
        return None
    if hit.phrase.startswith("resident") and not wordings.RESIDENTS_SOUGHT.search(before):
        return None
    if "worldwide" in places.include:
        return ResidenceStatement("world", WORLDWIDE, places.exclude, places.start, hit.end)
    return ResidenceStatement(rank, places.include, places.exclude, places.start, hit.end)


def _is_followed_well(hit: Hit) -> bool:
    """ "US-based candidates", not "US-based company"."""
    right = hit.right()
    if hit.phrase == "based" and wordings.COMPANY_AFTER.match(right):
        return False
    return wordings.AFTER[hit.phrase].match(right) is not None and not wordings.NOT_AFTER.match(right)


def _is_other(text: str, start: int) -> bool:
    """ "non-US based", "no US-based": not the place, but all others."""
    return text[max(0, start - 4) : start].lower().endswith(("non-", "non ", " no "))


def _places_before(hit: Hit) -> Places | None:
    """The longest list that ends right before the trigger: "US, UK and Canada only"."""
    begin = max(hit.sentence_start, hit.start - MAX_LIST)
    end = hit.start - len(hit.lower[begin : hit.start]) + len(wordings.BETWEEN.sub("", hit.lower[begin : hit.start]))
    starts = [match.start() for match in wordings.NAME_START.finditer(hit.text, begin, end)]
    # Most triggers have no place before them, which the last words tell at once.
    if not starts or end - starts[-1] > MAX_NAME:
        return None
    last = LAST_WORD.search(hit.text, starts[-1], end)
    if last is None or not ends_name(last[1]):
        return None
    if not any(_ends_at(hit, start, end) for start in starts[-LAST_WORDS:]):
        return None
    for start in starts:
        places = _ends_at(hit, start, end)
        if places is not None:
            return None if _is_other(hit.text, start) else places
    return None


def _ends_at(hit: Hit, start: int, end: int) -> Places | None:
    places = read_places(hit.text, start, end=end)
    is_whole = places is not None and places.start - start <= MAX_ARTICLE and places.end >= end - 1 and places.include
    return places if is_whole else None


def read_fragment(hit: Hit) -> ResidenceStatement | None:
    """A sentence that consists of places: "Europe only, except for the UK." """
    start, end = hit.sentence_start, hit.sentence_end
    if end - start > MAX_FRAGMENT:
        return None
    places = read_places(hit.text, start, end=end)
    if places is None or not places.include or not wordings.REST.fullmatch(hit.lower, places.end, end):
        return None
    if places.count > 1 and wordings.COMMA_REMOTE.match(hit.lower, places.end):
        return None
    # "California residents" is the heading of a notice.
    if hit.phrase.startswith(("resident", "citizen")) and "only" not in hit.lower[start:end]:
        return None
    # "Remote or Oslo" is a choice.
    if places.only_towns and wordings.CHOICE.search(hit.lower[start:end]):
        return None
    # "Residents of Ohio only:" is the heading of a notice.
    if hit.lower[start:end].rstrip().endswith(":"):
        return None
    if frame_of(hit.lower[start:end]) is not SentenceSubject.UNKNOWN:
        return None
    rank: Rank = "world" if places.is_anywhere else "required"
    return ResidenceStatement(
        rank,
        places.include,
        places.exclude,
        places.start,
        max(places.end, min(hit.end, end)),
        is_open=bool(wordings.OPEN.search(hit.lower[start:end])),
    )
