"""A trigger in its sentence, the places after it, and the statement that they make."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from listings.facts.residence import wordings
from listings.facts.residence.demonyms import nationals_after
from listings.facts.residence.evaluation import Places
from listings.facts.residence.expressions import read_places
from listings.facts.residence.leading_exceptions import exception_before
from listings.facts.residence.resolving import is_within
from listings.facts.residence.wishes import WISH, end_before_wish
from listings.facts.subjects import SentenceSubject, frame_of

# "required": where to live. "label": a line such as "Location: Spain". "legal": where one must have the right to work.
# "office": to be in on some days. "adjective": "US-based". "world": no restriction, though perhaps only a perk. "free":
# explicitly no restriction.
Rank = Literal["required", "adjective", "label", "office", "legal", "world", "free"]
MAX_GAP, NEAR = 45, 80
NOT_THE_PERSON = (SentenceSubject.CUSTOMERS, SentenceSubject.TEAM, SentenceSubject.COMPANY, SentenceSubject.TASK)
WORLDWIDE = ("worldwide",)


@dataclass(frozen=True, slots=True)
class ResidenceStatement:
    """The places that characters `start` to `end` of the text include and exclude, and how strong the words are.

    `is_open`: "anywhere in Spain". Nothing is included where only an exception is stated: "remote (except Spain)".
    """

    rank: Rank
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    start: int
    end: int
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger in its sentence. `left` and `right`: the rest of the sentence, in lower case."""

    text: str
    lower: str
    phrase: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int

    @property
    def left(self) -> str:
        return self.lower[self.sentence_start : self.start]

    @property
    def clause(self) -> str:
        """`left` from the last "and we hire" on."""
        return wordings.WE_HIRE.split(self.left)[-1]

    def right(self, position: int | None = None) -> str:
        return self.lower[self.end if position is None else position : self.sentence_end]


def places_after(hit: Hit, *, end: int | None = None) -> Places | None:
    """The places right after the trigger, unless what follows makes them a wish, a pay range or the like."""
    start = _after_insertion(hit)
    places = read_places(hit.text, start, end=end) or nationals_after(hit.text, start)
    if places is None or places.start - start > MAX_GAP:
        return None
    if remote := wordings.OR_REMOTE_IN.search(hit.lower, places.start, places.end):
        return read_places(hit.text, remote.end(), strict=False, end=places.end)
    if (required := before_wish(hit, places)) is not places:
        return required
    if wordings.OR_ANYWHERE.match(hit.lower, places.end):
        return None
    if (places.has_town or places.only_towns) and wordings.OR_REMOTE.match(hit.lower, places.end):
        return None
    rest = wordings.PREFERENCE.sub("", hit.right(places.end), count=1)
    if rest.startswith(",") and is_hiring_now(hit):
        return places
    if own_wish := wordings.OWN_WISH.match(rest):
        rest = rest[own_wish.end() :]
    # "… in the U.S. We pay …": the list swallowed the full stop, and what follows is another sentence.
    is_whole = hit.text[places.end - 1] == "." and wordings.NEXT_SENTENCE.match(hit.text, places.end)
    return None if not is_whole and wordings.NOT_AFTER.match(rest) else places


def is_hiring_now(hit: Hit) -> bool:
    """ "We are hiring in Peru, offer health insurance …": what follows says more of the offer."""
    return hit.phrase.startswith("hir") and wordings.WE_ARE_HIRING.search(hit.left) is not None


def _after_insertion(hit: Hit) -> int:
    """Where the places begin: behind what is inserted into "You live in, or plan to move to, Peru"."""
    if move := wordings.OR_MOVE.match(hit.lower, hit.end, hit.sentence_end):
        return move.end() if wordings.PREPOSITION_LAST.search(hit.phrase) else hit.end
    if hit.lower[hit.end : hit.end + 1] != "," or not wordings.PREPOSITION_LAST.search(hit.phrase):
        return hit.end
    if wordings.INSERTED_BEFORE.search(hit.left):
        return hit.end + 1
    inserted = wordings.INSERTED.match(hit.lower, hit.end, hit.sentence_end)
    return inserted.end() if inserted else hit.end


