"""Sentences that say where the person lives, where the employer hires, or where the work is done."""

from __future__ import annotations

import re
from dataclasses import replace

from listings.facts.residence import wordings
from listings.facts.residence.choices import with_hybrid_places
from listings.facts.residence.compass import has_unnamed_part
from listings.facts.residence.evaluation import Places
from listings.facts.residence.expressions import read_places
from listings.facts.residence.hits import (
    MAX_GAP,
    NOT_THE_PERSON,
    Hit,
    ResidenceStatement,
    counts_employees,
    is_framed,
    places_after,
    to_statement,
)
from listings.facts.residence.lines import places_before
from listings.facts.residence.near_offices import offices_after
from listings.facts.residence.role_items import is_behind_role
from listings.facts.residence.world_wordings import SOMETIMES
from listings.facts.subjects import SentenceSubject, frame_of, governor

MAX_BRACKET, MIN_BARS = 160, 2
PART_OF_HEADER = re.compile(r"[^|\n]{0,200}(?=[|\n])")
# Within how many characters the sentences of a notice stand.
MAX_NOTICE = 300


def read_home(hit: Hit) -> ResidenceStatement | None:
    """ "You must be based in Spain", "who lives in Peru", "- Are located in the EU" """
    places = (offices_after(hit) if wordings.DISTANCE.match(hit.phrase) else None) or places_after(hit)
    if places is None or not places.include or is_framed(hit, places):
        return None
    # "The range is based on the Oslo area": only a coast is what one is based on.
    if hit.phrase == "based on the" and not has_unnamed_part(places.include):
        return None
    places = _with_second(hit, places)
    subject = governor(hit.lower[hit.sentence_start : hit.end])
    is_said = wordings.REMOTE_IF.search(hit.left) or wordings.EMPLOYEES_MAY.search(hit.left)
    if subject in NOT_THE_PERSON and not is_said:
        return None
    is_implied = is_said or wordings.IMPLIED_PERSON.fullmatch(_last_request(hit.left))
    if subject is SentenceSubject.UNKNOWN and not is_implied:
        return None
    if not places.exclude and (_is_asked(hit) or _is_about_firm(hit, places)):
        return None
    # "Candidates based in Spain get …" says something else of them.
    if wordings.PEOPLE_BEFORE.search(hit.left) and not _is_said_of_all(hit, places):
        return None
    if hit.phrase.startswith("live ") and wordings.IS_LIVE.search(hit.left):
        return None
    if wordings.DISTANCE.match(hit.phrase) and not wordings.LIVING.search(hit.left):
        return None
    if wordings.STATUS.fullmatch(hit.phrase) and wordings.STATUS_BEFORE.search(f"{hit.left}{hit.phrase}"):
        return to_statement(hit, places, "legal")
    return to_statement(hit, places)


def _last_request(left: str) -> str:
    """The last of several requests: "be " of "Please have a bank account, and be "."""
    return left.rpartition(" and ")[2] if wordings.PLEASE.match(left) else left


def _with_second(hit: Hit, places: Places) -> Places:
    """The places with those after "or", where "either" announces them."""
    second = wordings.SECOND_HOME.match(hit.lower, places.end, hit.sentence_end)
    if second is None or not wordings.EITHER.search(hit.left):
        return places
    others = read_places(hit.text, second.end(), end=hit.sentence_end)
    if others is None or others.start > second.end():
        return places
    return replace(places, include=tuple(dict.fromkeys((*places.include, *others.include))), end=others.end)


def _is_question(hit: Hit) -> bool:
    return hit.lower[hit.sentence_end : hit.sentence_end + 1] == "?"


def _is_asked(hit: Hit) -> bool:
    """ "Are you living in Lyon? Come by for a coffee." """
    return _is_question(hit) and wordings.ASKED_OF_HOME.fullmatch(hit.left + hit.phrase.partition(" ")[0]) is not None


def _is_about_firm(hit: Hit, places: Places) -> bool:
    """ "Based in Lyon, Lantern builds lamps", "Lantern, based in Lyon, builds lamps" """
    if wordings.TO_THE_PERSON.match(hit.phrase) and not _is_question(hit):
        return False
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
    if wordings.FINITE.match(hit.phrase) and wordings.THE_PERSON.search(hit.left):
        return True
    before = wordings.PEOPLE_BEFORE.sub("", _within_bracket(hit.left))
    return wordings.ALONE.fullmatch(before) is not None and wordings.COMPLETE.match(hit.right(places.end)) is not None


