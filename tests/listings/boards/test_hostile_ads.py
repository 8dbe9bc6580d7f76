"""One hostile ad, or an innocent one that speaks of captchas and XML, costs its list nothing but itself."""

from __future__ import annotations

import json

import pytest

from listings.boards.base import BrokenShape, Page
from listings.boards.formats import json_pruning, shapes
from tests.examples import few
from tests.listings.boards.records import page_of
from tests.tables import table

XXE = '<p>You know XXE: <!ENTITY x SYSTEM "file:///etc/passwd"></p>'
WHOLE_PAGE = "<!DOCTYPE html><html><body><p>Fully remote.</p></body></html>"
GOOD = {"id": 7, "url": "https://remotive.com/x", "title": "Baker", "company_name": "Brightwater"}


def feed(first: str, titles: list[str] | None = None) -> bytes:
    """A feed of five; `first` is the markup within the first description."""
    items = [
        f"<item><title>{title}</title><link>https://acme.example/jobs/{number}</link>"
        f"<description>{first if number == 0 else 'Bread.'}</description></item>"
        for number, title in enumerate(titles or [f"Acme: Baker {number}" for number in range(5)])
    ]
    return f"<?xml version='1.0'?><rss><channel>{''.join(items)}</channel></rss>".encode()


def personio(first: str) -> bytes:
    positions = "".join(
        f"<position><id>{number + 1}</id><name>Baker {number}</name><jobDescriptions><jobDescription>"
        f"<name>Bread</name><value>{first if number == 0 else 'Bread.'}</value></jobDescription></jobDescriptions>"
        "</position>"
        for number in range(5)
    )
    return f"<?xml version='1.0'?><workzag-jobs>{positions}</workzag-jobs>".encode()


def cdata(html: str) -> str:
    return f"<![CDATA[{html}]]>"


@table("board", few(["feed", "personio", "weworkremotely"], count=2))
@table("first", [cdata(XXE), cdata(WHOLE_PAGE), "=" * 1_000_001, cdata("<p title=''>" * 400_000)])
def test_an_ad_that_speaks_of_xml_costs_nothing(board: str, first: str) -> None:
    body = personio(first) if board == "personio" else feed(first)
    page = page_of(board, body, "https://acme.jobs.personio.de/xml", company="Acme")
    assert len(page.ads) == 5


def test_markup_that_is_no_xml_is_mended_around() -> None:
    assert len(page_of("feed", feed(XXE), "https://acme.example/rss").ads) >= 4


def test_values_of_attributes_are_no_attributes() -> None:
    assert len(page_of("feed", feed(f'<a href="{"=" * 1_000_001}"/>'), "https://acme.example/rss").ads) == 5


@table(
    "hidden",
    few(
        [
            "<a b='>' {}/>",
            "<!-- ' --><b {}/>",
            "<a {}/>",
            '<a b=">" {}/>',
            "<a ' ><b {}/>",
            "<!x '><b {}/>",
            "<\x00a {}/>",
            "</a '><b {}/>",
        ],
        count=2,
    ),
)
def test_no_quote_hides_a_million_attributes(hidden: str) -> None:
    assert shapes.is_bomb("<rss>" + hidden.format("a='' " * 1_000_001) + "</rss>")


@table("before", ["", " \n", "<?xml version='1.0'?>", "<!-- > -->\n<!-- -- - -->", "\ufeff"])
def test_a_document_type_is_found_wherever_it_may_stand(before: str) -> None:
    for declared in ('<!DOCTYPE rss [<!ENTITY a "b">]>', "<!doctype rss>", "<!ENTITY a 'b'>"):
        with pytest.raises(BrokenShape):
            page_of("weworkremotely", (before * 3000 + declared).encode() + feed(""))


@table("count", few([3, 9]))
def test_one_title_without_a_company_costs_that_item_alone(count: int) -> None:
    titles = [*(f"Acme: Baker {number}" for number in range(count)), "Web Developer"]
    page = page_of("feed", feed("", titles), "https://acme.example/rss")
    assert ([ad.company for ad in page.ads], [bad.reason for bad in page.rejected]) == (
        ["Acme"] * count,
        ["nothing names the employer"],
    )
    titles = [*(f"Baker {number} at Acme" for number in range(count)), "Web Developer"]
    page = page_of("feed", feed("", titles), "https://acme.example/rss")
    assert ({ad.company for ad in page.ads}, len(page.rejected)) == ({"Acme"}, 1)


def test_two_conventions_in_one_feed_are_none() -> None:
    titles = ["Acme: Baker", "Acme: Cook", "Waiter", "Fisher", "Tide reader"]
    assert page_of("feed", feed("", titles), "https://acme.example/rss").ads == []


def list_with(bad: bytes, count: int = 5) -> Page:
    return page_of("remotive", json.dumps({"jobs": [GOOD] * count}).encode()[:-2] + b"," + bad + b"]}")


@table(
    ("bad", "title"),
    [
        (b'"title":"Ba\tker"', "Ba ker"),
        (b'"title":"Ba\nker"', "Ba ker"),
        (b'"title":"Caf\xc3"', "CafÃ"),
        (b'"title":"Caf\xe9"', "Café"),
        (b'"title":"x","description":"\x01"', "x"),
    ],
)
def test_stray_characters_cost_their_text_alone(bad: bytes, title: str) -> None:
    page = list_with(b'{"id":8,"url":"https://remotive.com/x","company_name":"C",' + bad + b"}")
    assert [ad.title for ad in page.ads] == ["Baker"] * 5 + [title]


@table(
    "bad",
    few(
        [
            b'{"id":8,"tags":[' + b"1," * 500_000 + b"1]}",
            b'{"id":8,"x":' + b"[" * 2000 + b"]" * 2000 + b"}",
            b'{"id":8,"x":' + b'{"a":' * 2000 + b"0" + b"}" * 2000 + b"}",
            b"[" * 2000 + b"]" * 2000,
            b'{"id":8,"x":[[' + b"[1]," * 200_000 + b"1],[" + b"1," * 300_000 + b"1]]}",
        ],
        2,
    ),
)
def test_an_endless_record_costs_itself(bad: bytes) -> None:
    page = list_with(bad)
    assert (len(page.ads), len(page.rejected), page.unread) == (5, 1, 0)


def test_what_is_pruned_is_still_the_same_json() -> None:
    text = json.dumps({"jobs": [GOOD, {"a": [0] * 30_000, "b": '[{":,\\"'}, {"c": [[1], 2]}]})
    assert json.loads(json_pruning.pruned(text)) == {"jobs": [GOOD, {"a": None, "b": '[{":,\\"'}, {"c": [[1], 2]}]}
    honest = json.dumps({"jobs": [GOOD] * 20_000})
    assert json_pruning.pruned(honest) == honest


@table("text", ["]" * 9, "[" * 9, '"', "[[]]]", "{]" * 3])
def test_what_is_no_json_is_left_as_it_is(text: str) -> None:
    assert json_pruning.pruned(text) == text
