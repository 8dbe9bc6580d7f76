"""Places before the words that make them residence, and fragments: "US-based", "Europe only, except for the UK"."""

from __future__ import annotations

import re

from listings.facts.residence import wordings, words_after
from listings.facts.residence.choices import is_choice
from listings.facts.residence.demonyms import demonyms_before
from listings.facts.residence.evaluation import Places
from listings.facts.residence.expressions import read_places
from listings.facts.residence.hits import (
    NEAR,
    NOT_THE_PERSON,
    WORLDWIDE,
    Hit,
    Rank,
    ResidenceStatement,
)
from listings.facts.residence.labels import read_list_below
from listings.facts.residence.names import ends_name
from listings.facts.subjects import SentenceSubject, frame_of, governor

MAX_FRAGMENT, MAX_LIST, LAST_WORDS, MAX_ARTICLE = 200, 240, 5, 4
MAX_NAME, MAX_BETWEEN, MAX_HEADING = 30, 120, 40
CAPITAL, ANY = re.compile(r"[A-Z\d]"), re.compile(r"anywhere|worldwide|the|any|all")
LAST_WORD = re.compile(r"([^\W_]+)\W*$")


def read_after(hit: Hit) -> ResidenceStatement | None:
    """ "US-based candidates", "Romania only", "EU Remote" """
    fragment = read_fragment(hit) or read_list_below(hit)
    if fragment is not None:
        return fragment
    places = places_before(hit, hit.start)
    if places is not None and words_after.OUTSIDE.search(hit.lower[hit.sentence_start : places.start]):
        return _only_outside(hit, places)
    if places is not None and _is_other(hit.text, places.start):
        return _refused(hit, places)
    if places is None and words_after.OF_A_NATION.match(hit.phrase):
        places = demonyms_before(hit.lower, hit.sentence_start, hit.start)
    if places is None or is_choice(hit, places):
        return None
    if not _is_said_of_person(hit, places):
        return _refused(hit, places)
    rank: Rank = (
        "legal" if words_after.CITIZEN.match(hit.phrase) else "adjective" if hit.phrase == "based" else "required"
    )
    before, right = hit.lower[hit.sentence_start : places.start], hit.right()
    if rank == "legal" and not (
        words_after.DEMAND.search(_heading_above(hit) + before + right) or _is_item_of_demands(hit, before)
    ):
        return None
    if "worldwide" in places.include:
        return ResidenceStatement("world", WORLDWIDE, places.exclude, places.start, hit.end)
    return ResidenceStatement(rank, places.include, places.exclude, places.start, hit.end)


def _is_item_of_demands(hit: Hit, before: str) -> bool:
    """ "- US work authorization & a driving licence": one has it or not."""
    is_permit = hit.phrase.startswith("work ") and "rights" not in hit.phrase
    return is_permit and not wordings.WORD.search(before) and words_after.ITEM_GOES_ON.match(hit.right()) is not None


def _heading_above(hit: Hit) -> str:
    """The line above, if it ends with a colon and the sentence begins its own: "Required:⏎US citizen"."""
    line = hit.lower.rfind("\n", 0, hit.sentence_start)
    above = hit.lower[max(0, line - MAX_HEADING) : max(0, line)].rpartition("\n")[2].rstrip()
    return above if above.endswith(":") and not hit.lower[line : hit.sentence_start].strip(" \n-•*") else ""


def _refused(hit: Hit, places: Places) -> ResidenceStatement | None:
    """ "Remote (USA), no California residents": an exception, unless the words are of others than residents."""
    if not words_after.RESIDENTS.match(hit.phrase):
        return None
    left_out = places.exclude
    if hit.lower[: places.start].endswith(" no ") and not (places.only_towns and "-" not in places.include[0]):
        left_out = places.include
    return ResidenceStatement("required", (), left_out, places.start, hit.end) if left_out else None


def _only_outside(hit: Hit, places: Places) -> ResidenceStatement | None:
    """ "Candidates outside of India only": anywhere else."""
    before = hit.lower[hit.sentence_start : places.start]
    is_alone = hit.phrase == "only" and words_after.OUTSIDERS.fullmatch(before) and not places.of_towns
    if not is_alone or places.exclude or places.include == WORLDWIDE or wordings.NOT_AFTER.match(hit.right()):
        return None
    start = hit.sentence_start + len(before) - len(before.lstrip())
    return ResidenceStatement("required", WORLDWIDE, places.include, start, hit.end, is_open=True)


