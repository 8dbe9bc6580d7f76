"""Remote work as an item of its own in a list of towns, and names that only begin like a country's."""

from __future__ import annotations

from tests.listings.facts.test_residence import included
from tests.tables import table


@table(
    ("location", "codes"),
    [
        ("Reno, Remote US", ["US"]),
        ("Reno, NV, Remote (US)", ["US"]),
        ("Reno or Remote (US)", ["US"]),
        ("Reno, NV - Remote (US)", ["US"]),
        ("Reno (Remote US)", ["US"]),
        ("Remote (US), Reno", ["US"]),
        ("Reno NV, Salem OR, U.S. Remote, Braga Portugal", ["US", "PT"]),
        ("United States (US) - Nevada", ["US-NV"]),
        # The town may be the place of the work.
        ("Reno, US Remote", ["US-NV"]),
        ("Reno, NV, United States (Remote)", ["US-NV"]),
        ("Remote (Reno, US)", ["US-NV"]),
        ("Remote - US, TX", ["US-TX"]),
        ("Reno, US remote, Oslo, Norway remote", ["US-NV", "NO"]),
    ],
)
def test_remote_in_a_country_stands_beside_a_town(location: str, codes: list[str]) -> None:
    assert included("<p>We mend nets.</p>", location=location) == codes


@table("name", ["Denmark Hill Campus", "Denmark Hill", "Poland Street", "Canada Water", "Jordan Creek", "Cuba Street"])
def test_a_street_or_quarter_is_no_country(name: str) -> None:
    assert included(f"<p>Location: {name}</p>", location="London") == ["GB"]
