"""Employers' own hiring systems: what each does in its own way, and what they all share."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from listings.boards import BOARDS
from listings.boards.base import Ad, BadOptions, BrokenShape, Page, Request, Response
from listings.boards.formats.pay import pay_text
from tests.examples import examples
from tests.listings.boards.test_hostile import JSON, TEXT, UNKEEPABLE
from tests.tables import table

RECORDED = Path(__file__).parents[4] / "shared" / "payloads"
LISTS = {
    "ashby": "jobs",
    "greenhouse": "jobs",
    "lever": "",
    "recruitee": "offers",
    "smartrecruiters": "content",
    "teamtailor": "items",
    "workable": "jobs",
}
"""Board → where its records stand in the envelope."""
NAMES = [*LISTS, "personio"]
GOOD: dict[str, dict[str, Any]] = {
    "ashby": {"id": "a-1", "title": "Role", "jobUrl": "https://jobs.ashbyhq.com/acme/a-1"},
    "greenhouse": {"id": 7, "title": "Role", "absolute_url": "https://job-boards.greenhouse.io/acme/jobs/7"},
    "lever": {"id": "a-1", "text": "Role", "hostedUrl": "https://jobs.lever.co/acme/a-1"},
    "recruitee": {"id": 7, "title": "Role", "careers_url": "https://acme.recruitee.com/o/role"},
    "smartrecruiters": {
        "id": "7000",
        "name": "Role",
        "releasedDate": "2026-06-03T11:08:12.368Z",
        "postingUrl": "https://jobs.smartrecruiters.com/acme/7000",
    },
    "teamtailor": {"id": "a-1", "title": "Role", "url": "https://acme.teamtailor.com/jobs/7-role"},
    "workable": {
        "shortcode": "AB12",
        "title": "Role",
        "url": "https://apply.workable.com/acme/j/AB12",
        "created_at": "",
    },
}
FIELDS = """id title text name description descriptionHtml content content_html categories location locations lists
allLocations commitment workplaceType createdAt publishedAt published_at date_published first_published
releasedDate offices departments metadata value compensation compensationTiers components summaryComponents
minValue maxValue salaryRange salary pay_input_ranges min_cents min max currency interval tags isListed
isRemote address postalAddress secondaryLocations remote hybrid status translations note _jobposting
jobLocation identifier hiringOrganization company company_name jobAd sections typeOfEmployment label
telecommuting employment_type shortcode url"""
WORDS = FIELDS.split()
MARKUP = st.recursive(
    TEXT | JSON,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=6),
    max_leaves=12,
)


def parse(name: str, value: Any, asked: Request | None = None) -> Page:
    return BOARDS[name].parse(Response(asked or Request("answer"), json.dumps(value).encode()))


def one(name: str, asked: Request | None = None, **stated: Any) -> Ad:
    page = parse(name, [{**GOOD[name], **stated}], asked)
    assert page.rejected == []
    return page.ads[0]


@table("name", LISTS)
def test_the_company_is_the_answers_else_the_sources_else_the_token(name: str) -> None:
    board = BOARDS[name]
    [asked] = board.start(board.checked_options({"token": "acme", "company": "Acme Boats"}), None)
    assert one(name, asked).company == "Acme Boats"
    assert one(name, replace(asked, company="")).company == "acme"
    assert one(name).company == "acme"


def test_a_company_that_the_answer_states_goes_before_the_sources() -> None:
    asked = Request("https://boards-api.greenhouse.io/v1/boards/acme/jobs", company="Acme")
    assert one("greenhouse", asked, company_name="Acme Boats ").company == "Acme Boats"


def test_an_employers_own_address_names_its_host_where_nothing_else_is_known() -> None:
    ad = one("greenhouse", absolute_url="https://www.boats.example/work?gh_jid=7")
    assert (ad.company, ad.url) == ("boats.example", "https://www.boats.example/work?gh_jid=7")


@table("name", NAMES)
@table("token", ["", "..", "a/b", "a?b", "a#b", "a@b", "a b", "-a", "a\nb", "a" * 200, "127.0.0.1:80/", "ä"])
def test_a_token_is_no_path_and_no_host(name: str, token: str) -> None:
    with pytest.raises(BadOptions):
        BOARDS[name].checked_options({"token": token})


@table("name", NAMES)
def test_each_asks_one_address_of_its_own_and_is_the_employers_own(name: str) -> None:
    board = BOARDS[name]
    [asked] = board.start(board.checked_options({"token": "acme"}), None)
    assert asked.url.startswith("https://")
    assert "acme" in asked.url
    assert board.employers_own
    assert (board.absence, board.remote_only, board.terms.job_posting_markup) == ("closes", False, False)


def test_hosts_are_chosen_among_the_vendors_own() -> None:
    lever, personio = BOARDS["lever"], BOARDS["personio"]
    [asked] = lever.start(lever.checked_options({"token": "acme", "host": "api.eu.lever.co"}), None)
    assert asked.url == "https://api.eu.lever.co/v0/postings/acme?mode=json"
    [asked] = personio.start(personio.checked_options({"token": "acme", "domain": "com"}), None)
    assert asked.url == "https://acme.jobs.personio.com/xml"
    with pytest.raises(BadOptions):
        lever.checked_options({"token": "acme", "host": "lever.example"})


@table("name", LISTS)
def test_single_objects_and_bare_lists_are_read_but_not_as_the_whole_list(name: str) -> None:
    for cut in (GOOD[name], [GOOD[name]]):
        page = parse(name, cut)
        assert len(page.ads) == 1
        assert page.complete is (name == "lever" and isinstance(cut, list))


@table("name", LISTS)
@table("value", [{"error": "not found"}, "words", 7, None])
def test_another_answer_is_named(name: str, value: Any) -> None:
    with pytest.raises(BrokenShape, match="JSON"):
        parse(name, value)


def test_a_position_alone_is_read_and_another_document_is_named() -> None:
    body = b"<position><id>7</id><name>Role</name><office>Remote</office></position>"
    asked = Request("https://acme.jobs.personio.de/xml", company="")
    page = BOARDS["personio"].parse(Response(asked, body))
    assert (page.ads[0].url, page.ads[0].company) == ("https://acme.jobs.personio.de/job/7", "acme")
    assert not page.complete
    assert BOARDS["personio"].parse(Response(Request("cut.xml"), body)).ads[0].url == "https://jobs.personio.com/job/7"
    with pytest.raises(BrokenShape, match="an RSS feed, not a career site's XML"):
        BOARDS["personio"].parse(Response(asked, b"<rss><channel/></rss>"))


def test_an_empty_list_is_a_whole_list() -> None:
    assert parse("lever", []).complete
    assert parse("greenhouse", {"jobs": [], "meta": {"total": 0}}).complete
    assert parse("recruitee", {"offers": []}).complete


def test_a_total_that_does_not_agree_proves_no_absence() -> None:
    assert parse("greenhouse", {"jobs": [GOOD["greenhouse"]], "meta": {"total": 1}}).complete
    assert not parse("greenhouse", {"jobs": [GOOD["greenhouse"]], "meta": {"total": 2}}).complete
    assert not parse("smartrecruiters", {"content": [GOOD["smartrecruiters"]], "totalFound": 2}).complete


def test_escaped_texts_are_unescaped_once() -> None:
    assert (
        one("greenhouse", content="&lt;p&gt;R&amp;amp;D &amp;lt;b&amp;gt;&lt;/p&gt;").html == "<p>R&amp;D &lt;b&gt;</p>"
    )


def test_copies_of_a_vacancy_per_office_share_a_number() -> None:
    page = parse("greenhouse", [{**GOOD["greenhouse"], "id": number, "internal_job_id": 42} for number in (1, 2)])
    assert [(ad.external_id, ad.fields["internal_job_id"]) for ad in page.ads] == [("1", ("42",)), ("2", ("42",))]


def test_an_unlisted_or_unpublished_vacancy_is_rejected_with_its_reason() -> None:
    for name, stated in (("ashby", {"isListed": False}), ("recruitee", {"status": "closed"})):
        page = parse(name, [{**GOOD[name], **stated}])
        assert page.ads == []
        assert stated.popitem()[0] in page.rejected[0].reason
    assert (
        parse("workable", [{**GOOD["workable"], "dateDeleted": "2026-01-02"}])
        .rejected[0]
        .reason.startswith("it was deleted")
    )


def test_hybrid_goes_before_the_switch_of_remote() -> None:
    assert one("ashby", workplaceType="Hybrid", isRemote=True).workplace == ("Hybrid",)
    assert one("ashby", isRemote=True).workplace == ("Remote",)
    assert one("lever", workplaceType="unspecified").workplace == ()


def test_pay_that_the_employer_keeps_to_itself_stays_so() -> None:
    part = {
        "compensationType": "Salary",
        "interval": "1 YEAR",
        "currencyCode": "USD",
        "minValue": 1000,
        "maxValue": 2000,
    }
    told = {"summaryComponents": [part]}
    assert one("ashby", compensation=told).salary == "1000 - 2000 USD yearly"
    assert one("ashby", compensation=told, shouldDisplayCompensationOnJobPostings=False).salary == ""


def test_the_next_page_of_a_feed_is_asked_only_of_its_own_host() -> None:
    asked = Request("https://acme.teamtailor.com/jobs.json", company="Acme")
    feed = {"items": [GOOD["teamtailor"]], "next_url": "https://acme.teamtailor.com/jobs.json?page=2"}
    page = parse("teamtailor", feed, asked)
    assert page.follow == [Request("https://acme.teamtailor.com/jobs.json?page=2", company="Acme")]
    assert page.complete
    for strange in ("https://other.example/jobs.json", "http://acme.teamtailor.com/jobs.json", "https://[bad/", 7):
        page = parse("teamtailor", {**feed, "next_url": strange}, asked)
        assert (page.follow, page.complete) == ([], False)


def test_a_board_that_is_never_fetched_says_why_and_since_when() -> None:
    said = BOARDS["smartrecruiters"].never_fetched_because
    assert said == (
        "SmartRecruiters is never fetched: parser only since 2026-11-23 (its terms forbid the reuse of its data)."
    )
    assert BOARDS["greenhouse"].never_fetched_because == ""


@table(
    ("stated", "words"),
    [
        ((90000, 120000, "USD", "1 YEAR"), "90000 - 120000 USD yearly"),
        (("60000", "75000.50", "EUR", "year"), "60000 - 75000.5 EUR yearly"),
        ((34.5, 34.5, "USD", "per-hour-wage"), "34.5 USD hourly"),
        ((1000, None, "CAD", "MONTHLY"), "from 1000 CAD monthly"),
        ((0, 2000, "CAD", "bi-week-salary"), "up to 2000 CAD bi-week-salary"),
        ((5000, 6000, None, None), "5000 - 6000"),
        ((0, "0.00", "USD", "year"), ""),
        ((True, "1e9", "USD", "year"), ""),
        ((None, "9" * 30, "USD", "year"), ""),
    ],
)
def test_pay_in_words(stated: tuple[Any, ...], words: str) -> None:
    assert pay_text(*stated) == words


@pytest.mark.parametrize("name", LISTS)
@settings(max_examples=examples(5), deadline=None)
@given(stated=st.dictionaries(st.sampled_from(WORDS), MARKUP, max_size=10))
def test_any_record_becomes_an_ad_or_a_rejection(name: str, stated: dict[str, Any]) -> None:
    record = {**GOOD[name], **stated}
    page = parse(name, {LISTS[name]: [record]} if LISTS[name] else [record])
    assert len(page.ads) + len(page.rejected) == 1
    for ad in page.ads:
        assert ad.company
        assert Ad.from_json(json.loads(json.dumps(ad.as_json()))) == ad
        assert not UNKEEPABLE.search(json.dumps(ad.as_json(), ensure_ascii=False))


def recorded() -> list[Path]:
    found = [path for folder in ("ats", "trimmed_real") for path in sorted((RECORDED / folder).glob("*.json"))]
    return [path for path in found if board_of(path)]


def board_of(path: Path) -> str:
    return next((name for name in NAMES if name in path.name), "")


@pytest.mark.parametrize("path", recorded() or [None], ids=lambda path: getattr(path, "name", "-"))
def test_a_recorded_answer_is_read_whole(path: Path | None) -> None:
    if path is None:
        pytest.skip("no recorded payloads beside the checkout")
    value = json.loads(path.read_text())
    records = value if isinstance(value, list) else value.get(LISTS[board_of(path)], [value])
    page = BOARDS[board_of(path)].parse(Response(Request(path.name), path.read_bytes()))
    assert page.rejected == []
    assert len({ad.external_id for ad in page.ads}) == len(records) > 0
    assert all(ad.company and ad.published_at and ad.url.startswith("https://") for ad in page.ads)
