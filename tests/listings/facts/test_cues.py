"""Words that make it doubtful of whom a sentence is said: what each cue hears, and what it leaves alone."""

from __future__ import annotations

from listings.facts.subjects import enables_others, is_conceded
from listings.facts.subjects.cues import Cue, any_cue
from tests.tables import table

# Cue → sentences that have it, and sentences that only look like it.
EXAMPLES: dict[Cue, tuple[list[str], list[str]]] = {
    Cue.PERSON: (["you work nine to five", "deine arbeitszeit", "the shift begins at six"], ["the shop opens at six"]),
    Cue.BINDING: (["you must come in", "presence is expected"], ["some come in"]),
    Cue.CONDITION: (["if you live in kent", "unless agreed", "falls du magst", "regardless of place"], ["a gift shop"]),
    Cue.DISTANCE: (["within 30 miles of leeds", "within 20-km"], ["within 3 hours of utc", "within the team"]),
    Cue.NEARBY: (["an easy commute", "near the lake"], ["nearly done"]),
    Cue.WISH: (
        ["ideally on cet", "a plus", "not essential", "bevorzugt in utc"],
        ["the ideal candidate works at night"],
    ),
    Cue.OPTION: (["you are welcome to", "optional", "free to use"], ["you work here"]),
    Cue.OFFER: (["we have desks", "available on request"], ["officer"]),
    Cue.NEGATION: (["no desks", "not here"], ["note this", "north"]),
    Cue.ABSENT: (["nobody comes in", "without an office"], ["body and soul"]),
    Cue.RELEASE: (["you don't need to come", "you needn't come", "no need", "any time zone"], ["we need you"]),
    Cue.OTHERS: (["many work at home", "our employees"], ["something else"]),
    Cue.SOME_OF_TEAM: (["some of us", "most teams"], ["some days"]),
    Cue.TEAM: (["the team meets"], ["teamwork"]),
    Cue.COLLEAGUES: (["with colleagues"], ["at college"]),
    Cue.USUALLY: (["typically at ten"], ["a type"]),
    Cue.LEADERS: (["the ceo is there", "our founders"], ["a leader of five"]),
    Cue.HABIT: (["we mostly work late", "we start at nine but are flexible"], ["you mostly work late"]),
    Cue.SPREAD: (["in 9 time zones", "clients are in peru", "spread over asia"], ["in one time zone"]),
    Cue.ROUGHLY: (
        # What is read ends where the zone begins.
        ["within a few hours of pacific time", "you are close to the ", "near our core hours in ", "time zone: near "],
        ["within three hours of cet", "closely with us", "near the pacific coast, in ", "part-time work near oslo, "],
    ),
    Cue.CUSTOMERS: (["customers call", "kunden rufen an"], ["customs"]),
    Cue.CLIENTS: (["for a client"], ["clientele"]),
    Cue.SUPPORT: (["support hours", "we supported them"], ["a sport"]),
    Cue.SERVICE: (["the shop opens", "nyse", "our standup", "tiendas"], ["the desktop"]),
    Cue.CONTACT: (["call us at nine", "our hotline"], ["your calls"]),
    Cue.OPENING_HOURS: (["the studio is open", "closed on mondays"], ["an open role"]),
    Cue.EVENT: (["at meetings", "two retreats"], ["we meet"]),
    Cue.PUBLIC_EVENT: (["the webinar", "an information session"], ["sessions with users"]),
    Cue.VISIT: (["two visits"], ["visiting"]),
    Cue.TRAINING: (["trained on site", "onboarding"], ["a tram"]),
    Cue.RECRUITMENT: (["interviews at ten"], ["a view"]),
    Cue.STAGE: (["the final round"], ["finally"]),
    Cue.DEADLINE: (["applications close on friday", "apply by noon", "posted at 9"], ["you apply paint"]),
    Cue.OTHER_TIME: (["formerly here", "during the pandemic", "temporarily"], ["a permanent job"]),
    Cue.ABSENCE: (["sick leave", "28 days of holiday"], ["leaves"]),
    Cue.COMFORT: (["free lunches", "a gym"], ["gymnasium"]),
    Cue.SKILL: (["experience in an office"], ["experienced"]),
}


def test_every_cue_has_examples() -> None:
    assert set(EXAMPLES) == set(Cue)


@table(("cue", "sentence"), [(cue, text) for cue, (heard, _) in EXAMPLES.items() for text in heard])
def test_it_is_heard(cue: Cue, sentence: str) -> None:
    assert any_cue(cue).search(sentence)


@table(("cue", "sentence"), [(cue, text) for cue, (_, not_) in EXAMPLES.items() for text in not_])
def test_it_is_not_heard(cue: Cue, sentence: str) -> None:
    assert not any_cue(cue).search(sentence)


def test_any_of_several_is_enough() -> None:
    assert any_cue(Cue.EVENT, Cue.VISIT).search("two visits")


@table(
    ("clause", "expected"),
    [
        ("our tool helps teams to ", True),
        ("we enable small firms to ", True),
        ("this allows you to ", False),
        ("you work ", False),
    ],
)
def test_what_others_are_enabled_to_do(clause: str, expected: bool) -> None:
    assert enables_others(clause) is expected


@table(
    ("clause", "expected"),
    [
        ("although our staff work ", True),
        ("während das team ", True),
        ("although we have an office, you work ", False),
        ("while this role is flexible and ", False),
        ("our staff work ", False),
    ],
)
def test_what_is_granted_of_others(clause: str, expected: bool) -> None:
    assert is_conceded(clause) is expected
