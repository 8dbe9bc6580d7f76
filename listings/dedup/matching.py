"""Are two postings one vacancy? A verdict with its score and its reason, from their traits alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from rapidfuzz import fuzz

from listings.dedup.features import MatchFeatures
from listings.dedup.minhash import FEWEST, held, text_similarity
from listings.dedup.titles import same_work

REPOST_WITHIN = timedelta(days=60)
EQUAL = 0.97
SAME_PLACE = 0.66
OTHER_BOARD = 0.55
CUT_SHORT = 0.8
CUT_AT_LEAST = 40
LITTLE = 0.5
WEAK = 0.75
OTHER_PLACE = 0.85
OTHER_SPELLING = 0.75
OTHER_SPELLING_AND_PLACE = 0.95
CUT_FROM_ANOTHER = 0.9
AGENCY = 0.88
LONG_ENOUGH = 120
"""Distinct runs of words from which on an equal text is no mere form."""


@dataclass(frozen=True)
class MatchCandidate:
    """A posting's traits, where and when it was. `key`: its source's name and the board's own id.

    `listing`: the one that it is in, or the key of the ad that makes it in this batch.
    """

    key: tuple[str, str]
    features: MatchFeatures
    board: str
    begun_at: datetime
    seen_until: datetime
    fingerprint: bytes = b""
    listing: int | tuple[str, str] | None = None
    posting: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """`score`: 0 to 1, above 0 only where they are one vacancy. `text` and `title` are what was measured, 0 to 1.

    `against`: texts so different that no cut copy, which may be a part of both, brings the two together.
    """

    same: bool
    reason: str
    score: float = 0.0
    text: float = 0.0
    title: float = 0.0
    place: str = ""
    against: bool = False

    @property
    def weak(self) -> bool:
        return self.score < WEAK

    def as_json(self) -> dict[str, float | str]:
        numbers = {"score": self.score, "text": self.text, "title": self.title}
        return {**{name: round(number, 3) for name, number in numbers.items()}, "place": self.place}


def compare(one: MatchCandidate, other: MatchCandidate) -> Verdict:
    """Symmetric. The cheapest differences are looked at first."""
    a, b = one.features, other.features
    if a.title.levels != b.title.levels:
        return Verdict(False, "other levels")
    if a.title.terms and b.title.terms and not a.title.terms & b.title.terms:
        return Verdict(False, "other terms of employment")
    if apart_for(one, other) > REPOST_WITHIN:
        return Verdict(False, "published again after more than 60 days")
    company = same_company(a.company, b.company)
    if not company:
        return Verdict(False, "other employers")
    place = placed(a.places, b.places)
    if one.fingerprint and one.fingerprint == other.fingerprint:
        return Verdict(True, "same company, title, place and text", 1.0, 1.0, 1.0, place)
    if min(a.size, b.size) < FEWEST:
        return _without_text(one, other, place)
    text = text_similarity(a.bins, b.bins)
    if not same_work(a.title, b.title):
        return _other_title(a, b, text, place)
    if company < 1 and not _names_one_employer(one, other, text, place):
        return Verdict(False, "another employer's name, and too little else in common", text=text)
    return _same_title(one, other, text, place)


def _same_title(one: MatchCandidate, other: MatchCandidate, text: float, place: str) -> Verdict:
    a, b = one.features, other.features
    if (a.agency or b.agency) and (text < AGENCY or place == "other"):
        return Verdict(False, "an agency's, for another client", text=text, title=1.0, place=place)
    score = round(0.5 + text / 2, 4)
    if place == "other":
        if text < OTHER_PLACE:
            against = text < LITTLE
            return Verdict(False, "other texts, in other places", text=text, title=1.0, place=place, against=against)
        reason = "same company and title, and nearly the same text, in another place"
        return Verdict(True, reason, score - 0.01, text, 1.0, place)
    boards = one.board != other.board
    if text >= (OTHER_BOARD if boards else SAME_PLACE):
        return Verdict(True, "same company, title and place, and much the same text", score, text, 1.0, place)
    if boards and min(a.size, b.size) >= CUT_AT_LEAST and held(text, a.size, b.size) >= CUT_SHORT:
        return Verdict(True, "same company, title and place; one text is a part of the other", score, text, 1.0, place)
    return Verdict(False, "other texts", text=text, title=1.0, place=place, against=text < LITTLE)


def _names_one_employer(one: MatchCandidate, other: MatchCandidate, text: float, place: str) -> bool:
    if place == "other":
        return text >= OTHER_SPELLING_AND_PLACE
    cut_short = one.board != other.board and held(text, one.features.size, other.features.size) >= CUT_FROM_ANOTHER
    return text >= OTHER_SPELLING or cut_short


def _other_title(a: MatchFeatures, b: MatchFeatures, text: float, place: str) -> Verdict:
    """Equal texts under two titles are one vacancy only where one title merely says more in general words."""
    title = fuzz.token_set_ratio(" ".join(a.title.work), " ".join(b.title.work)) / 100
    fewer, more = sorted((set(a.title.work), set(b.title.work)), key=len)
    said_more = more - fewer
    general = fewer <= more and len(fewer) > 1 and said_more <= GENERAL
    same = general and text >= EQUAL and min(a.size, b.size) >= LONG_ENOUGH and not (a.agency or b.agency)
    reason = "same company and text, under a longer title" if same else "other titles"
    return Verdict(same, reason, round(0.48 + text / 2, 4) if same else 0.0, text, title, place)


GENERAL = frozenset("software engineer developer specialist professional role position job team member new".split())  # noqa: SIM905


def _without_text(one: MatchCandidate, other: MatchCandidate, place: str) -> Verdict:
    """A board that shows no text: title and place must do, and only for another board's ad of the same days."""
    a, b = one.features, other.features
    telling = len(a.title.work) > 1 and a.title.work == b.title.work
    same = telling and place == "same" and one.board != other.board and a.company == b.company
    reason = "same company, title and place; one board shows no text" if same else "too little text to compare"
    return Verdict(same, reason, 0.6 if same else 0.0, 0.0, 1.0 if telling else 0.0, place)


def same_company(one: str, other: str) -> float:
    """1 for equal keys; less where one name goes on after the other ends ("blackline", "blacklinesystems")."""
    if one == other:
        return 1.0
    shorter, longer = sorted((one.removeprefix("the"), other.removeprefix("the")), key=len)
    if len(shorter) >= 4 and longer.startswith(shorter):
        return 0.9
    return 0.0


def placed(one: frozenset[str], other: frozenset[str]) -> str:
    """`same`, `open` where one of the two names none or fewer, `other`."""
    if one == other:
        return "same" if one else "open"
    return "open" if one <= other or other <= one else "other"


def apart_for(one: MatchCandidate, other: MatchCandidate) -> timedelta:
    """How long neither was there, between the end of the earlier and the beginning of the later."""
    return max(one.begun_at, other.begun_at) - min(one.seen_until, other.seen_until)
