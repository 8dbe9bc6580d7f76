"""Where the person may live: statements in titles, fields and sentences, and what only resembles one."""

from __future__ import annotations

from typing import Any

from listings.boards import BOARDS
from listings.boards.base import Ad
from listings.facts.base import Reading
from listings.facts.residence.expressions import read_places
from listings.facts.residence.reader import read as read_residence
from tests.examples import few
from tests.listings.facts.growth import LIMIT, growth
from tests.tables import table

BOARD = BOARDS["remotive"]


def read(html: str = "", *, title: str = "Tide Engineer", location: str = "") -> dict[str, Any] | None:
    ad = Ad(external_id="1", url="https://x.example/1", title=title, company="Lantern", html=html, location=location)
    fact = read_residence(Reading(ad, BOARD))
    return fact.value if fact else None


def included(*args: str, **stated: str) -> list[str] | None:
    found = read(*args, **stated)
    return found["include"] if found else None


@table(
    ("words", "codes"),
    [
        ("the United States, Canada, or Mexico", ["US", "CA", "MX"]),
        ("Seattle, WA", ["US-WA"]),
        ("San Jose, CA", ["US-CA"]),
        ("Toronto, CA", ["CA"]),
        ("US/CA", ["US", "CA"]),
        ("CA, NY, WA, CO", ["US-CA", "US-NY", "US-WA", "US-CO"]),
        ("Texas, Georgia and Florida", ["US-TX", "US-GA", "US-FL"]),
        ("Georgia and Armenia", ["GE", "AM"]),
        ("Atlanta, Georgia", ["US-GA"]),
        ("London, UK", ["GB"]),
        ("London, Ontario", ["CA-ON"]),
        ("Paris, TX", ["US-TX"]),
        ("Fishers, IN", ["US-IN"]),
        ("Vienna, VA", ["US-VA"]),
        ("Vienna", ["AT"]),
        ("Bangalore, Karnataka, India", ["IN-KA"]),
        ("Tampa, FL, United States", ["US-FL"]),
        ("North/Central/South America", ["americas"]),
        ("EU, UK, or IE", ["eu", "GB", "IE"]),
        ("Korea, Republic of", ["KR"]),
        ("any of the following countries: Germany, France\n- Spain", ["DE", "FR", "ES"]),
        ("New England", ["US-CT", "US-MA", "US-ME", "US-NH", "US-RI", "US-VT"]),
    ],
)
def test_lists_of_places(words: str, codes: list[str]) -> None:
    places = read_places(words, strict=False)
    assert places is not None
    assert list(places.include) == codes


@table("words", ["Remote", "us to win", "US time zones", "CA", "me or you", "", "in the office"])
def test_what_is_no_place(words: str) -> None:
    assert read_places(words) is None


@table(
    ("sentence", "codes"),
    [
        ("You must be based in Germany.", ["DE"]),
        ("Candidates must be located in the U.S. or Canada.", ["US", "CA"]),
        ("This role is open to candidates in Spain and Portugal.", ["ES", "PT"]),
        ("We are only hiring in Latin America.", ["latam"]),
        ("We only hire in the Middle East and North Africa.", ["mena"]),
        ("We can only hire in the following states: Texas, Ohio and Maine.", ["US-TX", "US-OH", "US-ME"]),
        ("You will work from anywhere in the United States.", ["US"]),
        ("The role can be performed remotely (within the UK).", ["GB"]),
        ("Applicants must be authorized to work in Canada.", ["CA"]),
        ("You live in the EMEA region.", ["emea"]),
        ("Location: Poland", ["PL"]),
        ("A US-based remote position.", ["US"]),
        ("You can work from anywhere.", ["worldwide"]),
        ("Must reside in Riverside CA", ["US-CA"]),
        ("Open to residents within New Zealand.", ["NZ"]),
        ("Apply from all countries.", ["worldwide"]),
        ("You must live in Peru. $50,000 a year.", ["PE"]),
        ("Open to anyone in the US, Canada or Mexico.", ["US", "CA", "MX"]),
        ("Open to candidates across Europe", ["europe"]),
        ("Only candidates from India will be considered.", ["IN"]),
        ("Applicants must be based in APAC (Australia preferred).", ["apac"]),
    ],
)
def test_sentences_that_state_it(sentence: str, codes: list[str]) -> None:
    assert included(f"<p>About us.</p><p>{sentence}</p>") == codes


@table(
    "sentence",
    [
        "We are headquartered in Berlin, Germany.",
        "Our offices are in London and Paris.",
        "We work with clients based in the United States.",
        "Our team is based in Portugal.",
        "You do not need to live in the US to apply.",
        "For candidates based in Colorado, the salary range is $90,000 to $100,000.",
        "A background in Georgia pottery helps.",
        "Ideally you are based in France.",
        "You must overlap four hours with US time zones.",
        "We support customers living in Japan.",
        "If you live in Norway, the benefits differ.",
        "This job is remote.",
        "Hybrid cloud in us-east-1.",
        "Based in Lyon, Lantern builds lamps.",
        "We're all based in Denmark.",
        "Based in Chile, or wherever you like.",
        "Location: Oslo (HQ)",
        "Unapproved states: Ohio and Maine.",
        "Remote, anywhere in UTC-5 to UTC+2",
        "Candidates from India will be considered.",
    ],
)
def test_sentences_that_do_not(sentence: str) -> None:
    assert included(f"<p>{sentence}</p>") is None


