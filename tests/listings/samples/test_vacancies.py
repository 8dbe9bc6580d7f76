"""Made-up ads: the same for ever, believable, varied, and on the move as time passes."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise

import pytest

from listings.boards import BOARDS
from listings.samples.lifetimes import TWINS
from listings.samples.state import SampleBoards
from listings.samples.trades import TRADES
from listings.samples.vacancies import Vacancy
from tests.examples import few
from tests.sample_boards import sample_ads, vacancy_at

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


@cache
def made() -> list[Vacancy]:
    """Not at once: every process collects the tests."""
    return [vacancy_at(1, number, NOON) for number in range(2000)]


def plain(text: str) -> str:
    return html.unescape(re.sub("<[^>]+>", " ", text))


def test_any_of_a_million_is_made_at_once_and_stays_the_same() -> None:
    assert vacancy_at(1, 999_999, NOON) == vacancy_at(1, 999_999, NOON)
    assert vacancy_at(1, 999_999, NOON) != vacancy_at(2, 999_999, NOON)
    assert made()[7] == vacancy_at(1, 7, NOON)
    assert (
        len({one.id for one in made()})
        == len({one.uuid for one in made()})
        == len({one.slug for one in made()})
        == 2000
    )


def test_texts_are_of_a_usual_length_and_seldom_the_same() -> None:
    lengths = [len(plain(one.html).split()) for one in made()]
    assert min(lengths) >= 150
    assert max(lengths) <= 350
    # All that is double is what employers posted twice.
    assert len({one.html for one in made()}) == len(made()) - len(made()) // TWINS
    assert len({one.title for one in made()}) > 1000
    assert len({one.company for one in made()}) > 800


def test_search_has_something_to_find() -> None:
    everything = " ".join(plain(one.html) + one.title for one in made())
    for word in ("C++", "C#", ".NET", "Node.js", "PostgreSQL", "Payroll", "Berlin", "Core hours"):
        assert word in everything
    assert {one.trade for one in made()} == set(TRADES)
    assert len({trade.feed for trade in TRADES}) == 10
    assert {one.employment for one in made()} == {"full_time", "contract", "part_time", "freelance", "internship"}
    assert 600 < sum(one.salary == "" for one in made()) < 900
    assert len({re.sub(r"\d+", "0", one.salary) for one in made()}) > 25


def test_markup_is_what_employers_leave_behind() -> None:
    everything = " ".join(one.html for one in made())
    for part in ("<h2>", "<h3>", "<li>", "utm_source=", "&amp;", "&nbsp;", 'style="', "onclick="):
        assert part in everything
    addresses = set(re.findall(r"https?://([^/\"?]+)", everything))
    assert all(address.endswith(".example") for address in addresses)


def test_ads_are_spread_over_the_weeks_before() -> None:
    ages = [(NOON - one.published).days for one in made()]
    assert min(ages) == 0
    assert sum(age < 30 for age in ages) > 0.9 * len(ages)
    assert all(one.published <= NOON < one.expires for one in made())


def test_hours_bring_new_ads_and_take_others() -> None:
    hours = [
        {vacancy_at(1, number, NOON + timedelta(hours=hour)).id for number in range(1000)} for hour in range(0, 48, 6)
    ]
    assert all(before - after and after - before for before, after in pairwise(hours))


def test_some_ads_change_title_and_pay_but_keep_their_names() -> None:
    later = {one.id: one for number in range(2000) for one in [vacancy_at(1, number, NOON + timedelta(days=1))]}
    both = [(one, later[one.id]) for one in made() if one.id in later]
    changed = [(one, new) for one, new in both if one.title != new.title]
    assert changed
    assert any(one.salary != new.salary for one, new in changed)
    assert all((one.slug, one.uuid, one.published) == (new.slug, new.uuid, new.published) for one, new in changed)


def test_long_running_ads_bear_a_new_date_each_month() -> None:
    days = [
        {one.id: one for one in (vacancy_at(1, n, NOON + timedelta(days=day)) for n in range(300))} for day in (0, 31)
    ]
    again = [(days[0][ident], days[1][ident]) for ident in days[0].keys() & days[1].keys()]
    renewed = [(old, new) for old, new in again if new.published > old.published]
    assert renewed
    assert all(old.first == new.first and old.title == new.title for old, new in renewed)


def test_some_ads_vanish_before_they_expire() -> None:
    gone_by = NOON + timedelta(days=20)
    left = {vacancy_at(1, number, gone_by).id for number in range(500)}
    assert any(one.id not in left and one.expires > gone_by for one in made()[:500])


def test_moments_before_the_beginning_of_time_are_no_trouble() -> None:
    early = datetime(2001, 1, 1, tzinfo=UTC)
    assert vacancy_at(1, 3, early).published <= early < vacancy_at(1, 3, early).expires


def test_employers_post_twice_and_on_two_boards() -> None:
    twin = made()[TWINS - 1]
    assert (twin.title, twin.html) == (made()[TWINS - 2].title, made()[TWINS - 2].html)
    assert twin.id != made()[TWINS - 2].id
    assert twin.slug == f"{made()[TWINS - 2].slug}-2"
    boards = SampleBoards(1000)
    api = {one.html for one in boards.vacancies(boards.api_slots, NOON)}
    assert 10 < sum(one.html in api for one in boards.vacancies(boards.feed_slots, NOON)) < 60


@pytest.mark.parametrize("ads", [10, 11, 100, 1000, 1_000_000])
def test_shares_of_the_boards(ads: int) -> None:
    boards = SampleBoards(ads)
    assert 1 <= len(boards.page_slots) <= 60
    assert len(boards.api_slots) == ads // 2
    assert len(boards.page_slots) + len(boards.api_slots) + len(boards.feed_slots) == ads


@pytest.mark.parametrize("name", few(["remotive", "weworkremotely", "remoteco"]))
def test_ads_without_http(name: str) -> None:
    ads = list(sample_ads(name, 600, moment=NOON))
    assert len({ad.external_id for ad in ads}) == len(ads)
    assert len(ads) == 600 or (name == "remoteco" and 500 < len(ads) < 600)
    assert all(ad.title and ad.company and ad.html for ad in ads)
    assert name in BOARDS


def test_a_board_without_samples_is_named() -> None:
    with pytest.raises(ValueError, match="'gazette' has no sample ads"):
        list(sample_ads("gazette", 1))
