"""Ads that mislead: nothing is better than what is not so."""

from __future__ import annotations

from typing import Any

from listings import facts
from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.residence.negations import MAX_LOCATION, as_seen, leave_out, negations
from listings.facts.text import plain
from listings.ingest.sanitise import clean
from tests.examples import few
from tests.listings.facts.growth import LIMIT, growth
from tests.listings.facts.misleading_ads import OTHERS, RESIDENCE, SALARY
from tests.tables import table

CASES = [
    *(("residence", *case) for case in RESIDENCE),
    *(("salary", *case) for case in SALARY),
    *OTHERS,
]


def read(fact: str, part: str, words: str) -> str:
    """What is read of a fact, in short."""
    fields: dict[str, Any] = {"title": "Tide Keeper", "html": "<p>We keep tides.</p>", part: words}
    ad = Ad(external_id="1", url="https://board.example/1", company="Lantern", **fields)
    value = facts.read(ad, BOARDS["remoteok"])[fact]
    if value is None or value == []:
        return ""
    if fact == "residence":
        return ",".join(value["include"]) + "".join(f" -{code}" for code in value["exclude"])
    if fact == "salary":
        return f"{value['min']}-{value['max']} {value['currency']} {value['period']}"
    return str(value)


@table(("fact", "part", "words", "allowed"), CASES)
def test_nothing_is_said_that_is_not_so(fact: str, part: str, words: str, allowed: str) -> None:
    said = read(fact, part, words)
    # Several values may be allowed of a workplace.
    assert said in ("", allowed, *allowed.split())


@table(
    ("fact", "part", "words", "said"),
    [
        ("residence", "location", "Peru, no travel", "PE"),
        ("residence", "location", "Peru, not a contractor role", "PE"),
        ("residence", "location", "Peru (no sponsorship)", "PE"),
        ("residence", "location", "Peru only (no exceptions)", "PE"),
        ("residence", "location", "Not only Peru", "PE"),
        ("residence", "location", "Peru, nowhere else", "PE"),
        ("residence", "location", "No. 1 in Peru", "PE"),
        ("residence", "location", "Not-for-profit, Peru", "PE"),
        ("residence", "location", "Nova Scotia", "CA-NS"),
        ("residence", "location", "Norway", "NO"),
        ("residence", "location", "Oslo, NO", "NO"),
        ("residence", "location", "Pas-de-Calais, France", "FR"),
        ("residence", "location", "Exeter, UK", "GB"),
        ("residence", "location", "Lima, Peru - not remote", "PE"),
        ("residence", "location", "Worldwide, no restrictions", "worldwide"),
        ("residence", "location", "Remote in US (not CA, NY or WA)", "US -US-CA -US-NY -US-WA"),
        ("residence", "location", "Anywhere, not Peru", "worldwide -PE"),
        ("residence", "html", "<p>Peru only, not available for agencies</p>", "PE"),
        ("salary", "salary", "$80k, not negotiable", "80000-80000 USD year"),
        ("salary", "salary", "40-50k USD per year, no bonus", "40000-50000 USD year"),
        ("salary", "salary", "$40 per contract hour", "40-40 USD hour"),
        ("salary", "salary", "200 USD per 8 hour day", "200-200 USD day"),
        ("salary", "salary", "$120k / 0.5% equity", "120000-120000 USD year"),
        ("salary", "salary", "$100,000 - $80,000", "80000-100000 USD year"),
    ],
)
def test_a_negation_of_something_else_takes_nothing_back(fact: str, part: str, words: str, said: str) -> None:
    assert read(fact, part, words) == said


@table("location", ["Remote - not available in Peru", "No Peru", "Peru \N{CROSS MARK}"])
def test_a_place_that_the_field_leaves_out_is_left_out_of_what_the_text_says(location: str) -> None:
    ad = Ad(
        external_id="1",
        url="https://board.example/1",
        title="Tide Keeper",
        company="Lantern",
        html="<p>You can work from anywhere in the world.</p>",
        location=location,
    )
    residence = facts.read(ad, BOARDS["remoteok"])["residence"]
    assert (residence["include"], residence["exclude"]) == (["worldwide"], ["PE"])


@table(
    "piece",
    few(["not US, ", "US (closed) ", "currently residents ", "no no no ", "\N{CROSS MARK} ", "\uff2eo\u043e"], 2),
)
def test_the_time_for_a_location_grows_with_its_length(piece: str) -> None:
    def work(location: str) -> None:
        negations(location)
        as_seen(location)
        leave_out(location[:MAX_LOCATION])

    assert growth(work, lambda text: text, piece, size=20_000) < LIMIT


def test_what_is_struck_out_stays_so_in_what_is_stored() -> None:
    html = clean(
        "<p>Salary: <del>$210,000</del> <strike>$150,000</strike> <s>$120,000</s> $95,000</p>", BOARDS["remoteok"].terms
    )
    assert plain(html) == "Salary: $95,000"
