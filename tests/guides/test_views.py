"""What a reader of the guide sees."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client

from guides.library import chapters
from tests.guides.conftest import Write

pytestmark = pytest.mark.django_db


def soup(client: Client, address: str) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "lxml")


def one(page: BeautifulSoup | Tag, selector: str) -> Tag:
    (found,) = page.select(selector)
    return found


def test_the_overview_leads_to_every_chapter_and_section(client: Client) -> None:
    page = soup(client, "/guide/")
    links = [str(link["href"]) for link in page.select("main a[href^='/guide/']")]
    for chapter in chapters():
        assert chapter.get_absolute_url() in links
        assert chapter.summary in page.text
        for section in chapter.contents:
            assert f"{chapter.get_absolute_url()}#{section.heading.anchor}" in links
    assert len(page.select("main svg.drawing")) == 3
    assert one(page, "link[rel=canonical]")["href"] == "http://localhost:8000/guide/"


@pytest.mark.parametrize("slug", ["nowhere", "NOWHERE", "where-to-find"])
def test_an_unknown_chapter_is_not_found(client: Client, slug: str) -> None:
    assert client.get(f"/guide/{slug}/").status_code == 404


def test_a_chapter_has_a_table_of_contents_whose_every_line_leads_to_its_heading(client: Client) -> None:
    for chapter in chapters():
        page = soup(client, chapter.get_absolute_url())
        for contents in (one(page, "nav.guide-contents"), one(page, "details nav")):
            for link in contents.select("a"):
                heading = one(page, f"[id='{str(link['href'])[1:]}']")
                assert heading.name in ("h2", "h3")
                assert heading.text == link.text
            assert len(contents.select("a")) == len(page.select(".guide-prose h2, .guide-prose h3"))


def test_chapters_follow_each_other(client: Client) -> None:
    every = [chapter.get_absolute_url() for chapter in chapters()]
    turns = []
    for address in every:
        turn = one(soup(client, address), "nav.guide-turn")
        turns.append([str(link["href"]) for link in turn.select("a")])
    assert turns == [["/guide/", every[1]], [every[0], every[2]], [every[1], "/jobs/"]]


def test_a_chapter_says_how_long_it_is_and_when_it_last_changed(client: Client, write: Write, address: str) -> None:
    write("## One\n\n" + "word " * 1000, order="7", updated="2026-03-04")
    page = soup(client, address)
    meta = " ".join(one(page, ".guide-head .meta").text.split())
    assert meta == "5 minutes to read. Last updated on 4 March 2026."
    assert one(page, "time")["datetime"] == "2026-03-04"
    assert page.title is not None
    assert page.title.text == "How to wait · Elsewhere"
    assert one(page, "meta[name=description]")["content"] == "What to do while nobody answers."
    assert one(page, "link[rel=canonical]")["href"] == f"http://localhost:8000{address}"


def test_an_unchanged_page_is_not_sent_again(client: Client, write: Write, address: str) -> None:
    write()
    first = client.get(address)
    assert first["ETag"]
    assert "Last-Modified" not in first
    assert client.get(address, headers={"if-none-match": first["ETag"]}).status_code == 304
    write("## One\n\nOther words.\n")
    assert client.get(address, headers={"if-none-match": first["ETag"]}).status_code == 200


def test_only_reading_is_allowed(client: Client, address: str) -> None:
    assert client.post("/guide/").status_code == 405


def test_raw_html_is_shown_as_text(client: Client, write: Write, address: str) -> None:
    write(
        "## One <b>two</b>\n\n<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> [x](javascript:alert(1))\n",
        title="A <i>title</i>",
        summary='"<u>Short</u>"',
    )
    page = soup(client, address)
    main = one(page, "main")
    assert not main.select("script, b, i, u, img, a[href^='javascript']")
    assert "<script>alert(1)</script>" in main.text
    assert one(main, "h1").text == "A <i>title</i>"
    assert one(main, "h2").text == "One <b>two</b>"


def test_a_tweet_is_a_static_card(client: Client, write: Write, address: str) -> None:
    write(
        "## One\n\n::: tweet 20 @ada_example Ada <Example>\nI *never* wait & <b>hope</b>.\n"
        'A "second" line, www.board.example\n\nAnother paragraph.\n:::\n\nAfter.\n'
    )
    page = soup(client, address)
    card = one(page, "figure.tweet")
    first, last = card.select("blockquote p")
    assert list(first.stripped_strings) == ["I *never* wait & <b>hope</b>.", 'A "second" line, www.board.example']
    assert last.text == "Another paragraph."
    assert " ".join(one(card, "figcaption").text.split()) == "Ada <Example>, @ada_example. Read the post on x.com"
    link = one(card, "a")
    assert link["href"] == "https://x.com/ada_example/status/20"
    # Nothing is asked of the other site before the reader follows the link.
    assert not card.select("img, script, iframe, embed, object, link, video, [src], [style]")
    assert [found.get("href") for found in page.select("[href*='x.com']")] == [link["href"]]
    assert "After." in one(page, ".guide-prose").text


def test_a_tweet_needs_no_name(client: Client, write: Write, address: str) -> None:
    write("::: tweet 20 @ada\nHello.\n:::\n")
    assert " ".join(one(soup(client, address), "figcaption").text.split()) == "@ada. Read the post on x.com"


def test_a_checklist_is_a_list_under_a_heading_without_state(client: Client, write: Write, address: str) -> None:
    write("## One\n\n::: checklist\n### Before\n\n- first\n- second\n:::\n")
    box = one(soup(client, address), "section.checklist")
    assert one(box, "h3")["id"] == "before"
    assert [item.text for item in box.select("ul > li")] == ["first", "second"]
    assert not box.select("input")


def test_a_divider_is_drawn(client: Client, write: Write, address: str) -> None:
    write("## One\n\nBefore.\n\n---\n\nAfter.\n")
    prose = one(soup(client, address), ".guide-prose")
    assert one(prose, ".guide-divider svg")
    assert not prose.select("hr")
    assert re.search(r"Before\.\s+After\.", prose.text)


def test_the_sitemap_names_every_chapter_with_the_day_it_changed(client: Client) -> None:
    places = BeautifulSoup(client.get("/sitemap-pages.xml").content, "xml").select("url")
    stated = {place.loc.text: place.lastmod.text if place.lastmod else "" for place in places if place.loc}
    for chapter in chapters():
        assert stated[f"http://localhost:8000{chapter.get_absolute_url()}"] == chapter.updated.isoformat()
    assert stated["http://localhost:8000/guide/"] == max(chapter.updated for chapter in chapters()).isoformat()
