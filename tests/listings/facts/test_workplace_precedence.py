"""Which statement of the workplace decides: of the text, the locations, the board's field."""

from __future__ import annotations

from dataclasses import replace

from listings.boards import BOARDS
from listings.boards.base import Ad, Board
from listings.facts.base import Reading
from listings.facts.workplace.reader import offers_hybrid, read
from tests.tables import table

AD = Ad(
    external_id="1", url="https://board.example/1", title="Tide Engineer", company="Lantern Quay", location="Bergen"
)
MIXED, REMOTE_ONLY = BOARDS["remoteco"], BOARDS["remotive"]
NOT_REMOTE = ("not remote",)


def workplace(sentence: str, board: Board = MIXED, field: tuple[str, ...] | None = None) -> str | None:
    text = f"<p>We measure tides.</p><p>{sentence}</p><p>Apply with a short letter.</p>"
    fact = read(Reading(replace(AD, html=text, workplace=field), board))
    return fact.value if fact else None


@table(
    ("sentence", "expected"),
    [
        ("We measure them daily.", "onsite"),
        ("Anteilige Homeoffice-Möglichkeit", "hybrid"),
        ("Open to remote candidates.", "remote"),
        ("Flexible Arbeitszeiten und Option auf Home-Office", "hybrid"),
        ("Flexible Möglichkeiten für Remote-Arbeit", "hybrid"),
        ("Zwei Tage Homeoffice pro Woche", "hybrid"),
        ("Homeoffice kennen wir auch, aber keine 100% Remote-Arbeit.", "hybrid"),
        ("#LI-Hybrid", "hybrid"),
        ("Lantern Quay has no office.", "remote"),
        ("You will work remotely.", "remote"),
        ("Zuschuss zur Ausstattung", "onsite"),
        ("You lead remote teams.", "onsite"),
    ],
)
def test_a_field_that_says_not_remote_is_softened_by_the_text(sentence: str, expected: str) -> None:
    assert workplace(sentence, field=NOT_REMOTE) == expected


@table(
    ("sentence", "expected"),
    [
        ("We are authorized to employ individuals (remote or on-site) only in Ohio and Texas.", "onsite"),
        ("We are registered to hire people who work remotely or on site in four states.", "onsite"),
        ("You work remotely or on site.", "remote"),
        ("The person may sit in our office or remote.", "remote"),
    ],
)
def test_whom_a_firm_may_employ_is_no_choice(sentence: str, expected: str) -> None:
    assert workplace(f"Work Location: Onsite (Pine Bluff)</p><p>{sentence}") == expected


@table(
    ("location", "field", "expected"),
    [
        ("Boston, MA (HQ); Remote (US); Remote (Canada)", ("Hybrid",), "remote"),
        ("Bergen; Remote", ("On-site",), "remote"),
        ("Bergen or Remote", None, "remote"),
        ("Remote / Tucson, AZ", None, "remote"),
        ("Remote (US)", ("OnSite",), "onsite"),
        ("Remote (US); Remote (Canada)", ("Hybrid",), "hybrid"),
        ("Bergen; Oslo", ("Hybrid",), "hybrid"),
    ],
)
def test_a_choice_among_locations_comes_before_the_field(
    location: str, field: tuple[str, ...] | None, expected: str
) -> None:
    fact = read(Reading(replace(AD, location=location, workplace=field), MIXED))
    assert fact is not None
    assert fact.value == expected


@table(
    ("label", "expected"),
    [
        ("Remoto", "remote"),
        ("Teletrabajo", "remote"),
        ("Zdalnie", "remote"),
        ("100 % Homeoffice", "remote"),
        ("Remote Eligible", "remote"),
        ("Híbrido", "hybrid"),
        ("Hybride", "hybrid"),
        ("Ibrido", "hybrid"),
        ("Fully remote: No", "hybrid"),
        ("Presencial", "onsite"),
        ("Présentiel", "onsite"),
        ("Vor Ort", "onsite"),
        ("Kein Remote", "onsite"),
        ("On-site only - no remote", "onsite"),
        ("Office Based", "onsite"),
        ("Not eligible for remote", None),
        ("Remote work not allowed", None),
        ("Flex", None),
    ],
)
def test_a_field_in_other_words(label: str, expected: str | None) -> None:
    assert workplace("", field=(label,)) == expected


@table(
    ("text", "expected"),
    [
        ("The Job (On-site, Bergen and the islands)", "onsite"),
        ("Commitment: 40 hours per week, on-site, some travel", "onsite"),
        ("Work Remotely:<br>No", "onsite"),
        ("Work Remotely:<br>Temporarily due to COVID-19", "onsite"),
        ("Roles are (1) on-site, (2) hybrid or (3) remote.<br>This role is fully remote.", "remote"),
        ("Training is on site for two weeks, then fully remote.", "remote"),
        ("Join our team in our Bergen office.", "onsite"),
        ("Join our team in our Bergen office.<br>You will work remotely.", "remote"),
        ("This position is based in our Bergen office, with two days a week from home.", "hybrid"),
        ("Location: Remote US", "remote"),
    ],
)
def test_the_statement_that_decides(text: str, expected: str) -> None:
    assert workplace(text) == expected


@table(
    ("invitation", "said", "expected"),
    [
        (
            "Open to remote candidates based in the US.",
            "This position is based in our Reston, Virginia office.",
            "remote",
        ),
        ("Remote applicants are welcome.", "This is an on-site role.", "remote"),
        ("We offer no visa, but we accept remote candidates.", "This is an on-site role.", "remote"),
        ("We welcome remote applicants.", "You must come to our office three days a week.", "hybrid"),
        ("We don't accept remote candidates.", "This is an on-site role.", "onsite"),
        ("Open to remote candidates for other roles.", "This is an on-site role.", "onsite"),
        ("You will interview remote candidates.", "This is an on-site role.", "onsite"),
        ("The team is open to remote working on occasion.", "This is an on-site role.", "onsite"),
    ],
)
@table("board", [MIXED, REMOTE_ONLY])
def test_an_invitation_outweighs_the_office_but_not_its_days(
    invitation: str, said: str, expected: str, board: Board
) -> None:
    assert workplace(f"{invitation} {said}", board) == expected
    assert workplace(f"{said} {invitation}", board) == expected


@table(
    ("field", "expected"),
    [
        ("Bergen (Hybrid) and Remote", True),
        ("REMOTE or HYBRID (Bergen/Oslo)", True),
        ("Remote/Hybrid", True),
        ("Remote, no hybrid", False),
        ("Remote (hybrid cloud)", False),
        # One kind of work, and no remote work at all.
        ("Hybrid remote", False),
        ("Hybrid, not remote", False),
        ("Remote", False),
    ],
)
def test_an_ad_may_offer_hybrid_work_beside_remote_work(field: str, expected: bool) -> None:
    reading = Reading(replace(AD, workplace=(field,)), MIXED)
    fact = read(reading)
    assert offers_hybrid(reading) is expected
    assert (fact and fact.value) == "remote" or not expected
