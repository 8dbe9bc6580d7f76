"""Whom a statement is about: the person who takes the job, or somebody or something else.

Places, zones, pay, levels and workplaces appear all over an ad. Only those said of the person or of this role are
facts of the job, so every reader asks here before it believes a sentence.
"""

from __future__ import annotations

from listings.facts.subjects.doubts import StatementKind, binds_somebody, is_doubtful, is_of_service, names_person
from listings.facts.subjects.governors import describes_others, enables_others, governor, is_conceded
from listings.facts.subjects.groups import PeopleGroup, groups_in
from listings.facts.subjects.holders import holder_of, is_of_market
from listings.facts.subjects.kinds import FRAMES, SentenceSubject
from listings.facts.subjects.rules import frame_of, subject_at, subject_of
from listings.facts.subjects.sentences import MAX_SENTENCE, answer_of_yes, is_denied_question, sentence_bounds

__all__ = [
    "FRAMES",
    "MAX_SENTENCE",
    "PeopleGroup",
    "SentenceSubject",
    "StatementKind",
    "answer_of_yes",
    "binds_somebody",
    "describes_others",
    "enables_others",
    "frame_of",
    "governor",
    "groups_in",
    "holder_of",
    "is_conceded",
    "is_denied_question",
    "is_doubtful",
    "is_of_market",
    "is_of_service",
    "names_person",
    "sentence_bounds",
    "subject_at",
    "subject_of",
]
