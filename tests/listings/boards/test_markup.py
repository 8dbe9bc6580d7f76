"""JobPosting markup as sites write it: in scripts that are almost JSON, nested, in microdata, with odd values."""

from __future__ import annotations

import json
from typing import Any

from listings import facts
from listings.boards import BOARDS
from listings.boards.base import Ad, Page, Request, Response
from tests.cpu_time import assert_growth
from tests.examples import few
from tests.tables import table

URL = "https://saltmarsh.example/jobs/buoy-keeper"
POSTING = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Buoy Keeper",
    "hiringOrganization": {"@type": "Organization", "name": "Saltmarsh"},
    "datePosted": "2026-11-03",
    "description": "<p>Keep the buoys.</p>",
    "jobLocationType": "TELECOMMUTE",
}
TEXT = json.dumps(POSTING)


def page_of(body: str | bytes, content_type: str = "") -> Page:
    data = body if isinstance(body, bytes) else body.encode()
    return BOARDS["jobposting"].parse(Response(Request(URL), b"<!doctype html>" + data, URL, content_type=content_type))


def script(text: str, kind: str = "application/ld+json") -> str:
    return f'<script type="{kind}">{text}</script><h1>Buoy Keeper</h1>'


def ad_of(body: str | bytes, content_type: str = "") -> Ad:
    page = page_of(body, content_type)
    assert page.rejected == []
    (ad,) = page.ads
    return ad


def ad_with(**values: Any) -> Ad:
    return ad_of(script(json.dumps(POSTING | values)))


@table(
    "body",
    [
        script(TEXT),
        script(TEXT + ";"),
        script("// <![CDATA[\n" + TEXT + "\n// ]]>"),
        script("/*<![CDATA[*/" + TEXT + "/*]]>*/"),
        script("<!--\n" + TEXT + "\n-->"),
        script("<!--//--><![CDATA[//><!--\n" + TEXT + "\n//--><!]]>"),
        script("\ufeff" + TEXT),
        script(TEXT[:-1] + ",}"),
        script("[" + TEXT + ",\n]"),
        script("/* the job */ " + TEXT[:-1] + ", // the end\n}"),
        script(TEXT.replace("Keep the", "Don\\'t lose the \\x")),
        script(TEXT.replace("Keep the", "Keep\n\tthe")),
        script(TEXT.replace('"', "&quot;")),
        script('{"@type": "WebSite"}\n' + TEXT),
        script(TEXT, "application/ld+json; charset=utf-8"),
        script(TEXT, "APPLICATION/LD+JSON"),
        script(TEXT.replace('"JobPosting"', '"schema:JobPosting"').replace('"title"', '"schema:title"')),
        script(TEXT.replace('"JobPosting"', '"https://schema.org/JobPosting"')),
        script(TEXT.replace('"JobPosting"', '"http://schema.org/JobPosting/"')),
        script(TEXT.replace('"JobPosting"', '["Thing", "JobPosting"]')),
        script(TEXT.replace('"@type": "JobPosting"', '"type": "JobPosting"')),
        script('{"@graph": [{"@type": "WebPage"}, ' + TEXT + "]}"),
        script('{"@type": "WebPage", "mainEntity": ' + TEXT + "}"),
        script('{"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": ' + TEXT + "}]}"),
        script('{"@type": "ItemList", "itemListElement": [' + TEXT + "]}"),
        script(TEXT) + script(TEXT),
        script("not json at all") + script("{") + script(TEXT),
        script(
            '{"@graph": [{"@id": "#us", "@type": "Organization", "name": "Saltmarsh"}, '
            + json.dumps(POSTING | {"hiringOrganization": {"@id": "#us"}})
            + "]}"
        ),
    ],
)
def test_a_posting_is_found_however_it_is_written(body: str) -> None:
    ad = ad_of(body)
    assert (ad.external_id, ad.title, ad.company, ad.workplace) == (URL, "Buoy Keeper", "Saltmarsh", ("remote",))
    assert "buoys" in ad.html


def test_what_is_no_json_is_no_posting() -> None:
    assert page_of(script("var job = {}") + "<a href='/jobs/2'>x</a>").ads == ()