def _within_bracket(left: str) -> str:
    """What stands before a place in its bracket, which is a sentence of its own: "(candidates in Peru only)"."""
    before, _, inner = left.rpartition("(")
    return inner if before and ")" not in inner else left


def read_people(hit: Hit) -> ResidenceStatement | None:
    """ "open to candidates in Spain", "Only applicants from Peru" """
    places = places_after(hit)
    if places is None or not places.include or is_framed(hit, places):
        return None
    if counts_employees(hit.left + hit.phrase.partition(" ")[0]):
        return None
    if governor(_within_bracket(hit.left)) in NOT_THE_PERSON or not _is_said_of_all(hit, places):
        return None
    return to_statement(hit, places)


def read_hiring(hit: Hit) -> ResidenceStatement | None:
    """ "We can only hire in Spain", "This role is open to Peru" """
    places = places_after(hit)
    if places is None or not places.include or is_framed(hit, places):
        return None
    # "Hiring in Oslo for design and in Lyon for sales": this opening may be either.
    if wordings.FOR_OTHERS.match(hit.lower, places.end):
        return None
    # "We work with engineers from Peru": colleagues, unless the countries are announced as a list.
    if wordings.WORKS_WITH.match(hit.phrase) and "countries" not in hit.lower[hit.end : places.start]:
        return None
    # "One of the following locations: Lyon, Nice campus, or remote"
    is_announced = wordings.ANNOUNCED.match(hit.phrase)
    if places.only_towns and is_announced and wordings.OR_REMOTE.search(hit.right(places.end)):
        return None
    subject = governor(hit.left)
    if subject in (SentenceSubject.CUSTOMERS, SentenceSubject.TASK) or wordings.WHERE_HIRED.search(hit.left):
        return None
    # "We ship to the following countries"
    if is_announced and wordings.WORD.search(hit.left) and not wordings.WORKS.search(hit.left):
        return None
    is_verb = wordings.HIRES.match(hit.phrase) is not None
    if not is_verb and subject is not SentenceSubject.PERSON and wordings.WORD.search(hit.left):
        return None
    if is_verb and wordings.YOU_WILL.search(hit.left):
        return None
    return to_statement(hit, places)


def read_role(hit: Hit) -> ResidenceStatement | None:
    """ "Remote in Spain", "a remote role in Peru", "remote (EU)" """
    if hit.text[hit.start : hit.end].endswith(" AUS"):
        # "Remote AUS/NZ" is not German.
        hit = replace(hit, end=hit.end - len(" aus"))
    places = _places_of_work(hit)
    if places is None:
        return None
    if hit.phrase[-1] in "-–—,/" and (earlier := _places_of_list(hit)) is not None:
        return _whole_list(hit, earlier, places)
    if hit.phrase[-1] in "(-–—:,/" and places.start - hit.end > MAX_GAP // 2:
        return None
    subject = governor(hit.left)
    if subject in NOT_THE_PERSON and not _is_said_of_job(hit):
        return None
    if not _is_work_of_person(hit, subject):
        return None
    # "Remote / Austin, TX" and "Full-time | Remote, Austin, Boston" are choices.
    if places.only_towns and (
        hit.phrase[-1] == "/" or (hit.phrase[-1] == "," and places.count > 1 and _is_in_header(hit))
    ):
        return None
    return to_statement(hit, with_hybrid_places(hit, places) if hit.phrase.startswith("remote") else places)


def _places_of_work(hit: Hit) -> Places | None:
    """The places right after the trigger, unless they are those of the other choice or a part of a list."""
    is_on_site = wordings.ON_SITE.match(hit.phrase) is not None
    if is_on_site and not _is_of_office_job(hit):
        return None
    places = places_after(hit, end=_end_of_bracket(hit))
    if is_on_site and places is not None:
        places = _with_towns_behind(hit, places)
    if places is None or not places.include or is_framed(hit, places) or wordings.PARTLY.search(hit.left):
        return None
    # A list that was not read to its end.
    if is_on_site and wordings.LIST_GOES_ON.match(hit.text, places.end):
        return None
    if places.only_towns and wordings.OR_ON_SITE.search(hit.lower, hit.end, places.start):
        return None
    return places


