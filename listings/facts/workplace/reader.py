"""Remote, hybrid or on site: from the board's field, header line, title and location, corrected by the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from listings.facts.base import Fact, Reading
from listings.facts.other_people import others_of
from listings.facts.several_roles import roles_start
from listings.facts.workplace import choices
from listings.facts.workplace.labels import names_remote_and_hybrid, workplace_of
from listings.facts.workplace.phrases import (
    FROM_AFAR_ONLY,
    Strength,
    WorkplaceStatement,
    invites_beside_hybrid,
    statements,
)
from listings.facts.workplace.presence import required_days
from listings.facts.workplace.quotes import quoted_span

MAX_HEADER = 400
# Strongest first: an ad that offers a choice of remote work is remote.
PRIORITY = ("remote", "hybrid", "onsite")
HEADER = re.compile(r"[^\n]*(?:\n(?:https?://\S+\n)?\|[^\n]*){0,2}")
REMOTE_PART = re.compile(r"(?:fully )?remote\b|.{1,60}\(remote\)$")
QUOTE = re.compile(
    r"\bhybride?\b|\b(?:100 ?% )?remote\b|\bon[- ]?site\b|\bin[- ](?:office|person)\b|\bfield[- ]based\b"
)


# Twice in a row: before the other facts of an ad that may not be remote, and with them.
@lru_cache(maxsize=1)
def read(reading: Reading) -> Fact | None:
    """The general statement, or the workplace on a remote-only board, unless the text says otherwise of this job."""
    general = (
        _from_choice_of_locations(reading)
        or _from_field(reading)
        or _from_header(reading)
        or _from_title(reading)
        or _from_location(reading)
    )
    if general is None and reading.board.remote_only:
        general = Fact("remote", "field:board")
    return _from_text(reading, general) or general


def offers_hybrid(reading: Reading) -> bool:
    """Whether an ad of remote work offers hybrid work as well, in its field, header line, title, location or text.

    To one person as a choice, or each in some of several roles or towns: the short texts do not say which.
    """
    fact = read(reading)
    if fact is None or fact.value != "remote":
        return False
    field = "; ".join(reading.ad.workplace or ())
    return (
        names_remote_and_hybrid(field)
        # The text takes remote people where the board says hybrid.
        or any(workplace_of(value) == "hybrid" for value in reading.ad.workplace or ())
        or any(map(names_remote_and_hybrid, _short_texts(reading)))
        or choices.names_hybrid(reading.lower_text)
        or invites_beside_hybrid(reading.lower_text, _header_end(reading), others_of(reading))
    )


def _short_texts(reading: Reading) -> tuple[str, str, str]:
    return reading.text[: _header_end(reading)], reading.title, reading.ad.location or ""


def _from_field(reading: Reading) -> Fact | None:
    """From the board's field, unless that is a mere default that the title contradicts."""
    values = {workplace_of(value): value.casefold() for value in reading.ad.workplace or ()}
    title = _from_title(reading)
    place = next((place for place in PRIORITY if place in values), None)
    if "hybrid" in values and required_days(values["hybrid"]):
        place = "hybrid"
    if title and title.value != "remote" and (place == "remote" or (not place and reading.board.remote_only)):
        return title
    return Fact(place, "field:workplace") if place else None


def _from_title(reading: Reading) -> Fact | None:
    place = workplace_of(reading.title)
    if place is None:
        return None
    match = QUOTE.search(reading.lower_title)
    start, end = match.span() if match else (0, len(reading.title))
    return Fact(place, *reading.quote("title", start, end))


def _from_header(reading: Reading) -> Fact | None:
    """From a first line of parts between bars: "Company | Role | Place | REMOTE"."""
    line = reading.text[: _header_end(reading)]
    facts, start = [], 0
    for part in line.split("|"):
        facts.append(_from_part(reading, start, part))
        start += len(part) + 1
    # Reversed, so that the first part of each workplace is the one kept.
    by_place = {fact.value: fact for fact in reversed(facts) if fact}
    if "remote" in by_place and "hybrid" in by_place and required_days(by_place["hybrid"].evidence.casefold()):
        return by_place["hybrid"]
    return next((by_place[place] for place in PRIORITY if place in by_place), None)


