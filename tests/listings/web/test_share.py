"""The picture that is shown beside a link states what the ad states, in letters that the font has."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from threading import Event
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFont

from listings.models import Listing
from listings.web import share_pictures
from listings.web.share_image import MAX_TITLE_ROWS, WIDTH, ShareText, drawable, fit_title, font, picture, shorten
from listings.web.views.share import share_text
from tests.examples import examples, few
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


MILLION = 1_000_000


def measured(monkeypatch: pytest.MonkeyPatch, text: ShareText) -> int:
    """How many characters are measured to draw it."""
    lengths: list[int] = []
    measure = ImageFont.FreeTypeFont.getlength

    def counting(face: ImageFont.FreeTypeFont, row: str, *options: Any) -> float:
        lengths.append(len(row))
        return measure(face, row, *options)

    with monkeypatch.context() as patched:
        patched.setattr(ImageFont.FreeTypeFont, "getlength", counting)
        picture("Elsewhere", text)
    return sum(lengths)


@pytest.mark.parametrize("piece", few(["x", "word ", "a\nb ", "long-word-without-end "]))
def test_the_cost_is_that_of_what_is_drawn(monkeypatch: pytest.MonkeyPatch, piece: str) -> None:
    def endless(length: int) -> ShareText:
        text = piece * (length // len(piece))
        return ShareText(text, text, (text, text) * (length // 600))

    assert measured(monkeypatch, endless(MILLION)) <= 1.1 * measured(monkeypatch, endless(1200)) < 200_000


def test_a_picture_is_drawn_once(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    listing = listing_with("Baker of the picture")
    drawn: list[ShareText] = []

    def counting(site: str, text: ShareText) -> bytes:
        drawn.append(text)
        return picture(site, text)

    monkeypatch.setattr(share_pictures, "picture", counting)
    first, second = (client.get(f"/jobs/{listing.pk}/share.png").content for _ in range(2))
    assert first == second
    assert [text.title for text in drawn if text != share_pictures.SITE] == ["Baker of the picture"]
    Listing.objects.filter(pk=listing.pk).update(title="Cook of the picture")
    assert client.get(f"/jobs/{listing.pk}/share.png").content != first


def test_one_thread_draws_and_the_others_get_the_plain_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(share_pictures, "MAX_WAIT", 0.2)
    started, may_end, at_once = Event(), Event(), []

    def slow(site: str, text: ShareText) -> bytes:
        at_once.append(text)
        started.set()
        assert may_end.wait(30)
        return picture(site, text)

    site_png, _ = share_pictures.picture_of("Elsewhere", share_pictures.SITE)
    monkeypatch.setattr(share_pictures, "picture", slow)
    with ThreadPoolExecutor(4) as threads:
        first = threads.submit(share_pictures.picture_of, "Elsewhere", ShareText("Diver 1"))
        assert started.wait(30)
        others = [threads.submit(share_pictures.picture_of, "Elsewhere", ShareText(f"Diver {n}")) for n in (2, 3)]
        assert [other.result() for other in others] == [(site_png, False)] * 2
        assert len(at_once) == 1
        may_end.set()
        assert first.result()[1]


def test_before_any_picture_who_waits_is_asked_to_come_again(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(share_pictures, "MAX_WAIT", 0.1)
    monkeypatch.setattr(share_pictures, "_of_site", {})
    with share_pictures.drawing:
        answer = client.get("/share.png")
    assert (answer.status_code, answer["Cache-Control"]) == (503, "no-store")
    assert "Retry-After" in answer