MICRODATA = """
<main itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Buoy Keeper</h1>
<span itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization">
<b itemprop="name">Saltmarsh</b>
<a itemprop="url" href="https://saltmarsh.example/">Site</a><meta itemprop="description" content="Not the ad's"></span>
<time itemprop="datePosted" datetime="2026-11-03">Tuesday</time><meta itemprop="employmentType" content="FULL_TIME">
<meta itemprop="employmentType" content="INTERN"><meta itemprop="jobLocationType" content="TELECOMMUTE">
<div itemprop="jobLocation" itemscope itemtype="http://schema.org/Place">
<div itemprop="address" itemscope itemtype="http://schema.org/PostalAddress">
<span itemprop="addressLocality">Bergen</span>
<meta itemprop="addressCountry" content="NO"></div></div>
<div itemprop="baseSalary" itemscope itemtype="https://schema.org/MonetaryAmount">
<meta itemprop="currency" content="NOK">
<div itemprop="value" itemscope itemtype="https://schema.org/QuantitativeValue">
<meta itemprop="minValue" content="600000">
<meta itemprop="unitText" content="YEAR"></div></div>
<div itemprop="description"><p>Keep the <b>buoys</b>.</p></div>
<section itemscope itemtype="https://schema.org/JobPosting"><b itemprop="title">Rope Maker</b></section></main>
"""
RDFA = """
<div vocab="https://schema.org/" typeof="JobPosting"><h1 property="title">Buoy Keeper</h1>
<div property="hiringOrganization" typeof="Organization"><span property="name">Saltmarsh</span></div>
<div property="description"><p>Keep the buoys.</p></div></div>
"""


def test_microdata_is_read_as_json_ld_would_be() -> None:
    ad = ad_of(MICRODATA)
    assert (ad.title, ad.company, ad.location, ad.salary) == (
        "Buoy Keeper",
        "Saltmarsh",
        "Bergen, NO",
        "from 600000 NOK yearly",
    )
    assert (ad.workplace, ad.employment) == (("remote",), ("FULL_TIME", "INTERN"))
    assert ad.html == "<p>Keep the <b>buoys</b>.</p>"
    assert (str(ad.published_at), ad.company_url) == ("2026-11-03 00:00:00+00:00", "https://saltmarsh.example/")


def test_rdfa_is_read_too_but_json_ld_leads() -> None:
    assert (ad_of(RDFA).title, ad_of(RDFA).company) == ("Buoy Keeper", "Saltmarsh")
    assert ad_of(RDFA.replace("Saltmarsh", "Salt") + script(TEXT)).company == "Saltmarsh"


@table(
    ("values", "title", "company"),
    [
        ({"title": None, "name": "Keeper"}, "Keeper", "Saltmarsh"),
        ({"title": ["Keeper", "Wächter"]}, "Keeper", "Saltmarsh"),
        ({"title": {"@value": "Keeper", "@language": "en"}}, "Keeper", "Saltmarsh"),
        ({"title": "Keep &amp;amp; Mend"}, "Keep & Mend", "Saltmarsh"),
        ({"hiringOrganization": "Quay"}, "Buoy Keeper", "Quay"),
        ({"hiringOrganization": [{"name": "Quay"}, {"name": "Gulls"}]}, "Buoy Keeper", "Quay"),
        ({"hiringOrganization": {"name": ["Quay", "Quay"]}}, "Buoy Keeper", "Quay"),
        ({"hiringOrganization": {"legalName": "Quay AS"}}, "Buoy Keeper", "Quay AS"),
    ],
)
def test_a_list_or_an_object_may_stand_for_a_text(values: dict[str, Any], title: str, company: str) -> None:
    ad = ad_with(**values)
    assert (ad.title, ad.company) == (title, company)


def test_texts_beside_the_description_are_kept_once() -> None:
    ad = ad_with(responsibilities="Paint &amp; mend.", skills=["Rowing", "Knots"], qualifications="Keep  the buoys.")
    assert ad.html == (
        "<p>Keep the buoys.</p>\n<h3>Responsibilities</h3>\nPaint &amp; mend.\n<h3>Skills</h3>\nRowing<br>\nKnots"
    )


@table(
    ("value", "workplace"),
    [
        ("TELECOMMUTE", ("remote",)),
        ("telecommute", ("remote",)),
        (["TELECOMMUTE"], ("remote",)),
        ("https://schema.org/TELECOMMUTE", ("remote",)),
        ("Remote", ("remote",)),
        ("ON_SITE", ("on-site",)),
        ("elsewhere", ()),
        (None, ()),
    ],
)
def test_the_kind_of_workplace(value: Any, workplace: tuple[str, ...]) -> None:
    assert ad_with(jobLocationType=value).workplace == workplace


