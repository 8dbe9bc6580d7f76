"""Working hours: offsets, zones, overlaps and shifts, and times that are not working hours."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Fact, Reading
from listings.facts.hours.reader import read
from listings.facts.hours.zone_mentions import parse_offset
from listings.vocabulary.zones import ABBREVIATIONS, CITIES, NAMES, standard_offset
from tests.examples import few
from tests.listings.facts.growth import LIMIT, growth
from tests.tables import table

AD = Ad(external_id="1", url="https://board.example/1", title="Tide Engineer", company="Lantern Quay")


def stated(text: str = "", **fields: Any) -> Fact | None:
    return read(Reading(replace(AD, html=text, **fields), BOARDS["remoteco"]))


def band(fact: Fact | None) -> tuple[float | None, float | None] | None:
    return (fact.value["utc_min"], fact.value["utc_max"]) if fact else None


def test_a_letter_that_grows_in_lower_case_shifts_nothing() -> None:
    towns = "İzmir, İznik, İnegöl, İmroz, İncirli, İskenderun"
    assert band(stated(f"Fully remote from {towns}, within CET±2")) == (-1, 3)


@table(
    ("text", "expected"),
    [
        ("Candidates should live in CET ± 2 hours.", (-1, 3)),
        ("Timezone: CET (+/- 3 hours)", (-2, 4)),
        ("Fully remote within CET±2.", (-1, 3)),
        ("You work from a place ±3 hours from Eastern Time.", (-8, -2)),
        ("You are located within a 3-hour time difference from Central European Time (CET/CEST).", (-2, 4)),
        ("Anywhere workable within 4 hours of Pacific Time.", (-12, -4)),
        ("Remote in GMT +/- 2 hours.", (-2, 2)),
        ("Only apply if you live between UTC-9 and UTC-3.", (-9, -3)),
        ("Located in Australia (UTC +9 to UTC +11)", (9, 11)),
        ("You live in UTC 0 to UTC +4 time zones.", (0, 4)),
        ("Remote (UTC−1 to +3)", (-1, 3)),
        ("You work UTC+5:30 hours.", (5.5, 5.5)),
        ("You work in US time zones.", (-8, -5)),
        ("Must be in an Americas time zone.", (-8, -3)),
        ("Comfortable working European timezone hours.", (0, 3)),
        ("You will be available during EMEA working hours.", (0, 4)),
        ("Able to work EST hours.", (-5, -5)),
        ("Able to work ET hours.", (-5, -5)),
        ("You work Pacific hours.", (-8, -8)),
        ("Candidates in the Central time zone only.", (-6, -6)),
        ("This position is based in Eastern, Central, or Pacific time.", (-8, -5)),
        ("You work CEST hours.", (1, 1)),
        ("You work CET/CEST hours.", (1, 1)),
        ("Your shift is 9am - 5pm Pacific Time.", (-8, -8)),
        ("You work 8:30 a.m. - 4:45 p.m. ET.", (-5, -5)),
        ("A part-time role (5PM - 9PM ET) on the quay.", (-5, -5)),
        ("You work 11:00-16:00 Kyiv time.", (2, 2)),
        ("You work London hours.", (0, 0)),
        ("The role follows New York time.", (-5, -5)),
        ("Working hours: 10:00-19:00 IST", (5.5, 5.5)),
        ("40 hours a week, starting at 8 AM CST.", (-6, -6)),
        ("- Standard: 9-6 PM EST<br>- West coast: 9-6 PM MST", (-7, -5)),
        ("Work schedule: between 7am to 6pm Eastern.", (-5, -5)),
    ],
)
def test_a_range_of_offsets(text: str, expected: tuple[float, float]) -> None:
    fact = stated(text)
    assert band(fact) == expected
    assert fact
    assert (fact.value["overlap_hours"], fact.value["overlap_with"]) == (None, None)
    plain = Reading(replace(AD, html=text), BOARDS["remoteco"]).text
    assert plain[fact.spans[0].start : fact.spans[0].end] == fact.evidence == fact.value["evidence"]


@table(
    ("text", "hours", "zone"),
    [
        ("At least 4 hours overlap with New York.", 4, "America/New_York"),
        ("A minimum of 4-5 hours of overlap with the Eastern Standard workday.", 4, "America/New_York"),
        ("4-hour overlap with CET timezone required.", 4, "Europe/Berlin"),
        ("Your day must overlap for at least 3 hours with PST.", 3, "America/Los_Angeles"),
        ("Core hours 2 pm–5 pm UK time.", 3, "Europe/London"),
        ("Core hours are 10 am to 4 pm Eastern Time.", 6, "America/New_York"),
        ("Your hours overlap with 8am to 12 pm ET.", 4, "America/New_York"),
        ("We ask that you overlap some working hours with Eastern Standard Time.", None, "America/New_York"),
        ("A decent overlap with UTC+2 is needed.", None, "UTC+2"),
        ("Overlap with Ireland 9–5 GMT.", None, "UTC"),
        ("At least two hours of overlap with US business hours.", 2, "America/New_York"),
    ],
)
def test_an_overlap(text: str, hours: float | None, zone: str) -> None:
    fact = stated(text)
    assert fact
    assert (fact.value["overlap_hours"], fact.value["overlap_with"]) == (hours, zone)
    assert band(fact) == (None, None)


@table(
    "text",
    [
        "Join our webinar at 3 pm EST.",
        "Apply by 5 pm EST on Friday.",
        "Applications will be accepted until midnight Eastern Time.",
        "Call us 9am-5pm EST at 555-010-1234.",
        "You work 9 to 5, Monday to Friday.",
        "Flexible working hours.",
        "Our team is spread across time zones from EST to CET.",
        "You coordinate across US/UK time zones.",
        "Our clients are in Pacific time.",
        "Candidates in any time zone are welcome, although we operate on PST.",
        "CET time zone preferred.",
        "Central to our work is the pacific ocean, and the mountain.",
        "You live in Hartford, CT or Billings, MT.",
        "A PT or OT licence is needed.",
        "ICT and AST assays in the WEST.",
        "Knowledge of VAT/GST mechanics.",
        "EST. 1999, we are based by the sea.",
        "See https://harbour.example/jobs/motion-designer-central-european-time-zone",
        "Overlap with the product team.",
        "Our headquarters are in New York.",
        "",
    ],
)
def test_other_times_are_no_hours(text: str) -> None:
    assert stated(text) is None


@table(
    ("location", "expected"),
    [
        ("CET/CEST +/– 3 hours", (-2, 4)),
        ("European Timezone or UK", (0, 3)),
        ("USA timezones, European timezones", (-8, 3)),
        ("Europe, UK, Germany, European timezones", (0, 3)),
        ("USA, CST (UTC-6)", (-6, -6)),
        ("Remote (CET)", (1, 1)),
        ("Hartford, CT", None),
        ("USA", None),
        ("", None),
    ],
)
def test_a_location_may_name_time_zones(location: str, expected: tuple[float, float] | None) -> None:
    fact = stated(location=location)
    assert band(fact) == expected
    assert fact is None or (fact.evidence, fact.spans) == ("field:location", ())


def test_a_title_may_name_a_zone() -> None:
    fact = stated(title="Dock Planner (CST timezone)")
    assert band(fact) == (-6, -6)
    assert fact
    assert fact.spans[0].field == "title"


US = ("UTC-10", "UTC-9", "UTC-8", "UTC-7", "UTC-6", "UTC-5", "UTC+14")


@table(
    ("zones", "expected"),
    [
        (("UTC+7",), (7, 7)),
        (("UTC+0",), (0, 0)),
        (US, (-10, -5)),
        (("UTC-8", "UTC-7", "UTC-3.5"), (-8, -3.5)),
        (("UTC+5:30",), (5.5, 5.5)),
        (("UTC-5", "UTC+1", "America/New_York"), (-5, 1)),
        (("UTC+14",), (14, 14)),
        (tuple(f"UTC{offset:+d}" for offset in range(-12, 15)), None),
        ((), None),
        (None, None),
    ],
)
def test_a_boards_list_is_its_run(zones: tuple[str, ...] | None, expected: tuple[float, float] | None) -> None:
    fact = stated(time_zones=zones)
    assert band(fact) == expected
    assert fact is None or fact.evidence == "field:time_zones"


def test_a_boards_list_of_other_places_is_no_statement() -> None:
    """The board's list belongs to the board's place, which the ad may widen or contradict."""
    assert band(stated("Location: Remote - US or EU", time_zones=US, location="United States")) is None
    assert band(stated("You must be based in Europe.", time_zones=("UTC+8",), location="Singapore")) is None
    assert band(stated("You must be based in Ireland.", time_zones=("UTC+1",), location="Ireland")) == (1, 1)
    assert band(stated("You must live in the US or Canada.", time_zones=US, location="United States")) == (-10, -5)
    assert band(stated("You can live anywhere in the world.", time_zones=US, location="United States")) == (-10, -5)


def test_the_text_is_more_specific_than_fields() -> None:
    assert band(stated("You work 9-5 EST.", time_zones=US)) == (-5, -5)
    assert band(stated("You live ±3 hours from Eastern Time.", location="USA timezones")) == (-8, -2)
    assert band(stated("Flexible hours.", time_zones=US, location="USA")) == (-10, -5)


@table(("written", "hours"), [("+5:30", 5.5), ("-3.5", -3.5), ("−9", -9), ("+8.75", 8.75), ("0", 0)])
def test_an_offset_may_be_a_fraction(written: str, hours: float) -> None:
    assert parse_offset(written) == hours


def test_every_zone_is_known() -> None:
    zones = {*ABBREVIATIONS.values(), *CITIES.values(), *NAMES.values()}
    assert all(-12 <= standard_offset(zone) <= 14 for zone in zones)
    assert standard_offset("Australia/Sydney") == 10
    assert standard_offset("Europe/Dublin") == 0


@table(
    "piece",
    few(["utc+5 - utc ", "9am - 5pm EST ", "overlap with ", "us, eu, ", "± ", "1", "EST/", "core hours 9 to 5 "], 2),
)
def test_time_is_linear_in_the_text(piece: str) -> None:
    def prepare(text: str) -> Reading:
        reading = Reading(replace(AD, title=text[:2_000], html=text, location=text[:2_000]), BOARDS["remoteco"])
        assert reading.lower_text
        return reading

    assert growth(read, prepare, piece) < LIMIT