def _with_towns_behind(hit: Hit, places: Places) -> Places:
    """ "Hybrid (USA) Boston, Salem OR": the country in the bracket, or the towns that it is the heading of."""
    closing = _end_of_bracket(hit)
    if closing is None:
        return places
    part = PART_OF_HEADER.match(hit.text, closing) if _is_in_header(hit) else None
    end = part.end() if part else hit.sentence_end
    whole = read_places(hit.text, hit.end - 1, strict=part is None, end=end)
    return whole if whole is not None and whole.end > closing + 1 and whole.include else places


def _is_said_of_job(hit: Hit) -> bool:
    """Whether the words before a place are of this job, whatever else its sentence names."""
    if wordings.WE_ARE_REMOTE.search(hit.left) or wordings.FILLED_OR.search(hit.left):
        return True
    return is_behind_role(hit.lower, hit.start)


def _is_of_office_job(hit: Hit) -> bool:
    """Whether a place may be that of a job on site. Beside remote work an office is a choice."""
    return wordings.OF_ROLE.search(hit.left) is not None and "remote" not in hit.lower


def _is_work_of_person(hit: Hit, subject: SentenceSubject) -> bool:
    """Whether words for work are said of the job or of the person who takes it."""
    if hit.phrase == "work from" and wordings.MAY_WORK.search(hit.left):
        # "You may work from Spain four weeks a year" is a perk.
        return SOMETIMES.search(hit.right()) is None
    if wordings.WORK_NOUN.match(hit.phrase):
        return wordings.THIS_WORK.search(hit.left) is not None
    if not wordings.WORK_VERB.match(hit.phrase) or subject is SentenceSubject.PERSON:
        return True
    # "Work remotely from Peru": an invitation.
    return hit.phrase == "work remotely from" and not wordings.WORD.search(hit.left)


def _is_in_header(hit: Hit) -> bool:
    """Whether the trigger stands in a line of parts between bars."""
    end = hit.text.find("\n", hit.end)
    return hit.text.count("|", hit.text.rfind("\n", 0, hit.start) + 1, end if end >= 0 else len(hit.text)) >= MIN_BARS


def _places_of_list(hit: Hit) -> Places | None:
    """The places right before "remote" or its comma."""
    end = hit.start
    while end > hit.sentence_start and hit.lower[end - 1] in " ,":
        end -= 1
    return places_before(hit, end)


def _whole_list(hit: Hit, earlier: Places, later: Places) -> ResidenceStatement | None:
    """ "Canada, US remote, Mexico": all of the list. Of "Peru, remote, Chile" who knows what is remote."""
    if "," in hit.lower[earlier.end : hit.start]:
        return None
    places = read_places(hit.text, earlier.start, end=hit.sentence_end)
    if places is None or places.end < later.end or (places.only_towns and wordings.CHOICE.search(hit.lower, hit.start)):
        return None
    return ResidenceStatement("required", places.include, places.exclude, places.start, places.end)


def _end_of_bracket(hit: Hit) -> int | None:
    closing = hit.text.find(")", hit.end, hit.end + MAX_BRACKET) if hit.phrase[-1] == "(" else -1
    return closing if closing > 0 else None


def _is_for_each_country(hit: Hit) -> bool:
    """Whether a notice asks the applicants for openings of several countries for the right to work in each."""
    if wordings.FOR_OPENINGS_OF.search(hit.left) is None:
        return False
    nearby = wordings.FOR_OPENINGS_OF.finditer(hit.lower, max(0, hit.start - MAX_NOTICE), hit.end + MAX_NOTICE)
    return len({match[1].replace(".", "") for match in nearby}) > 1


def read_legal(hit: Hit) -> ResidenceStatement | None:
    """ "authorised to work in the US", "a work permit for Spain" """
    if wordings.IS_WORK.match(hit.phrase) and not wordings.AUTHORISED.search(hit.left):
        is_of_work = hit.phrase.startswith("work") or wordings.REMOTE_LAST.search(hit.left)
        return read_role(hit) if is_of_work else None
    places = places_after(hit)
    if (
        places is None
        or not places.include
        or frame_of(hit.left) not in (SentenceSubject.UNKNOWN, SentenceSubject.BENEFIT)
    ):
        return None
    if governor(hit.left) is SentenceSubject.CUSTOMERS or wordings.NEGATED_RIGHT.search(hit.left):
        return None
    if wordings.OF_ALL_HIRED.search(hit.left) or _is_for_each_country(hit):
        return None
    return to_statement(hit, places, "legal")
