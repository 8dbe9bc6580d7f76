"""A person reads saved jobs without a connection, and nothing else is kept."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from listings.models import Listing
from tests.browser.conftest import OpenReader
from tests.browser.layout_shifts import IDLE
from tests.browser.pages import SECONDS
from tests.browser.test_saving import press

pytestmark = pytest.mark.browser

KEPT = """async () => {
    const paths = [];
    for (const name of await caches.keys()) {
        for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
    }
    return paths.sort();
}"""
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"


def wait_until_kept(page: Page, *listings: Listing) -> None:
    """Until the pages of these listings are kept, and of no others."""
    paths = sorted(f"/jobs/{listing.pk}/" for listing in listings)
    kept: list[str] = []
    # wait_for_function takes the promise of an asynchronous condition for its truth.
    for _ in range(10 * SECONDS):
        kept = [path for path in page.evaluate(KEPT) if path.startswith("/jobs/")]
        if kept == paths:
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"{kept} are kept, not {paths}")


def test_saved_jobs_are_read_offline_and_nothing_else(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    page = person.page
    first, second, other = (Listing.objects.get(title=f"Python developer {number}") for number in (24, 23, 22))
    for path in ("/", "/jobs/", other.get_absolute_url(), "/saved/"):
        person.open(path)
        page.evaluate(IDLE)
    # Before the first job is saved there is no worker.
    assert page.evaluate(WORKERS) == 0
    assert page.evaluate(KEPT) == []

    person.open("/jobs/")
    press(page, first.title, "Save")
    press(page, second.title, "Save")
    wait_until_kept(page, first, second)
    person.open("/jobs/?q=python")
    page.evaluate(IDLE)
    kept = page.evaluate(KEPT)
    assert [path for path in kept if not path.startswith("/static/")] == sorted(
        [f"/jobs/{first.pk}/", f"/jobs/{second.pk}/", "/offline/", "/saved/"]
    )

    page.context.set_offline(True)
    page.goto(person.site + first.get_absolute_url())
    expect(page.get_by_role("heading", level=1, name=first.title)).to_be_visible()
    # With its styles.
    assert page.locator("body").evaluate("body => getComputedStyle(body).display") == "flex"
    for path in ("/jobs/?q=python", other.get_absolute_url(), "/following/"):
        page.goto(person.site + path)
        expect(page.get_by_role("heading", level=1)).to_have_text("You are offline.")
    expect(page.locator("#copies li")).to_have_count(2)
    page.locator("#copies a", has_text=second.title).click()
    expect(page.get_by_role("heading", level=1, name=second.title)).to_be_visible()

    page.context.set_offline(False)
    person.open("/jobs/")
    press(page, second.title, "Saved")
    wait_until_kept(page, first)
    person.open("/saved/")
    page.get_by_role("button", name=f"Remove: {first.title}").click()
    wait_until_kept(page)


@pytest.mark.slow
def test_the_page_of_saved_jobs_works_offline(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    page = person.page
    job = Listing.objects.get(title="Python developer 24")
    person.open("/jobs/")
    press(page, job.title, "Save")
    wait_until_kept(page, job)
    # Scripts that the browser happens to have kept would hide that the worker has not.
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")
    page.context.set_offline(True)
    page.goto(f"{person.site}/saved/?my_country=DE")
    expect(page.get_by_role("heading", level=1)).to_have_text("Saved jobs")
    expect(page.locator("#message")).to_contain_text("You are offline.")
    page.get_by_label(f"Stage: {job.title}").select_option("Interview")
    expect(page.locator("[data-stage=interview] li")).to_have_count(1)
    page.get_by_role("link", name=job.title).click()
    expect(page.get_by_role("heading", level=1, name=job.title)).to_be_visible()
    page.go_back()
    expect(page.locator("[data-stage=interview] li")).to_contain_text(job.company.name)
    page.context.set_offline(False)
    # Its card, as soon as there is a connection. Of one that is only emulated the browser tells nothing.
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator("[data-stage=interview] .kept-card[data-company]")).to_be_visible()
    expect(page.locator("#message")).to_be_empty()


@pytest.mark.slow
def test_what_a_reader_told_of_themselves_is_not_in_the_copies(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    page = person.page
    page.context.add_cookies([{"name": "situation", "value": "my_country=DE", "url": person.site}])
    job = Listing.objects.get(title="Python developer 24")
    person.open("/jobs/")
    expect(page.locator(".situation")).to_contain_text("Germany")
    press(page, job.title, "Save")
    wait_until_kept(page, job)
    for path in ("/saved/", "/offline/"):
        text = page.evaluate("async (path) => (await caches.match(path, { ignoreVary: true })).text()", path)
        assert "Germany" not in text, path


@pytest.mark.slow
def test_a_job_that_was_taken_down_is_not_kept(reader: OpenReader, some_listings: None) -> None:
    person = reader()
    page = person.page
    job = Listing.objects.get(title="Python developer 24")
    person.open("/jobs/")
    press(page, job.title, "Save")
    wait_until_kept(page, job)
    Listing.objects.filter(pk=job.pk).update(hidden_at=job.posted_at)
    assert person.open(job.get_absolute_url()) == 410
    wait_until_kept(page)
