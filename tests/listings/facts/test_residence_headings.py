"""Places that head others or stand beside them: a country before its towns, an area before its states, a header."""

from __future__ import annotations

from tests.examples import few
from tests.listings.facts.test_residence import included
from tests.tables import table


@table(
    ("location", "codes"),
    [
        ("Hybrid (USA) Boston MA, Salem OR", ["US-MA", "US-OR"]),
        ("Old Saybrook CT and Pune India", ["US-CT", "IN"]),
        ("Fond du Lac, WI; Isle of Wight, UK", ["US-WI", "GB"]),
        *few(
            [
                ("USA Washington DC (Tysons VA), Denver CO", ["US-DC", "US-VA", "US-CO"]),
                ("(UK) Leeds, Lyon", ["GB", "FR"]),
                ("Germany Berlin, Munich", ["DE"]),
                ("USA, Boston, Lyon", ["US", "FR"]),
                ("Peru NY", ["PE", "US-NY"]),
                ("Remote WI", None),
            ],
        ),
    ],
)
def test_towns_of_a_field(location: str, codes: list[str] | None) -> None:
    assert included(location=location) == codes
