"""Feeds with the mistakes that feeds have: what can be read is read, and an item is rejected, not a feed."""

from __future__ import annotations

from contextlib import suppress

import pytest

from listings.boards import BOARDS
from listings.boards.base import Ad, BrokenShape, Page, Request, Response
from listings.boards.formats import mended_xml
from listings.boards.formats.fields import MAX_LINE
from listings.vocabulary.entities import character_named
from tests.cpu_time import assert_growth
from tests.examples import few
from tests.tables import table

URL = "https://saltmarsh.example/feeds/jobs.xml"


def page_of(text: str | bytes, content_type: str = "") -> Page:
    body = text if isinstance(text, bytes) else text.encode()
    return BOARDS["feed"].parse(Response(Request(URL), body, URL, content_type=content_type))


def rss(item: str = "", *, title: str = "Net Mender", link: str = "https://saltmarsh.example/1", head: str = "") -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Jobs at Saltmarsh</title>{head}'
        f"<item><title>{title}</title><link>{link}</link>{item}</item></channel></rss>"
    )


def atom(entry: str, base: str = "") -> str:
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom"{base}><title>Jobs at Saltmarsh</title><entry>{entry}</entry></feed>'
    )


ENTRY = '<id>urn:1</id><title>Net Mender</title><link href="https://saltmarsh.example/1"/>'
RELATIVE = ENTRY.replace("https://saltmarsh.example/1", "/jobs/1")


def ad_of(text: str | bytes, content_type: str = "") -> Ad:
    page = page_of(text, content_type)
    assert page.rejected == []
    (ad,) = page.ads
    return ad


@table(
    ("written", "title"),
    [
        ("Net & Rope Mender", "Net & Rope Mender"),
        ("Net &amp; Rope", "Net & Rope"),
        ("Net &AMP; Rope & Tar", "Net & Rope & Tar"),
        ("R&D Mender", "R&D Mender"),
        ("Net&nbsp;Mender &eacute;", "Net Mender é"),
        ("Mender &nosuch; x", "Mender &nosuch; x"),
        ("Net\x0b\x01 Mender", "Net Mender"),
        ("Net &#11;&#x0;Mender", "Net Mender"),
        ("Net &amp;#8211; Mender&amp;#039;s", "Net – Mender's"),
        ("Net &amp;amp;amp; Mender", "Net & Mender"),
        ("&lt;b&gt;Net&lt;/b&gt; Mender", "Net Mender"),
        ("Net Mender &lt;C++&gt;", "Net Mender <C++>"),
        ("<![CDATA[Net & Mender]]>", "Net & Mender"),
        ("<![CDATA[Net &nbsp; Mender]]> & x", "Net Mender & x"),
    ],
)
def test_titles(written: str, title: str) -> None:
    assert ad_of(rss(title=written)).title == title


def test_an_atom_title_of_html_is_read_as_such() -> None:
    entry = ENTRY.replace("<title>Net Mender", '<title type="html">Net &amp;amp; &lt;i&gt;Rope&lt;/i&gt;')
    assert ad_of(atom(entry)).title == "Net & Rope"


def test_the_title_of_an_extension_does_not_lead() -> None:
    other = '<dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">Other</dc:title>'
    text = rss().replace("<item>", f"<item>{other}")
    assert ad_of(text).title == "Net Mender"
    media = '<media:description xmlns:media="http://search.yahoo.com/mrss/">A photo</media:description>'
    assert ad_of(rss(media)).html == ""


@table(
    ("text", "url"),
    [
        (rss(link="/jobs/1"), "https://saltmarsh.example/jobs/1"),
        (rss(link="1"), "https://saltmarsh.example/feeds/1"),
        (rss(link="//jobs.example/1"), "https://jobs.example/1"),
        (rss(link="/jobs/1", head="<link>https://site.example/</link>"), "https://site.example/jobs/1"),
        (rss(link="\n https://saltmarsh.example/röhricht "), "https://saltmarsh.example/röhricht"),
        (
            atom(ENTRY.replace("https://saltmarsh.example/1", "jobs/1"), ' xml:base="https://site.example/x/"'),
            "https://site.example/x/jobs/1",
        ),
        (atom(ENTRY.replace("https://saltmarsh.example/1", "1"), ' xml:base="/x/"'), "https://saltmarsh.example/x/1"),
    ],
)
def test_links_may_be_relative(text: str, url: str) -> None:
    assert ad_of(text).url == url


