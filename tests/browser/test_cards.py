"""Many jobs at a glance: how many whole cards a screen shows, and that none of them breaks."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import OpenReader, Scheme, Show, make_some_listings
from tests.listings.making import listing_with

pytestmark = pytest.mark.browser

SITUATION = "my_country=DE&my_tz=Europe/Berlin&my_currency=EUR&my_pay=70000"
WHOLE_CARDS = """() => [...document.querySelectorAll(".card")].map((card) => card.getBoundingClientRect())
    .filter((box) => box.height && box.top >= 0 && box.bottom <= innerHeight).length"""
# Texts that leave their card or lie over another text of it.
BROKEN_PARTS = """() => [...document.querySelectorAll(".card")].flatMap((card) => {
    const frame = card.getBoundingClientRect();
    const parts = [...card.querySelectorAll("h3 a, .when, .marks, .facts > *, .skills, .board")];
    const boxes = parts.flatMap((part) => [...part.getClientRects()].map((box) => [part, box]));
    const outside = boxes.filter(([, box]) => box.left < frame.left - 1 || box.right > innerWidth);
    const over = boxes.filter(([part, box]) => boxes.some(([other, second]) => other !== part
        && Math.min(box.right, second.right) - Math.max(box.left, second.left) > 1
        && Math.min(box.bottom, second.bottom) - Math.max(box.top, second.top) > 6));
    return [...outside, ...over].map(([part]) => part.textContent.trim().slice(0, 60));
})"""
PAY = {"min": 62_000, "max": 96_000, "currency": "EUR", "period": "year"}
DOLLARS = {"min": 90_000, "max": 120_000, "currency": "USD", "period": "year", "period_stated": False}


def make_python_jobs() -> None:
    """Ads that state much, and a title as long as titles get."""
    make_some_listings()
    skills = ["python", "django", "postgresql", "docker", "kubernetes", "react", "redis"]
    hours = {"overlap_hours": 4, "overlap_with": "America/New_York"}
    for number in range(10):
        places = {"include": ["eu", "GB", "CH", "NO", "DE"][number % 3 :]}
        facts = {
            "residence": places,
            "salary": PAY if number % 2 else DOLLARS,
            "seniority": ["senior"],
            "skills": skills,
        }
        evidence = {"evidence": {"residence": "anywhere in Europe"}, "hours": hours if number % 3 else None}
        listing_with(f"Senior Python Engineer, Team {number}", f"Quill & Tide {number}", facts={**facts, **evidence})
    long_title = (
        "Principal Python Engineer for the Reconciliation of International Payments, " + "Ledgers and Reports " * 4
    )
    listing_with(long_title[:140].strip(), "Brackenridge Interoperability Consultants", facts=facts, slug="principal")


@pytest.fixture
def python_jobs(show: Show) -> None:
    show(make_python_jobs)


def test_a_screen_shows_many_whole_cards(reader: OpenReader, python_jobs: None) -> None:
    page = opened(reader)
    for width, height, least in ((1440, 900, 6), (1920, 1080, 8), (360, 740, 2)):
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(WHOLE_CARDS) >= least, width
        assert page.evaluate(BROKEN_PARTS) == [], width


@pytest.mark.slow
def test_a_card_is_low_and_its_icons_have_names(reader: OpenReader, python_jobs: None) -> None:
    page = opened(reader, q="quill")
    heights = [box["height"] for card in page.locator(".card").all() if (box := card.bounding_box())]
    assert len(heights) == 10
    assert min(heights) >= 84
    assert max(heights) <= 112
    card = page.locator(".card", has_text="Team 3")
    save = card.get_by_role("button", name="Save: Senior Python Engineer, Team 3")
    save.click()
    expect(save.or_(card.get_by_role("button", name="Saved: Senior"))).to_have_attribute("aria-pressed", "true")
    expect(card.get_by_role("button", name="Hide: Senior Python Engineer, Team 3")).to_be_visible()


@pytest.mark.slow
def test_skills_give_way_before_the_board_takes_a_line(reader: OpenReader, python_jobs: None) -> None:
    page = opened(reader, q="quill")
    card = page.locator(".card", has_text="Team 4")
    expect(card.locator(".hours")).to_be_visible()
    lines = [card.locator(part).bounding_box() for part in (".skills", ".board")]
    tops = [box["y"] for box in lines if box]
    assert len(tops) == 2
    assert abs(tops[0] - tops[1]) < 4


def test_no_card_breaks(reader: OpenReader, python_jobs: None) -> None:
    page = opened(reader, q="principal or quill")
    assert page.locator(".card", has_text="Brackenridge").count() == 1
    for width, zoom in ((320, 1), (360, 2), (768, 2), (1440, 2), (320, 2)):
        page.set_viewport_size({"width": width, "height": 800})
        page.locator("html").evaluate("(root, zoom) => (root.style.fontSize = `${100 * zoom}%`)", zoom)
        assert page.evaluate(BROKEN_PARTS) == [], (width, zoom)
        assert page.locator("html").evaluate("root => root.scrollWidth") <= width, (width, zoom)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("scheme", "width"),
    [
        ("light", 360),
        *(pytest.param(*case, marks=pytest.mark.slow) for case in (("light", 1440), ("dark", 360), ("dark", 1440))),
    ],
)
def test_axe_finds_nothing(reader: OpenReader, python_jobs: None, scheme: Scheme, width: int) -> None:
    person = reader(scheme=scheme, width=width)
    # One of each kind: axe takes as much longer as there are cards.
    person.open(f"/jobs/?q=principal or quill&per_page=5&{SITUATION}")
    expect(person.page.locator(".card", has_text="Brackenridge")).to_have_count(1)
    expect(person.page.locator(".icon-button").first).to_be_visible()
    assert violations(person.page) == []


def opened(reader: OpenReader, q: str = "python") -> Page:
    """On a laptop."""
    person = reader(width=1440)
    person.page.set_viewport_size({"width": 1440, "height": 900})
    person.open(f"/jobs/?q={q}&{SITUATION}")
    expect(person.page.locator(".icon-button").first).to_be_visible()
    return person.page
