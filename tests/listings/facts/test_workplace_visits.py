"""Work at other people's homes and in the field, days at home, and what only resembles a place of work."""

from __future__ import annotations

from dataclasses import replace

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Reading
from listings.facts.workplace.reader import offers_hybrid, read
from tests.examples import few
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="Lamp Keeper", company="Lantern Quay")
MIXED, REMOTE_ONLY = BOARDS["greenhouse"], BOARDS["remotive"]
SEVERAL = "Several roles at Lantern Quay: Lamp Keeper, Rope Engineer"


def reading_of(*sentences: str, is_remote: bool = False, title: str = AD.title, location: str | None = None) -> Reading:
    html = "".join(f"<p>{sentence}</p>" for sentence in ("We keep lamps.", *sentences, "Write us."))
    return Reading(replace(AD, html=html, title=title, location=location), REMOTE_ONLY if is_remote else MIXED)


def workplace(*sentences: str, is_remote: bool = False) -> str | None:
    fact = read(reading_of(*sentences, is_remote=is_remote))
    return fact.value if fact else None


@table(
    ("sentence", "expected"),
    [
        ("As an in-home lamp keeper, you are the guest of islanders.", "hybrid"),
        *few(
            [
                ("Your primary workplace is the private residence of our islanders.", "hybrid"),
                ("You conduct in-home lamp assessments.", "hybrid"),
                ("This is a full field sales role.", "hybrid"),
                ("You have experience in in-home visits.", "remote"),
                ("Your primary workplace is the virtual residence of our islanders.", "remote"),
                ("Work with our field sales team.", "remote"),
                ("Our lamps suit an in-home office.", "remote"),
            ],
            1,
        ),
    ],
)
def test_work_in_homes_and_in_the_field_is_not_remote(sentence: str, expected: str) -> None:
    assert workplace(sentence, is_remote=True) == expected


@table("only", ["You conduct video visits only.", *few(["You work exclusively by telehealth."], 0)])
def test_home_visits_of_others(only: str) -> None:
    visits = "A bonus for the number of in-home visits."
    assert workplace(visits, is_remote=True) == "hybrid"
    assert workplace(visits, only, is_remote=True) == "remote"


@table(
    ("sentence", "expected"),
    [
        ("Fridays are work from home days at our quay. It is not a remote role.", "hybrid"),
        ("A combination of on-site installation and remote connection brings lamps to the edge.", None),
        *few(
            [
                ("Lantern Quay in Bergen. Hybrid/on-site. Close to a station.", "hybrid"),
                ("You can work on all of our lamps remotely.", "remote"),
                ("While work is remote, you must live in Bergen.", "remote"),
                ("WFH Fridays", "hybrid"),
                ("A combination of on-site and remote work.", "hybrid"),
                ("Our Friday call is about remote work.", None),
                ("A gym membership at a club located just steps from our headquarters.", None),
                ("This role is located in our headquarters.", "onsite"),
                ("This remote role operates on a Sunday to Thursday schedule.", "remote"),
            ],
            1,
        ),
    ],
)
def test_days_at_home_and_places_of_other_things(sentence: str, expected: str | None) -> None:
    assert workplace(sentence) == expected


@table(
    ("sentence", "expected"),
    [
        ("This role is done from our Bergen office, hybrid, or fully remote.", True),
        *few(
            [
                ("Remote, hybrid, or onsite options available.", True),
                ("Note that this is a fully remote position (or optionally, hybrid remote in Bergen).", True),
                ("It follows a hybrid model for candidates based in Bergen and is open to remote candidates.", True),
                ("This is a hybrid position in Oslo. Remote candidates may be considered.", True),
                ("Chief Keeper: Hybrid / Remote – Lantern Quay", True),
                ("This is a remote/hybrid position.", True),
                ("Remote-first, with hybrid in-office days in Bergen", True),
                ("We serve hybrid/remote teams.", False),
                ("You write of hybrid / remote work.", False),
                ("Remote candidates may be considered. We repair hybrid cars.", False),
                ("You help remote or hybrid teams of our customers.", False),
                ("Lantern roles may offer remote or hybrid flexibility for spouses of sailors.", False),
                ("We build hybrid cloud or remote access products.", False),
            ],
            1,
        ),
    ],
)
def test_a_text_may_offer_hybrid_work_beside_remote_work(sentence: str, expected: bool) -> None:
    assert offers_hybrid(reading_of(sentence, is_remote=True)) is expected


def test_hybrid_work_of_the_field_stays_where_the_text_takes_remote_people_too() -> None:
    ad = replace(AD, workplace=("Hybrid (Bergen)",), html="<p>For remote talent, you must live in Norway.</p>")
    reading = Reading(ad, MIXED)
    fact = read(reading)
    assert fact is not None
    assert fact.value == "remote"
    assert offers_hybrid(reading)


def test_days_of_one_role_among_several() -> None:
    sentence = "Rope Engineer, hybrid, in our Bergen office two days a week."
    location = "Remote and Hybrid positions - Norway"
    of_several = read(reading_of(sentence, title=SEVERAL, location=location))
    of_one = read(reading_of(sentence, location=location))
    assert (of_several and of_several.value, of_one and of_one.value) == ("remote", "hybrid")


def test_a_heading_over_two_lines() -> None:
    reading = Reading(
        replace(AD, html="<p>Quay | Keeper</p><p>| Bergen or Oslo - Hybrid | Full-time</p><p>Lamps</p>"), MIXED
    )
    fact = read(reading)
    assert fact is not None
    assert fact.evidence == "Bergen or Oslo - Hybrid"


@table(
    ("text", "place", "quote"),
    [
        (
            "<p>We like it here, but fully remote work is not possible.</p>",
            "onsite",
            "but fully remote work is not possible",
        ),
        ("<p>Work remotely:</p><p>No</p>", "onsite", "Work remotely:\nNo"),
        ("<p>This is a fully remote job.</p>", "remote", "remote job"),
    ],
)
def test_a_denial_is_quoted_whole(text: str, place: str, quote: str) -> None:
    """ "Remote" alone would say the opposite."""
    fact = read(Reading(replace(AD, html=text), MIXED))
    assert fact is not None
    assert (fact.value, fact.evidence) == (place, quote)
