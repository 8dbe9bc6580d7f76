"""Which words leave which kind of statement in doubt."""

from __future__ import annotations

from listings.facts.subjects import StatementKind, binds_somebody, is_doubtful, is_of_service, names_person
from listings.facts.subjects.cues import Cue
from listings.facts.subjects.doubts import DOUBTS
from tests.tables import table

# Kind → what is doubtful, and what is not.
EXAMPLES: dict[StatementKind, tuple[str, str]] = {
    StatementKind.WORKPLACE: ("some of our employees are on site", "this role is on site"),
    StatementKind.PRESENCE: ("the final interview must be on site", "you must be on site"),
    StatementKind.OFFICE: ("you visit clients from our office", "you join our office"),
    StatementKind.DAYS: ("sick leave of two days", "two days in the office"),
    StatementKind.CHOICE: ("the team is remote or in the office", "remote or in the office"),
    StatementKind.FIELD_WORK: ("no field work", "this is field work"),
    StatementKind.HOURS: ("ideally you work in cet", "you work in cet"),
    StatementKind.TIME_ZONE: ("our team spans several time zones", "your time zone is cet"),
}


def test_every_kind_has_doubts_and_examples() -> None:
    assert set(EXAMPLES) == set(DOUBTS) == set(StatementKind)


@table(("kind", "doubtful", "plain"), [(kind, *pair) for kind, pair in EXAMPLES.items()])
def test_what_is_doubtful(kind: StatementKind, doubtful: str, plain: str) -> None:
    assert is_doubtful(kind, doubtful)
    assert not is_doubtful(kind, plain)


@table("kind", StatementKind)
def test_no_word_tells_twice(kind: StatementKind) -> None:
    assert len(DOUBTS[kind]) == len(set(DOUBTS[kind]))


def test_every_word_is_heeded_by_somebody() -> None:
    of_services = {Cue.SERVICE, Cue.LEADERS, Cue.CUSTOMERS, Cue.CLIENTS, Cue.SUPPORT, Cue.EVENT}
    heeded = {cue for cues in DOUBTS.values() for cue in cues} | of_services | {Cue.PERSON, Cue.BINDING}
    assert heeded == set(Cue)


@table(
    ("sentence", "of_service", "of_person", "binding"),
    [
        ("the shop opens at six", True, False, False),
        ("you must open the shop at six", False, True, True),
        ("presence is expected", False, False, True),
    ],
)
def test_whose_the_sentence_is(sentence: str, of_service: bool, of_person: bool, binding: bool) -> None:
    assert is_of_service(sentence) is of_service
    assert names_person(sentence) is of_person
    assert binds_somebody(sentence) is binding
