"""Employment types in notes, headings and glued lines, and words that only resemble them."""

from __future__ import annotations

from tests.examples import few
from tests.listings.facts.test_employment import terms
from tests.tables import table


@table(
    ("text", "expected"),
    [
        ("<p>Job Types: Full-time, ContractPay: $30</p>", ["FULL_TIME", "CONTRACTOR"]),
        *few(
            [
                ("<p>Note: Full time, Benefits, a harbour</p>", ["FULL_TIME"]),
                ("<p>Quay | Lamp Keeper | Oslo | FT | 500,000 NOK</p>", ["FULL_TIME"]),
                ("<p>Lantern Quay - Full-time Remote | Lamps</p>", ["FULL_TIME"]),
                ("<p>We are currently seeking candidates for a full time, permanent position.</p>", ["FULL_TIME"]),
                ("<p>The role is currently on a contract basis, which can change.</p>", ["CONTRACTOR"]),
                ("<p>We currently employ full-time keepers.</p>", []),
                ("<p>Full-time and part-time employees who work 20 hours are eligible for benefits.</p>", []),
                ("<p>Benefits</p><p>Paid Volunteer Hours</p>", []),
                ("<p>Volunteer time off</p>", []),
                ("<p>This is a volunteer position.</p>", ["VOLUNTEER"]),
                ("<p>We move 500 ft | of rope</p>", []),
                ("<p>Full-timers and contractpayers meet here.</p>", []),
            ],
            1,
        ),
    ],
)
def test_wordings_of_employment(text: str, expected: list[str]) -> None:
    assert terms(text) == expected