@table(
    ("values", "location"),
    [
        ({"applicantLocationRequirements": {"@type": "Country", "name": "Spain"}}, "Spain"),
        ({"applicantLocationRequirements": ["Spain", {"name": "PT"}]}, "Spain; PT"),
        ({"applicantLocationRequirements": {"address": {"addressCountry": "PT"}}}, "PT"),
        ({"applicantLocationRequirements": [{"@type": "State", "name": "TX"}]}, "TX, US"),
        ({"applicantLocationRequirements": {"@type": "State", "name": "Georgia"}}, "Georgia, US"),
        ({"applicantLocationRequirements": {"@type": "Country", "name": "Georgia"}}, "Georgia"),
        ({"applicantLocationRequirements": {"@type": "State", "name": "Bavaria"}}, "Bavaria"),
        ({"applicantLocationRequirements": {"@type": "Country", "name": "N/A"}}, ""),
        ({"applicantLocationRequirements": {"@type": "Country", "name": "NA"}}, ""),
        ({"jobLocation": {"address": "Bergen, Norway"}}, "Bergen, Norway"),
        ({"jobLocation": {"name": "Bergen"}}, "Bergen"),
        ({"jobLocation": "Bergen"}, "Bergen"),
        ({"jobLocation": [{"address": [{"addressLocality": "Bergen"}, {"addressLocality": "Oslo"}]}]}, "Bergen; Oslo"),
        (
            {"jobLocation": {"address": {"addressLocality": "Bergen", "addressCountry": {"name": ["NO", "NO"]}}}},
            "Bergen, NO",
        ),
        ({"jobLocation": [], "applicantLocationRequirements": [{}]}, ""),
    ],
)
def test_places(values: dict[str, Any], location: str) -> None:
    assert ad_with(**values).location == location


@table(
    ("value", "salary"),
    [
        ({"currency": "EUR", "value": {"minValue": 40000, "unitText": "YEAR"}}, "from 40000 EUR yearly"),
        ({"currency": "EUR", "value": {"maxValue": "52.000", "unitText": "YEAR"}}, "up to 52.000 EUR yearly"),
        ({"currency": "EUR", "value": {"minValue": 400, "maxValue": 400.0, "unitText": "DAY"}}, "400 EUR daily"),
        ({"currency": "EUR", "value": {"value": 900, "unitText": "WEEK"}}, "900 EUR weekly"),
        ({"currency": "EUR", "value": {"value": 900, "unitCode": "WEE"}}, "900 EUR weekly"),
        ({"currency": "EUR", "value": [{"value": 25, "unitText": "per hour"}]}, "25 EUR hourly"),
        ({"currency": "EUR", "value": "3200", "unitText": "MONTH"}, "3200 EUR monthly"),
        ([{"currency": "EUR", "value": 1}, {"currency": "USD", "value": 2}], "1 EUR; 2 USD"),
        ("€40,000 a year", "€40,000 a year"),
        (40000, "40000"),
        ({"currency": "INR", "value": {"minValue": -1, "maxValue": -1}}, ""),
        ({"currency": "EUR", "value": {"minValue": 0, "maxValue": "0.00"}}, ""),
        ({"currency": "EUR", "value": {"value": "Competitive"}}, ""),
        (True, ""),
        ([], ""),
    ],
)
def test_pay(value: Any, salary: str) -> None:
    assert ad_with(baseSalary=value).salary == salary


@table(
    ("value", "employment"),
    [
        ("FULL_TIME, CONTRACTOR", ["FULL_TIME", "CONTRACTOR"]),
        (["FULL_TIME", "PART_TIME"], ["FULL_TIME", "PART_TIME"]),
        ("https://schema.org/FULL_TIME", ["FULL_TIME"]),
        ({"@value": "INTERN"}, ["INTERN"]),
        ("Full Time", ["FULL_TIME"]),
        ("PER_DIEM", ["PER_DIEM"]),
        (7, []),
        (None, []),
    ],
)
def test_the_terms_of_employment(value: Any, employment: list[str]) -> None:
    assert facts.read(ad_with(employmentType=value), BOARDS["jobposting"])["employment"] == employment


@table(
    ("value", "day"),
    [
        ("2026-12-01", "2026-12-01"),
        ("31.12.2026", "2026-12-31"),
        (["2026-12-01"], "2026-12-01"),
        ("2026-02-30", None),
        ("", None),
        ({"x": 1}, None),
    ],
)
def test_the_closing_day(value: Any, day: str | None) -> None:
    expires_at = ad_with(validThrough=value).expires_at
    assert (expires_at and expires_at.date().isoformat()) == day


def test_an_unreadable_date_costs_nothing_else() -> None:
    ad = ad_with(datePosted="soon", validThrough="open")
    assert (ad.title, ad.published_at, ad.expires_at) == ("Buoy Keeper", None, None)