def _is_said_of_person(hit: Hit, places: Places) -> bool:
    """Whether the sentence around the places and the words after them is about the person's home."""
    before, right = hit.lower[hit.sentence_start : places.start], hit.right()
    before = words_after.SO_ONLY.split(before)[-1]
    if places.count > 1 and wordings.COMMA_REMOTE.match(hit.lower, places.end):
        return False
    if words_after.PAY_LABEL.search(before) or wordings.PAY_BEFORE.search(before) or not _is_followed_well(hit):
        return False
    subject = governor(before)
    if _is_friendly(hit, places) and subject is SentenceSubject.COMPANY:
        return True
    if hit.phrase == "based" and words_after.THIS_IS.fullmatch(before) and words_after.ROLE_AFTER.match(right):
        # What follows says more of the role: "This is a US-based role, requires regular travel".
        right = ""
    if subject in NOT_THE_PERSON or frame_of(before + right[:NEAR]) is not SentenceSubject.UNKNOWN:
        return False
    if words_after.VERB_LAST.match(hit.phrase):
        return subject is SentenceSubject.PERSON
    if words_after.RESIDENTS.match(hit.phrase):
        return _are_sought(before, right)
    if hit.phrase == "remote":
        return words_after.FRAGMENT_START.search(before) is not None
    return hit.phrase != "only" or not words_after.NOT_ONLY.search(before)


def _is_friendly(hit: Hit, places: Places) -> bool:
    """ "We are in Oslo but US-remote friendly": the firm employs people at home there."""
    is_joined = hit.phrase == "remote" and hit.lower[places.end : hit.start] in ("-", " ")
    return is_joined and not places.only_towns and words_after.FRIENDLY.match(hit.right()) is not None


def _are_sought(before: str, right: str) -> bool:
    """Whether residents are those who may apply, not those of a notice: "Open to UK residents", "UK residents only"."""
    if words_after.RESIDENTS_SOUGHT.search(before):
        return True
    return not wordings.WORD.search(before) and words_after.ONLY_AFTER.match(right) is not None


def _is_followed_well(hit: Hit) -> bool:
    """ "US-based candidates", not "US-based company"."""
    right = hit.right()
    if hit.phrase == "based" and words_after.COMPANY_AFTER.match(right):
        return False
    is_trade = hit.phrase == "based" and words_after.BASED_TRADE.match(right)
    if is_trade and words_after.BASED_SOUGHT.search(hit.left) and not wordings.NOT_AFTER.match(right):
        return True
    return words_after.AFTER[hit.phrase].match(right) is not None and not wordings.NOT_AFTER.match(right)


def _is_other(text: str, start: int) -> bool:
    """ "non-US based", "no US-based": not the place, but all others."""
    return text[max(0, start - 4) : start].lower().endswith(("non-", "non ", " no "))


def places_before(hit: Hit, limit: int) -> Places | None:
    """The longest list that ends right before `limit`, with which the trigger begins: "US, UK and Canada only"."""
    begin = max(hit.sentence_start, limit - MAX_LIST)
    # What stands between is short, and each beginning of it is tried.
    near = max(begin, limit - MAX_BETWEEN)
    end = near + len(words_after.BETWEEN.sub("", hit.lower[near:limit]))
    # Most triggers have no capital near before them.
    if not CAPITAL.search(hit.text, max(begin, end - MAX_NAME), end) and not ANY.search(hit.lower, begin, end):
        return None
    starts = [match.start() for match in words_after.NAME_START.finditer(hit.text, begin, end)]
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
            return places
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
    # "California residents" is the heading of a notice, but "- Oslo resident" an item of a list of demands.
    is_item = hit.phrase == "resident" and wordings.BULLET.match(hit.lower, hit.lower.rfind("\n", 0, start) + 1, end)
    if hit.phrase.startswith(("resident", "citizen")) and "only" not in hit.lower[start:end] and not is_item:
        return None
    # "Remote or Oslo" is a choice, and so is "Oslo, remote".
    if places.only_towns and (
        wordings.CHOICE.search(hit.lower[start:end]) or wordings.COMMA_REMOTE.match(hit.lower, places.end)
    ):
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
