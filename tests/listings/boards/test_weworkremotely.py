"""What We Work Remotely's feeds are known to do, one test a quirk."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from listings.boards import BOARDS
from listings.boards.base import Ad, BrokenShape, Page, Request, Response
from tests.tables import table

RECORDED = Path(__file__).parents[4] / "shared" / "payloads"


def feed(*items: dict[str, str]) -> Page:
    shown = ("".join(f"<{name}>{escape(text)}</{name}>" for name, text in item.items()) for item in items)
    body = "".join(f"<item>{one}</item>" for one in shown)
    head = '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss">'
    return BOARDS["weworkremotely"].parse(
        Response(Request("-"), f"{head}<channel><ttl>60</ttl>{body}</channel></rss>".encode())
    )


def from_feed(**stated: str) -> Ad:
    link = "https://weworkremotely.com/remote-jobs/pebble-sons-drawer"
    (ad,) = feed({"title": "Pebble: Drawer", "link": link, "guid": link} | stated).ads
    return ad


def test_every_feed_is_asked_and_the_aggregates_last() -> None:
    board = BOARDS["weworkremotely"]
    paths = [request.url.removeprefix(board.home) for request in board.start({}, None)]
    assert len(paths) == len(set(paths)) == 12
    assert paths[-2:] == ["categories/remote-programming-jobs.rss", "remote-jobs.rss"]
    assert "categories/remote-full-stack-programming-jobs.rss" in paths


@table(
    ("heading", "company", "title"),
    [
        ("Marram AB: Senior Drawer: Long-term - 100% remote", "Marram AB", "Senior Drawer: Long-term - 100% remote"),
        ("Pebble and Sons : Wanted: a drawer", "Pebble and Sons", "Wanted: a drawer"),
        ("cockle.io: Row Keeper ", "cockle.io", "Row Keeper"),
        ("Nine:Ten: Counter", "Nine:Ten", "Counter"),
    ],
)
def test_a_heading_is_split_at_its_first_colon_and_space(heading: str, company: str, title: str) -> None:
    ad = from_feed(title=heading)
    assert (ad.company, ad.title) == (company, title)


@table("heading", ["Drawer", "Pebble:Drawer", ": Drawer", "Pebble: "])
def test_a_heading_without_both_parts_is_rejected(heading: str) -> None:
    assert "title is not 'Company: Role'" in feed({"title": heading, "link": "https://x.example/a"}).rejected[0].reason


@table(
    ("path", "slug"),
    [
        ("remote-jobs/pebble-sons-drawer-11", "pebble-sons-drawer-11"),
        ("listings/pebble-sons-drawer", "pebble-sons-drawer"),
        ("remote-jobs/pebble-sons-drawer/?utm_source=rss#top", "pebble-sons-drawer"),
    ],
)
def test_the_slug_is_the_id(path: str, slug: str) -> None:
    assert from_feed(link=f"https://weworkremotely.com/{path}").external_id == slug


def test_one_title_under_two_slugs_is_two_ads() -> None:
    first, second = (f"https://weworkremotely.com/remote-jobs/pebble-drawer{end}" for end in ("", "-11"))
    page = feed({"title": "Pebble: Drawer", "link": first}, {"title": "Pebble: Drawer", "link": second})
    assert [ad.external_id for ad in page.ads] == ["pebble-drawer", "pebble-drawer-11"]


def test_a_field_that_the_feed_lacks_is_told_from_one_that_states_nothing() -> None:
    lacking = from_feed()
    assert (lacking.employment, lacking.tags, lacking.location, lacking.category) == (None, None, None, None)
    silent = from_feed(type="", skills="", region="", country="", category="")
    assert (silent.employment, silent.tags, silent.location, silent.category) == ((), (), "", "")


def test_the_employers_town_is_no_place_to_work_from() -> None:
    ad = from_feed(region="Anywhere in the World", country="", state="London", skills="")
    assert (ad.location, ad.fields["state"]) == ("Anywhere in the World", ("London",))


def test_skills_are_one_list() -> None:
    ad = from_feed(skills="Cross-Browser Development, Data Visualization,  Android, and Brand & Design")
    assert ad.tags == ("Cross-Browser Development", "Data Visualization", "Android", "Brand & Design")


def test_a_description_is_unescaped_once() -> None:
    assert from_feed(description="<p>Draw &amp; measure &lt;b&gt;</p>").html == "<p>Draw &amp; measure &lt;b&gt;</p>"


def test_the_employers_address_stands_in_the_description() -> None:
    head = '<img src="https://x.example/logo.gif" />\n<p>\n  <strong>Headquarters:</strong> Town\n    <br />'
    own = '<strong>URL:</strong> <a href="https://pebble.example/">https://pebble.example/</a>\n</p>'
    assert from_feed(description=head + own).company_url == "https://pebble.example/"
    assert from_feed(description=head).company_url is None
    assert from_feed(description=head).apply_url is None


def test_an_old_ad_may_be_open_for_years() -> None:
    ad = from_feed(pubDate="Wed, 07 Feb 2018 10:00:00 +0000", expires_at="Sun, 13 Nov 2022 12:00:00 +0200")
    assert ad.published_at == datetime(2018, 2, 7, 10, tzinfo=UTC)
    assert ad.published_zoned
    assert ad.expires_at == datetime(2022, 11, 13, 10, tzinfo=UTC)


def test_a_feed_without_items_is_well_formed() -> None:
    page = feed()
    assert (page.ads, page.rejected, page.complete) == ([], [], False)


@table("space", ["http://search.yahoo.com/mrss", "http://search.yahoo.com/mrss/"])
def test_a_logo_stands_in_either_namespace(space: str) -> None:
    body = f"""<rss xmlns:media="{space}"><channel><item><media:content url="https://x.example/logo.gif"/>
    <title>Pebble: Drawer</title><link>https://weworkremotely.com/remote-jobs/a</link></item></channel></rss>"""
    (ad,) = BOARDS["weworkremotely"].parse(Response(Request("-"), body.encode())).ads
    assert ad.logo_url == "https://x.example/logo.gif"


def test_the_recorded_feed_of_2026_is_read_once_its_cut_is_mended() -> None:
    path = RECORDED / "trimmed_real" / "tittle_wwr.rss"
    if not path.exists():
        pytest.skip("no recorded payloads beside the checkout")
    body = path.read_bytes()
    with pytest.raises(BrokenShape, match="an RSS feed that is broken"):
        BOARDS["weworkremotely"].parse(Response(Request("-"), body))
    mended = body.replace(b"</item><item>", b"</item>")
    page = BOARDS["weworkremotely"].parse(Response(Request("-"), mended))
    assert (len(page.ads), page.rejected) == (body.count(b"<title>") - 1, [])
    assert all(ad.tags and ad.fields["region"] for ad in page.ads)
