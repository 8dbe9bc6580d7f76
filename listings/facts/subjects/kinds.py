"""Of whom or what a sentence may be said."""

from __future__ import annotations

from enum import StrEnum


class SentenceSubject(StrEnum):
    """Who or what a statement is about. PERSON: the person who takes the job, or this role. UNKNOWN: nothing says."""

    PERSON = "person"
    UNKNOWN = "unknown"
    CONDITION = "condition"
    NOTICE = "notice"
    BENEFIT = "benefit"
    WISH = "wish"
    OTHER_OPENING = "other opening"
    RECRUITMENT = "recruitment"
    CUSTOMERS = "customers"
    MARKET = "market"
    TEAM = "team"
    COMPANY = "company"
    TRAVEL = "travel"
    TASK = "task"

    @property
    def is_of_job(self) -> bool:
        return self in (SentenceSubject.PERSON, SentenceSubject.UNKNOWN)


# What the whole sentence is then about, wherever in it the statement stands.
FRAMES = (
    SentenceSubject.CONDITION,
    SentenceSubject.NOTICE,
    SentenceSubject.BENEFIT,
    SentenceSubject.WISH,
    SentenceSubject.OTHER_OPENING,
    SentenceSubject.RECRUITMENT,
    SentenceSubject.TRAVEL,
)
