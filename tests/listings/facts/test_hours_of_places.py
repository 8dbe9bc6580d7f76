"""Places that stand for their time: beside a tolerance, or as the database of time zones names them."""

from __future__ import annotations

from dataclasses import replace

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts import read
from listings.vocabulary.country_zones import zone_of_country
from listings.vocabulary.zones import zone_names
from tests.examples import few
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="Tide Engineer", company="Lantern Quay")
Offsets = tuple[float, float] | None


def offsets(ad: Ad) -> Offsets:
    hours = read(ad, BOARDS["remoteco"])["hours"]
    return (hours["utc_min"], hours["utc_max"]) if hours else None


@table(
    ("words", "expected"),
    [
        ("Remote (Europe/London +/-2)", (-2, 2)),
        ("Remote (America/New_York)", (-5, -5)),
        ("Time zone: Europe/Warsaw", (1, 1)),
        ("Remote (Switzerland ± 6 hours)", (-5, 7)),
        ("Remote (Germany +/- 2 hours)", (-1, 3)),
        ("Remote (Portugal, +/- 3 hours)", (-3, 3)),
        ("Remote (Berlin ±3)", (-2, 4)),
        ("Remote, within 3 hours of New York", (-8, -2)),
        ("Remote within +/-2 hours of Poland", (-1, 3)),
        ("CET ±3", (-2, 4)),
        ("UTC-3 to UTC+3", (-3, 3)),
        ("GMT+1 (+/- 2h)", (-1, 3)),
    ],
)
def test_place_is_a_time(words: str, expected: Offsets) -> None:
    """In the location, in the title and in the first line of the text; where one lives stays open."""
    ads = (
        replace(AD, location=words),
        replace(AD, title=f"Tide Engineer ({words})"),
        replace(AD, html=f"<p>Lantern Quay | Tide Engineer | {words} | Full-time</p><p>We measure tides.</p>"),
    )
    assert [offsets(ad) for ad in ads] == [expected] * 3
    assert [read(ad, BOARDS["remoteco"])["residence"] for ad in ads] == [None] * 3


@table(
    ("words", "residence"),
    [
        ("You must live within 3 hours of London by train.", None),
        ("Our revenue is from Germany +/- 10%.", None),
        ("Remote (Canada +/- 2 hours)", None),
        ("Location: Remote, Europe/Asia", ["europe", "asia"]),
        ("Location: Poland + Germany", ["PL", "DE"]),
    ],
)
def test_no_time(words: str, residence: list[str] | None) -> None:
    facts = read(replace(AD, html=f"<p>We measure tides.</p><p>{words}</p>"), BOARDS["remoteco"])
    assert facts["hours"] is None
    assert (facts["residence"] or {}).get("include") == residence


def test_zones_of_countries_exist() -> None:
    assert set(zone_of_country().values()) <= zone_names()


@table(
    ("words", "expected"),
    few(
        [
            ("Remote (PT/ET Hours)", (-8, -5)),
            ("Remote within 2/3 hrs of CET", (-2, 4)),
            ("In one of the four time zones of the continental United States", (-8, -5)),
            ("Able to work in a US time zone.</p><p>Nice to have: sailing", (-8, -5)),
            ("Only central Europe time zones", (1, 1)),
            # A place to live in is no time.
            ("Remote | Europe + US East Coast", None),
            ("You must either live in Europe or in the Eastern time zone of the US.", None),
        ],
        3,
    ),
)
def test_zones_beside_places(words: str, expected: Offsets) -> None:
    assert offsets(replace(AD, html=f"<p>{words}</p>")) == expected


def test_window_that_nobody_works_through_is_no_working_day() -> None:
    hours = read(replace(AD, html="<p>Your shifts are between 7 a.m. and 10 p.m. ET.</p>"), BOARDS["remoteco"])["hours"]
    assert (hours["utc_min"], hours.get("day_start")) == (-5, None)


@table(
    ("words", "expected"),
    [
        ("Working hours: Monday – Friday: 09:00 – 18:00 (Thailand time)", (7, 9, 18)),
        *few(
            [
                ("You work 10 am to 6 pm, Chile time.", (-4, 10, 18)),
                ("You work 9 am to 5 pm Portugal time.", (0, 9, 17)),
                ("You work 9:30 to 17:30 in Turkey local time.", (3, 9.5, 17.5)),
            ],
            1,
        ),
    ],
)
def test_hours_of_a_country(words: str, expected: tuple[float, float, float]) -> None:
    hours = read(replace(AD, html=f"<p>{words}</p>"), BOARDS["remoteco"])["hours"]
    assert (hours["utc_min"], hours["day_start"], hours["day_end"]) == expected


@table(
    "words",
    [
        # A state as well, several zones, a shop, no place.
        "You work 10:00 to 19:00 (Georgia time).",
        "You work 10:00 to 19:00 (Australia time).",
        "Our shop is open 8 am to 4 pm Malta time.",
        "Lunch is from 12:00 to 14:00 Full Time.",
        "Founded in 1990 in Malta Time.",
    ],
)
def test_clocks_beside_other_names(words: str) -> None:
    assert offsets(replace(AD, html=f"<p>{words}</p>")) is None


def test_a_shorter_day_within_opening_hours_keeps_the_zone_alone() -> None:
    for words, expected in (
        ("A 40-hour schedule within operating hours of Monday-Saturday, 7:00 AM to 8:00 PM EST.", (-5, None)),
        ("You work within business hours of 9 am to 5 pm EST.", (-5, 9)),
    ):
        hours = read(replace(AD, html=f"<p>{words}</p>"), BOARDS["remoteco"])["hours"]
        assert (hours["utc_min"], hours.get("day_start")) == expected
