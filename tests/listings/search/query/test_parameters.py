"""What a query string can ask beyond lists: age, order, exclusions, hours on a day, fields and slips in words."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.http import QueryDict
from django.utils import timezone

from listings.search.index import freshness, working_hours
from listings.search.index.working_hours import shared
from listings.search.query.parameters import Invalid
from listings.search.query.search import Search
from listings.search.results.find import Results, find
from listings.search.results.ranking import varied
from listings.search.results.spelling import corrected
from listings.search.text.word_counts import WordCounts
from tests.listings.indexing import Reindex
from tests.listings.making import listing_with
from tests.tables import table

WINTER, SUMMER = date(2026, 1, 15), date(2026, 7, 15)


def results(query: str) -> Results:
    return find(Search.parse(QueryDict(query)))


def found(query: str) -> list[str]:
    return [listing.title for listing in results(query).listings]


def days_ago(days: float) -> datetime:
    return timezone.now() - timedelta(days=days)


@pytest.mark.django_db
def test_age_and_order(reindex: Reindex) -> None:
    low, high = ({"salary": {"min": n, "max": n, "currency": "EUR", "period": "year"}} for n in (40_000, 90_000))
    listing_with("Old writer", "A", posted=days_ago(20), facts=high)
    listing_with("New writer", "B", posted=days_ago(2), facts=low)
    listing_with("Newest writer", "C", posted=days_ago(0.5))
    reindex()
    assert found("posted=1") == ["Newest writer"]
    assert found("posted=7") == ["Newest writer", "New writer"]
    assert found("q=writer&sort=new") == ["Newest writer", "New writer", "Old writer"]
    assert found("q=writer&sort=salary") == ["Old writer", "New writer", "Newest writer"]
    assert found("sort=salary") == ["Old writer", "New writer", "Newest writer"]
    counts = {value: count for value, _, count in results("").counts["posted"]}
    assert counts == {"1": 1, "3": 2, "7": 2, "14": 2, "30": 3, "90": 3}
    bars = [count for _, _, count in results("currency=EUR&salary_min=1&salary=none").counts["salary"]]
    assert bars == [0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 1]


@pytest.mark.django_db
def test_pay_whose_period_is_a_guess_does_not_lead(reindex: Reindex) -> None:
    def paid(title: str, amount: int, period: str, *, stated: bool) -> None:
        pay = {"min": amount, "max": amount, "currency": "EUR", "period": period, "period_stated": stated}
        listing_with(title, facts={"salary": pay})

    paid("Guessed hour", 225, "hour", stated=False)
    paid("Guessed month", 14_000, "month", stated=False)
    paid("Guessed year", 90_000, "year", stated=False)
    paid("Stated hour", 40, "hour", stated=True)
    paid("Stated year", 50_000, "year", stated=True)
    listing_with("No pay")
    reindex()
    order = ["Guessed year", "Stated hour", "Stated year", "Guessed month", "Guessed hour", "No pay"]
    assert found("sort=salary") == order


@pytest.mark.django_db
def test_the_fresher_of_equals_comes_first_and_a_title_beats_a_text(reindex: Reindex) -> None:
    listing_with("Kelp farmer", "A", posted=days_ago(60))
    listing_with("Kelp farmer", "B", posted=days_ago(1))
    listing_with("Diver", "C", html=f"<p>{'kelp ' * 200}</p>", posted=days_ago(20))
    for number in range(20):
        listing_with("Cook", f"Galley {number}", html=f"<p>{'Kelp' if number < 4 else 'Soup'}</p>", posted=days_ago(90))
    reindex()
    shown = results("q=kelp&in=text").listings
    assert [listing.company.name for listing in shown][:3] == ["B", "A", "C"]


@pytest.mark.django_db
def test_stated_pay_wins_a_tie(reindex: Reindex) -> None:
    at = days_ago(3)
    listing_with("Cook", "A", posted=at)
    pay = {"salary": {"min": 1, "max": 2, "currency": "EUR", "period": "hour"}}
    listing_with("Cook", "B", posted=at, facts=pay)
    reindex()
    assert [listing.company.name for listing in results("q=cook").listings] == ["B", "A"]


@pytest.mark.django_db
def test_what_is_not_wanted(reindex: Reindex) -> None:
    listing_with("Python developer", "Acme Ltd", facts={"skills": ["python", "php"], "category": "engineering"})
    listing_with("Python tester", "Lantern", facts={"skills": ["python"], "category": "quality"})
    listing_with("Cook", "Galley", facts={"category": None})
    reindex()
    assert found("company=-acme-ltd&sort=new") == ["Cook", "Python tester"]
    assert found("skill=python&skill=-php") == ["Python tester"]
    assert set(found("category=-none")) == {"Python developer", "Python tester"}
    assert found("q=python -tester") == ["Python developer"]
    with pytest.raises(Invalid, match="contradict"):
        Search.parse(QueryDict("skill=php&skill=-php"))
    assert Search.parse(QueryDict("skill=-golang")).query_string() == "skill=-go"


@pytest.mark.django_db
def test_fields_and_alternatives(reindex: Reindex) -> None:
    listing_with("Data analyst", "Python Coffee", facts={"skills": ["sql"]})
    listing_with("Python developer", "Acme", facts={"skills": ["python"]})
    listing_with("Ruby developer", "Bmce", facts={"skills": ["ruby"]})
    reindex()
    assert found("q=company:python") == ["Data analyst"]
    assert found("q=title:python") == ["Python developer"]
    assert found("q=skill:python") == ["Python developer"]
    assert set(found("q=ruby or sql")) == {"Ruby developer", "Data analyst"}
    # Alternatives are looked for in employers' names too.
    assert set(found("q=title:developer ruby or python")) == {"Ruby developer", "Python developer"}
    assert found('q="python developer"') == ["Python developer"]
    with pytest.raises(Invalid) as refused:
        Search.parse(QueryDict("q=skill:pythn"))
    assert (refused.value.parameter, refused.value.suggestion) == ("q", "skill:python")


@pytest.mark.django_db
def test_usual_words_are_not_demanded(reindex: Reindex) -> None:
    listing_with("Python developer", "Acme", html="<p>Tools.</p>")
    reindex()
    assert found("q=remote python developer jobs") == ["Python developer"]
    # They restrict nothing: on this site, every job is one.
    assert found("q=remote jobs") == ["Python developer"]


@pytest.mark.django_db
def test_years_of_experience_and_sponsorship(reindex: Reindex) -> None:
    listing_with("Beginner", "A", facts={"experience_years": 0, "sponsorship": "offered"})
    listing_with("Writer", "B", facts={"experience_years": 3, "sponsorship": "not offered"})
    listing_with("Editor", "C", facts={"experience_years": 8})
    listing_with("Unsaid", "D")
    reindex()
    assert set(found("experience=0")) == {"Beginner"}
    assert set(found("experience=3")) == {"Beginner", "Writer"}
    assert set(found("experience=7&experience=none")) == {"Beginner", "Writer", "Unsaid"}
    assert set(found("experience=none")) == {"Unsaid"}
    assert set(found("sponsorship=offered")) == {"Beginner"}
    assert set(found("sponsorship=-not offered")) == {"Beginner", "Editor", "Unsaid"}
    assert set(found("sponsorship=none")) == {"Editor", "Unsaid"}


@pytest.mark.django_db
def test_a_slip_is_mended_and_said(reindex: Reindex) -> None:
    for company in "ABCDE":
        listing_with("Kubernetes engineer", company)
    reindex()
    shown = results("q=kuberntes enginer")
    assert (shown.total, shown.corrected) == (5, "kubernetes engineer")
    assert results("q=kubernetes").corrected == ""
    assert (results('q="kuberntes"').total, results('q="kuberntes"').corrected) == (0, "")
    assert results("q=title:kuberntes").total == 0


def test_how_many_slips_a_word_may_have() -> None:
    known = WordCounts({"python": 50, "kubernetes": 40, "designer": 30, "design": 60, "java": 90, "pythom": 1})
    assert corrected(known, "pyhton") == "python"
    assert corrected(known, "pythom") == "python"
    assert corrected(known, "kubrnets") == "kubernetes"
    assert corrected(known, "jaba") == ""
    assert corrected(known, "pythoon developer -pyhton") == "python developer -pyhton"
    assert corrected(known, "pxxhon") == ""
    assert corrected(WordCounts(), "pyhton") == ""


@pytest.mark.django_db
def test_nothing_found_tells_what_to_drop(reindex: Reindex) -> None:
    listing_with("Python developer", "Acme", facts={"category": "engineering"})
    listing_with("Cook", "Galley", facts={"category": "other"})
    reindex()
    shown = results("q=python&category=other&country=DE")
    assert (shown.state, shown.relaxed) == ("nothing", {"q": 1, "category": 1})


def test_hours_in_common_follow_daylight_saving() -> None:
    new_york = working_hours.key({"overlap_hours": 4, "overlap_with": "America/New_York"})
    assert shared(new_york, "Europe/Berlin", "9-17", WINTER).hours == 2
    assert shared(new_york, "Europe/Berlin", "9-17", date(2026, 3, 20)).hours == 3
    assert shared(new_york, "Europe/Berlin", "12-20", SUMMER).hours == 5
    explicit = working_hours.key({"utc_min": 1, "utc_max": 1, "evidence": "UTC+1"})
    assert shared(explicit, "Europe/Berlin", "9-17", WINTER).hours == 8
    assert shared(explicit, "Europe/Berlin", "9-17", SUMMER).hours == 7
    named = working_hours.key({"utc_min": 1, "utc_max": 1, "evidence": "CET"})
    assert shared(named, "Europe/Berlin", "9-17", SUMMER).hours == 8
    wide = working_hours.key({"utc_min": -8, "utc_max": 3, "evidence": "Americas and Europe"})
    assert shared(wide, "Europe/Berlin", "9-17", WINTER).hours == 8
    assert shared(wide, "Asia/Tokyo", "9-17", WINTER).hours == 2
    assert working_hours.key(None) == working_hours.key({"overlap_with": "Nowhere/Land"}) == "none"


@table(
    ("query", "parameter", "suggestion"),
    [
        ("posted=0", "posted", ""),
        ("posted=366", "posted", ""),
        ("sort=newest", "sort", "new"),
        ("tz=Europe/Berlin&day=24-6", "day", "9-17"),
        ("tz=Europe/Berlin&day=9-9", "day", "9-17"),
        ("tz=Europe/Berlin&day=9-25", "day", "9-17"),
        ("tz=Europe/Berlin&day=nine", "day", "9-17"),
        ("tz=Europe/Berlin&day=9-12&overlap=4", "overlap", "3"),
        ("category=-desing", "category", "design"),
        ("experience=41", "experience", ""),
        ("experience=-1", "experience", ""),
        ("experience=nome", "experience", "none"),
        ("experience=5&experience=3", "experience", "3"),
        ("sponsorship=ofered", "sponsorship", "offered"),
    ],
)
def test_what_is_refused(query: str, parameter: str, suggestion: str) -> None:
    with pytest.raises(Invalid) as refused:
        Search.parse(QueryDict(query))
    assert (refused.value.parameter, refused.value.suggestion) == (parameter, suggestion)


@table(
    ("query", "canonical"),
    [
        ("sort=best&q=python", "q=python"),
        ("sort=new", ""),
        ("sort=best", ""),
        ("sort=new&q=python", "q=python&sort=new"),
        ("tz=Europe/Berlin&day=09-17", "tz=Europe%2FBerlin&overlap=4"),
        ("day=8-16&tz=Europe/Berlin", "tz=Europe%2FBerlin&overlap=4&day=8-16"),
        ("day=22-0&tz=Europe/Berlin", "tz=Europe%2FBerlin&overlap=2&day=22-24"),
        ("day=22-6&tz=Europe/Berlin", "tz=Europe%2FBerlin&overlap=4&day=22-6"),
        ("day=8-16", ""),
        ("experience=none&experience=05", "experience=5&experience=none"),
        ("experience=3&experience=3&experience=", "experience=3"),
        ("sponsorship=No+visa+sponsorship", "sponsorship=not+offered"),
        ("posted=7&company=-b&company=a", "company=-b&company=a&posted=7"),
    ],
)
def test_equal_questions_have_one_address(query: str, canonical: str) -> None:
    assert Search.parse(QueryDict(query)).query_string() == canonical


def test_no_more_than_two_of_one_company_in_a_row() -> None:
    assert varied([1, 2, 3, 4, 5, 6], [7, 7, 7, 7, 8, 9]) == [1, 2, 5, 3, 4, 6]
    assert varied([1, 2, 3], [7, 7, 7]) == [1, 2, 3]
    assert varied([], []) == []


@pytest.mark.django_db
def test_no_listing_is_lost_or_shown_twice_between_pages(reindex: Reindex) -> None:
    for number in range(130):
        listing_with("Writer", f"Employer {number % 3}", posted=days_ago(number / 100))
    reindex()
    pages = [[listing.pk for listing in results(f"q=writer&per_page=30&page={page}").listings] for page in range(1, 6)]
    shown = [one for page in pages for one in page]
    assert len(shown) == len(set(shown)) == 130


def test_each_half_life_halves_and_no_number_overflows() -> None:
    built = datetime(2026, 6, 1, tzinfo=UTC).timestamp()
    young, old = freshness.factor(built, built), freshness.factor(built - freshness.HALF_LIFE, built)
    assert young == pytest.approx(2 * old)
    assert freshness.factor(built + freshness.MAX_INDEX_AGE, built) > young
    assert freshness.factor(built + 10 * freshness.MAX_INDEX_AGE, built) < freshness.MAX_FACTOR
    assert freshness.factor(0, built) == 1
