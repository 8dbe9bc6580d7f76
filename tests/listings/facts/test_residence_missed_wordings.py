"""Places that ads state in passing: remote work on a condition, a first line, a permit, a part that is preferred."""

from __future__ import annotations

from tests.listings.facts.test_residence import included
from tests.tables import table


@table(
    ("text", "codes"),
    [
        ("Remote will be considered for this role if based in Peru.", ["PE"]),
        ("You can mend in our dock. We also have fully remote options if you reside in Peru.", ["PE"]),
        ("Remote work is possible if you live in one of the following states:\nOhio, Iowa.", ["US-OH", "US-IA"]),
        ("If you are based in Peru, we send you a net.", None),
        ("We pay for your remote desk if you live in Peru.", None),
        ("We offer a remote-in-Peru or hybrid-in-Peru model.", ["PE"]),
        ("Location: Any where in Peru - 100% remote, or prefer Lima", ["PE"]),
        ("Location: Anywhere in Peru, preferably Lima", ["PE"]),
        ("Location: Lima (preferred)", None),
        ("We are hiring remotely in Peru, offer a fair compensation package, health insurance and nets.", ["PE"]),
        ("Our remote employees may live in any of the 50 US states, with limited exceptions.", ["US"]),
        ("Our customers may live in any of the 50 US states.", None),
        (
            "The role can be done from anywhere. In-country talents are preferred, but this is not required.",
            ["worldwide"],
        ),
        ("You must be currently authorized to work full-time in Peru", ["PE"]),
        ("Remote, Peru\nCustomer Service\nWe mend nets.", ["PE"]),
        ("Remote Peru & CAN / SFO", ["PE", "CA", "US-CA"]),
    ],
)
def test_a_place_that_is_stated_in_passing(text: str, codes: list[str] | None) -> None:
    html = "".join(f"<p>{line}</p>" for line in text.split("\n"))
    assert included(html, location="Remote") == codes
