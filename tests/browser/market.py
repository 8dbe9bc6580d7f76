"""A small market of made-up ads, read by the boards' own path: what a card says of them is what the facts read."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.utils import timezone
from playwright.sync_api import Page, expect

from listings.boards.base import Ad
from listings.ingest.writer import Ingest
from listings.models import Fetch
from tests.listings.making import source_with

PYTHON = "<p>You write services in Python and PostgreSQL, and take each of them from idea to release.</p>"
SUPPORT = "<p>You answer our customers by mail and chat, and you write down what they ask for most.</p>"
DESIGN = "<p>You design the screens of our product in Figma, from the first sketch to the finished icons.</p>"

ADS: list[dict[str, Any]] = [
    # Python
    {
        "title": "Senior Python Engineer",
        "company": "Lantern Freight",
        "html": PYTHON + "<p>Candidates must be based in Germany. Salary: €72,000 – €85,000 per year.</p>",
    },
    {
        "title": "Python Backend Developer",
        "company": "Harbour Analytics",
        "html": PYTHON + "<p>We hire anywhere in Europe. Salary: €60,000 – €95,000 per year.</p>",
    },
    {
        "title": "Python Developer",
        "company": "Mill & Meadow",
        "html": PYTHON + "<p>Open to candidates in Germany or Austria. Salary: €48,000 – €55,000 per year.</p>",
    },
    {
        "title": "Python Engineer, Payments",
        "company": "Copper Lane",
        "html": PYTHON + "<p>You must be located in the United States. Salary: $150,000 – $180,000 per year.</p>",
    },
    {"title": "Python Developer, Tooling", "company": "Quiet Systems", "html": PYTHON},
    {
        "title": "Office Coordinator",
        "company": "Fernhill Press",
        "html": "<p>You keep our calendar. We print guides to Python. Candidates must be based in Germany.</p>",
    },
    # Customer support
    {
        "title": "Customer Support Specialist",
        "company": "Paper Kite",
        "html": SUPPORT + "<p>Work from anywhere in the world.</p>",
    },
    {
        "title": "Customer Support Agent",
        "company": "Baobab Pay",
        "html": SUPPORT + "<p>You must be based in Nigeria, Ghana or Kenya. Salary: $900 – $1,200 per month.</p>",
    },
    {
        "title": "Customer Support Representative",
        "company": "Prairie Telecom",
        "html": SUPPORT + "<p>Applicants must reside in the United States.</p>",
    },
    {"title": "Support Specialist", "company": "Tidewater Apps", "html": SUPPORT},
    # Design on contract
    {
        "title": "Product Designer",
        "company": "Slate & Sons",
        "html": DESIGN + "<p>You must be located in the United States. $60 – $75 per hour.</p>",
        "employment": ("contract",),
    },
    {
        "title": "Brand Designer",
        "company": "Juniper Goods",
        "html": DESIGN + "<p>Approved states: Ohio, Indiana, Kentucky.</p>",
        "employment": ("contract",),
    },
    {
        "title": "UX Designer",
        "company": "Granite Health",
        "html": DESIGN + "<p>You may work from anywhere in the United States except Ohio and Iowa.</p>",
        "employment": ("contract",),
    },
    {
        "title": "Visual Designer",
        "company": "Northbound Games",
        "html": DESIGN + "<p>You must be located in the United States.</p>",
        "employment": ("full_time",),
    },
]


def open_market() -> None:
    """Every ad on one board, the first of `ADS` the newest, each an hour older than the one before."""
    now = timezone.now()
    source = source_with("jobicy")
    ads = [
        Ad(
            **{
                "external_id": str(number),
                "url": f"https://jobicy.com/jobs/{number}",
                "published_at": now - timedelta(hours=number),
                "workplace": ("remote",),
                "employment": ("full_time",),
                **stated,
            }
        )
        for number, stated in enumerate(ADS, 1)
    ]
    fetch = Fetch.objects.create(source=source, started_at=now)
    Ingest(source, fetch, now).page(ads)
    # A market with a job less would let a test pass for the wrong reason.
    if fetch.new != len(ads):
        raise ValueError(f"{fetch.new} of {len(ads)} ads became jobs: {fetch.error}")


def tell_home(page: Page, country: str, *, javascript: bool) -> None:
    """Where one lives, in the box of the front page: typed, or without JavaScript chosen from a list."""
    if javascript:
        box = page.locator("#my_country-find")
        box.fill(country)
        expect(page.get_by_role("listbox").get_by_role("option").first).to_contain_text(country)
        box.press("Enter")
    else:
        page.get_by_label("Where do you live?").select_option(label=country)