@table("url", ["javascript:alert(1)", "http://[::1/", ["/jobs/buoy-keeper"], {"@id": "x"}, 7])
def test_an_address_that_cannot_be_requested_is_the_pages_own(url: Any) -> None:
    assert ad_with(url=url).url == URL


def latin(charset: str) -> str:
    posting = json.dumps(POSTING | {"title": "Gärtner"}, ensure_ascii=False)
    return f"<meta charset='{charset}'><p>é</p>{script(posting)}"


@table(
    ("body", "content_type"),
    [
        (latin("").encode(), ""),
        (latin("utf-8").encode(), "text/html; charset=utf-8"),
        (latin("iso-8859-1").encode("cp1252"), ""),
        (latin("Windows-1252").encode("cp1252"), "text/html"),
        (latin("utf-8").encode("cp1252"), "text/html; charset=ISO-8859-1"),
        (latin("utf-8").encode("cp1252"), ""),
        (latin("nonsense").encode("cp1252"), "text/html; charset=punycode"),
        # Servers add a charset that they know nothing of.
        (latin("utf-8").encode(), "text/html; charset=ISO-8859-1"),
        (b"<meta http-equiv='Content-Type' content='text/html; charset=cp1250'>" + latin("").encode("cp1250"), ""),
    ],
)
def test_the_charset(body: bytes, content_type: str) -> None:
    assert ad_of(body, content_type).title == "Gärtner"


@table("encoding", ["utf-8-sig", "utf-16"])
def test_the_charset_of_a_byte_order_mark(encoding: str) -> None:
    body = ("<!doctype html>" + latin("iso-8859-1")).encode(encoding)
    (ad,) = BOARDS["jobposting"].parse(Response(Request(URL), body)).ads
    assert ad.title == "Gärtner"


def test_a_stray_byte_is_read_as_windows_shows_it() -> None:
    body = (
        script(json.dumps(POSTING | {"title": "Gärtner – X"}, ensure_ascii=False))
        .encode()
        .replace(b" X", b" \x93X\x94")
    )
    assert ad_of(body).title == "Gärtner – “X”"


LINKS = """
<a href="/jobs/1-keeper">Keeper</a><a href="/jobs/1-keeper/apply">Apply</a><a href="/jobs/1-keeper?apply=true">Apply</a>
<a href="/jobs/application-engineer">Application Engineer</a><a href="/careers/bewerben">x</a>
<a href="/jobs/2/applications/new">x</a>
<a href="/jobs/login">Log in</a><a href="/jobs/apply-now">Apply</a><a href="/jobs/2-apprentice">Apprentice</a>
"""


def test_forms_are_not_followed() -> None:
    page = BOARDS["jobposting"].parse(Response(Request("https://saltmarsh.example/jobs"), f"<html>{LINKS}".encode()))
    names = [request.url.rpartition("/")[2] for request in page.follow]
    assert names == ["1-keeper", "application-engineer", "2-apprentice"]


def test_the_addresses_of_an_item_list_are_followed() -> None:
    items = (
        '[{"@type": "ListItem", "url": "/jobs/1"}, {"@type": "ListItem", "item": "https://elsewhere.example/jobs/2"}]'
    )
    page = page_of(script('{"@type": "ItemList", "itemListElement": ' + items + "}"))
    assert [request.url for request in page.follow] == ["https://saltmarsh.example/jobs/1"]


@table(
    "piece",
    few(
        [
            "\\'",
            '"',
            '"\\',
            ",",
            ", ",
            "/*",
            "/* ",
            "//",
            "[",
            "{",
            '{"a":',
            "<!--",
            "]]>",
            "&quot;",
            '{"@type":"JobPosting"},',
            "\n",
        ],
        4,
    ),
)
def test_time_grows_no_faster_than_the_script(piece: str) -> None:
    def read(length: int) -> None:
        text = piece * (length // len(piece))
        for body in (script(text), script("[" + text), script('{"@type": "JobPosting", "title": "' + text)):
            try:
                page_of(body)
            except ValueError:
                continue

    assert_growth(read, 10_000, below=10)


@table(
    "piece",
    few(
        [
            "<p>",
            "<div itemscope>",
            '<div itemprop="title">',
            '<div itemprop="description">',
            '<i itemprop="a b c d"></i>',
            '<div itemprop="x" itemscope itemtype="http://schema.org/JobPosting">',
            '<b itemscope itemtype="http://schema.org/JobPosting"></b>',
        ],
        2,
    ),
)
def test_time_grows_no_faster_than_the_page(piece: str) -> None:
    def read(length: int) -> None:
        page_of('<main itemscope itemtype="https://schema.org/JobPosting">' + piece * (length // len(piece)))

    assert_growth(read, 10_000, below=10)
