"""Where a firm's people worked in the past, or sit today, and weeks that are divided between two places."""

from __future__ import annotations

from tests.listings.facts.test_workplace_homes import workplace
from tests.tables import table


@table(
    "sentence",
    [
        "Our employees were able to move to 100% remote work.",
        "During the pandemic our employees moved to 100% remote work.",
        "In 2020 all our teams switched to fully remote work.",
        "We have been remote since March 2020.",
        "Since the pandemic, we have been 100% remote.",
        "Our team went fully remote in 2020.",
        "We were able to go 100% remote when Covid hit.",
        "Our staff worked remotely for two years.",
        "A yard in Ghent (and since the pandemic began, fully remote) that builds boats.",
        "You meet colleagues in our office locations or remote teams.",
        "Our people work from office locations or remote.",
        "Lantern Quay has employees in several offices or remote.",
        "Whether in our offices or remote, our people enjoy good food.",
    ],
)
def test_of_others_or_of_the_past(sentence: str) -> None:
    assert workplace(sentence) is None


@table(
    "sentence",
    [
        "We have been fully remote since 2015.",
        "In 2020 our employees moved home, and now we are a fully remote company.",
        "We went fully remote in March 2020 and have stayed remote ever since.",
        "Since the pandemic, all our jobs are 100% remote.",
        "This is our first spring since the pandemic began.', 'This position is considered remote.",
        "Location: Remote Work Opportunity - Flexible",
        "Location: Remote, flexible",
        "Employees can choose to work in our office locations or remote.",
        "Ghent office preferred; other office locations or remote considered.",
    ],
)
def test_still_remote(sentence: str) -> None:
    assert workplace(sentence) == "remote"


@table(
    "sentence",
    [
        "2 days a week on site and 3 days remote",
        "3 days WFH, 2 in office",
        "Three days at home, two at the office.",
        "4 days remote, 1 in the office",
        "This job is 50% remote.",
        "Remote 80% of the time",
        "Up to 50% remote.",
    ],
)
def test_divided_week(sentence: str) -> None:
    assert workplace(sentence) == "hybrid"