def _header_end(reading: Reading) -> int:
    """Where the header line ends; 0 if the first line is not one. It may go on in lines that begin with a bar."""
    line = HEADER.match(reading.text, 0, MAX_HEADER)
    return line.end() if line and line[0].count("|") >= 2 else 0


def _from_part(reading: Reading, start: int, part: str) -> Fact | None:
    place = workplace_of(part)
    if place is None:
        return None
    start += len(part) - len(part.lstrip())
    return Fact(place, *reading.quote("text", start, start + len(part.strip())))


def _from_choice_of_locations(reading: Reading) -> Fact | None:
    """From a list of places with "Remote" among them: "Boston, MA; Remote (US)"."""
    location = (reading.ad.location or "").casefold()
    if "remote" not in location:
        return None
    parts = [part.strip() for part in re.split(r"[;|]| / | or ", location) if part.strip()]
    remote = [part for part in parts if REMOTE_PART.match(part)]
    others = [part for part in parts if part not in remote and not workplace_of(part)]
    return Fact("remote", "field:location") if remote and others else None


def _from_location(reading: Reading) -> Fact | None:
    places = {workplace_of(part) for part in (reading.ad.location or "").split(";")}
    place = next((place for place in PRIORITY if place in places), None)
    return Fact(place, "field:location") if place else None


def _from_text(reading: Reading, general: Fact | None) -> Fact | None:
    """What the text says of this role, if that is more than `general`, or something else."""
    text, begin = reading.lower_text, _header_end(reading)
    general_place = general.value if general else None
    is_remote = general_place == "remote"
    others = others_of(reading)

    def said_of_job(*, seeks_remote: bool) -> list[WorkplaceStatement]:
        items = statements(text, begin, general_place, seeks_remote=seeks_remote)
        return [item for item in items if not others.cover(item.end - 1)]

    best = _choose(said_of_job(seeks_remote=not is_remote), general)
    # Only against work that is remote for a time does it matter that the text calls the job remote elsewhere.
    if best and is_remote and best.strength == Strength.TEMPORARY:
        best = _choose(said_of_job(seeks_remote=True), general)
    if best is None or best.place == general_place or (is_remote and _is_of_fewer(reading, best)):
        return None
    return Fact(best.place, *reading.quote("text", *quoted_span(best, text)))


def _is_of_fewer(reading: Reading, statement: WorkplaceStatement) -> bool:
    """Whether visits are not those of this job, or days at a place those of one role among several."""
    if statement.strength == Strength.FIELD:
        return FROM_AFAR_ONLY.search(reading.lower_text) is not None
    is_of_role = statement.strength == Strength.DAYS and roles_start(reading.title) > 0
    return is_of_role and any(map(names_remote_and_hybrid, _short_texts(reading)))


def _choose(stated: Sequence[WorkplaceStatement], general: Fact | None) -> WorkplaceStatement | None:
    """The statement that decides: a choice, required days, an invitation, or the first that differs."""
    place = general.value if general else None

    def first(strength: Strength, *places: str) -> WorkplaceStatement | None:
        return next((item for item in stated if item.strength == strength and item.place in places), None)

    if choice := first(Strength.CHOICE, "remote"):
        return choice
    if days := first(Strength.DAYS, "hybrid", "onsite"):
        return days
    if invitation := first(Strength.INVITED, "remote"):
        return invitation
    temporary = first(Strength.TEMPORARY, "onsite")
    if place is None:
        return first(Strength.SAID, *PRIORITY) or temporary or _office(stated)
    if place == "remote":
        said = first(Strength.SAID, "hybrid", "onsite") or first(Strength.FIELD, "hybrid")
        return said or (None if first(Strength.SAID, "remote") else temporary)
    if place == "hybrid":
        # Texts of hybrid jobs mention both remote and office, so they cannot correct it.
        return None
    said = first(Strength.SAID, "remote", "hybrid")
    # A possibility to work at home makes a job that its field calls "not remote" hybrid.
    is_field = general is not None and general.evidence == "field:workplace"
    return said or (first(Strength.POSSIBLE, "hybrid") if is_field else None)


def _office(stated: Sequence[WorkplaceStatement]) -> WorkplaceStatement | None:
    """An office named in passing, in a text that says nothing of work elsewhere."""
    if any(item.place != "onsite" for item in stated):
        return None
    return next((item for item in stated if item.strength == Strength.OFFICE), None)
