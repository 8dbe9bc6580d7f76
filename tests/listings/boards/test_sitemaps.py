"""Which addresses of a site's sitemap are those of ads."""

from __future__ import annotations

import pytest

from listings.boards import BOARDS
from listings.boards.base import Request, Response
from tests.examples import few

SITE = "https://saltmarsh.example"
ADS = [f"{SITE}/p/net-mender-{number}" for number in range(30)]
PAGES = [f"{SITE}/{name}" for name in ("about", "contact", "news/a-new-net")]
SHOP = [f"{SITE}/en/net-{number}" for number in range(30)]


def followed(addresses: list[str]) -> list[str]:
    entries = "".join(f"<url><loc>{address}</loc></url>" for address in addresses)
    body = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'.encode()
    page = BOARDS["jobposting"].parse(Response(Request(f"{SITE}/sitemap.xml"), body, f"{SITE}/sitemap.xml"))
    return [request.url for request in page.follow]


def test_one_title_with_a_word_for_jobs_hides_no_other_ad() -> None:
    titled = f"{SITE}/p/head-of-job-design"
    assert followed([*PAGES, *ADS]) == [*PAGES, *ADS]
    assert followed([*PAGES, *ADS, titled]) == [*ADS, titled]
    slashed = [f"{address}/" for address in (*ADS, titled)]
    assert followed([*PAGES, *slashed]) == slashed


@pytest.mark.parametrize(
    "about_jobs",
    few(
        [
            [f"{SITE}/en/net-mender-job"],
            [f"{SITE}/careers/net-mender"],
            [f"{SITE}/p/net-mender-job", f"{SITE}/p/diver-job"],
            [f"{SITE}/karriere-net-mender"],
        ]
    ),
)
def test_where_addresses_say_so_only_ads_are_requested(about_jobs: list[str]) -> None:
    assert followed([*PAGES, *SHOP, *about_jobs]) == about_jobs
