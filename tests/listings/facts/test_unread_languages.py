"""What an ad states in a language whose sentences are not understood: values with a label or alone, never sentences."""

from __future__ import annotations

from typing import Any

from listings import facts
from listings.boards import BOARDS
from listings.boards.base import Ad
from tests.tables import table

SWEDISH = (
    "Vi söker en erfaren ingenjör som vill arbeta tillsammans med våra kunder och utveckla framtidens lösningar för"
    " hamnar i hela landet. Du trivs i en miljö där det händer mycket varje dag."
)


def read(line: str, title: str = "Ingenjör") -> dict[str, Any]:
    html = f"<p>{SWEDISH}</p><p>{line}</p>"
    ad = Ad(external_id="1", url="https://board.example/1", title=title, company="Fyren", html=html, location="Sweden")
    stated = facts.read(ad, BOARDS["jobposting"])
    assert stated["language"] == "sv"
    return stated


@table(
    ("line", "due"),
    [
        ("Lön: 38 000 kr per månad", 38_000),
        ("Lönen är inte 38 000 kr per månad.", None),
        ("Våra kunder har 38 000 kr per månad i lön.", None),
        ("Lön 38 000 – 42 000 per månad", None),
    ],
)
def test_pay(line: str, due: int | None) -> None:
    salary = read(line)["salary"]
    assert (salary and salary["min"]) == due


def test_pay_of_a_title_needs_a_currency() -> None:
    assert read("", title="Säljare - mållön 80–100k")["salary"] is None
    assert read("", title="Säljare - lön 80–100k SEK")["salary"]["max"] == 100_000


@table(
    ("line", "due"),
    [
        ("Fulltid", ["FULL_TIME"]),
        ("Anställning: Deltid", ["PART_TIME"]),
        ("Deltid / fulltid: Fulltid", ["FULL_TIME"]),
        ("Deltid är inte möjligt.", []),
        ("Vi söker inte någon på deltid.", []),
    ],
)
def test_employment(line: str, due: list[str]) -> None:
    assert read(line)["employment"] == due
