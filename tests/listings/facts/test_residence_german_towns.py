"""Towns with "DE", the code of Germany and of Delaware."""

from __future__ import annotations

from typing import Any

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts import read
from tests.tables import table

GERMAN = "Wir suchen dich für unser Team: Du arbeitest im Homeoffice und bist für unsere Kunden da, Tag für Tag."
ENGLISH = "We are looking for you: work from home, talk with our customers and learn something new every day."


def included(text: str, location: str | None = None) -> Any:
    stated: dict[str, Any] = {"external_id": "1", "url": "https://x.example/1", "title": "Diver", "company": "Lantern"}
    value = read(Ad(**stated, html=f"<p>{text}</p>", location=location), BOARDS["arbeitnow"])["residence"]
    return value and value["include"]


@table(
    ("text", "location", "include"),
    [
        # Known in Germany, unknown to the vocabulary, known in Delaware.
        (ENGLISH, "Husum, DE", ["DE"]),
        (GERMAN, "Kleinkleckersdorf, DE", ["DE"]),
        (GERMAN, "Wilmington, DE", ["US-DE"]),
        (ENGLISH, "Wilmington, DE", ["US-DE"]),
        (ENGLISH, "Lewes, DE", ["US-DE"]),
        (GERMAN, "Kleinkleckersdorf, DE, USA", ["US-DE"]),
        (ENGLISH, "Husum, WA", ["US-WA"]),
    ],
)
def test_which_of_both_is_meant(text: str, location: str, include: list[str]) -> None:
    assert included(text, location) == include


def test_in_a_line_of_the_text() -> None:
    assert included(f"{ENGLISH}</p><p>Location: Husum, DE") == ["DE"]