def test_of_many_bases_the_innermost_count() -> None:
    relative = ENTRY.replace("https://saltmarsh.example/1", "1")
    for whole, url in (
        ("", "https://saltmarsh.example/feeds/a/a/a/a/a/1"),
        ('<a xml:base="HTTPS://site.example/x/">', "https://site.example/x/a/1"),
    ):
        opened = '<a xml:base="a/">' * 100 + whole
        text = atom("").replace("<entry></entry>", opened + f'<entry xml:base="a/">{relative}</entry>')
        assert ad_of(text.replace("</feed>", "</a>" * opened.count("<a ") + "</feed>")).url == url


@table(
    "text",
    few(
        [
            rss(link="/jobs/1", head=f"<link>https://site.example/{'a/' * 2_000}</link>"),
            atom(RELATIVE, f' xml:base="https://x.example/{"a" * 5_000}"'),
            atom(RELATIVE, f' xml:base="{"a/" * 5_000}"'),
        ]
    ),
)
def test_a_base_without_end_is_left_out(text: str) -> None:
    assert ad_of(text).url == "https://saltmarsh.example/jobs/1"


@table("link", ["javascript:alert(1)", "http://[::1/", "mailto:x@y.example"])
def test_other_links_are_rejected(link: str) -> None:
    assert "link is not a" in page_of(rss(link=link)).rejected[0].reason


@table(
    ("item", "html"),
    [
        ("<description>&lt;p&gt;Mend.&lt;/p&gt;</description>", "<p>Mend.</p>"),
        ("<description><![CDATA[<p>Mend &amp; knot.</p>]]></description>", "<p>Mend &amp; knot.</p>"),
        ("<description><p>Mend <b>nets</b>.</p></description>", "<p>Mend <b>nets</b>.</p>"),
        ("<description>Mend & knot</description>", "Mend & knot"),
    ],
)
def test_descriptions(item: str, html: str) -> None:
    assert ad_of(rss(item)).html == html


def test_xhtml_is_html() -> None:
    content = (
        '<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Mend &lt; <b>nets</b></p></div></content>'
    )
    assert ad_of(atom(ENTRY + content)).html == "<div><p>Mend &lt; <b>nets</b></p></div>"
    prefixed = content.replace("<div xmlns", "<h:div xmlns:h").replace("</div>", "</h:div>")
    assert ad_of(atom(ENTRY + prefixed)).html.startswith("<div><p>Mend")


def test_an_unreadable_date_costs_nothing_else() -> None:
    assert ad_of(rss("<pubDate>soon</pubDate>")).published_at is None


LATIN = rss(title="Gärtner").replace("UTF-8", "CHARSET")


@table(
    ("body", "content_type"),
    [
        (LATIN.replace("CHARSET", "ISO-8859-1").encode("cp1252"), ""),
        (LATIN.replace("CHARSET", "UTF-8").encode("cp1252"), "application/rss+xml; charset=iso-8859-1"),
        (LATIN.replace("CHARSET", "UTF-8").encode("cp1252"), ""),
        (LATIN.replace("CHARSET", "UTF-8").encode(), "text/xml; charset=utf-8"),
        (LATIN.replace("CHARSET", "ISO-8859-1").encode(), "text/xml; charset=utf-8"),
        (LATIN.replace("CHARSET", "UTF-16").encode("utf-16"), ""),
        (LATIN.replace('encoding="CHARSET"', "").encode("utf-8-sig"), "text/xml"),
    ],
)
def test_the_charset(body: bytes, content_type: str) -> None:
    assert ad_of(body, content_type).title == "Gärtner"


def test_a_stray_byte_is_read_as_windows_shows_it() -> None:
    assert ad_of(rss(title="Gärtner – XX").encode().replace(b"XX", b"\x93X\x94")).title == "Gärtner – “X”"


def test_an_item_that_is_cut_off_is_rejected_alone() -> None:
    whole = rss().replace("</channel></rss>", "")
    page = page_of(whole + "<item><title>Rope Maker</title><link>https://saltmarsh.example/2</link><descr")
    assert ([ad.title for ad in page.ads], [bad.reason for bad in page.rejected]) == (
        ["Net Mender"],
        ["the feed ends within it"],
    )