def test_what_is_left_out() -> None:
    found = read("<p>Located in the United States, EXCLUDING Washington, California and New Jersey.</p>")
    assert found is not None
    assert (found["include"], found["exclude"]) == (["US"], ["US-WA", "US-CA", "US-NJ"])
    found = read("<p>We are not currently considering applicants from CA, NY or NJ.</p>", location="USA Only")
    assert found is not None
    assert (found["include"], found["exclude"]) == (["US"], ["US-CA", "US-NY", "US-NJ"])
    found = read("<p>Remote in EMEA except Russia and Belarus</p>")
    assert found is not None
    assert (found["include"], found["exclude"]) == (["emea"], ["RU", "BY"])


def test_sentences_that_rule_out_places_are_quoted_beside() -> None:
    found = read("<p>We don't hire in Ohio.</p><p>No candidates in Utah, sorry.</p>", location="United States")
    assert found is not None
    assert found["refusals"][0] == {"places": ["US-OH"], "evidence": "don't hire in Ohio"}
    found = read("<p>Remote in the US (except Ohio)</p>")
    assert found is not None
    assert "refusals" not in found
    found = read("<p>You live in a state where we have an entity.</p>", location="United States")
    assert found is not None
    assert found["refusals"] == [{"places": [], "evidence": "live in a state where we have an entity"}]


def test_of_a_text_in_a_language_that_is_not_read_lines_with_a_label_count() -> None:
    text = "<p>Mô tả công việc: quản lý đội ngũ bán hàng, không tuyển ứng viên. You must live in Peru.</p>" * 3
    assert included(text, location="United States") == ["US"]
    assert included(f"<p>Job Location: Vietnam - Remote</p>{text}", location="United States") == ["VN"]


def test_a_bracket_that_opens_in_a_quote_is_closed() -> None:
    for text, evidence in (("Remote (US)", "Remote (US)"), ("(Remote in the US)", "Remote in the US")):
        found = read(f"<p>{text}</p>")
        assert found is not None
        assert found["evidence"] == evidence


def test_the_more_specific_statement_wins() -> None:
    assert included("<p>You must be based in Europe.</p>", location="Anywhere in the World") == ["europe"]
    assert included("<p>Perks: work from anywhere!</p>", location="Germany") == ["DE"]
    assert included("<p>Must be authorized to work in the US.</p>", location="Austin, TX") == ["US-TX"]
    assert included("<p>Only hiring in Latin America.</p>", location="Costa Rica; Peru") == ["CR", "PE"]
    assert included("<p>100% remote, work from anywhere in the world.</p>", location="Worldwide") == ["worldwide"]


def test_the_field_names_towns_choices_and_wishes() -> None:
    assert included(location="Hoofddorp") == ["NL"]
    assert included(location="Santa Clara or Remote") is None
    assert included(location="HQ in Oslo; Remote in Norway") == ["NO"]
    assert included(location="USA (Texas preferred)") == ["US"]
    assert included(location="PST tz") is None


def test_titles() -> None:
    assert included(title="Tester (Mobile)") is None
    assert included(title="Writer, Berlin or remote") is None
    assert included(title="Writer (Romania only)") == ["RO"]
    assert included(title="Backend Developer, EU Remote", location="Europe Only") == ["eu"]
    assert included(title="Agent - Remote US (Any city, OK, US, 99999)", location="United States") == ["US-OK"]
    assert included(title="Tester - Cyprus, Greece, Remote", location="Anywhere in the World") == ["worldwide"]
    assert included(title="Engineer (AI/ML)") is None


@table("location", ["Remote", "", "Flexible", "CET +/- 3 hours", "USA timezones", "Santa Clara, CA (HQ)"])
def test_fields_that_name_no_residence(location: str) -> None:
    assert included(location=location) is None


def test_the_evidence_is_the_ads_own_words() -> None:
    ad = Ad(
        external_id="1", url="https://x.example/1", title="T", company="L", html="<p>Hi. You must live in Peru.</p>"
    )
    reading = Reading(ad, BOARD)
    fact = read_residence(reading)
    assert fact is not None
    assert fact.evidence in reading.text
    assert [reading.text[span.start : span.end] for span in fact.spans] == [fact.evidence]


@table("piece", few(["US, ", "based in ", "remote (", "located in the ", "A, ", "(((", "not hiring in ", "9"], 2))
def test_time_is_linear_in_the_text(piece: str) -> None:
    def prepare(text: str) -> Reading:
        reading = Reading(Ad(external_id="1", url="", title="Tide Engineer", company="", html=text), BOARD)
        assert reading.lower_text
        return reading

    assert growth(read_residence, prepare, piece) < LIMIT
