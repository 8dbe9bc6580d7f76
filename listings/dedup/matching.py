"""Are two postings the same vacancy? A verdict with its score and reason, from their features alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from rapidfuzz import fuzz

from listings.dedup.features import MatchFeatures
from listings.dedup.minhash import MIN_SHINGLES, containment, text_similarity
from listings.dedup.titles import is_same_work

# Thresholds, fitted to labelled pairs of recorded ads. MIN_TEXT_*: similarity of the texts, 0 to 1.
MAX_REPOST_GAP = timedelta(days=60)
MIN_TEXT_SAME_PLACE = 0.66
# Two boards cut and decorate the same text in different ways; one board publishes it the same way twice.
MIN_TEXT_OTHER_BOARD = 0.55
MIN_TEXT_OTHER_PLACE = 0.85
MIN_TEXT_LONGER_TITLE = 0.97
MIN_TEXT_OTHER_SPELLING = 0.75
MIN_TEXT_OTHER_SPELLING_AND_PLACE = 0.95
MIN_TEXT_AGENCY = 0.88
MIN_CONTAINMENT = 0.8
MIN_CONTAINMENT_OTHER_SPELLING = 0.9
# In distinct shingles. A shorter excerpt is often the employer's boilerplate, which all its ads contain.
MIN_SIZE_CONTAINED = 40
MIN_SIZE_LONGER_TITLE = 120
MAX_TEXT_AGAINST = 0.5
# Boards cut one text in different ways, but hardly so that no half of the shorter part is in the other one.
MAX_CONTAINED_APART = 0.5
# Of two that are offered at the same time, one may have been read last before the other was seen.
MAX_GAP_APART = timedelta(days=1)
MIN_STRONG_SCORE = 0.75
MIN_COMPANY_PREFIX = 4
# A longer title that adds only these is the same job; "Engineer" and "Payments Engineer" are not.
GENERAL_TITLE_WORDS = frozenset(
    [
        "software", "engineer", "developer", "specialist", "professional", "role", "position", "job", "team", "member",
        "new",
    ]
)  # fmt: skip

Place = Literal["", "same", "open", "other"]


@dataclass(frozen=True)
class MatchCandidate:
    """A posting's features and lifespan.

    `key`: the source's name and the board's own id. `listing`: the id of its listing, or for a listing of the current
    batch, which has no id yet, the key of the ad that makes it. `begun_at`: as the ad says, if that is earlier than
    `first_seen_at`.
    """

    key: tuple[str, str]
    features: MatchFeatures
    board: str
    begun_at: datetime
    seen_until: datetime
    fingerprint: bytes = b""
    listing: int | tuple[str, str] | None = None
    posting: int = 0
    is_open: bool = True
    first_seen_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """`score`: 0 to 1, above 0 only for the same vacancy. `text` and `title`: measured similarities, 0 to 1.

    `against`: the texts differ so much that a shortened copy, which may match both, must not bring the two together.
    `apart`: so much that no copy may, as two boards offer them at the same time. `is_unknown`: too little is stated.
    """

    same: bool
    reason: str
    score: float = 0.0
    text: float = 0.0
    title: float = 0.0
    place: Place = ""
    against: bool = False
    apart: bool = False
    is_unknown: bool = False

    @property
    def weak(self) -> bool:
        return self.score < MIN_STRONG_SCORE

    def as_json(self) -> dict[str, float | str]:
        numbers = {"score": self.score, "text": self.text, "title": self.title}
        return {**{name: round(number, 3) for name, number in numbers.items()}, "place": self.place}


def compare(first: MatchCandidate, second: MatchCandidate) -> Verdict:
    """Symmetric. The cheapest checks come first; the reason is for admins."""
    a, b = first.features, second.features
    if a.title.levels != b.title.levels:
        return Verdict(False, "different levels")
    if a.title.terms and b.title.terms and not a.title.terms & b.title.terms:
        return Verdict(False, "different terms of employment")
    if gap_between(first, second) > MAX_REPOST_GAP:
        return Verdict(False, f"republished after more than {MAX_REPOST_GAP.days} days")
    company = company_similarity(a.company, b.company)
    if not company:
        return Verdict(False, "different employers")
    place = compare_places(a.places, b.places)
    if first.fingerprint and first.fingerprint == second.fingerprint:
        return Verdict(True, "same company, title, place and text", 1.0, 1.0, 1.0, place)
    if min(a.size, b.size) < MIN_SHINGLES:
        return _compare_without_text(first, second, place)
    text = text_similarity(a.bins, b.bins)
    if not is_same_work(a.title, b.title):
        return _compare_other_title(a, b, text, place)
    if company < 1 and not _is_same_employer(first, second, text, place):
        return _differing(first, second, text, "", "similar employer names, but too little else in common")
    return _compare_same_title(first, second, text, place)


def _compare_same_title(first: MatchCandidate, second: MatchCandidate, text: float, place: Place) -> Verdict:
    a, b = first.features, second.features
    if (a.agency or b.agency) and (text < MIN_TEXT_AGENCY or place == "other"):
        return Verdict(False, "agency ads, possibly for different clients", text=text, title=1.0, place=place)
    score = round(0.5 + text / 2, 4)
    if place == "other":
        if text < MIN_TEXT_OTHER_PLACE:
            return _differing(first, second, text, place, "different texts in different places")
        # Just below what the same text scores in the same place, which clustering is to join first.
        reason = "same company and title, and nearly the same text, in another place"
        return Verdict(True, reason, score - 0.01, text, 1.0, place)
    other_board = first.board != second.board
    if text >= (MIN_TEXT_OTHER_BOARD if other_board else MIN_TEXT_SAME_PLACE):
        return Verdict(True, "same company, title and place, and very similar text", score, text, 1.0, place)
    # Within one board nothing shortens a text, so there a part of another text is another vacancy.
    long_enough = min(a.size, b.size) >= MIN_SIZE_CONTAINED
    if other_board and long_enough and containment(text, a.size, b.size) >= MIN_CONTAINMENT:
        return Verdict(True, "same company, title and place; one text contains the other", score, text, 1.0, place)
    return _differing(first, second, text, place, "different texts")


def _differing(first: MatchCandidate, second: MatchCandidate, text: float, place: Place, reason: str) -> Verdict:
    against = text < MAX_TEXT_AGAINST
    contained = containment(text, first.features.size, second.features.size)
    at_once = first.key[0] != second.key[0] and gap_between(first, second) <= MAX_GAP_APART
    apart = against and at_once and contained < MAX_CONTAINED_APART
    return Verdict(False, reason, text=text, title=1.0, place=place, against=against, apart=apart)


def opposition(first: MatchCandidate, second: MatchCandidate) -> Verdict | None:
    """The verdict, if it is `against`; far cheaper than `compare` where it is not."""
    if text_similarity(first.features.bins, second.features.bins) >= MAX_TEXT_AGAINST:
        return None
    verdict = compare(first, second)
    return verdict if verdict.against else None


def closeness(first: MatchCandidate, second: MatchCandidate, verdict: Verdict) -> tuple[bool, bool, bool, int]:
    """Sort key of verdicts with one score, the closest first: by place, terms, whether both are open, and date."""
    other_terms = first.features.title.terms != second.features.title.terms
    other_state = first.is_open != second.is_open
    return verdict.place != "same", other_terms, other_state, abs(first.begun_at - second.begun_at).days


def _is_same_employer(first: MatchCandidate, second: MatchCandidate, text: float, place: Place) -> bool:
    """For company names of which one continues the other: the text has to make up for the doubt."""
    if place == "other":
        return text >= MIN_TEXT_OTHER_SPELLING_AND_PLACE
    if text >= MIN_TEXT_OTHER_SPELLING:
        return True
    contained = containment(text, first.features.size, second.features.size)
    return first.board != second.board and contained >= MIN_CONTAINMENT_OTHER_SPELLING


def _compare_other_title(a: MatchFeatures, b: MatchFeatures, text: float, place: Place) -> Verdict:
    """Equal texts under two titles are one vacancy only if the longer title adds nothing but general words."""
    title = fuzz.token_set_ratio(" ".join(a.title.work), " ".join(b.title.work)) / 100
    shorter, longer = sorted((set(a.title.work), set(b.title.work)), key=len)
    # Employers use one text for several jobs: an equal short text, or a title of one word, proves nothing.
    only_general = shorter <= longer and len(shorter) > 1 and longer - shorter <= GENERAL_TITLE_WORDS
    equal_text = text >= MIN_TEXT_LONGER_TITLE and min(a.size, b.size) >= MIN_SIZE_LONGER_TITLE
    same = only_general and equal_text and not (a.agency or b.agency)
    reason = "same company and text, under a longer title" if same else "different titles"
    return Verdict(same, reason, round(0.48 + text / 2, 4) if same else 0.0, text, title, place)


def _compare_without_text(first: MatchCandidate, second: MatchCandidate, place: Place) -> Verdict:
    """For boards that publish no text: company, title (of two words or more) and place equal, on different boards."""
    a, b = first.features, second.features
    same_title = len(a.title.work) > 1 and a.title.work == b.title.work
    same = same_title and place == "same" and first.board != second.board and a.company == b.company
    reason = "same company, title and place; one board has no text" if same else "too little text to compare"
    return Verdict(same, reason, 0.6 if same else 0.0, 0.0, 1.0 if same_title else 0.0, place, is_unknown=not same)


def company_similarity(first: str, second: str) -> float:
    """1 for equal keys, 0.9 if one begins with the other ("blackline", "blacklinesystems"), else 0."""
    if first == second:
        return 1.0
    shorter, longer = sorted((first.removeprefix("the"), second.removeprefix("the")), key=len)
    if len(shorter) >= MIN_COMPANY_PREFIX and longer.startswith(shorter):
        return 0.9
    return 0.0


def compare_places(first: frozenset[str], second: frozenset[str]) -> Place:
    """ "same", "other", or "open" if one names all places of the other and perhaps more; no place is open to all."""
    if first == second:
        return "same" if first else "open"
    return "open" if first <= second or second <= first else "other"


def gap_between(first: MatchCandidate, second: MatchCandidate) -> timedelta:
    """Time between the end of the earlier and the start of the later; negative if they overlap.

    A copy may state any date, and one of long ago would lead from an open job to a closed one.
    """
    starts = (candidate.first_seen_at or candidate.begun_at for candidate in (first, second))
    return max(starts) - min(first.seen_until, second.seen_until)
