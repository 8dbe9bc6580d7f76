"""What readers are told of jobs for a part of their country, which they cannot name."""

from __future__ import annotations

import pytest

from listings.search.query.situation import Situation
from listings.web.personal_fit import personal_fit


@pytest.mark.parametrize(
    ("include", "country", "verdict"),
    [
        (["GB-SCT"], "GB", "Open if you live in Scotland"),
        (["DE-BE", "PL"], "DE", "Open if you live in Berlin"),
        (["DE-BE", "DE-HH"], "DE", "Open if you live in Berlin or Hamburg"),
        (["DE-NW", "DE-MV"], "DE", "Depends on your region"),
        (["DE-BE", "DE-HH", "DE-HB"], "DE", "Depends on your region"),
        (["US-*"], "US", "Depends on your state"),
    ],
)
def test_a_job_for_a_part_of_a_country_names_it(include: list[str], country: str, verdict: str) -> None:
    fit = personal_fit({"residence": {"include": include}}, Situation(country=country))
    assert fit is not None
    assert (fit.kind, fit.verdict) == ("unsaid", verdict)


def test_who_has_named_their_state_learns_that_the_ad_names_none() -> None:
    fit = personal_fit({"residence": {"include": ["US"], "partly": ["US"]}}, Situation(country="US", state="US-OH"))
    assert fit is not None
    assert (fit.kind, fit.verdict) == ("unsaid", "Only in some states")


@pytest.mark.parametrize(
    "residence",
    [
        {"include": ["DE"], "partly": ["DE"]},
        {"include": ["DE"], "exclude": ["DE-BY"]},
        {"include": ["europe", "DE-BE"], "partly": ["DE"]},
    ],
)
def test_parts_that_no_ad_names_stay_in_doubt(residence: dict[str, list[str]]) -> None:
    fit = personal_fit({"residence": residence}, Situation(country="DE"))
    assert fit is not None
    assert fit.verdict == "Depends on your region"
