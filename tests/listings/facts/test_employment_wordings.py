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
                ("<p>We expect between 15-30 hours of hourly work a week.</p>", ["PART_TIME"]),
                ("<p>We expect 3 hours of meetings a week.</p>", []),
                ("<p>Employee Status : Full Time Employee</p>", ["FULL_TIME"]),
                ("<p>We are hiring for a full-time employee.</p>", ["FULL_TIME"]),
                ("<p>Lunch for each full-time employee</p>", []),
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
                ("<p>We prefer B2B, but we’re flexible.</p>", []),
                ("<p>Contract type: We prefer B2B, but we’re flexible</p>", []),
                (
                    "<p>We are open to both permanent employment and long-term contractor arrangements.</p>",
                    ["CONTRACTOR"],
                ),
                ("<p>The role is open to full-time or freelance keepers.</p>", ["FULL_TIME", "CONTRACTOR"]),
                ("<p>Cooperation: B2B or a contract of employment</p>", ["CONTRACTOR"]),
                ("<p>Up to €25k a year, full-time contractor contract</p>", ["CONTRACTOR"]),
                ("<p>$150K - 180K a year 1099 for the US</p>", ["CONTRACTOR"]),
                ("<p>We have options both contractor, contract-to-hire, and full time:</p>", ["CONTRACTOR"]),
                ("<p>You will be offered a fixed-term contract of 2 years.</p>", ["CONTRACTOR"]),
                ("<p>Job Type: Full-timeShow More</p>", ["FULL_TIME"]),
                ("<p>We have an immediate opportunity for a full time Net Mender.</p>", ["FULL_TIME"]),
                ("<p>We have options for contractors of ships.</p>", []),
                ("<p>Fill in form 1099 once a year.</p>", []),
                ("<p>We prefer B2B sales people.</p>", []),
                ("<p>We prefer B2B and SaaS.</p>", []),
                ("<p>Contract type: no B2B</p>", []),
                ("<p>We are open to both employees and ideas.</p>", []),
                ("<p>Full-timers and contractpayers meet here.</p>", []),
                ("<p>Full Time / Part Time: Full-Time</p>", ["FULL_TIME"]),
                ("<p>Full-time or part-time: part-time</p>", ["PART_TIME"]),
                ("<p>Full-time or part-time: you choose</p>", ["FULL_TIME", "PART_TIME"]),
                ("<p>This is a full or part-time position.</p>", ["FULL_TIME", "PART_TIME"]),
                ("<p>Type: part- or full-time</p>", ["PART_TIME", "FULL_TIME"]),
                ("<p>We match keepers and other professionals with good companies on a full-time basis.</p>", []),
                ("<p>We do lamp staffing on a Contract, Contract to Hire, and Direct Hire basis.</p>", []),
                ("<p>Free boat rides for employees [full-time and part-time]</p>", []),
            ],
            1,
        ),
    ],
)
def test_wordings_of_employment(text: str, expected: list[str]) -> None:
    assert terms(text) == expected
