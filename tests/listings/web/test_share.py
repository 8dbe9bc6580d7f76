"""The picture that is shown beside a link states what the ad states, in letters that the font has."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from listings.models import Listing
from listings.web.share_image import MAX_TITLE_ROWS, WIDTH, ShareText, drawable, fit_title, font, picture, shorten
from listings.web.views.share import share_text
from tests.examples import examples
from tests.listings.making import listing_with

pytestmark = pytest.mark.django_db


def pixels(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data)).convert("RGB")


def test_a_picture_of_a_job_and_of_the_site(client: Client) -> None:
    listing = listing_with("Baker")
    for path in (f"/jobs/{listing.pk}/share.png", "/share.png"):
        answer = client.get(path)
        assert answer.status_code == 200
        assert answer["Content-Type"] == "image/png"
        assert "max-age" in answer["Cache-Control"]
        assert pixels(answer.content).size == (1200, 630)
        assert len(answer.content) < 60_000


def test_pages_name_their_picture(client: Client) -> None:
    listing = listing_with("Baker & <Cook>")
    page = client.get(listing.get_absolute_url()).content.decode()
    assert f'<meta property="og:image" content="http://localhost:8000/jobs/{listing.pk}/share.png">' in page
    assert '<meta property="og:title" content="Baker &amp; &lt;Cook&gt;, Fernhill Labs">' in page
    for path in ("/", "/guide/remote-interview/"):
        assert (
            '<meta property="og:image" content="http://localhost:8000/share.png">' in client.get(path).content.decode()
        )


def test_what_is_not_stated_is_said() -> None:
    listing = Listing.objects.with_postings().get(pk=listing_with("Baker", facts={}).pk)
    assert share_text(listing).lines == ("Where you may live: not stated", "Pay: not stated")
    listing.closed_at = timezone.now()
    assert share_text(listing).lines[0].startswith("Closed on ")


def test_jobs_that_are_gone_have_none(client: Client) -> None:
    first = listing_with("Baker")
    merged = listing_with("Cook", merged_into=first)
    hidden = listing_with("Diver", hidden_at=timezone.now())
    assert client.get(f"/jobs/{merged.pk}/share.png")["Location"] == f"/jobs/{first.pk}/share.png"
    assert client.get(f"/jobs/{hidden.pk}/share.png").status_code == 410
    assert client.get("/jobs/987654/share.png").status_code == 404


def test_letters_without_a_drawing_are_left_out() -> None:
    assert drawable("Łódź, São Paulo – 40 000 € · Київ · Αθήνα")
    assert not drawable("東京")
    assert not drawable("")
    assert picture("Elsewhere", ShareText("東京の仕事", "会社")) == picture("Elsewhere", ShareText("A remote job"))
    assert picture("Elsewhere", ShareText("Baker")) != picture("Elsewhere", ShareText("Cook"))


@settings(max_examples=examples(12), deadline=None)
@given(st.text(max_size=400))
def test_any_title_fits(title: str) -> None:
    size, rows = fit_title(title)
    assert 1 <= len(rows) <= MAX_TITLE_ROWS
    assert all(font("Semibold", size).getlength(row) <= WIDTH - 160 for row in rows)
    assert font("", 36).getlength(shorten(title, font("", 36))) <= WIDTH - 160