def counts_employees(before: str) -> bool:
    """Whether the words before a place give the employer's size: "We employ 750 people" """
    count = wordings.HEADCOUNT.search(before)
    return count is not None and not wordings.SEEKS.search(before[: count.start()])


def before_wish(hit: Hit, places: Places) -> Places:
    """The places without those at their end that are only wished for."""
    end = end_before_wish(hit.text, places.start, places.end) if WISH.match(hit.text, places.end) else 0
    required = read_places(hit.text, hit.end, end=end) if end else None
    return replace(required, wishes_follow=True) if required else places


def to_statement(hit: Hit, places: Places, rank: Rank = "required") -> ResidenceStatement:
    start = hit.start + _verb_before(hit.left)
    if not places.exclude and (
        codes := exception_before(hit.text, hit.lower, hit.sentence_start, hit.start, places.include)
    ):
        start, places = hit.sentence_start + len(hit.left) - len(hit.left.lstrip()), replace(places, exclude=codes)
    places = _without_exceptions(hit, places)
    evidence = hit.lower[start : places.end]
    if places.is_anywhere:
        rank = "world"
    return ResidenceStatement(
        rank, places.include, places.exclude, start, places.end, is_open=bool(wordings.OPEN.search(evidence))
    )


def _without_exceptions(hit: Hit, places: Places) -> Places:
    """The places without what the rest of the sentence leaves out: "Anywhere in Europe is fine, except Russia"."""
    exception = wordings.LATER_EXCEPTION.match(hit.lower, places.end, hit.sentence_end)
    if exception is None or places.exclude:
        return places
    left_out = read_places(hit.text, exception.end(), end=hit.sentence_end, is_nested=True, within=places.include)
    if left_out is None or left_out.start - exception.end() > 1:
        return places
    exclude = tuple(
        code for code in left_out.include if code not in left_out.of_towns and is_within((code,), places.include)
    )
    return replace(places, exclude=exclude, end=left_out.end) if exclude else places


def _verb_before(left: str) -> int:
    """How far before the trigger the evidence begins: at the "must" or "candidates", if one is near."""
    verb = wordings.EVIDENCE_VERB.search(left)
    return verb.start() - len(left) if verb and len(left) - verb.start() < 50 else 0


def is_framed(hit: Hit, places: Places) -> bool:
    """Whether the sentence as a whole is a condition, a notice, a benefit or the like."""
    if wordings.PAY_BEFORE.search(hit.left) or wordings.ALSO.search(hit.lower, hit.sentence_start, places.start):
        return True
    if wordings.REMOTE_IF.search(hit.left):
        return False
    start = hit.start - len(hit.clause)
    near = hit.lower[start : min(hit.sentence_end, places.end + NEAR)]
    frame = frame_of(near)
    if frame is SentenceSubject.BENEFIT and (though := wordings.THOUGH.search(near, places.end - start)):
        frame = frame_of(near[: though.start()])
    if frame is SentenceSubject.BENEFIT and is_hiring_now(hit):
        frame = frame_of(near[: places.end - start])
    # Where to travel or relocate to is not where to live, but who must live somewhere may have to travel as well.
    if frame is SentenceSubject.TRAVEL:
        return bool(wordings.TRAVEL_BEFORE.search(hit.left))
    if frame is SentenceSubject.WISH:
        rest = hit.right(places.end)
        is_elsewhere = wordings.WISH_ELSEWHERE.match(rest[:NEAR]) or wordings.OWN_WISH.match(rest)
        return not (places.wishes_follow or is_elsewhere)
    return frame is not SentenceSubject.UNKNOWN
