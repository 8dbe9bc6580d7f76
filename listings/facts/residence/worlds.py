"""Sentences with "anywhere": no restriction, or the place within which one may live anywhere."""

from __future__ import annotations

from dataclasses import replace

from listings.facts.residence import wordings, world_wordings
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
    counts_employees,
    is_framed,
    places_after,
    to_statement,
)
from listings.facts.residence.leading_exceptions import exception_before
from listings.facts.residence.world_items import FOR_A_TIME
from listings.facts.subjects import FRAMES, SentenceSubject, frame_of, governor

# "no matter which country": what follows says whose country.
# "All of Peru is fine"; "we ship to all of Peru" is another matter.
WHOLE = ("all of", "the whole of")
PLACE_ASKED = ("where", "which country", "what country", "which continent")


def read_anywhere(hit: Hit) -> ResidenceStatement | None:
    """ "work from anywhere in Spain" """
    places = read_places(hit.text, hit.start) or places_after(hit)
    if places is None or not places.include or is_framed(hit, places):
        return None
    if hit.phrase.endswith(world_wordings.NO_MATTER):
        return to_statement(hit, places) if world_wordings.WHO_LIVES.match(hit.lower, places.end) else None
    if places.include == WORLDWIDE and not places.exclude:
        return read_world(hit) if world_wordings.WORLD_VERB.search(hit.left) else None
    is_of_others = governor(world_wordings.CLAUSE_END.split(hit.clause)[-1]) in NOT_THE_PERSON
    if (is_of_others and not world_wordings.JOIN_US.search(hit.left)) or world_wordings.THING_WORKS.search(hit.left):
        return None
    if world_wordings.SPREAD.match(hit.phrase) and (
        world_wordings.SITES.search(hit.left) or not world_wordings.WORLD_VERB.search(hit.left)
    ):
        return None
    if counts_employees(hit.left) or (hit.phrase.endswith("weit") and world_wordings.INFLECTED.match(hit.right())):
        return None
    is_fine = world_wordings.IS_FINE.match(hit.lower, places.end) is not None
    if hit.phrase in WHOLE and not is_fine:
        return None
    if hit.left.strip(" -•*–:") and not (is_fine or wordings.WORKS.search(hit.left)):
        return None
    return to_statement(hit, places)


def read_world(hit: Hit) -> ResidenceStatement | None:
    """ "work from anywhere", "globally remote" """
    sentence = hit.lower[hit.sentence_start : hit.sentence_end]
    # "Preferred, but not required" is no wish.
    if frame_of(sentence) in FRAMES and frame_of(sentence) is not SentenceSubject.WISH:
        return None
    if world_wordings.SOMETIMES.search(sentence) or world_wordings.LETS_OTHERS.search(hit.left):
        return None
    places = read_places(hit.text, hit.start)
    if inside := world_wordings.INSIDE.match(hit.lower, hit.end):
        named = read_places(hit.text, inside.end())
        if named is None or named.start - inside.end() > MAX_GAP or not named.include:
            return None
        return _narrowed_world(hit, named)
    if places is not None and places.exclude and places.include == WORLDWIDE:
        return _narrowed_world(hit, places)
    if (left_out := _left_out(hit)) is not None:
        return _narrowed_world(hit, replace(left_out, include=WORLDWIDE))
    if _is_narrowed(hit):
        return None
    if not _is_said_of_work(hit):
        return None
    if codes := exception_before(hit.text, hit.lower, hit.sentence_start, hit.start, WORLDWIDE):
        start = hit.sentence_start + len(hit.left) - len(hit.left.lstrip())
        return ResidenceStatement("required", WORLDWIDE, codes, start, hit.end, is_open=True)
    is_outright = world_wordings.OUTRIGHT.match(hit.lower, hit.start) and not FOR_A_TIME.search(sentence)
    rank: Rank = "free" if hit.phrase in world_wordings.FREE or is_outright else "world"
    # "Lima preferred but not required": the last words alone name no place.
    is_wish = hit.phrase in world_wordings.WISHES and hit.start - hit.sentence_start <= NEAR
    start = hit.sentence_start + len(hit.left) - len(hit.left.lstrip(" -•*–\n")) if is_wish else hit.start
    return ResidenceStatement(rank, WORLDWIDE, (), start, hit.end)


def _is_narrowed(hit: Hit) -> bool:
    """Whether what follows says that "anywhere" is not: "any country where we have an entity"."""
    if hit.phrase.endswith(("country", "countries")) and world_wordings.LIMITED_COUNTRIES.match(hit.lower, hit.end):
        return True
    if hit.phrase.endswith("wherever you are") and world_wordings.AT_BEST.match(hit.lower, hit.end):
        return True
    # An exception that names no place that we know may leave out anything.
    exception = world_wordings.EXCEPTION_NEXT.match(hit.lower, _world_end(hit))
    return exception is not None or world_wordings.NARROWER.match(hit.lower, hit.end) is not None