def test_an_item_with_a_wrong_end_costs_no_other() -> None:
    bad = "<item><title>Rope <b>Maker</title><link>https://saltmarsh.example/2</link></item>"
    titles = [ad.title for ad in page_of(rss().replace("<item>", bad + "<item>")).ads]
    assert "Net Mender" in titles


@table("text", ["<html><p>Sorry & bye", "{}", "<rss", "plain & simple", "<rss/>&"])
def test_what_is_no_feed_is_named(text: str) -> None:
    with suppress(BrokenShape):
        assert page_of(text).ads == []


def test_entities_of_the_feeds_own_are_refused_in_any_encoding() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "b">]>' + rss(title="&a; & b")[38:]
    for encoding in ("utf-8", "utf-16"):
        with pytest.raises(BrokenShape):
            page_of(bomb.encode(encoding))


def test_several_categories_are_tags_too() -> None:
    ad = ad_of(rss("<category>Crafts</category><category>Nets &amp;amp; Ropes</category>"))
    assert (ad.category, ad.tags) == ("Crafts", ("Crafts", "Nets & Ropes"))


def test_an_endless_number_costs_no_other_item() -> None:
    endless = rss().replace(
        "<item>", f"<item><title>A &amp;#{'9' * 5000};</title><link>https://x.example/</link></item><item>"
    )
    assert [ad.title for ad in page_of(endless).ads] == ["A \ufffd", "Net Mender"]


def test_behind_endless_mistakes_entities_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mended_xml, "MAX_PIECES", 3)
    assert ad_of(rss(title="A &lt; &nbsp;& &nosuch; B &eacute; &lt; C")).title == "A < & &nosuch; B eacute; lt; C"


def entities_read(text: str) -> int:
    """How many are decoded while the feed is read."""
    character_named.cache_clear()
    page_of(text)
    return character_named.cache_info().hits + character_named.cache_info().misses


def test_the_entities_of_titles_are_read_once() -> None:
    items = "".join(
        f"<item><title>{'&amp;notit;' * 9}</title><link>https://x.example/{n}</link></item>" for n in range(5)
    )
    assert entities_read(rss().replace("<item>", f"{items}<item>")) == 5 * 9


def test_of_an_endless_text_only_what_may_be_kept_is_read() -> None:
    endless = rss(f"<location>{'&amp;lt;a ' * 20_000}</location>")
    assert entities_read(endless) < MAX_LINE / len("&lt;a ") + 1
    assert len(ad_of(endless).location or "") > 200


@table(
    "piece",
    few(
        ["&", "&a", "&#", "<![CDATA[", "<![CDATA[]", "]]", "<item>", "<title>", "<a xml:base='x'>", "&lt;p ", "<b "], 3
    ),
)
def test_time_grows_no_faster_than_the_feed(piece: str) -> None:
    def read(length: int) -> None:
        with suppress(BrokenShape):
            page_of(rss(title=piece * (length // len(piece))))

    assert_growth(read, 20_000, below=10)


def test_elements_within_a_field_of_an_item_are_no_items() -> None:
    """Those of an author who writes forty titles, or the address of another's ad, into their own ad."""
    others = "".join(f"<item><title>Quay {n}: Diver</title><guid>urn:{n}</guid></item>" for n in range(5))
    written = (
        '<z:item xmlns:z="urn:z"><title>x</title></z:item>' * 40 + "<item><title>Mimic</title><guid>urn:3</guid></item>"
    )
    mine = f"<item><title>Mimic: Cook</title><guid>urn:9</guid><description>{written}</description></item>"
    page = page_of(
        f"<rss><channel><title>Jobs</title>{mine}{others}</channel></rss>".replace("urn:", "https://x.example/")
    )
    assert [ad.company for ad in page.ads] == ["Mimic", *(f"Quay {n}" for n in range(5))]
    assert page.rejected == []


@pytest.mark.slow
def test_an_item_without_its_end_tag_does_not_swallow_the_next() -> None:
    items = "".join(f"<item><title>Diver {n}</title><guid>https://x.example/{n}</guid>" for n in range(3))
    page = page_of(f"<rss><channel><title>Jobs at Quay</title>{items}</item></channel></rss>")
    assert [ad.title for ad in page.ads] == ["Diver 0", "Diver 1", "Diver 2"]
