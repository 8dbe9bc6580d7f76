"""Where a job's page sends people who apply."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from listings.models import Listing
from listings.web.mail_to_apply import mail_to_apply
from tests.listings.making import listing_with, posting_with

FORM = "https://www.fernhill.example/apply"


def links(client: Client, listing: Listing, selector: str) -> list[tuple[str, str]]:
    soup = BeautifulSoup(client.get(listing.get_absolute_url()).content, "lxml")
    return [(link.text, str(link["href"])) for link in soup.select(f"{selector} a")]


@pytest.mark.django_db
def test_the_employers_own_form_comes_first(client: Client) -> None:
    listing = listing_with(board="lever", ad={"apply_url": FORM, "url": "https://b.example/1"})
    assert links(client, listing, ".apply") == [
        ("Apply at fernhill.example", FORM),
        ("Read the ad on Lever", "https://b.example/1"),
    ]
    assert links(client, listing, ".named-addresses") == []


@pytest.mark.django_db
def test_the_form_of_an_employers_posting_that_does_not_lead_comes_first_too(client: Client) -> None:
    listing = listing_with(ad={"url": "https://b.example/1"})
    posting_with(listing, "lever", apply_url=FORM)
    closed = posting_with(listing, "ashby", apply_url="https://closed.example/", closed_at=timezone.now())
    assert closed.closed_at
    assert links(client, listing, ".apply")[0] == ("Apply at fernhill.example", FORM)


@pytest.mark.django_db
def test_addresses_that_stand_in_an_ad_come_after_its_board(client: Client) -> None:
    html = "<p>To apply, send your CV to jobs@fernhill.example.</p>"
    listing = listing_with(board="hackernews", html=html, ad={"apply_url": FORM, "url": "https://b.example/1"})
    ((text, address),) = links(client, listing, ".apply")
    assert text.startswith("Apply through ")
    assert address == "https://b.example/1"
    assert links(client, listing, ".named-addresses") == [
        ("fernhill.example", FORM),
        ("jobs@fernhill.example", "mailto:jobs@fernhill.example"),
    ]


@pytest.mark.django_db
def test_an_address_is_not_shown_twice(client: Client) -> None:
    listing = listing_with(ad={"apply_url": "https://b.example/1", "url": "https://b.example/1"})
    assert len(links(client, listing, ".apply")) == 1
    assert links(client, listing, ".named-addresses") == []


@pytest.mark.django_db
def test_a_closed_job_has_none(client: Client) -> None:
    html = "<p>To apply, write to jobs@fernhill.example.</p>"
    listing = listing_with(html=html, ad={"apply_url": FORM}, closed_at=timezone.now(), closed_reason="gone")
    assert links(client, listing, ".apply") == links(client, listing, ".named-addresses") == []


@pytest.mark.parametrize(
    ("text", "mail"),
    [
        ("Send your résumé to work+go@mail.acme.example.", "work+go@mail.acme.example"),
        ("Our cat is cat@acme.example. How to apply: jobs@acme.example", "jobs@acme.example"),
        ("If you need an accommodation to apply, write to access@acme.example.", ""),
        ("If you need reasonable adjustments making your application, contact our team help@acme.example", ""),
        ("All questions regarding the status of your application can be directed to jobs@acme.example.", ""),
        ("We never ask applicants to apply by mail; report fraud to abuse@acme.example.", ""),
        ("Questions? hello@acme.example", ""),
        ("To apply @ once: a@b, @acme.example", ""),
        ("Please email us @ jobs@fernhill.example with subject “Nets”", "jobs@fernhill.example"),
        ("Email kim@fernhill.example with something you've built and why.", "kim@fernhill.example"),
        ("Reach out to kim@fernhill.example and mention “Nets” in the subject.", "kim@fernhill.example"),
        ("Email help@fernhill.example with questions about your order.", ""),
        ("Application form: see above. Any questions? Let us know at hello@fernhill.example!", ""),
        ("For questions, or to apply directly, email hello@fernhill.example", "hello@fernhill.example"),
        ("If you need assistance in the application process, reply to hr@fernhill.example.", ""),
        ("If you struggle with the application, write to disability@fernhill.example.", ""),
        ("Our customers email us at help@fernhill.example with a subject.", ""),
        ("Sea air.\nInterested? Reach out at ann@fernhill.example.", "ann@fernhill.example"),
        ("Get in touch at ann@fernhill.example if interested and for any questions", "ann@fernhill.example"),
        ("If this sounds interesting, please send over an email: ann@fernhill.example", "ann@fernhill.example"),
        ("Equity.\nContact: jobs@fernhill.example", "jobs@fernhill.example"),
        ("Reach out to ann@fernhill.example and mention HN in your email!", "ann@fernhill.example"),
        ("Email us at ann@fernhill.example or click the “Apply” button.", "ann@fernhill.example"),
        ("Contact: ann@fernhill.example", ""),
        ("If you have any questions, please reach out to jobs@fernhill.example.", ""),
        ("Reach out to jobs@fernhill.example with any questions!", ""),
        ("If you are interested in our pitch, please reach out to ann@fernhill.example.", ""),
        ("Beware of fraud: we write from our own domain.\nContact: jobs@fernhill.example", ""),
        (
            "If you need an accommodation during the interviews, or to perform the essential functions of the role on "
            "your first day or later, please email us at hr@fernhill.example with the subject “Help”.",
            "",
        ),
        ("apply " + "a" * 100_000, ""),
        ("contact: a@b.example " * 5_000, ""),
    ],
)
def test_only_a_mail_address_for_applications_counts(text: str, mail: str) -> None:
    assert mail_to_apply(text) == mail


@pytest.mark.django_db
def test_the_address_that_words_for_applying_introduce_stands_for_the_ads(client: Client) -> None:
    html = f'<p>Apply at: <a href="{FORM}">{FORM}</a></p>'
    ad = {"apply_url": "https://www.fernhill.example/careers", "url": "https://b.example/1"}
    listing = listing_with(board="hackernews", html=html, ad=ad)
    assert links(client, listing, ".named-addresses") == [("fernhill.example", FORM)]


@pytest.mark.django_db
def test_the_boards_address_in_an_ad_is_not_repeated(client: Client) -> None:
    html = '<p>To apply: <a href="https://b.example/1-net-mender">https://b.example/1-net-mender</a></p>'
    listing = listing_with(board="hackernews", html=html, ad={"url": "https://b.example/1"})
    assert links(client, listing, ".named-addresses") == []
