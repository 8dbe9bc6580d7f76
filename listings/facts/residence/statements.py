"""Statements of residence in the sentences of a text: "must be based in Spain", "Location: Peru", "US only"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from ahocorasick_rs import AhoCorasick

from listings.facts.multi_search import LEFTMOST_LONGEST, build_finder
from listings.facts.residence import wordings
from listings.facts.residence.expressions import Places, read_places
from listings.facts.residence.triggers import TRIGGERS, Frame
from listings.facts.subjects import Subject, frame_of, governor, sentence_bounds

# "required": where to live. "label": a line such as "Location: Spain". "legal": where one must have the right to work. "world": no restriction, though perhaps only
# a perk. "free": explicitly no restriction.
Rank = Literal["required", "label", "legal", "world", "free"]
MAX_GAP, MAX_LABEL, MAX_FRAGMENT, NEAR = 45, 160, 200, 80
# A text with more triggers than this is no ad.
MAX_READ = 250
MAX_LIST, LAST_WORDS, MAX_ARTICLE = 240, 5, 4
NOT_THE_PERSON = (Subject.CUSTOMERS, Subject.TEAM, Subject.COMPANY, Subject.TASK)
WORLDWIDE = ("worldwide",)


@dataclass(frozen=True, slots=True)
class Statement:
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

    def right(self, position: int | None = None) -> str:
        return self.lower[self.end if position is None else position : self.sentence_end]


@cache
def _finder() -> tuple[AhoCorasick, list[str]]:
    phrases = list(TRIGGERS)
    return build_finder(phrases, LEFTMOST_LONGEST), phrases


def find_statements(text: str, lower: str) -> Iterator[Statement]:
    """Every statement in the text, from left to right. `lower` is `text` in lower case with the same offsets."""
    finder, phrases = _finder()
    bounds = (0, 0)
    budget = MAX_READ
    last = Statement("world", (), (), -1, -1)
    for index, start, end in finder.find_matches_as_indexes(lower):
        phrase = phrases[index]
        if start and lower[start - 1].isalnum() and phrase[0].isalnum():
            continue
        if end < len(lower) and lower[end].isalnum() and phrase[-1].isalnum():
            continue
        if not bounds[0] <= start < bounds[1]:
            bounds = sentence_bounds(lower, start)
        hit = Hit(text, lower, phrase, start, end, *bounds)
        if wordings.NEGATED.search(hit.left[-NEAR:]):
            continue
        budget -= 1
        if not budget:
            return
        statement = READERS[TRIGGERS[phrase]](hit)
        # What stands within a statement says no more than it: "Remote, US, remote, Canada".
        if statement is not None and not (statement.start >= last.start and statement.end <= last.end):
            last = statement
            yield statement


def _places_after(hit: Hit, *, end: int | None = None) -> Places | None:
    """The places right after the trigger, unless the rest of the sentence makes them a wish, a pay range or the like."""
    places = read_places(hit.text, hit.end, end=end)
    if places is None or places.start - hit.end > MAX_GAP:
        return None
    if wordings.OR_ANYWHERE.match(hit.lower, places.end):
        return None
    if (places.has_town or places.only_towns) and wordings.OR_REMOTE.match(hit.lower, places.end):
        return None
    rest = wordings.PREFERENCE.sub("", hit.right(places.end), count=1)
    # "… in the U.S. We pay …": the list swallowed the full stop, and what follows is another sentence.
    if hit.text[places.end - 1] != "." or not wordings.NEXT_SENTENCE.match(hit.text, places.end):
        if wordings.NOT_AFTER.match(rest):
            return None
    return places


def _statement(hit: Hit, places: Places, rank: Rank = "required") -> Statement:
    start = hit.start + _verb_before(hit.left)
    evidence = hit.lower[start : places.end]
    if places.is_anywhere:
        rank = "world"
    return Statement(
        rank, places.include, places.exclude, start, places.end, is_open=bool(wordings.OPEN.search(evidence))
    )


def _verb_before(left: str) -> int:
    """How far before the trigger the evidence begins: at the "must" or "candidates", if one is near."""
    verb = wordings.EVIDENCE_VERB.search(left)
    return verb.start() - len(left) if verb and len(left) - verb.start() < 50 else 0


def _is_framed(hit: Hit, places: Places) -> bool:
    """Whether the sentence as a whole is a condition, a notice, a benefit or the like."""
    if wordings.PAY_BEFORE.search(hit.left):
        return True
    near = hit.lower[hit.sentence_start : min(hit.sentence_end, places.end + NEAR)]
    frame = frame_of(near)
    # Where to travel or relocate to is not where to live, but who must live somewhere may have to travel as well.
    if frame is Subject.TRAVEL:
        return bool(wordings.TRAVEL_BEFORE.search(hit.left))
    if frame is Subject.WISH:
        return not wordings.WISH_ELSEWHERE.match(hit.right(places.end)[:NEAR])
    return frame is not Subject.UNKNOWN


def _home(hit: Hit) -> Statement | None:
    """ "You must be based in Spain", "who lives in Peru", "- Are located in the EU" """
    places = _places_after(hit)
    if places is None or not places.include or _is_framed(hit, places):
        return None
    subject = governor(hit.lower[hit.sentence_start : hit.end])
    if subject in NOT_THE_PERSON:
        return None
    if subject is Subject.UNKNOWN and not wordings.IMPLIED_PERSON.fullmatch(hit.left):
        return None
    if not places.exclude and _is_about_firm(hit, places):
        return None
    # "Candidates based in Spain get …" says something else of them.
    if wordings.PEOPLE_BEFORE.search(hit.left) and not _is_said_of_all(hit, places):
        return None
    if wordings.DISTANCE.match(hit.phrase) and not wordings.LIVING.search(hit.left):
        return None
    return _statement(hit, places)


def _is_about_firm(hit: Hit, places: Places) -> bool:
    """ "Based in Lyon, Lantern builds lamps", "Lantern, based in Lyon, builds lamps" """
    rest = hit.right(places.end)
    if wordings.WORD.search(hit.left):
        return wordings.IS_FIRM.match(rest) is not None and not wordings.ROLE_OR_PERSON.search(hit.left)
    if wordings.FOUNDED.match(rest):
        return True
    # A bullet is an item of a list of demands.
    return not hit.left.strip() and not wordings.PERSON_GOES_ON.match(rest)


def _is_said_of_all(hit: Hit, places: Places) -> bool:
    """Whether people of a place are those whom the employer wants, not some of them of whom more is said."""
    if wordings.SOUGHT.search(hit.left):
        return True
    before = wordings.PEOPLE_BEFORE.sub("", hit.left)
    return wordings.ALONE.fullmatch(before) is not None and wordings.COMPLETE.match(hit.right(places.end)) is not None


def _people(hit: Hit) -> Statement | None:
    """ "open to candidates in Spain", "Only applicants from Peru" """
    places = _places_after(hit)
    if places is None or not places.include or _is_framed(hit, places):
        return None
    if governor(hit.left) in NOT_THE_PERSON or not _is_said_of_all(hit, places):
        return None
    return _statement(hit, places)


def _hiring(hit: Hit) -> Statement | None:
    """ "We can only hire in Spain", "This role is open to Peru" """
    places = _places_after(hit)
    if places is None or not places.include or _is_framed(hit, places):
        return None
    subject = governor(hit.left)
    if subject in (Subject.CUSTOMERS, Subject.TASK):
        return None
    is_verb = wordings.HIRES.match(hit.phrase) is not None
    if not is_verb and subject is not Subject.PERSON and wordings.WORD.search(hit.left):
        return None
    if is_verb and wordings.YOU_WILL.search(hit.left):
        return None
    return _statement(hit, places)


def _role(hit: Hit) -> Statement | None:
    """ "Remote in Spain", "a remote role in Peru", "remote (EU)" """
    if hit.text[hit.start : hit.end].endswith(" AUS"):
        # "Remote AUS/NZ" is not German.
        hit = replace(hit, end=hit.end - len(" aus"))
    places = _places_after(hit, end=_end_of_bracket(hit))
    if places is None or not places.include or _is_framed(hit, places):
        return None
    if hit.phrase[-1] in "(-–—:,/" and places.start - hit.end > MAX_GAP // 2:
        return None
    subject = governor(hit.left)
    if subject in NOT_THE_PERSON and not wordings.WE_ARE_REMOTE.search(hit.left):
        return None
    if wordings.WORK_NOUN.match(hit.phrase):
        if not wordings.THIS_WORK.search(hit.left):
            return None
    elif wordings.WORK_VERB.match(hit.phrase) and subject is not Subject.PERSON:
        return None
    # "Remote / Austin, TX" is a choice.
    if hit.phrase[-1] == "/" and places.only_towns:
        return None
    return _statement(hit, places)


def _end_of_bracket(hit: Hit) -> int | None:
    closing = hit.text.find(")", hit.end, hit.end + MAX_LABEL) if hit.phrase[-1] == "(" else -1
    return closing if closing > 0 else None


def _label(hit: Hit) -> Statement | None:
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
    return _statement(hit, places, "label")


def _places_after_home(hit: Hit, end: int) -> Places | None:
    """ "Location: Work at Home, Iowa": the places after words for home."""
    home = wordings.AT_HOME.match(hit.lower, hit.end, end)
    return read_places(hit.text, home.end(), end=end) if home else None


def _legal(hit: Hit) -> Statement | None:
    """ "authorised to work in the US", "a work permit for Spain" """
    if wordings.IS_WORK.match(hit.phrase) and not wordings.AUTHORISED.search(hit.left):
        return _role(hit) if hit.phrase.startswith("work") else None
    places = _places_after(hit)
    if places is None or not places.include or frame_of(hit.left) not in (Subject.UNKNOWN, Subject.BENEFIT):
        return None
    if governor(hit.left) is Subject.CUSTOMERS or wordings.NEGATED_RIGHT.search(hit.left):
        return None
    return _statement(hit, places, "legal")


def _anywhere(hit: Hit) -> Statement | None:
    """ "work from anywhere in Spain" """
    places = read_places(hit.text, hit.start) or _places_after(hit)
    if places is None or not places.include or _is_framed(hit, places):
        return None
    if places.include == WORLDWIDE and not places.exclude:
        return _world(hit) if wordings.WORLD_VERB.search(hit.left) else None
    if governor(wordings.CLAUSE_END.split(hit.left)[-1]) in NOT_THE_PERSON:
        return None
    if wordings.SPREAD.match(hit.phrase) and not wordings.WORLD_VERB.search(hit.left):
        return None
    if hit.left.strip(" -•*–:") and not wordings.WORKS.search(hit.left):
        return None
    return _statement(hit, places)


def _after(hit: Hit) -> Statement | None:
    """ "US-based candidates", "Romania only", "EU Remote" """
    fragment = _fragment(hit)
    if fragment is not None:
        return fragment
    places = _places_before(hit)
    if places is None or (places.count > 1 and wordings.COMMA_REMOTE.match(hit.lower, places.end)):
        return None
    before, right = hit.lower[hit.sentence_start : places.start], hit.right()
    if wordings.PAY_BEFORE.search(before):
        return None
    if governor(before) in NOT_THE_PERSON or frame_of(before + right[:NEAR]) is not Subject.UNKNOWN:
        return None
    if hit.phrase == "based" and wordings.COMPANY_AFTER.match(right):
        return None
    if wordings.NOT_AFTER.match(right) or not wordings.AFTER[hit.phrase].match(right):
        return None
    if hit.phrase == "remote" and not wordings.FRAGMENT_START.search(before):
        return None
    if hit.phrase == "only" and wordings.NOT_ONLY.search(before):
        return None
    rank: Rank = "legal" if wordings.CITIZEN.match(hit.phrase) else "required"
    if rank == "legal" and not wordings.DEMAND.search(before + right):
        return None
    if hit.phrase.startswith("resident") and not wordings.RESIDENTS_SOUGHT.search(before):
        return None
    if "worldwide" in places.include:
        return Statement("world", WORLDWIDE, places.exclude, places.start, hit.end)
    return Statement(rank, places.include, places.exclude, places.start, hit.end)


def _is_other(text: str, start: int) -> bool:
    """ "non-US based", "no US-based": not the place, but all others."""
    return text[max(0, start - 4) : start].lower().endswith(("non-", "non ", " no "))


def _places_before(hit: Hit) -> Places | None:
    """The longest list that ends right before the trigger: "US, UK and Canada only"."""
    begin = max(hit.sentence_start, hit.start - MAX_LIST)
    end = hit.start - len(hit.lower[begin : hit.start]) + len(wordings.BETWEEN.sub("", hit.lower[begin : hit.start]))
    starts = [match.start() for match in wordings.NAME_START.finditer(hit.text, begin, end)]
    # Most triggers have no place before them, which the last words tell at once.
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


def _fragment(hit: Hit) -> Statement | None:
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
    if frame_of(hit.lower[start:end]) is not Subject.UNKNOWN:
        return None
    rank: Rank = "world" if places.is_anywhere else "required"
    return Statement(
        rank,
        places.include,
        places.exclude,
        places.start,
        max(places.end, min(hit.end, end)),
        is_open=bool(wordings.OPEN.search(hit.lower[start:end])),
    )


def _world(hit: Hit) -> Statement | None:
    """ "work from anywhere", "globally remote" """
    sentence = hit.lower[hit.sentence_start : hit.sentence_end]
    if frame_of(sentence) in (
        Subject.CONDITION,
        Subject.NOTICE,
        Subject.BENEFIT,
        Subject.OTHER_OPENING,
        Subject.TRAVEL,
    ):
        return None
    if wordings.SOMETIMES.search(sentence):
        return None
    places = read_places(hit.text, hit.start)
    if inside := wordings.INSIDE.match(hit.lower, hit.end):
        named = read_places(hit.text, inside.end())
        if named is None or named.start - inside.end() > MAX_GAP or not named.include:
            return None
        return _narrowed_world(hit, named)
    if places is not None and places.exclude and places.include == WORLDWIDE:
        return _narrowed_world(hit, places)
    if wordings.NARROWER.match(hit.lower, hit.end):
        return None
    if not _is_said_of_work(hit):
        return None
    rank: Rank = "free" if hit.phrase in wordings.FREE else "world"
    return Statement(rank, WORLDWIDE, (), hit.start, hit.end)


def _narrowed_world(hit: Hit, places: Places) -> Statement | None:
    """ "Work from anywhere in Spain", "remote from anywhere but Peru" """
    subject = governor(hit.lower[hit.sentence_start : hit.end])
    if subject in NOT_THE_PERSON and not wordings.WORKS_STRICTLY.search(hit.left[-NEAR:] + hit.phrase):
        return None
    if wordings.WORD.search(hit.left) and not wordings.WORKS.search(hit.left + hit.phrase):
        return None
    if wordings.NOT_AFTER.match(hit.right(places.end)):
        return None
    return Statement("required", places.include, places.exclude, hit.start, places.end, is_open=True)


def _is_said_of_work(hit: Hit) -> bool:
    """Whether "anywhere" is said of the person's work."""
    is_whole = not wordings.WORD.search(hit.left)
    world = wordings.WORLD_WORDS.match(hit.lower, hit.end)
    rest = hit.right(world.end() if world else None)
    if wordings.BARE_WORLD.match(hit.phrase):
        if not wordings.NEAR_WORK.search(hit.left + hit.phrase.partition(" anywhere")[0]) and not (
            is_whole and not wordings.WORD.search(rest)
        ):
            return False
        if hit.phrase.endswith("where") and not wordings.WHO_LIVES.match(rest):
            return False
    elif not wordings.WORKS.search(hit.lower[hit.sentence_start : hit.end] + rest[:40]) and not is_whole:
        return False
    if "independent" in hit.phrase and not wordings.INDEPENDENT.match(rest):
        return False
    subject = governor(wordings.CLAUSE_END.split(hit.left)[-1])
    if subject in NOT_THE_PERSON:
        return False
    if (
        subject is Subject.UNKNOWN
        and not is_whole
        and wordings.STAYS.match(hit.phrase)
        and not wordings.MAY_STAY.search(hit.left)
    ):
        return False
    return _is_no_restriction(hit)


def _is_no_restriction(hit: Hit) -> bool:
    """Whether phrases that may be about other things are about places here."""
    if "require" in hit.phrase:
        return wordings.ABOUT_PLACE.search(hit.left) is not None
    if hit.phrase == "geographic area":
        return "not restricted" in hit.left
    return True


READERS: dict[Frame, Callable[[Hit], Statement | None]] = {
    Frame.HOME: _home,
    Frame.PEOPLE: _people,
    Frame.HIRING: _hiring,
    Frame.ROLE: _role,
    Frame.LABEL: _label,
    Frame.LEGAL: _legal,
    Frame.ANYWHERE: _anywhere,
    Frame.AFTER: _after,
    Frame.WORLD: _world,
    Frame.FRAGMENT: _fragment,
}