def _left_out(hit: Hit) -> Places | None:
    """ "hire everywhere on the globe save Cuba", "candidates from all countries but India" """
    start = _world_end(hit)
    bracket = world_wordings.BRACKET.match(hit.lower, start)
    members = read_places(hit.text, bracket.start(1), end=bracket.end(1), is_nested=True) if bracket else None
    if members is not None and members.is_exception:
        # "globally (Cuba excluded)"
        return replace(members, start=hit.start)
    exception = world_wordings.EXCEPTION_NEXT.match(hit.lower, start)
    places = read_places(hit.text, exception.end()) if exception else None
    return replace(places, exclude=places.include, start=hit.start) if places and places.include else None


def _world_end(hit: Hit) -> int:
    """Where "anywhere" ends, with "in the world" behind it."""
    world = world_wordings.WORLD_WORDS.match(hit.lower, hit.end)
    return world.end() if world else hit.end


def _narrowed_world(hit: Hit, places: Places) -> ResidenceStatement | None:
    """ "Work from anywhere in Spain", "remote from anywhere but Peru" """
    subject = governor(hit.lower[hit.sentence_start : hit.end])
    if world_wordings.THING_WORKS.search(hit.left + hit.phrase.partition(" ")[0]):
        return None
    is_invited = world_wordings.WORKS_STRICTLY.search(hit.left[-NEAR:] + hit.phrase) or world_wordings.JOIN_US.search(
        hit.left
    )
    if subject in NOT_THE_PERSON and not is_invited:
        return None
    if wordings.WORD.search(hit.left) and not wordings.WORKS.search(hit.left + hit.phrase):
        return None
    if wordings.NOT_AFTER.match(hit.right(places.end)):
        return None
    return ResidenceStatement("required", places.include, places.exclude, hit.start, places.end, is_open=True)


def _is_said_of_work(hit: Hit) -> bool:
    """Whether "anywhere" is said of the person's work."""
    is_whole = not wordings.WORD.search(hit.left)
    rest = hit.right(_world_end(hit))
    if world_wordings.BARE_WORLD.match(hit.phrase):
        is_near_work = world_wordings.NEAR_WORK.search(hit.left + hit.phrase.partition(" anywhere")[0]) is not None
        if world_wordings.YOU_LIVE.match(rest) and world_wordings.WORKS_STRICTLY.search(rest):
            is_near_work = True
        if not is_near_work and not (is_whole and not wordings.WORD.search(rest)):
            return False
        if hit.phrase.endswith(PLACE_ASKED) and not world_wordings.WHO_LIVES.match(rest):
            return False
    elif (
        not hit.phrase.startswith("no ")
        and not wordings.WORKS.search(hit.lower[hit.sentence_start : hit.end] + rest[:40])
        and not is_whole
    ):
        return False
    if "independent" in hit.phrase and not world_wordings.INDEPENDENT.match(rest):
        return False
    if _is_of_people(hit, is_alone=is_whole and not wordings.WORD.search(rest)):
        return False
    subject = governor(world_wordings.CLAUSE_END.split(hit.left)[-1])
    if subject in NOT_THE_PERSON:
        return False
    if (
        subject is SentenceSubject.UNKNOWN
        and not is_whole
        and world_wordings.STAYS.match(hit.phrase)
        and not world_wordings.MAY_STAY.search(hit.left)
    ):
        return False
    return _is_no_restriction(hit)


def _is_of_people(hit: Hit, *, is_alone: bool) -> bool:
    """ "We employ 750 people worldwide", "People worldwide use our app": not those who are sought."""
    if counts_employees(hit.left) or counts_employees(hit.left + hit.phrase.partition(" ")[0]):
        return True
    return bool(world_wordings.PEOPLE_OF_WORLD.match(hit.phrase)) and not (is_alone or wordings.SOUGHT.search(hit.left))


def _is_no_restriction(hit: Hit) -> bool:
    """Whether phrases that may be about other things are about places here."""
    if "require" in hit.phrase and not hit.phrase.startswith("no "):
        return world_wordings.ABOUT_PLACE.search(hit.left) is not None
    # "We are hiring nurses, US or international"; not "US or international tax".
    if hit.phrase.endswith("or international"):
        ends = world_wordings.PHRASE_END.match(hit.right())
        return ends is not None and wordings.SOUGHT.search(hit.left) is not None
    if hit.phrase == "geographic area":
        return "not restricted" in hit.left
    return True
