"""Which words make a statement doubtful, by its kind: one table for the readers of all facts.

The rules for whole sentences and the groups of people are asked first. What is left here may be said of the person,
unless such a word stands beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from listings.facts.subjects.cues import Cue, any_cue

CUSTOMERS = (Cue.CUSTOMERS, Cue.CLIENTS)
PEOPLE_OF_TEAM = (Cue.TEAM, Cue.COLLEAGUES)
GATHERINGS = (Cue.EVENT, Cue.TRAINING, Cue.RECRUITMENT)


class StatementKind(StrEnum):
    """What a sentence may state of the person. The words that leave it in doubt are in DOUBTS."""

    WORKPLACE = "the work is done at a place"
    PRESENCE = "somebody must be there"
    OFFICE = "which office the person joins"
    DAYS = "days at a place"
    CHOICE = "a choice of home or office"
    FIELD_WORK = "work at other people's places"
    HOURS = "when somebody works"
    TIME_ZONE = "the time zone of a person"


DOUBTS: Mapping[StatementKind, tuple[Cue, ...]] = {
    StatementKind.WORKPLACE: (
        *(Cue.CONDITION, Cue.NEARBY, Cue.WISH, Cue.OPTION, Cue.OFFER, Cue.ABSENT, Cue.RELEASE, Cue.USUALLY),
        *(Cue.OTHERS, *PEOPLE_OF_TEAM, *CUSTOMERS),
        *(*GATHERINGS, Cue.OTHER_TIME, Cue.COMFORT, Cue.SKILL),
    ),
    StatementKind.PRESENCE: (
        *(Cue.STAGE, Cue.RECRUITMENT, Cue.VISIT, Cue.COMFORT, *CUSTOMERS, Cue.SUPPORT, Cue.TRAINING),
    ),
    StatementKind.OFFICE: (
        *(Cue.VISIT, Cue.EVENT, Cue.OFFER, Cue.OPTION, Cue.CONDITION, *CUSTOMERS, Cue.COLLEAGUES, Cue.SKILL),
    ),
    StatementKind.DAYS: (
        *(Cue.CONDITION, Cue.DISTANCE, Cue.WISH, Cue.OPTION, Cue.ABSENT, Cue.RELEASE, Cue.USUALLY),
        *(Cue.SOME_OF_TEAM, Cue.LEADERS, Cue.CUSTOMERS),
        *(*GATHERINGS, Cue.OTHER_TIME, Cue.COMFORT, Cue.ABSENCE, Cue.OPENING_HOURS),
    ),
    StatementKind.CHOICE: (
        *(Cue.CONDITION, Cue.NEGATION, Cue.SUPPORT, Cue.CUSTOMERS, Cue.SKILL, *PEOPLE_OF_TEAM, Cue.VISIT),
        *GATHERINGS,
    ),
    StatementKind.FIELD_WORK: (Cue.SKILL, Cue.NEGATION, Cue.ABSENT, Cue.SUPPORT, Cue.TEAM),
    StatementKind.HOURS: (Cue.WISH, Cue.DEADLINE, Cue.CONTACT, Cue.PUBLIC_EVENT, Cue.RELEASE, Cue.HABIT),
    StatementKind.TIME_ZONE: (Cue.SPREAD, Cue.ROUGHLY),
}
PATTERNS = {kind: any_cue(*cues) for kind, cues in DOUBTS.items()}
PERSON, BINDING = any_cue(Cue.PERSON), any_cue(Cue.BINDING)
# Of a service, a market or a meeting, unless the sentence speaks of the person.
OF_SERVICES = any_cue(Cue.SERVICE, Cue.LEADERS, *CUSTOMERS, Cue.SUPPORT, Cue.EVENT)


def is_doubtful(kind: StatementKind, words: str) -> bool:
    """Whether `words` (in lower case) leave it in doubt that a statement of this kind is made of the person."""
    return PATTERNS[kind].search(words) is not None


def names_person(sentence: str) -> bool:
    """Whether a sentence in lower case speaks of the person who is sought, or of the job."""
    return PERSON.search(sentence) is not None


def binds_somebody(sentence: str) -> bool:
    """Whether a sentence in lower case says what somebody has to do."""
    return BINDING.search(sentence) is not None


def is_of_service(sentence: str) -> bool:
    """Whether a sentence in lower case is about something else that keeps hours: a shop, a market, a meeting."""
    return OF_SERVICES.search(sentence) is not None and not names_person(sentence)
